/** The same promises, asked at the door like anybody else would. */
import { isDeepStrictEqual } from 'node:util';
import { type InteractionEvent, type InteractionView, isSessionCommand, replay } from '@intray/core';
import type { Breach } from './checks.ts';
import type { Dice } from './dice.ts';
import { insist } from './insist.ts';
import type { Acknowledged, Page } from './ledger.ts';
import { type Rest, type RestAnswer, restAs } from './rest.ts';

const LONGEST_HISTORY = 200;

export interface Questions {
  readonly url: string;
  readonly ledger: Page;
  /** An index into the acknowledged commands: what was promised from there on is asked about. */
  readonly from: number;
  /** How many submissions, and how many other commands, are asked about at most. */
  readonly sample: number;
  readonly dice: Dice;
  readonly signal: AbortSignal;
}

/** Asks about a sample of what was promised. */
export async function breachesAtTheDoor(questions: Questions): Promise<readonly Breach[]> {
  const { url, ledger, from, dice, signal } = questions;
  const sample = <T>(list: readonly T[]): readonly T[] =>
    list.length <= questions.sample ? list : Array.from({ length: questions.sample }, () => dice.pick(list));
  const admin = asking(restAs(url, 'admin1'), signal);
  const recent = ledger.acknowledged.slice(from);
  const submissions = sample(recent.filter(({ command }) => command.type === 'submit'));
  const commands = sample(recent.filter(({ command: { type } }) => type !== 'submit'));
  const found: string[] = [];
  // One after the other: the load goes on meanwhile, and this is not part of it.
  for (const submission of submissions) {
    found.push(...(await sameIdAgain(admin, submission)));
    found.push(...(await isThere(admin, submission)));
  }
  for (const command of commands)
    found.push(...(await sameAnswerAgain(asking(restAs(url, command.by), signal), command)));
  return found.map((detail) => ({ check: 'wire', detail }));
}

const asking =
  (rest: Rest, signal: AbortSignal): Rest =>
  (path, call) =>
    insist(signal, () => rest(path, call));

/** The same work once more, under another command id, gets the id it has. */
async function sameIdAgain(rest: Rest, { command, id }: Acknowledged): Promise<string[]> {
  if (command.type !== 'submit') return [];
  const { type, interactionId, ...body } = command;
  const answer = await rest('/interactions', { method: 'POST', body });
  return answer.status === 200 && (answer.body as { id: string }).id === id
    ? []
    : [`${command.externalId} again: expected 200 and ${id}, got ${shown(answer)}`];
}

/** It can be read, and its history tells how it became what it is. */
async function isThere(rest: Rest, { id }: Acknowledged): Promise<string[]> {
  const answer = await rest(`/interactions/${id}`);
  if (answer.status !== 200) return [`${id}: expected 200, got ${shown(answer)}`];
  const { interaction } = answer.body as InteractionView;
  const past = await rest(`/interactions/${id}/history?limit=${LONGEST_HISTORY}`);
  const { items } = past.body as { items: readonly InteractionEvent[] };
  if (interaction.version > LONGEST_HISTORY) return [];
  const replayed = replay(items.slice(0, interaction.version));
  return isDeepStrictEqual(JSON.parse(JSON.stringify(replayed ?? null)), interaction)
    ? []
    : [`${id}: its history does not give what is shown`];
}

/** A command that was done, sent once more under its id, gets the answer that it got. */
async function sameAnswerAgain(rest: Rest, promised: Acknowledged): Promise<string[]> {
  const { command, commandId, id, version, events } = promised;
  if (events === undefined || events.length === 0) return [];
  const path = isSessionCommand(command) ? '/session' : `/interactions/${command.interactionId}/commands`;
  const body = isSessionCommand(command) ? command : withoutSubject(command);
  const answer = await rest(path, { method: 'POST', body, commandId });
  const kept = answer.body as { id?: string; version?: number; events?: unknown };
  return answer.status === 200 &&
    isDeepStrictEqual([kept.id, kept.version, kept.events], [id, version, events])
    ? []
    : [
        `${command.type} ${commandId} again: expected ${JSON.stringify([id, version, events])}, got ${shown(answer)}`,
      ];
}

/** The path names the interaction. */
function withoutSubject<T extends { readonly interactionId: string }>(command: T): Omit<T, 'interactionId'> {
  const { interactionId, ...rest } = command;
  return rest;
}

const shown = ({ status, body }: RestAnswer): string => `${status} ${JSON.stringify(body).slice(0, 300)}`;
