/**
 * Every place where one configured object names another, checked: a name that points nowhere, to two things at once or
 * to a thing of the wrong kind is reported in words. None of it can be guessed around without hiding somebody's work.
 */
import { danglingOptions } from '../options/dangling-options.ts';
import type { ContactCentreConfig } from './objects.ts';

/** Lists each fault, as `agent "ana": role "Agnt" does not exist`. Empty when all is well. */
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
      if (name !== undefined && !known[kind].has(name))
        found.push(`${from}: ${kind} "${name}" does not exist`);
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
  for (const type of config.workbinTypes)
    check(`workbin type "${type.id}"`, 'media type', type.mediaTypes ?? []);
  for (const media of config.mediaTypes)
    check(`media type "${media.id}"`, 'workbin type', [media.inProgressWorkbin, media.draftWorkbin]);
  return [...found, ...twice(config), ...unfitTrays(config), ...danglingOptions(config)];
}

/** Two objects of one kind under one id: the second would silently take the place of the first. */
function twice(config: ContactCentreConfig): readonly string[] {
  const { settings, options, ...kinds } = config;
  return Object.entries(kinds).flatMap(([kind, objects]) => {
    const seen = new Set<string>();
    return (objects ?? []).flatMap(({ id }) => {
      if (seen.has(id)) return [`${kind}: "${id}" is there more than once`];
      seen.add(id);
      return [];
    });
  });
}

/** A tray named for work put aside or for drafts belongs to the agent and takes the medium. */
function unfitTrays(config: ContactCentreConfig): readonly string[] {
  const types = new Map(config.workbinTypes.map((type) => [type.id, type]));
  return config.mediaTypes.flatMap((media) =>
    [media.inProgressWorkbin, media.draftWorkbin].flatMap((name) => {
      const type = name === undefined ? undefined : types.get(name);
      if (type === undefined) return [];
      const where = `media type "${media.id}": workbin type "${type.id}"`;
      return [
        ...(type.ownerKind === 'Agent'
          ? []
          : [`${where} is owned by ${type.ownerKind}, where Agent was expected`]),
        ...(type.mediaTypes?.includes(media.id) === false ? [`${where} does not take this medium`] : []),
      ];
    }),
  );
}
