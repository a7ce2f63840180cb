/** Faults that a careless change could bring in. Each is put into a copy of the program, and a day has to find it. */
export interface Planted {
  readonly name: string;
  /** The file, from the root of the repository. */
  readonly file: string;
  /** What stands there, and must stand there once. */
  readonly find: string;
  readonly put: string;
  /** What a day finds broken by it. */
  readonly breaks: RegExp;
}

const ENGINE = 'packages/engine/src';
const CORE = 'packages/core/src';

export const PLANTED: readonly Planted[] = [
  {
    name: 'a command is answered before it is kept',
    file: `${ENGINE}/execute/committing.ts`,
    find: '      toKeep.length > 0 &&\n      !(await',
    put: '      toKeep.length > 0 &&\n      (this.#answerAll(verdicts, sure, set, present), true) &&\n      !(await',
    breaks: /answered with yes is kept|same command id/,
  },
  {
    name: 'receipts are not looked for when rows are read anew',
    file: `${ENGINE}/execute/gather.ts`,
    find: '      commandIds,\n    };',
    put: '      commandIds: [],\n    };',
    breaks: /is not refused|same command id|nothing fails/,
  },
  {
    name: 'capacity is checked on what the router remembers, and not when it is decided',
    file: `${CORE}/interaction/requests.ts`,
    find: 'if (!hasRoom(session, interaction.mediaType, centre)) {',
    put: 'if (false) {',
    breaks: /more than their capacity/,
  },
  {
    name: 'own events are told past a transaction that still runs',
    file: `${ENGINE}/feed/own-commits.ts`,
    find: '        published.running.every((transaction) => this.#told.has(transaction)),',
    put: '        true,',
    breaks: /feed tells each event|screen|nothing waits|gets done/,
  },
  {
    name: 'a server reads the feed only when it is told to',
    file: `${ENGINE}/feed/relay.ts`,
    find: '      this.wake();\n      await this.#reading;',
    put: '      await this.#reading;',
    breaks: /nothing waits|screen|feed tells|gets done|what waited longest/,
  },
  {
    name: 'the newest goes first',
    file: `${CORE}/routing/picture.ts`,
    find: 'placedAt: item.placedAt,',
    put: 'placedAt: -item.placedAt,',
    breaks: /what waited longest/,
  },
  {
    name: 'an offer never runs out',
    file: `${CORE}/interaction/deadlines.ts`,
    find: "    case 'Invited':\n    case 'Transferring':",
    put: "    case 'Transferring':",
    breaks: /no state is without an exit/,
  },
  {
    name: 'a decline is forgotten in the load',
    file: `${CORE}/agent/load.ts`,
    find: '...had.filter((id) => !has.includes(id)).map((id) => shifted(id, -1)),',
    put: "...(after.state === 'Queued' ? [] : had.filter((id) => !has.includes(id)).map((id) => shifted(id, -1))),",
    breaks: /load of an agent|nothing fails/,
  },
  {
    name: 'nobody looks after the offers of agents who are gone',
    file: `${ENGINE}/sweeper.ts`,
    find: '    this.#gone.clear();\n    if (agentIds.length === 0) return;',
    put: '    this.#gone.clear();\n    return;',
    breaks: /who is gone/,
  },
  {
    name: 'a server does not hear that a queue has got work from another server',
    file: `${ENGINE}/routing/matcher.ts`,
    find: '    if (this.#unread.interactions.size + this.#unread.agents.size > 0) this.#track(this.#refresh());',
    put: '',
    breaks: /nothing waits|gets done/,
  },
  {
    name: 'what comes to a queue while a page of it is read is taken for read',
    file: `${ENGINE}/routing/queue-reading.ts`,
    find: '[...meanwhile.values()].filter((item) => this.#reaches(item))',
    put: '[]',
    breaks: /nothing waits|gets done|what waited longest|highest priority/,
  },
];
