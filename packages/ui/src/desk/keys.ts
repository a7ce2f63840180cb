/** Under which name each answer of the server is kept. */
import { type WorkbinRef, workbinKey } from '@intray/core';
import type { Place } from './place.ts';

export type Key = readonly string[];

export const keys = {
  me: ['me'],
  catalogue: ['catalogue'],
  demo: ['demo'],
  workbins: ['workbins'],
  queues: ['queues'],
  everyInteraction: ['interaction'],
  interaction: (id: string): Key => ['interaction', id],
  history: (id: string): Key => ['history', id],
  colleagues: (text: string, mediaType = ''): Key => ['colleagues', text, mediaType],
  everyColleague: ['colleagues'],
  lists: ['list'],
  workbinLists: ['list', 'workbin'],
  queueLists: ['list', 'queue'],
  workbin: (ref: WorkbinRef): Key => ['list', 'workbin', workbinKey(ref)],
  queue: (id: string): Key => ['list', 'queue', id],
  finished: ['list', 'finished'],
  configuration: ['configuration'],
  configurationVersion: (version: number): Key => ['configuration-version', String(version)],
  configurationHistory: ['configuration', 'history'],
  configurationDifferences: (from: number, to: number): Key => [
    'configuration-differences',
    String(from),
    String(to),
  ],
  explanations: ['explained'],
  options: (agentId: string, interactionId: string): Key => ['explained', 'options', agentId, interactionId],
  access: (agentId: string): Key => ['explained', 'access', agentId],
  everyContact: ['contact'],
  contact: (id: string, mediaType = '', unfinished = false): Key => [
    'contact',
    id,
    mediaType,
    String(unfinished),
  ],
  search: (text: string): Key => ['search', text],
  finds: ['list', 'find'],
  find: (asked: string): Key => ['list', 'find', asked],
  board: ['board'],
  whys: ['why'],
  why: (kind: 'item' | 'agent', id: string): Key => ['why', kind, id],
  reports: ['reports'],
  operations: ['operations'],
} as const;

/** The list that a place shows; `undefined` where it is no list of pages. */
export function listKeyOf(place: Place): Key | undefined {
  switch (place.view) {
    case 'workbin':
      return keys.workbin(place.workbin);
    case 'queue':
      return keys.queue(place.queue);
    case 'finished':
      return keys.finished;
    default:
      return undefined;
  }
}
