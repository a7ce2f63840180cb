import { describe, expect, it } from 'vitest';
import { memoryDesk, runServer } from '../testing/index.ts';
import type { Measurement } from './metrics.ts';

describe('headers', () => {
  it('closes the pages to everything that is not ours', async () => {
    await using server = await runServer({
      publicUrl: 'https://desk.example',
      scriptHashes: ['sha256-abc='],
    });
    const { headers } = await server.app.inject({ url: '/healthz' });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("script-src 'self' 'sha256-abc=';");
    expect(policy).toContain("connect-src 'self' wss://desk.example");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("script-src 'self' 'unsafe-inline'");
    expect(headers['strict-transport-security']).toBeDefined();
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('promises no TLS where there is none', async () => {
    await using server = await runServer({ publicUrl: 'http://127.0.0.1:8080' });
    const { headers } = await server.app.inject({ url: '/healthz' });
    expect(headers).not.toHaveProperty('strict-transport-security');
    expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
  });
});

describe('health', () => {
  it('serves and is ready; not ready names the part', async () => {
    let database = true;
    const health = async () => ({
      ready: database,
      parts: { database: database ? { ok: true } : { ok: false, note: 'no connection' } },
      feedLag: 0,
    });
    await using server = await runServer({ desk: { ...memoryDesk(), health } });
    expect((await server.app.inject({ url: '/readyz' })).statusCode).toBe(200);
    database = false;
    const answer = await server.app.inject({ url: '/readyz' });
    expect([answer.statusCode, answer.json().parts.database.note]).toEqual([503, 'no connection']);
    expect((await server.app.inject({ url: '/healthz' })).statusCode).toBe(200);
  });
});

describe('the demo', () => {
  it('says that it is one, and nobody else does', async () => {
    await using demo = await runServer({ demo: true });
    await using real = await runServer();
    expect((await demo.app.inject({ url: '/healthz' })).json()).toEqual({ status: 'ok', demo: true });
    expect((await real.app.inject({ url: '/healthz' })).json()).toEqual({ status: 'ok' });
  });
});

describe('metrics', () => {
  it('tells of the process, of requests by route, of sockets, and what the source hands in', async () => {
    const measurements: Measurement[] = [
      {
        name: 'intray_commands_total',
        help: 'Commands.',
        kind: 'counter',
        value: 7,
        labels: { outcome: 'done' },
      },
      {
        name: 'intray_commands_total',
        help: 'Commands.',
        kind: 'counter',
        value: 2,
        labels: { outcome: 'refused' },
      },
      { name: 'intray_feed_lag', help: 'Lag.', kind: 'gauge', value: 12 },
    ];
    await using server = await runServer({ metrics: { measurements: () => measurements } });
    await server.app.inject({ url: '/api/v1/interactions/SECRET1' });
    const read = async () => (await server.app.inject({ url: '/metrics' })).body;
    const body = await read();
    expect(body).toContain('process_cpu_user_seconds_total');
    expect(body).toMatch(
      /intray_http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/interactions\/:id",status="401"\} 1/,
    );
    expect(body).toContain('intray_websocket_connections 0');
    expect(body).toContain('intray_commands_total{outcome="done"} 7');
    expect(body).toContain('intray_commands_total{outcome="refused"} 2');
    expect(body).toContain('intray_feed_lag 12');
    expect(body).not.toContain('SECRET1');
    expect(await read()).toContain('intray_commands_total{outcome="done"} 7');
  });
});
