/** For tests: invented requests to a city as a CSV file, in the shape of the open data that cities publish. */

export const COLUMNS = [
  'Key',
  'Created',
  'Due',
  'Channel',
  'Kind',
  'Detail',
  'Street',
  'City',
  'Zip',
  'District',
  'Status',
  'Note',
];

export const MAP = `
externalId: { column: Key }
mediaType: { value: workitem }
queue: { value: Inbox }
priority: { column: Kind, lookup: { Noise: 10 }, default: 0 }
dueAt: { column: Due, format: MM/dd/yyyy hh:mm:ss a, zone: America/New_York }
userData:
  Subject: { columns: [Kind, Detail], join: ': ' }
  Channel: Channel
  Note: Note
`;

export const pick = <T>(from: readonly T[], index: number): T => from[index % from.length] as T;
const written = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A row of invented requests: commas, quotes and line ends inside, and every second without a due date. */
export function rowOf(key: string, index: number): string[] {
  const due = index % 2 === 0 ? `0${1 + (index % 9)}/15/2026 11:${10 + (index % 50)}:00 PM` : '';
  const note = pick(['', 'ring twice', 'says "now, please"', 'first line\nsecond line', 'à la carte'], index);
  return [
    key,
    '05/04/2026 08:00:00 AM',
    due,
    pick(['PHONE', 'ONLINE', 'MOBILE'], index),
    pick(['Noise', 'Light', 'Tree'], index),
    `Detail ${index}`,
    `${index} Example Street`,
    pick(['North, Upper', 'South'], index),
    String(10_000 + index),
    'Middle',
    'Open',
    note,
  ];
}

export const line = (fields: readonly string[]): string => `${fields.map(written).join(',')}\n`;
export const fileOf = (rows: readonly string[][]): string => [COLUMNS, ...rows].map(line).join('');
export const rows = (prefix: string, count: number): string[][] =>
  Array.from({ length: count }, (_, index) => rowOf(`${prefix}${index}`, index));
