/** Every place where one configured object names another, checked: a name that points nowhere is reported in words. */
import type { ContactCentreConfig } from './objects.ts';

/** Lists each reference to a missing object, as `agent "ana": role "Agnt" does not exist`. Empty when all is well. */
export function danglingReferences(config: ContactCentreConfig): readonly string[] {
  const found: string[] = [];
  const ids = (objects: readonly { readonly id: string }[]) => new Set(objects.map((object) => object.id));
  const known = {
    agent: ids(config.agents),
    place: ids(config.places),
    role: ids(config.roles),
    'media type': ids(config.mediaTypes),
    'agent group': ids(config.agentGroups),
    'workbin type': ids(config.workbinTypes),
  };
  const check = (from: string, kind: keyof typeof known, names: Iterable<string | undefined>) => {
    for (const name of names)
      if (name !== undefined && !known[kind].has(name)) found.push(`${from}: ${kind} "${name}" does not exist`);
  };

  for (const agent of config.agents) {
    check(`agent "${agent.id}"`, 'role', agent.roles);
    check(`agent "${agent.id}"`, 'place', [agent.defaultPlace]);
    check(`agent "${agent.id}"`, 'media type', Object.keys(agent.capacity ?? {}));
  }
  for (const group of config.agentGroups)
    check(`agent group "${group.id}"`, 'agent', [...group.members, ...group.supervisors]);
  for (const group of config.placeGroups) check(`place group "${group.id}"`, 'place', group.places);
  for (const queue of config.queues) check(`queue "${queue.id}"`, 'agent group', queue.agentGroups);
  for (const type of config.workbinTypes) check(`workbin type "${type.id}"`, 'media type', type.mediaTypes ?? []);
  for (const media of config.mediaTypes)
    check(`media type "${media.id}"`, 'workbin type', [media.inProgressWorkbin, media.draftWorkbin]);
  return found;
}
