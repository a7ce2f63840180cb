/** Why somebody may do something or not, in a sentence. */
import type { PrivilegeExplanation, RoleSays } from '@intray/core';
import { words } from '../configuration/words.ts';

function reason({ role, agentGroup, as }: RoleSays, privilege: string): string {
  const said = words.accessScreen;
  const how = agentGroup === undefined ? said.ownRole(role) : said.groupRole(role, agentGroup);
  return as === privilege ? how : said.as(how, as);
}

/** What decides first comes first: a denial, what is lacking, what allows it, or what would. */
export function reasonOf(explanation: PrivilegeExplanation): string {
  const { privilege, allowedBy, deniedBy, withheldFor, rolesThatAllow, allowed } = explanation;
  const said = words.accessScreen;
  const listed = (says: readonly RoleSays[]) => says.map((one) => reason(one, privilege)).join(', ');
  if (deniedBy.length > 0) return said.deniedBy(listed(deniedBy));
  if (allowed) return said.allowedBy(listed(allowedBy));
  if (allowedBy.length > 0 && withheldFor.length > 0)
    return `${said.allowedBy(listed(allowedBy))} ${said.withheld(withheldFor.join(', '))}`;
  const comes =
    rolesThatAllow.length === 0 ? '' : ` ${said.comesWith(rolesThatAllow.slice(0, 5).join(', '))}`;
  return `${said.noRoleAllows}${comes}`;
}
