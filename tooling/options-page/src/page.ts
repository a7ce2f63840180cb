/** The page about options, made from the registry alone. */
import { join } from 'node:path';
import { LEVELS, type Level, OPTIONS_BY_SUBJECT, type Option, SECTION } from '@intray/core';
import { cell, EFFECTS } from './table.ts';

export const OPTIONS_PAGE = join(import.meta.dirname, '../../../docs/options.md');

const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  application: 'application',
  tenant: 'tenant',
  agentGroup: 'agent group',
  virtualGroup: 'virtual group',
  person: 'person',
  item: 'override set',
};

const code = (text: string): string => (text === '' ? 'nothing' : `\`${cell(text)}\``);

/** The default, and what is configured elsewhere and comes before it. */
function defaultOf(option: Option): string {
  const fallback = code(option.kind.write(option.fallback));
  return option.configuredBy === undefined ? fallback : `${option.configuredBy}, else ${fallback}`;
}

const levelsOf = ({ levels }: Option): string => (levels.includes('item') ? 'all' : 'not by override sets');

function row(option: Option): string {
  const { pattern, says, kind, since, effect } = option;
  const cells = [
    `\`${pattern}\``,
    cell(says),
    cell(kind.expected),
    defaultOf(option),
    levelsOf(option),
    since,
    effect,
  ];
  return `| ${cells.join(' | ')} |`;
}

const table = (options: readonly Option[]): string =>
  [
    '| option | does | values | default | set where | since | effect |',
    '|---|---|---|---|---|---|---|',
    ...options.map(row),
  ].join('\n');

/** The whole page, as it is committed. */
export function optionsPage(): string {
  const subjects = Object.entries(OPTIONS_BY_SUBJECT).map(
    ([subject, options]) => `## ${subject}\n\n${table(options as unknown as readonly Option[])}`,
  );
  const levels = LEVELS.map((level) => LEVEL_NAMES[level]).join(' < ');
  return `# Options

This page is made from the registry by \`npm run options\`; change it there (\`packages/core/src/options\`). The rules are in
[spec/options.md](spec/options.md).

## Setting them

Options are text in a section named \`${SECTION}\`, as in Genesys, on any of these levels; the nearest to the person and
the interaction wins:

default < ${levels}

\`\`\`yaml
options:
  application: { ${SECTION}: { email.auto-answer: 'false' } }
  tenant: { ${SECTION}: { interaction.disposition.is-mandatory: 'true' } }
agentGroups:
  - id: Claims
    # …
    options: { ${SECTION}: { email.auto-answer: 'true', email.auto-answer.timer: '10' } }
agents:
  - id: ana
    # …
    options: { ${SECTION}: { login.chat.is-auto-ready: 'true' } }
overrideSets:
  - id: VIP
    options: { ${SECTION}: { email.auto-answer.timer: '0' } }
\`\`\`

An interaction with the attached key \`IW_OverrideOptions: VIP\` has the options of the set \`VIP\`; several names are
separated by commas, and the later wins. Of several groups of one kind the one whose id comes last wins. An agent belongs to a
virtual group by their skills.

In a name, \`<media-type>\` is the id of a media type and \`<nickname>\` is \`in-progress\`, \`draft\`, \`review\` or a name of
your own. A name or a value that is wrong stops the configuration, with what was expected and the name that was probably
meant. Privileges (\`privilege.…\`) are no options here: people get them by their roles; see
[privileges.md](privileges.md).

## Asking which value holds

\`GET /api/v1/options\` tells every option that holds for the caller, each level's value and which one won. \`agentId\` asks
for somebody the caller supervises, \`name\` for one option, \`interactionId\` for how it holds for that interaction.

## Effect

| effect | means |
|---|---|
${Object.entries(EFFECTS)
  .filter(([effect]) =>
    Object.values(OPTIONS_BY_SUBJECT)
      .flat()
      .some((one) => one.effect === effect),
  )
  .map(([effect, means]) => `| ${effect} | ${means} |`)
  .join('\n')}

${subjects.join('\n\n')}
`;
}
