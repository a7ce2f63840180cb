/** Warum sich eine Zeile, eine Datei oder eine Zuordnung nicht verwenden lässt: mit denselben Lücken. */
import { filled, textFinder } from '@intray/core';
import { IMPORT_TEXTS, type ImportTextCode } from '@intray/importing';
import { german as refusals } from '../refusals/words.de.ts';

export const reasons: Readonly<Record<ImportTextCode, string>> = {
  valueTooLong: 'Spalte „{column}“ enthält {n} Zeichen; höchstens {most} sind möglich.',
  lineTooLong: 'Die Zeile ist {n} Byte lang; höchstens {most} sind möglich.',
  notUtf8:
    'Die Zeile ist kein gültiges UTF-8. Sichern Sie die Datei als UTF-8 oder wählen Sie ihren Zeichensatz.',
  quoteMissing:
    'Ein Feld in Anführungszeichen endet nicht in dieser Zeile und nähme die nächsten mit; ein Anführungszeichen fehlt.',
  quoteOpen: 'Ein Feld in Anführungszeichen beginnt in dieser Zeile und endet nie.',
  quoteInside: 'Ein Anführungszeichen steht in einem Feld, das nicht mit einem beginnt.',
  quoteFollowed: 'Nach dem Anführungszeichen, mit dem ein Feld endet, steht noch Text.',
  quoteNotClosed: 'Ein Feld in Anführungszeichen endet nie.',
  notCsv: 'Das ist keine CSV-Zeile: {why}',
  tooFew: 'Zu wenige Spalten: erwartet {expected}, gefunden {found}.',
  tooMany: 'Zu viele Spalten: erwartet {expected}, gefunden {found}.',
  notJson: 'Das ist kein JSON: {why}',
  noObject: 'Erwartet ist ein JSON-Objekt je Zeile: {"Spalte": Wert, …}',
  keyMissing: 'Die Kennung fehlt: {columns} ist leer.',
  mediaMissing: 'Das Medium fehlt.',
  queueMissing: 'Die Warteschlange fehlt.',
  priority: 'Die Priorität „{priority}“ ist keine ganze Zahl.',
  refused: 'Vom Server abgelehnt: {said} ({code})',
  notTime: 'Spalte „{column}“: „{text}“ ist kein Zeitpunkt der Form {format}.',
  emptyFile: 'Sie ist leer. Erwartet ist eine erste Zeile mit den Namen der Spalten.',
  noHeader: 'Die erste Zeile soll die Spalten nennen. {flaw} Berichtigen Sie das und beginnen Sie von vorn.',
  twoColumns: 'Zwei Spalten heißen „{name}“. Geben Sie jeder Spalte einen eigenen Namen.',
  utf16: 'Die Datei ist UTF-16 („Unicode-Text“). Sichern Sie sie als „CSV UTF-8“.',
  anyFormat: '{name} könnte in jedem Format sein. Geben Sie der Datei die Endung .csv oder .jsonl.',
  mappingUnusable: 'Die Zuordnung lässt sich nicht verwenden.',
  mappingUnfit: 'Die Zuordnung passt nicht zur Datei.',
  columnsAre: 'Die Spalten sind: {columns}',
  noColumnMeant: 'Die Datei hat keine Spalte „{column}“. Meinten Sie „{meant}“?',
  noColumn: 'Die Datei hat keine Spalte „{column}“.',
  zone: 'Erwartet ist eine Zeitzone wie Europe/Berlin oder UTC.',
};

const find = textFinder(IMPORT_TEXTS);

function said(sentence: string): string | undefined {
  const found = find(sentence);
  if (found === undefined) return undefined;
  const { flaw, code, said: told = '' } = found.facts;
  const refusal =
    code !== undefined && Object.hasOwn(refusals, code) ? refusals[code as keyof typeof refusals] : undefined;
  return filled(reasons[found.code], {
    ...found.facts,
    ...(flaw !== undefined && { flaw: said(flaw) ?? flaw }),
    ...(refusal !== undefined && { said: refusal({ said: told, offered: false }) }),
  });
}

/** One line, with what it is about in front of it if that is said. */
function line(sentence: string): string {
  const [, where, rest] = /^\s*([\w.*]+): (.+)$/su.exec(sentence) ?? [];
  const inside = rest === undefined ? undefined : said(rest);
  return said(sentence.trim()) ?? (inside === undefined ? sentence : `${where}: ${inside}`);
}

export const inGerman = (sentences: string): string => sentences.split('\n').map(line).join('\n');
