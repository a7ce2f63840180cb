/** The refusal of what a privilege is missing for: which one, why it is missing, and what would give it. */
import { type Actor, actorName } from '../actor.ts';
import type { ContactCentre } from '../config/contact-centre.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { explainPrivilege, type RoleSays } from './explain.ts';
import { descriptionOf, type Privilege } from './privileges.ts';

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(' or ');

const whose = ({ role, agentGroup }: RoleSays): string =>
  agentGroup === undefined ? `the role "${role}"` : `the role "${role}" of the group "${agentGroup}"`;

/** @param mediaType the medium of the work; `undefined` where it is about none */
export function lacking(
  actor: Actor,
  privilege: Privilege,
  mediaType: string | undefined,
  centre: ContactCentre,
): Refusal {
  const who = actorName(actor);
  const of = descriptionOf(privilege).perMedium === undefined ? undefined : mediaType;
  const { deniedBy, allowedBy, withheldFor, rolesThatAllow } = explainPrivilege(privilege, of, who, centre);
  const what = `"${privilege}"${of === undefined ? '' : ` for ${of}`}`;
  const facts = { privilege, ...(of === undefined ? {} : { mediaType: of }) };
  const [denied] = deniedBy;
  if (denied !== undefined)
    return refuse('not_permitted', `${who} may not: ${whose(denied)} denies ${what}. Ask an administrator.`, {
      ...facts,
      deniedBy: denied.role,
    });
  const [needed] = withheldFor;
  if (allowedBy.length > 0 && needed !== undefined)
    return refuse(
      'not_permitted',
      `${what} has no effect for ${who} without "${needed}". Ask an administrator for a role that allows "${needed}".`,
      { ...facts, needs: needed },
    );
  const give =
    rolesThatAllow.length === 0
      ? 'No role allows it yet'
      : `It comes with ${quoted(rolesThatAllow.slice(0, 3))}`;
  return refuse('not_permitted', `${who} has no role that allows ${what}. ${give}. Ask an administrator.`, {
    ...facts,
    ...(rolesThatAllow.length === 0 ? {} : { roles: rolesThatAllow.slice(0, 10) }),
  });
}
