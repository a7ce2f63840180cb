/**
 * The contact centre as far as a desk knows it from its own answers: enough to decide about the work of one person in
 * the same way as the server, with the privileges the server said they have.
 */
import { type ContactCentre, contactCentre } from '../config/contact-centre.ts';
import type { ContactCentreConfig } from '../config/objects.ts';
import type { Catalogue, MyDesk, WorkbinSummary } from '../desk.ts';

/** What a desk keeps of the server's answers about itself. */
export interface KnownDesk {
  readonly me: MyDesk;
  readonly catalogue: Catalogue;
  readonly workbins: readonly WorkbinSummary[];
}

const ME = 'as the server said';

/** Who owns the trays that are known, by kind. */
function owners(workbins: readonly WorkbinSummary[], kind: string): readonly string[] {
  const ids = workbins.filter(({ workbin }) => workbin.owner.kind === kind);
  return [...new Set(ids.map(({ workbin }) => workbin.owner.id))];
}

/**
 * What is left out here (options, strategies, closed lists, other people's roles) can only make the desk say "yes" where the server
 * later says "no"; that "no" is then shown as a conflict.
 */
export function localCentre({ me, catalogue, workbins }: KnownDesk): ContactCentre {
  const { agent, privileges } = me;
  const places = new Set(catalogue.places.map(({ id }) => id));
  const mine = workbins.filter((one) => one.mine);
  const shared = new Set(owners(mine, 'PlaceGroup'));
  const here = me.session.placeId ?? agent.defaultPlace;
  const { capacityRule: _, ...settings } = catalogue.settings;
  const config: ContactCentreConfig = {
    agents: [
      {
        id: agent.id,
        name: agent.name,
        roles: [ME],
        ...(agent.defaultPlace !== undefined && places.has(agent.defaultPlace)
          ? { defaultPlace: agent.defaultPlace }
          : {}),
      },
      ...owners(workbins, 'Agent')
        .filter((id) => id !== agent.id)
        .map((id) => ({ id, name: id, roles: [] })),
    ],
    places: catalogue.places.map(({ id, name }) => ({ id, name })),
    placeGroups: owners(workbins, 'PlaceGroup').map((id) => ({
      id,
      name: id,
      places: shared.has(id) && here !== undefined && places.has(here) ? [here] : [],
    })),
    agentGroups: owners(workbins, 'AgentGroup').map((id) => {
      const member = mine.some(({ workbin: { owner } }) => owner.kind === 'AgentGroup' && owner.id === id);
      return { id, name: id, members: member ? [agent.id] : [], supervisors: member ? [] : [agent.id] };
    }),
    mediaTypes: [...catalogue.mediaTypes],
    queues: catalogue.queues.map(({ id, name }) => ({ id, name, agentGroups: [] })),
    workbinTypes: catalogue.workbinTypes.map(({ annex: __, ...type }) => type),
    roles: [{ id: ME, name: ME, privileges: [...privileges] }],
    dispositions: [...catalogue.dispositions],
    notReadyReasons: catalogue.notReadyReasons.map(({ id, name }) => ({ id, name })),
    settings,
  };
  return contactCentre(config);
}
