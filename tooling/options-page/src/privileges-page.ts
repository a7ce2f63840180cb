/** The page about privileges, made from the registry alone. */
import { join } from 'node:path';
import {
  ALL_WORKITEMS,
  descriptionOf,
  PRIVILEGES_BY_BLOCK,
  type Privilege,
  type PrivilegeBlock,
} from '@intray/core';
import { cell, EFFECTS } from './table.ts';

export const PRIVILEGES_PAGE = join(import.meta.dirname, '../../../docs/privileges.md');

const code = (text: string): string => `\`${cell(text)}\``;

/** What comes above the table of a block. */
const ABOVE: Readonly<Partial<Record<PrivilegeBlock, string>>> = {
  Media: `A block for each medium: write the medium in front of the privilege. \`${ALL_WORKITEMS}.\` is the block for work items
of every kind, \`email.\` the one for e-mail, \`chat.\` the one for chat, and any other media type has one under its id. With
nothing in front, a privilege is meant for all media. In the names of Genesys' options, \`<channel>\` is
\`workitem-channels\`, \`email\`, \`chat\` and so on.`,
  'E-mail': 'Besides those of every medium. Intray’s desk writes no e-mail, so nothing comes of them here.',
  Administration:
    'With `oversee` and nothing else, somebody sees everything and changes nothing, except that they may leave notes.',
};

/** What Genesys calls it, in every vocabulary. */
function genesysOf(privilege: Privilege): string {
  const { wording, options = [], iwd = [] } = descriptionOf(privilege).genesys ?? {};
  const names = [...(wording === undefined ? [] : [cell(wording)]), ...[...options, ...iwd].map(code)];
  return names.length === 0 ? '–' : names.join('<br>');
}

const listed = (names: readonly string[] = []): string => names.map(code).join(', ');

function row(privilege: Privilege): string {
  const { says, needs, brings, effect, since, perMedium, onlyFor } = descriptionOf(privilege);
  const cells = [
    code(privilege),
    brings === undefined ? cell(says) : `${cell(says)} It brings ${listed(brings)}.`,
    onlyFor ?? (perMedium === undefined ? '–' : 'yes'),
    needs === undefined ? '–' : listed(needs),
    genesysOf(privilege),
    since,
    effect,
  ];
  return `| ${cells.join(' | ')} |`;
}

const table = (privileges: readonly Privilege[]): string =>
  [
    '| privilege | allows to | for a medium | needs | in Genesys | since | effect |',
    '|---|---|---|---|---|---|---|',
    ...privileges.map(row),
  ].join('\n');

/** The whole page, as it is committed. */
export function privilegesPage(): string {
  const blocks = Object.entries(PRIVILEGES_BY_BLOCK).map(([block, privileges]) => {
    const above = ABOVE[block as PrivilegeBlock];
    const parts = [
      `## ${block}`,
      ...(above === undefined ? [] : [above]),
      table(Object.keys(privileges) as Privilege[]),
    ];
    return parts.join('\n\n');
  });
  return `# Privileges

This page is made from the registry by \`npm run options\`; change it there (\`packages/core/src/access\`). The rules are in
[spec/access.md](spec/access.md).

## Giving them

A role allows privileges and denies others. A person has the roles of their own and those of their groups. What no role
allows they may not do, and one role that denies is enough.

\`\`\`yaml
# roles.yaml
- id: Agent
  name: Agent
  privileges: [submit, handle, decline, mark-done, transfer, use-workbins, move-to-workbin]
- id: Learning
  name: Still learning
  privileges: []
  denied: [email.mark-done, ${ALL_WORKITEMS}.transfer]

# agentGroups.yaml
- id: Newcomers
  name: Newcomers
  members: [ana]
  supervisors: [lena]
  roles: [Learning]
\`\`\`

A privilege has no effect without those it needs. A name that is wrong stops the configuration, with the one that was
probably meant. A change holds at once, for people who are logged on too.

Team leads act on the groups they supervise, and on nothing else, whatever their roles allow.

## Asking who may what

\`GET /api/v1/access\` tells every privilege of the caller: whether they have it, which role allows or denies it, through
which group they have that role, and what is missing. \`agentId\` asks for somebody the caller supervises, \`privilege\` for
one of them, \`mediaType\` for one medium. Over tRPC it is \`access.explain\`.

## Effect

| effect | means |
|---|---|
${Object.entries(EFFECTS)
  .map(([effect, means]) => `| ${effect} | ${means} |`)
  .join('\n')}

${blocks.join('\n\n')}

Of the iWD manager's privileges those for dashboards, export, deleting and bulk actions have no counterpart: Intray has none
of these. Names of options that Genesys does not document follow the pattern of those that it does.
`;
}
