/** Faults that a server of this wire may have, and the cases that have to find each: these and no others. */
import type { Case } from '../cases/case.ts';
import { itemIn } from '../stage/person.ts';
import type { Fault, Passing } from './mutating-proxy.ts';

export interface Broken {
  readonly name: string;
  readonly fault: Fault;
  readonly finds: (candidate: Case) => boolean;
}

type Changeable = Record<string, unknown>;

/** `data` of the messages in an answer to a Bayeux request. */
const told = ({ body }: Passing): Changeable[] =>
  Array.isArray(body)
    ? body.flatMap((message: { data?: Changeable }): Changeable[] =>
        message.data === undefined ? [] : [message.data],
      )
    : [];

const workitems = (passing: Passing): Changeable[] =>
  told(passing).flatMap((data): Changeable[] => {
    const item = itemIn(data) as Changeable | undefined;
    return item === undefined ? [] : [item];
  });

const envelope = ({ body }: Passing): Changeable | undefined =>
  typeof body === 'object' && body !== null && 'statusCode' in body ? (body as Changeable) : undefined;

const ids =
  (...patterns: readonly RegExp[]) =>
  ({ id }: Case): boolean =>
    patterns.some((pattern) => pattern.test(id));

/** Bayeux says no in its own words, and a missing token is refused as plain text: no envelope that could be broken. */
const isRefusal = ({ id, area, expects }: Case): boolean =>
  expects === 'refusal' &&
  (area !== 'cometd' || id.startsWith('cometd/input/')) &&
  !id.startsWith('session/csrf/');

export const BROKEN: readonly Broken[] = [
  {
    name: 'capabilities without SetInFocus in messages',
    fault: (passing) => {
      for (const item of workitems(passing))
        if (Array.isArray(item.capabilities))
          item.capabilities = item.capabilities.filter((name) => name !== 'SetInFocus');
    },
    finds: ids(/^messages\/(accept|pull|takeOver)\/capabilities$/),
  },
  {
    name: 'no statusCode in the answer to many subscriptions',
    fault: (passing) => {
      const body = envelope(passing);
      if (body !== undefined && 'referenceIds' in body) delete body.statusCode;
    },
    finds: ids(/^subscribe\/many\/(un)?subscribe$/),
  },
  {
    name: 'no referenceId in messages about items',
    fault: (passing) => {
      for (const data of told(passing)) if (itemIn(data) !== undefined) delete data.referenceId;
    },
    finds: ids(/^messages\/\w+\/referenceId$/, /^messages\/(add|pull)\/fields$/),
  },
  {
    name: 'the state InWorkbin misspelt',
    fault: (passing) => {
      for (const item of workitems(passing)) if (item.state === 'InWorkbin') item.state = 'InWorkBin';
    },
    finds: ids(/^messages\/add\/state$/),
  },
  {
    name: 'refusals that say more than they may, as HTTP 500',
    fault: (passing) => {
      const body = envelope(passing);
      if (body === undefined || body.statusCode === 0) return;
      body.errorId = 4711;
      passing.status = 500;
    },
    finds: isRefusal,
  },
  {
    name: 'the id of a workbin differs from the one in the list',
    fault: ({ method, path, body }) => {
      const workbin = (body as { workbin?: Changeable } | null)?.workbin;
      if (method === 'GET' && /\/workbins\/[^/?]+$/.test(path) && workbin !== undefined)
        workbin.id = `${String(workbin.id).slice(0, -1)}-`;
    },
    finds: ids(/^workbins\/(me\/)?workbins\/header\/id$/),
  },
  {
    name: 'null instead of the flags 0 and 1',
    fault: (passing) => {
      for (const item of workitems(passing)) {
        const data = item.userData as Changeable | undefined;
        for (const flag of ['IsHeld', 'IsLocked', 'IsOnline'])
          if (data !== undefined && flag in data) data[flag] = null;
      }
    },
    finds: ids(/^messages\/pull\/userData\/Is(Held|Locked|Online)$/),
  },
  {
    name: 'silence about what is taken out of a workbin',
    fault: (passing) => {
      if (Array.isArray(passing.body))
        passing.body = passing.body.filter(
          (message: { data?: Changeable }) => message.data?.action !== 'ItemRemoved',
        );
    },
    finds: ids(/^messages\/pull\/(workbin|order)/),
  },
];
