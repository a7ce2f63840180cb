import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FakeElectron } from '../../testing/fake-electron.ts';
import { startedDesktop } from '../../testing/started-desktop.ts';
import type { DeskState, Offer } from '../shared/contract.ts';

const MINUTE = 60_000;
const LOCAL = { name: 'Home', url: 'http://localhost:8080' };
const offer: Offer = {
  id: 'AB12',
  ticket: 3,
  title: 'Storm damage',
  detail: 'E-mail from Ana',
  mayReject: true,
};
const working: DeskState = {
  signedIn: true,
  session: true,
  ready: true,
  online: true,
  inHand: 2,
  waiting: 0,
  offers: [],
};
const wishes = (desktop: Awaited<ReturnType<typeof startedDesktop>>) =>
  desktop.news().flatMap((news) => (news.kind === 'wish' ? [news.wish] : []));

describe('starting', () => {
  test('a second start ends at once; the first comes to the front and opens what the second was asked for', async () => {
    const second = new FakeElectron();
    second.first = false;
    await using _ = await startedDesktop({ electron: second });
    expect(second.done).toEqual(['quit']);

    await using desktop = await startedDesktop();
    await desktop.ask('begin', {});
    desktop.electron.shown = false;
    desktop.electron.happen('secondInstance', ['intray', 'intray://interaction/AB12']);
    expect(desktop.electron.shown).toBe(true);
    expect(wishes(desktop)).toEqual([{ do: 'open', id: 'AB12' }]);
  });

  test('a link that started the desk waits until the page listens', async () => {
    const electron = new FakeElectron();
    electron.args = ['intray', 'intray://interaction/EF56'];
    await using desktop = await startedDesktop({ electron });
    expect(wishes(desktop)).toEqual([]);
    await desktop.ask('begin', {});
    expect(wishes(desktop)).toEqual([{ do: 'open', id: 'EF56' }]);
    electron.happen('openUrl', 'intray://interaction/GH78?do=complete');
    expect(wishes(desktop)).toHaveLength(1);
  });

  test('settings, servers and the place of the window survive; a broken file is put aside and said to be', async () => {
    await using first = await startedDesktop();
    await first.ask('changeSettings', {
      zoom: 1.25,
      startWithComputer: true,
      shortcuts: { ready: 'Control+Alt+R' },
    });
    await first.ask('addServer', LOCAL);
    expect(first.electron).toMatchObject({ zoom: 1.25, atLogin: true });
    first.electron.happen('moved');
    const { folder } = first;
    await using again = await startedDesktop({ folder });
    expect(again.electron.zoom).toBe(1.25);
    expect(again.electron.done).toContain(`window ${JSON.stringify(first.electron.bounds)}`);
    expect(await again.ask('begin', {})).toMatchObject({
      value: { servers: [LOCAL], settings: { zoom: 1.25 }, language: 'en-GB', keeps: true },
    });

    // What an earlier version did not know has its default.
    writeFileSync(join(folder, 'settings.json'), '{"zoom": 2}');
    expect(await again.ask('begin', {})).toMatchObject({ value: { settings: { zoom: 2, popKey: '' } } });
    writeFileSync(join(folder, 'settings.json'), '{"zoom": "large"}');
    await using third = await startedDesktop({ folder });
    expect(third.electron.zoom).toBe(1);
    expect(readdirSync(folder)).toContain('settings.json.unreadable');
    expect(readFileSync(join(folder, 'desk.log'), 'utf8')).toContain('settings.json.unreadable');
  });

  test('closing the window leaves the desk in the tray, unless the person quits or wants it otherwise', async () => {
    await using desktop = await startedDesktop();
    expect(desktop.electron.askClose()).toBe('keep');
    expect(desktop.electron.shown).toBe(false);
    desktop.electron.happen('tray');
    expect(desktop.electron.shown).toBe(true);
    await desktop.ask('changeSettings', { stayInTray: false });
    expect(desktop.electron.askClose()).toBe('close');
    await desktop.ask('changeSettings', { stayInTray: true });
    desktop.electron.menu.at(-1)?.onClick?.();
    expect(desktop.electron.done).toContain('quit');
    expect(desktop.electron.askClose()).toBe('close');
  });

  test('new versions are looked for only where an address is set, and again every six hours', async () => {
    await using desktop = await startedDesktop();
    desktop.timers.advance(24 * 60 * MINUTE);
    expect(desktop.electron.looks).toEqual([]);
    await desktop.ask('changeSettings', { updateAddress: 'https://updates.example.com/intray' });
    desktop.timers.advance(12 * 60 * MINUTE);
    expect(desktop.electron.looks).toHaveLength(2);
    desktop.stop();
    expect(desktop.timers.running).toBe(0);
  });
});

describe('being asked for attention', () => {
  test('an offer: a notification with accept and reject, a sound until it is answered, a number on the icon', async () => {
    await using desktop = await startedDesktop();
    const { electron, timers } = desktop;
    electron.focused = false;
    await desktop.ask('begin', {});
    await desktop.ask('tell', { ...working, offers: [offer] });
    expect(electron.notes).toMatchObject([
      { title: 'Storm damage', buttons: ['Accept', 'Reject'], open: true },
    ]);
    expect(electron).toMatchObject({ badge: 1, attention: true });
    expect(electron.tooltip).toBe('Intray: ready, 2 in hand');
    timers.advance(9_000);
    expect(electron.done.filter((one) => one === 'beep')).toHaveLength(4);
    expect(electron.marked).toBe('1 offer waits for your answer');

    electron.notes[0]?.onButton(1);
    expect(wishes(desktop)).toEqual([{ do: 'reject', id: 'AB12', ticket: 3 }]);
    electron.notes[0]?.onButton(0);
    expect(wishes(desktop).at(-1)).toEqual({ do: 'accept', id: 'AB12', ticket: 3 });
    await desktop.ask('tell', working);
    expect(electron).toMatchObject({ badge: 0, attention: false });
    expect(electron.notes[0]?.open).toBe(false);
    expect(electron.marked).toBeUndefined();
    timers.advance(MINUTE);
    expect(electron.done.filter((one) => one === 'beep')).toHaveLength(4);
  });

  test('[O12] where the agent may not say no, there is no button for it', async () => {
    await using desktop = await startedDesktop();
    desktop.electron.focused = false;
    await desktop.ask('tell', { ...working, offers: [{ ...offer, mayReject: false }] });
    expect(desktop.electron.notes[0]?.buttons).toEqual(['Accept']);
  });

  test('the tray and the notifications speak the language that the person chose', async () => {
    await using desktop = await startedDesktop();
    const { electron } = desktop;
    electron.focused = false;
    await desktop.ask('changeSettings', { language: 'de' });
    await desktop.ask('tell', { ...working, offers: [offer] });
    expect(electron.tooltip).toBe('Intray: bereit, 2 in Arbeit');
    expect(electron.notes[0]?.buttons).toEqual(['Annehmen', 'Ablehnen']);
    expect(electron.menu.map(({ label }) => label)).toContain('Annehmen: Storm damage');
    expect(electron.marked).toBe('1 Angebot wartet auf Ihre Antwort');
    await desktop.ask('say', { title: 'Intray', body: 'It is taken.' });
    expect(electron.notes.at(-1)).toMatchObject({ body: 'It is taken.', buttons: [] });
  });

  test('told of the same offer again, nothing is announced twice; a new ticket is a new offer', async () => {
    await using desktop = await startedDesktop();
    desktop.electron.focused = false;
    await desktop.ask('tell', { ...working, offers: [offer] });
    await desktop.ask('tell', { ...working, offers: [offer], inHand: 3 });
    expect(desktop.electron.notes).toHaveLength(1);
    await desktop.ask('tell', { ...working, offers: [{ ...offer, ticket: 5 }] });
    expect(desktop.electron.notes.map(({ open }) => open)).toEqual([false, true]);
  });

  test('as the person set it: no sound, no notification, to the front', async () => {
    await using desktop = await startedDesktop();
    const { electron, timers } = desktop;
    electron.focused = false;
    electron.shown = false;
    await desktop.ask('changeSettings', {
      ringUntilAnswered: false,
      notifications: false,
      frontOnOffer: true,
    });
    await desktop.ask('tell', { ...working, offers: [offer] });
    timers.advance(MINUTE);
    expect(electron.done).not.toContain('beep');
    expect(electron.notes).toEqual([]);
    expect(electron.shown).toBe(true);
  });

  test('the menu of the icon does what it says', async () => {
    await using desktop = await startedDesktop();
    await desktop.ask('begin', {});
    await desktop.ask('tell', { ...working, offers: [offer] });
    const entry = (label: string) => desktop.electron.menu.find((one) => one.label.startsWith(label));
    entry('Not ready')?.onClick?.();
    entry('Ready')?.onClick?.();
    entry('Accept: Storm damage')?.onClick?.();
    expect(wishes(desktop)).toEqual([
      { do: 'notReady' },
      { do: 'ready' },
      { do: 'accept', id: 'AB12', ticket: 3 },
    ]);
    await desktop.ask('tell', { ...working, online: false, waiting: 4 });
    expect(desktop.electron.tooltip).toBe('Intray: no connection, 4 waiting to be sent');
    expect(entry('Ready')?.enabled).toBe(false);
    await desktop.ask('tell', { ...working, online: false, offers: [offer] });
    expect(entry('Accept')?.enabled).toBe(false);
  });

  test('keys for every program, where the person chose them; those of another program are left to it', async () => {
    await using desktop = await startedDesktop();
    const { electron } = desktop;
    await desktop.ask('begin', {});
    electron.takenKeys.add('Control+Alt+N');
    await desktop.ask('changeSettings', {
      shortcuts: { ready: 'Control+Alt+R', accept: 'Control+Alt+A', next: 'Control+Alt+N' },
    });
    expect([...electron.pressed.keys()]).toEqual(['Control+Alt+R', 'Control+Alt+A']);
    for (const press of electron.pressed.values()) press();
    expect(wishes(desktop)).toEqual([{ do: 'toggleReady' }, { do: 'acceptFirst' }]);
    expect(readFileSync(join(desktop.folder, 'desk.log'), 'utf8')).toContain('Control+Alt+N');
    expect(await desktop.ask('begin', {})).toMatchObject({ value: { keysTaken: ['Control+Alt+N'] } });
    await desktop.ask('changeSettings', { shortcuts: {} });
    expect(electron.pressed.size).toBe(0);
  });
});

describe('who is there', () => {
  test('untouched or locked for the set time: away, once, until somebody is back', async () => {
    await using desktop = await startedDesktop();
    const { electron, timers } = desktop;
    await desktop.ask('begin', {});
    await desktop.ask('changeSettings', { notReadyAfterMinutes: 5 });
    electron.idle = 299;
    timers.advance(15_000);
    expect(wishes(desktop)).toEqual([]);
    electron.idle = 301;
    timers.advance(MINUTE);
    expect(wishes(desktop)).toEqual([{ do: 'away' }]);
    electron.idle = 0;
    timers.advance(15_000);
    electron.happen('lock');
    timers.advance(6 * MINUTE);
    expect(wishes(desktop)).toEqual([{ do: 'away' }, { do: 'away' }]);
    electron.happen('unlock');
    expect(wishes(desktop).at(-1)).toEqual({ do: 'recover' });
    await desktop.ask('changeSettings', { notReadyAfterMinutes: 0 });
    electron.idle = 90_000;
    timers.advance(MINUTE);
    expect(wishes(desktop).filter((wish) => wish.do === 'away')).toHaveLength(2);
  });

  test('after sleep the page recovers at once, and whoever was gone for long is away', async () => {
    await using desktop = await startedDesktop();
    await desktop.ask('begin', {});
    desktop.electron.happen('resume');
    expect(wishes(desktop)).toEqual([{ do: 'recover' }]);
    desktop.electron.idle = 60 * 60;
    desktop.electron.happen('resume');
    expect(wishes(desktop).slice(1)).toEqual([{ do: 'recover' }, { do: 'away' }]);
  });

  test('what broke in the page stands in the log, and the log can be shown', async () => {
    await using desktop = await startedDesktop();
    await desktop.ask('report', { what: 'TypeError', stack: 'at app://intray/assets/index.js:1:2' });
    await desktop.ask('showLog', {});
    const log = join(desktop.folder, 'desk.log');
    expect(readFileSync(log, 'utf8')).toContain('page: TypeError');
    expect(desktop.electron.done).toContain(`show ${log}`);
  });
});

test('no page may go elsewhere, open a window, hold a webview or use the computer', async () => {
  await using desktop = await startedDesktop();
  const page = desktop.electron.openPage();
  for (const url of [
    'https://evil.example/',
    'file:///etc/passwd',
    'app://intray/other.html',
    'data:text/html,x',
  ])
    expect(page.allow(url)).toBe(false);
  expect(page.allow('app://intray/index.html?view=work')).toBe(true);
  expect(page.webviews).toBe(false);
  page.openWindow('javascript:alert(1)');
  page.openWindow('file:///etc/passwd');
  page.openWindow('https://crm.example.com/1');
  expect(desktop.electron.opened).toEqual(['https://crm.example.com/1']);
  for (const permission of [
    'media',
    'geolocation',
    'notifications',
    'openExternal',
    'hid',
    'usb',
    'clipboard-read',
  ])
    expect(desktop.electron.permit(permission)).toBe(false);
});

test('a page is served with a policy that lets it talk to nobody', async () => {
  await using desktop = await startedDesktop();
  writeFileSync(join(desktop.folder, 'index.html'), '<p>hello</p>');
  const page = await desktop.electron.answerPage('app://intray/index.html');
  expect(page.status).toBe(200);
  expect(page.headers['content-security-policy']).toContain("connect-src 'none'");
  expect((await desktop.electron.answerPage('app://intray/..%2fsecret.html')).status).toBe(404);
  expect((await desktop.electron.answerPage('app://intray/missing.html')).status).toBe(404);
});
