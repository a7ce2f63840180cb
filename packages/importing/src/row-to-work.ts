/** Turns a row into a piece of work to submit, by a mapping. */
import type { Json } from '@intray/core';
import { nearest } from '@intray/core';
import { DateTime } from 'luxon';
import { IMPORT_TEXTS, importText } from './import-texts.ts';
import { BadMapping, columnsOf, type Mapping, type Moment, namedColumns, type Value } from './mapping.ts';
import type { Cells } from './source-row.ts';

/** A piece of work as `POST /api/v1/interactions` takes it. Times are ISO 8601 with a zone. */
export interface Work {
  readonly externalId: string;
  readonly mediaType: string;
  readonly queue: string;
  readonly priority?: number;
  readonly dueAt?: string;
  readonly receivedAt?: string;
  readonly contact?: string;
  readonly userData: Readonly<Record<string, Json>>;
}

export type Mapped = { readonly work: Work } | { readonly flaw: string };

/**
 * Fits a mapping to the columns of a file.
 * @throws BadMapping if it names a column that is not there: better before the first row than after the last
 */
export function fitMapping(mapping: Mapping, columns: readonly string[]): (cells: Cells) => Mapped {
  const unknown = namedColumns(mapping).filter(({ column }) => !columns.includes(column));
  if (unknown.length > 0) {
    const lines = unknown.map(({ where, column }) => {
      const meant = nearest(column, columns);
      const told =
        meant === undefined
          ? importText('noColumn', { column })
          : importText('noColumnMeant', { column, meant });
      return `${where}: ${told}`;
    });
    const all = importText('columnsAre', { columns: columns.join(', ') });
    throw new BadMapping([IMPORT_TEXTS.mappingUnfit, ...lines, all].join('\n  '));
  }
  const attached = attachedKeys(mapping.userData, columns);
  return (cells) => toWork(mapping, attached, cells);
}

function toWork(mapping: Mapping, attached: readonly (readonly [string, Value])[], cells: Cells): Mapped {
  const externalId = read(mapping.externalId, cells);
  if (externalId === undefined)
    return { flaw: importText('keyMissing', { columns: columnsOf(mapping.externalId).join(', ') }) };
  const mediaType = read(mapping.mediaType, cells);
  if (mediaType === undefined) return { flaw: IMPORT_TEXTS.mediaMissing };
  const queue = read(mapping.queue, cells);
  if (queue === undefined) return { flaw: IMPORT_TEXTS.queueMissing };

  const priority = mapping.priority && read(mapping.priority, cells);
  if (priority !== undefined && !/^[+-]?\d+$/.test(String(priority).trim()))
    return { flaw: importText('priority', { priority: String(priority) }) };
  const dueAt = momentOf(mapping.dueAt, cells);
  if (dueAt?.flaw !== undefined) return { flaw: dueAt.flaw };
  const receivedAt = momentOf(mapping.receivedAt, cells);
  if (receivedAt?.flaw !== undefined) return { flaw: receivedAt.flaw };
  const contact = mapping.contact && read(mapping.contact, cells);

  const userData: Record<string, Json> = {};
  for (const [key, value] of attached) {
    const found = read(value, cells);
    if (found !== undefined) userData[key] = found;
  }
  return {
    work: {
      externalId: String(externalId),
      mediaType: String(mediaType),
      queue: String(queue),
      ...(priority === undefined ? {} : { priority: Number(priority) }),
      ...(dueAt === undefined ? {} : { dueAt: dueAt.at }),
      ...(receivedAt === undefined ? {} : { receivedAt: receivedAt.at }),
      ...(contact === undefined ? {} : { contact: String(contact) }),
      userData,
    },
  };
}

/** Which key is filled from what. */
function attachedKeys(userData: Mapping['userData'], columns: readonly string[]): [string, Value][] {
  const asItIs = (column: string): [string, Value] => [column, { column }];
  if (userData === '*') return columns.map(asItIs);
  if (Array.isArray(userData)) return userData.map(asItIs);
  const { '*': rest, ...keys } = userData;
  const named = Object.entries(keys).map(([key, value]): [string, Value] => [
    key,
    typeof value === 'string' ? { column: value } : value,
  ]);
  if (rest === undefined) return named;
  const used = new Set([...rest.except, ...named.flatMap(([, value]) => columnsOf(value))]);
  return [...columns.filter((column) => !used.has(column)).map(asItIs), ...named];
}

/** `undefined` when there is nothing there: an empty cell attaches no key. */
function read(value: Value, cells: Cells): Json | undefined {
  if ('value' in value) return value.value;
  if ('columns' in value) {
    const parts = value.columns.flatMap((column) => textOf(cells[column]) ?? []);
    return parts.length === 0 ? undefined : parts.join(value.join);
  }
  const cell = cells[value.column];
  const text = textOf(cell);
  if (text === undefined) return value.default;
  if (value.lookup === undefined) return cell;
  return Object.hasOwn(value.lookup, text) ? value.lookup[text] : (value.default ?? cell);
}

function textOf(cell: Json | undefined): string | undefined {
  if (cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === ''))
    return undefined;
  return typeof cell === 'string' ? cell.trim() : JSON.stringify(cell);
}

type MappedMoment = { readonly at: string; readonly flaw?: undefined } | { readonly flaw: string };

function momentOf(moment: Moment | undefined, cells: Cells): MappedMoment | undefined {
  const text = moment && textOf(cells[moment.column]);
  if (moment === undefined || text === undefined) return undefined;
  const { column, format, zone } = moment;
  const parsed =
    format === 'ISO'
      ? DateTime.fromISO(text, { zone, locale: 'en-US' })
      : DateTime.fromFormat(text, format, { zone, locale: 'en-US' });
  const at = parsed.toUTC().toISO();
  if (at !== null) return { at };
  return { flaw: importText('notTime', { column, text: clip(text), format }) };
}

const clip = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
