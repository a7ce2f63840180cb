import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FakeElectron } from '../../testing/fake-electron.ts';
import { startedDesktop } from '../../testing/started-desktop.ts';

const LOCAL = { name: 'Home', url: 'http://localhost:8080' };

describe('what is kept of work', () => {
  test('it comes back after a restart, lies there unreadable, and belongs to its server', async () => {
    await using desktop = await startedDesktop();
    expect(await desktop.ask('readKept', { shelf: 'queue' })).toMatchObject({
      refusal: { code: 'no_server' },
    });
    await desktop.ask('addServer', LOCAL);
    await desktop.ask('keep', { shelf: 'queue', text: 'Storm damage at Ana’s' });
    const { folder } = desktop;
    await using again = await startedDesktop({ folder });
    expect(await again.ask('readKept', { shelf: 'queue' })).toEqual({
      ok: true,
      value: 'Storm damage at Ana’s',
    });
    for (const file of readdirSync(join(folder, 'kept')))
      expect(readFileSync(join(folder, 'kept', file)).includes('Storm')).toBe(false);

    await again.ask('addServer', { name: 'Other', url: 'https://other.example' });
    expect(await again.ask('readKept', { shelf: 'queue' })).toEqual({ ok: true, value: null });
  });

  test('changed by another hand, or moved to another name, it is put aside and not believed', async () => {
    await using desktop = await startedDesktop();
    await desktop.ask('addServer', LOCAL);
    await desktop.ask('keep', { shelf: 'queue', text: 'one' });
    await desktop.ask('keep', { shelf: 'snapshot', text: 'two' });
    const kept = join(desktop.folder, 'kept');
    const [queue = '', snapshot = ''] = ['queue', 'snapshot'].map(
      (shelf) => readdirSync(kept).find((name) => name.endsWith(`-${shelf}.sealed`)) ?? '',
    );
    writeFileSync(join(kept, queue), readFileSync(join(kept, snapshot)));
    expect(await desktop.ask('readKept', { shelf: 'queue' })).toEqual({ ok: true, value: null });
    expect(readdirSync(kept)).toContain(`${queue}.unreadable`);
    const bytes = readFileSync(join(kept, snapshot));
    bytes[14] = (bytes[14] ?? 0) ^ 1;
    writeFileSync(join(kept, snapshot), bytes);
    expect(await desktop.ask('readKept', { shelf: 'snapshot' })).toEqual({ ok: true, value: null });
  });

  test('without a key store nothing is kept, and it is said', async () => {
    const electron = new FakeElectron();
    electron.sealable = false;
    await using desktop = await startedDesktop({ electron });
    await desktop.ask('addServer', LOCAL);
    expect(await desktop.ask('begin', {})).toMatchObject({ value: { keeps: false } });
    expect(await desktop.ask('keep', { shelf: 'queue', text: 'x' })).toMatchObject({
      refusal: { code: 'not_kept' },
    });
    expect(readdirSync(desktop.folder)).not.toContain('kept');
  });

  test('a server taken from the list takes its sign-in and its snapshot along, and not what waits to be sent', async () => {
    await using desktop = await startedDesktop();
    const added = await desktop.ask('addServer', LOCAL);
    const id = added.ok ? (added.value.server ?? '') : '';
    await desktop.ask('keep', { shelf: 'queue', text: 'waits' });
    await desktop.ask('keep', { shelf: 'snapshot', text: 'seen' });
    await desktop.ask('removeServer', { id });
    expect(await desktop.ask('chooseServer', { id })).toMatchObject({ refusal: { code: 'server_unknown' } });
    await desktop.ask('addServer', LOCAL);
    expect(await desktop.ask('readKept', { shelf: 'queue' })).toEqual({ ok: true, value: 'waits' });
    expect(await desktop.ask('readKept', { shelf: 'snapshot' })).toEqual({ ok: true, value: null });
  });
});

describe('the sign-in', () => {
  const answers: Response[] = [];
  const asked: { readonly url: string; readonly headers: Headers }[] = [];
  const fetch = (async (url: string, init: RequestInit) => {
    asked.push({ url, headers: new Headers(init.headers) });
    const answer = answers.shift();
    if (answer === undefined) throw new TypeError('no network');
    return answer;
  }) as unknown as typeof globalThis.fetch;
  const withCookies = (...lines: string[]) => {
    const headers = new Headers({ 'content-type': 'application/json' });
    for (const line of lines) headers.append('set-cookie', line);
    return new Response('{}', { headers });
  };

  test('its cookies stay in the main process, sealed, go with each request, and go away when the server says so', async () => {
    await using desktop = await startedDesktop({ fetch });
    await desktop.ask('addServer', LOCAL);
    answers.push(
      withCookies('intray_session=s3cret; Path=/; HttpOnly', 'intray_csrf=t0ken; Path=/', 'other=1'),
    );
    const answer = await desktop.ask('ask', { method: 'POST', path: '/api/v1/login', body: '{}' });
    expect(JSON.stringify(answer)).not.toContain('s3cret');

    await using again = await startedDesktop({ fetch, folder: desktop.folder });
    answers.push(
      withCookies('intray_session=; Max-Age=0', 'intray_csrf=; Expires=Thu, 01 Jan 1970 00:00:00 GMT'),
    );
    await again.ask('ask', { method: 'GET', path: '/trpc/desk.me' });
    expect(asked.at(-1)?.url).toBe('http://localhost:8080/trpc/desk.me');
    expect(asked.at(-1)?.headers.get('cookie')).toBe('intray_session=s3cret; intray_csrf=t0ken');
    expect(asked.at(-1)?.headers.get('x-intray-csrf')).toBe('t0ken');
    expect(await again.ask('ask', { method: 'GET', path: '/healthz' })).toEqual({
      ok: true,
      value: { reached: false },
    });
    expect(asked.at(-1)?.headers.get('cookie')).toBeNull();
  });

  test('a redirect is not followed, wherever it leads', async () => {
    await using desktop = await startedDesktop({ fetch });
    await desktop.ask('addServer', LOCAL);
    answers.push(new Response(null, { status: 302, headers: { location: 'https://evil.example/' } }));
    expect(await desktop.ask('ask', { method: 'GET', path: '/trpc/desk.me' })).toEqual({
      ok: true,
      value: { reached: false },
    });
  });
});
