/** What must hold before something may go into a tray. */
import { reachesWorkbin } from '../access/reach.ts';
import type { ContactCentre } from '../config/contact-centre.ts';
import type { Standing, Verdict } from '../interaction/ask.ts';
import { refuse } from '../refusals.ts';
import { describeWorkbin, sameWorkbin, type WorkbinOwner, type WorkbinRef } from './workbin.ts';

const ownerExists = (owner: WorkbinOwner, centre: ContactCentre): boolean =>
  ({
    Agent: centre.agents,
    AgentGroup: centre.agentGroups,
    Place: centre.places,
    PlaceGroup: centre.placeGroups,
  })[owner.kind].has(owner.id);

/** The type exists, is owned by that kind of owner, and the owner exists. */
export function workbinKnown(ref: WorkbinRef, centre: ContactCentre): Verdict {
  const type = centre.workbinTypes.get(ref.type);
  if (type === undefined)
    return refuse(
      'workbin_unknown',
      `There is no workbin type "${ref.type}". Choose one of the configured ones.`,
      {
        workbin: ref.type,
      },
    );
  if (type.ownerKind !== ref.owner.kind || !ownerExists(ref.owner, centre))
    return refuse(
      'workbin_unknown',
      `The workbin "${ref.type}" belongs to owners of kind ${type.ownerKind}; ${ref.owner.kind} "${ref.owner.id}" has none.`,
      { workbin: ref.type, ownerKind: ref.owner.kind, owner: ref.owner.id },
    );
  return null;
}

/** Known, takes the medium, within the actor's reach, and not full (coming from another place). */
export function workbinTakes(ref: WorkbinRef, ask: Standing): Verdict {
  const { actor, centre, interaction } = ask;
  const unknown = workbinKnown(ref, centre);
  if (unknown) return unknown;

  const type = centre.workbinTypes.get(ref.type);
  if (type?.mediaTypes !== undefined && !type.mediaTypes.includes(interaction.mediaType))
    return refuse(
      'media_not_accepted',
      `The workbin "${ref.type}" takes ${type.mediaTypes.join(', ')}; this is ${interaction.mediaType}.`,
      { workbin: ref.type, mediaType: interaction.mediaType },
    );

  const session = actor.kind === 'user' ? ask.session(actor.id) : undefined;
  if (!reachesWorkbin(actor, ref, session, centre))
    return refuse(
      'workbin_not_yours',
      `${describeWorkbin(ref)} is not yours, and you do not supervise its owner.`,
      {
        workbin: ref.type,
        owner: ref.owner.id,
      },
    );

  if (type?.limit !== undefined && !sameWorkbin(interaction.workbin, ref) && ask.resting(ref) >= type.limit)
    return refuse(
      'workbin_full',
      `${describeWorkbin(ref)} holds ${type.limit} of at most ${type.limit}. Take something out, or choose another workbin.`,
      { workbin: ref.type, owner: ref.owner.id, limit: type.limit },
    );
  return null;
}
