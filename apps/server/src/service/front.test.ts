import { once } from 'node:events';
import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { openFront, PortUnusable } from './front.ts';

describe('the port', () => {
  it('answers from the first moment: not ready, in words for people and for programs', async () => {
    const front = await openFront('127.0.0.1', 0);
    for (const path of ['/healthz', '/readyz', '/api/v1/me']) {
      const answer = await fetch(front.url + path);
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).toBe('1');
      expect(await answer.json()).toMatchObject({ error: { code: 'starting' } });
    }
    const wire = await fetch(`${front.url}/api/v2/me`);
    expect([wire.status, await wire.json()]).toEqual([
      503,
      { statusCode: 4, statusMessage: expect.any(String) },
    ]);
    const page = await fetch(front.url, { headers: { accept: 'text/html' } });
    expect(await page.text()).toContain('Intray is starting');
    await front.close(0);
  });

  it('passes everything on once the server behind it is ready', async () => {
    const front = await openFront('127.0.0.1', 0);
    front.handOver(createServer((_request, response) => response.end('behind')));
    expect(await (await fetch(front.url)).text()).toBe('behind');
    await front.close(0);
  });

  it('closes when requests in hand are done, although their connections could live on', async () => {
    const front = await openFront('127.0.0.1', 0);
    const behind = createServer();
    front.handOver(behind);
    const asked = once(behind, 'request');
    const answer = fetch(front.url);
    const [, response] = await asked;
    const closed = front.close(60_000);
    response.end('late');
    expect(await (await answer).text()).toBe('late');
    await closed;
  });

  it('cuts off what does not end in time', async () => {
    const front = await openFront('127.0.0.1', 0);
    const behind = createServer();
    front.handOver(behind);
    const asked = once(behind, 'request');
    const answer = fetch(front.url).catch((cause: unknown) => cause);
    await asked;
    await front.close(10);
    expect(await answer).toBeInstanceOf(TypeError);
  });

  it('that is taken, or not of this machine, is refused with what to do', async () => {
    const front = await openFront('127.0.0.1', 0);
    await expect(openFront('127.0.0.1', front.port)).rejects.toThrow(/is taken by another program/);
    await expect(openFront('203.0.113.1', 0)).rejects.toThrow(PortUnusable);
    await front.close(0);
  });
});
