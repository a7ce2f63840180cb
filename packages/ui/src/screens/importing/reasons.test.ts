import { IMPORT_TEXTS, type ImportTextCode } from '@intray/importing';
import { expect, test } from 'vitest';
import { inGerman, reasons } from './reasons.de.ts';

const gapsIn = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

test('German has every reason of an import with the same gaps, and none is left English', () => {
  expect(Object.keys(reasons).sort()).toEqual(Object.keys(IMPORT_TEXTS).sort());
  for (const [code, text] of Object.entries(IMPORT_TEXTS)) {
    expect(gapsIn(reasons[code as ImportTextCode]), code).toEqual(gapsIn(text));
    expect(reasons[code as ImportTextCode], code).not.toBe(text);
  }
});

test.each([
  ['too few columns: expected 3, found 1', 'Zu wenige Spalten: erwartet 3, gefunden 1.'],
  [
    'expected a JSON object, {"column": value, …}, on each line',
    'Erwartet ist ein JSON-Objekt je Zeile: {"Spalte": Wert, …}',
  ],
  [
    'refused by the server: There is no queue "Nowhere". (queue_unknown)',
    'Vom Server abgelehnt: Die Warteschlange gibt es nicht. (queue_unknown)',
  ],
  ['refused by the server: Not today. (from_tomorrow)', 'Vom Server abgelehnt: Not today. (from_tomorrow)'],
  [
    'The first line should name the columns, but too many columns: expected 1, found 2. Mend it and start again.',
    'Die erste Zeile soll die Spalten nennen. Zu viele Spalten: erwartet 1, gefunden 2. Berichtigen Sie das und beginnen Sie von vorn.',
  ],
  [
    'The mapping cannot be used.\n  dueAt.zone: expected a time zone such as America/New_York or UTC',
    'Die Zuordnung lässt sich nicht verwenden.\ndueAt.zone: Erwartet ist eine Zeitzone wie Europe/Berlin oder UTC.',
  ],
  ['The moon is full.', 'The moon is full.'],
])('%s', (english, german) => {
  expect(inGerman(english)).toBe(german);
});
