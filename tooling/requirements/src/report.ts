/** Says what was found, for people at a terminal and for programs. */
import { styleText } from 'node:util';
import type { Coverage, Showing, Shown } from './coverage.ts';

const isShown = ({ tests }: Shown): boolean => tests.length > 0;

/** True if nothing is said wrongly. What is not shown yet is no fault. */
export const isSound = ({ unknown, faults }: Coverage): boolean =>
  unknown.length === 0 && faults.length === 0;

/** `R: 37 of 145 shown · rules: 60 of 64 shown · unknown ids: 0` */
export function summary({ requirements, rules, unknown }: Coverage): string {
  const of = (all: readonly Shown[]) => `${all.filter(isShown).length} of ${all.length} shown`;
  return `R: ${of(requirements)} · rules: ${of(rules)} · unknown ids: ${unknown.length}`;
}

/** The report as lines. With `missingOnly`, only what no test shows and what is wrong. */
export function asText(coverage: Coverage, missingOnly: boolean): string {
  const wanted = (all: readonly Shown[]) => (missingOnly ? all.filter((one) => !isShown(one)) : all);
  const lines = [
    ...chapter('Requirements', wanted(coverage.requirements)),
    ...chapter('Rules', wanted(coverage.rules)),
    ...wrongs(coverage),
    '',
    summary(coverage),
  ];
  return lines.join('\n').trimStart();
}

/** The report as JSON, with the same three lists and the figures of the summary. */
export function asJson(coverage: Coverage): string {
  const figures = (all: readonly Shown[]) => ({ shown: all.filter(isShown).length, of: all.length });
  const { requirements, rules } = coverage;
  return JSON.stringify(
    { summary: { requirements: figures(requirements), rules: figures(rules) }, ...coverage },
    null,
    2,
  );
}

function chapter(name: string, all: readonly Shown[]): string[] {
  const groups = Map.groupBy(all, ({ group }) => group);
  return [...groups].flatMap(([group, of]) => [
    '',
    styleText('bold', `${name} · ${group}`),
    ...of.flatMap(({ id, text, tests }) => [
      `  ${styleText(tests.length > 0 ? 'green' : 'yellow', `${tests.length > 0 ? '✓' : '·'} ${id.padEnd(5)}`)} ${shorten(text)}`,
      ...tests.map((test) => `          ${styleText('dim', place(test))}`),
    ]),
  ]);
}

function wrongs({ unknown, faults }: Coverage): string[] {
  const lines = [
    ...unknown.flatMap(({ id, tests }) =>
      tests.map(
        (test) =>
          `${place(test)}: no document defines ${id}; mend the title, or write the rule in docs/spec.`,
      ),
    ),
    ...faults,
  ];
  return lines.length === 0
    ? []
    : ['', styleText('bold', 'Wrong'), ...lines.map((line) => `  ${styleText('red', '✗')} ${line}`)];
}

const place = ({ file, line, title }: Showing): string => `${file}:${line} ${shorten(title)}`;
const shorten = (text: string): string => (text.length > 100 ? `${text.slice(0, 99)}…` : text);
