/** One function a verb: what the main process does for the page. */
import { type Begin, type DeskState, no, type Shelf, yes } from '../shared/contract.ts';
import type { Settings } from '../shared/settings.ts';
import { externalLink } from './external-links.ts';
import type { Electron } from './facade.ts';
import type { Handlers } from './ipc.ts';
import type { KeptFile } from './kept-file.ts';
import type { Log } from './log.ts';
import { type Login, loginIn } from './login.ts';
import { askServer } from './server-access.ts';
import type { ServerSockets } from './server-sockets.ts';
import type { Servers } from './servers.ts';
import type { Vault } from './vault.ts';

export interface HandlerPorts {
  readonly app: Pick<Electron['app'], 'locale' | 'version'>;
  readonly shell: Electron['shell'];
  readonly servers: Servers;
  readonly settings: KeptFile<Settings>;
  readonly vault: Vault;
  readonly sockets: ServerSockets;
  readonly fetch: typeof globalThis.fetch;
  /** The settings are other ones now. */
  readonly onSettings: () => void;
  readonly onDesk: (state: DeskState) => void;
  readonly keysTaken: () => readonly string[];
  readonly say: (news: { readonly title: string; readonly body: string }) => void;
  /** Where the log lies. */
  readonly logPath: string;
  readonly log: Log;
}

const NO_SERVER = no('no_server', 'No server is chosen yet. Add one first.');

export function handlersOf(ports: HandlerPorts): Handlers {
  const { app, shell, servers, settings, vault, sockets, fetch, onSettings, onDesk } = ports;
  const logins = new Map<string, Login>();

  function loginAt(id: string): Login {
    const known = logins.get(id) ?? loginIn(vault, `${id}-login`);
    logins.set(id, known);
    return known;
  }

  function begin(): Begin {
    const server = servers.current();
    return {
      servers: servers.list(),
      settings: settings.read(),
      version: app.version(),
      language: settings.read().language || app.locale(),
      keeps: vault.keeps,
      keysTaken: ports.keysTaken(),
      ...(server === undefined ? {} : { server: server.id }),
    };
  }

  /** Another server: what was open to the one before is closed. */
  function elsewhere() {
    sockets.forgetAll();
    return yes(begin());
  }

  const shelfOf = (shelf: Shelf): string | undefined => {
    const server = servers.current();
    return server && `${server.id}-${shelf}`;
  };

  return {
    begin: () => yes(begin()),
    async ask(request) {
      const server = servers.current();
      if (server === undefined) return NO_SERVER;
      return yes(await askServer({ origin: server.url, login: loginAt(server.id), fetch }, request));
    },
    openSocket({ socket }) {
      const server = servers.current();
      if (server === undefined) return NO_SERVER;
      const { cookie } = loginAt(server.id).headers();
      const opened = sockets.open(socket, {
        origin: server.url,
        headers: cookie === undefined ? {} : { cookie },
      });
      return opened
        ? yes(null)
        : no('socket_unknown', 'There is such a socket already, or there are too many.');
    },
    sendToSocket: ({ socket, text }) =>
      sockets.send(socket, text) ? yes(null) : no('socket_unknown', 'That socket is not open.'),
    closeSocket: ({ socket }) =>
      sockets.close(socket) ? yes(null) : no('socket_unknown', 'There is no such socket.'),
    readKept({ shelf }) {
      const name = shelfOf(shelf);
      return name === undefined ? NO_SERVER : yes(vault.read(name) ?? null);
    },
    keep({ shelf, text }) {
      const name = shelfOf(shelf);
      if (name === undefined) return NO_SERVER;
      if (!vault.keeps)
        return no('not_kept', 'This computer has no key store that is open, so nothing is kept on it.');
      if (text === '') vault.forget(name);
      else vault.write(name, text);
      return yes(null);
    },
    addServer({ name, url }) {
      if (servers.add(name, url) === undefined)
        return no(
          'address_refused',
          'Expected the address of an Intray server, such as https://intray.example.com, without a path.',
        );
      return elsewhere();
    },
    chooseServer: ({ id }) =>
      servers.choose(id) === undefined ? no('server_unknown', 'There is no such server.') : elsewhere(),
    removeServer({ id }) {
      const inUse = servers.current()?.id === id;
      if (servers.remove(id) === undefined) return no('server_unknown', 'There is no such server.');
      loginAt(id).forget();
      // What waits to be sent stays: it is found again if the server is added once more.
      for (const shelf of ['snapshot', 'drafts'] as const) vault.forget(`${id}-${shelf}`);
      return inUse ? elsewhere() : yes(begin());
    },
    changeSettings(change) {
      settings.write({ ...settings.read(), ...(change as Partial<Settings>) });
      onSettings();
      return yes(begin());
    },
    tell(state) {
      onDesk(state);
      return yes(null);
    },
    async openLink({ url }) {
      const link = externalLink(url, settings.read().linkHosts);
      if (link === undefined) return no('link_refused', 'This address may not be opened from here.');
      await shell.openExternal(link);
      return yes(null);
    },
    say(news) {
      ports.say(news);
      return yes(null);
    },
    showLog() {
      shell.showFile(ports.logPath);
      return yes(null);
    },
    report({ what, stack }) {
      ports.log.failure(`page: ${what}`, stack);
      return yes(null);
    },
  };
}
