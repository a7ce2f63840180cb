/**
 * The desk without a face: what is known, kept true by one feed, and the one way to give a command. One a tab.
 */
import { newCommandId } from '@intray/api/client';
import {
  type Command,
  evolve,
  type FeedMessage,
  type InteractionView,
  type MyDesk,
  type Outcome,
} from '@intray/core';
import { notifyManager, QueryClient } from '@tanstack/react-query';
import { keptAnswers, worthAskingAgain } from './asking.ts';
import { type Auth, auth } from './auth.ts';
import { type Outbox, outbox } from './commands.ts';
import { concernedBy, type Shown } from './concerned.ts';
import { type Key, keys } from './keys.ts';
import { keepLease } from './lease.ts';
import { holds, type Lines } from './lists.ts';
import { takeNews } from './news.ts';
import { foresee, withPending } from './optimism.ts';
import { type DeskPort, SignedOut } from './port.ts';
import { type Refresher, refresher } from './refresher.ts';
import { type ServerClock, serverClock } from './server-clock.ts';
import { type StalePages, stalePages } from './stale-pages.ts';

export interface DeskRuntime {
  readonly port: DeskPort;
  readonly queries: QueryClient;
  readonly clock: ServerClock;
  readonly pages: StalePages;
  readonly auth: Auth;
  readonly outbox: Outbox;
  /** What `port.me` answers, with what is on its way laid over it. */
  me(): Promise<MyDesk>;
  /** Gives a command; resolves with the server's answer however long that takes. */
  run(command: Command): Promise<Outcome>;
  /** Signs in: as the same person, what was on the screen goes on; as another, the desk is cleared first. */
  signIn(userName: string, password: string): ReturnType<DeskPort['signIn']>;
  signOut(where: 'here' | 'everywhere'): Promise<void>;
  /** Begins to follow and to say "I am still here"; the returned function ends both. */
  start(): () => void;
}

const SECOND = 1_000;

/** A desk on this port. */
export function createDesk(port: DeskPort): DeskRuntime {
  // Not in a timer, which comes after the browser's next frame: what a click foresees would be painted a frame late.
  notifyManager.setScheduler(queueMicrotask);
  const signedIn = auth();
  const clock = serverClock();
  const sent = outbox();
  const queries = new QueryClient({
    queryCache: keptAnswers({
      onSignedOut: () => signedIn.lost(),
      onAnswer: (key, data) => {
        if (key !== keys.me[0]) return;
        signedIn.recognised();
        clock.heard((data as MyDesk).now);
      },
    }),
    defaultOptions: {
      queries: {
        // The feed says when something is no longer true; asking on every focus would only be noise.
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 10 * 60 * SECOND,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        // The browser's own word on the network is unreliable, in both directions.
        networkMode: 'always',
        retry: worthAskingAgain,
        retryDelay: (failures) => Math.min(5 * SECOND, 300 * 2 ** failures),
      },
    },
  });
  const refresh = refresher(queries);
  const pages = stalePages(queries, (key) => refresh.soon([key]));
  let following: Following | undefined;

  async function answered(commandId: string, command: Command): Promise<Outcome> {
    for (;;) {
      try {
        return await port.execute(commandId, command);
      } catch (error) {
        if (!(error instanceof SignedOut)) throw error;
        // The same person signs in again and the same command goes out under its own id.
        signedIn.lost();
        await signedIn.whenIn();
      }
    }
  }

  async function run(command: Command): Promise<Outcome> {
    const commandId = newCommandId();
    const takeBack = foresee(queries, command, clock.now());
    const undo = () => {
      if (takeBack()) return;
      // A list was asked for in between, and what was foreseen stands in it: only the server knows it now.
      pages.markAll();
      refresh.soon([keys.lists]);
    };
    sent.add({ commandId, command });
    try {
      const outcome = await answered(commandId, command);
      if (!outcome.ok) undo();
      return outcome;
    } catch (error) {
      undo();
      throw error;
    } finally {
      sent.remove(commandId);
      refresh.now([
        keys.me,
        ...('interactionId' in command ? [keys.interaction(command.interactionId)] : []),
      ]);
    }
  }

  return {
    port,
    queries,
    clock,
    pages,
    auth: signedIn,
    outbox: sent,
    async me() {
      const me = await port.me();
      const pending = sent.list().map(({ command }) => command);
      return withPending(me, pending, queries, clock.now());
    },
    run,
    async signIn(userName, password) {
      const before = queries.getQueryData<MyDesk>(keys.me)?.agent.id;
      const answer = await port.signIn(userName, password);
      if (!answer.ok) return answer;
      if (before !== undefined && before !== userName) queries.clear();
      following?.again();
      // What never came may be asked for now; what is on the screen stays there while it is asked for again.
      await queries.resetQueries({ predicate: (query) => query.state.data === undefined });
      pages.markAll();
      await queries.invalidateQueries();
      return answer;
    },
    async signOut(where) {
      await port.signOut(where);
      signedIn.left();
      queries.clear();
    },
    start: () => {
      const feed = followFeed(port, queries, refresh, pages, clock);
      const letGo = keepLease({ port, queries, auth: signedIn });
      following = feed;
      let link = port.link();
      // What was configured during a cut is not told afterwards.
      const unlinked = port.onLink(() => {
        const back = link !== 'online' && port.link() === 'online';
        link = port.link();
        if (back)
          refresh.now([
            keys.catalogue,
            keys.me,
            keys.configuration,
            keys.explanations,
            keys.everyInteraction,
          ]);
      });
      const unheard = port.onSignedOut(() => signedIn.state() !== 'out' && signedIn.lost());
      return () => {
        feed.stop();
        letGo();
        unheard();
        unlinked();
        refresh.stop();
      };
    },
  };
}

interface Following {
  stop(): void;
  /** The login was renewed: what was followed under the old one has ended. */
  again(): void;
}

/** Follows from the answer of `me`, as soon as there is one, and turns what happens into what must be asked again. */
function followFeed(
  port: DeskPort,
  queries: QueryClient,
  refresh: Refresher,
  pages: StalePages,
  clock: ServerClock,
): Following {
  let following: { readonly agentId: string; readonly stop: () => void } | undefined;

  const tell = (message: FeedMessage) => {
    if (message.kind === 'beat') clock.heard(message.now);
    if (message.kind === 'reset') {
      pages.markAll();
      void queries.invalidateQueries();
    }
    if (message.kind === 'configured') takeNews(message, queries, refresh);
    if (message.kind !== 'event') return;
    const { event } = message;
    if (event.subject === 'interaction') {
      const key = keys.interaction(event.interactionId);
      // What is written into an answer makes it count as fresh; one that nobody looks at still has to be asked for again.
      const stale = queries.getQueryState(key)?.isInvalidated === true;
      queries.setQueryData<InteractionView>(key, (view) =>
        view?.interaction.version === event.version - 1
          ? { ...view, interaction: evolve(view.interaction, event) }
          : view,
      );
      if (stale) void queries.invalidateQueries({ queryKey: key, refetchType: 'none' });
    }
    const { now, soon, later, pages: places = [] } = concernedBy(event, shown(queries));
    places.forEach(pages.mark);
    refresh.now(now);
    refresh.soon(soon);
    refresh.later(later);
  };

  const look = () => {
    const me = queries.getQueryData<MyDesk>(keys.me);
    if (me?.agent.id === following?.agentId) return;
    following?.stop();
    following = me && { agentId: me.agent.id, stop: port.follow(me.cursor, tell) };
  };

  const end = () => {
    following?.stop();
    following = undefined;
  };

  look();
  const unsubscribe = queries
    .getQueryCache()
    .subscribe(({ query }) => query.queryKey[0] === keys.me[0] && look());
  return {
    stop() {
      unsubscribe();
      end();
    },
    again() {
      end();
      look();
    },
  };
}

/** What the kept answers show. */
function shown(queries: QueryClient): Shown {
  const me = queries.getQueryData<MyDesk>(keys.me);
  return {
    myId: me?.agent.id,
    isMine: (id) => me?.work.some(({ interaction }) => interaction.id === id) ?? false,
    listsWith: (id) =>
      queries
        .getQueriesData<Lines>({ queryKey: keys.lists })
        .flatMap(([key, lines]) => (holds(lines, id) ? [key as Key] : [])),
  };
}
