/** The administrator: changes how the contact centre is set up in the middle of the day, and puts it right in the evening. */
import { type ContactCentreConfig, user } from '@intray/core';
import type { Callers } from './callers.ts';
import { ADMINISTRATOR, CENTRE } from './centre.ts';
import type { Dice } from './dice.ts';
import type { Story } from './story.ts';

const LIFE = { alive: true };

/** Tries until it is in force. */
export async function restore(callers: Callers): Promise<void> {
  for (;;) if (await changed(callers, () => CENTRE)) return;
}

export async function changeSomething(callers: Callers, dice: Dice, story: Story): Promise<void> {
  const done = await changed(callers, (config) => altered(config, dice));
  story.tell(() => `adam configures anew: ${done ? 'in force' : 'refused'}`);
}

async function changed(
  callers: Callers,
  alter: (config: ContactCentreConfig) => ContactCentreConfig,
): Promise<boolean> {
  const me = user(ADMINISTRATOR);
  const present = await callers.question(LIFE, (engine) => engine.configuration(me));
  if (present?.ok !== true) return false;
  const { version: base, config } = present.value;
  const done = await callers.question(LIFE, (engine) =>
    engine.changeConfiguration(me, { base, config: { ...alter(config) }, moves: [], dryRun: false }),
  );
  return done?.ok === true;
}

function altered(config: ContactCentreConfig, dice: Dice): ContactCentreConfig {
  const how = dice.weighted({ capacity: 3, times: 2, members: 3, queue: 1 });
  switch (how) {
    case 'capacity': {
      const { id } = dice.pick(config.mediaTypes);
      const capacity = 1 + dice.below(3);
      return {
        ...config,
        mediaTypes: config.mediaTypes.map((one) => (one.id === id ? { ...one, capacity } : one)),
      };
    }
    case 'times':
      return {
        ...config,
        settings: {
          ...config.settings,
          inviteSeconds: 3 + dice.below(8),
          exclusionSeconds: dice.below(8),
        },
      };
    case 'members': {
      const { id } = dice.pick(config.agentGroups);
      const agent = dice.pick(['ana', 'cem', 'dora', 'eli']);
      return {
        ...config,
        agentGroups: config.agentGroups.map((one) =>
          one.id === id
            ? {
                ...one,
                members: one.members.includes(agent)
                  ? one.members.filter((member) => member !== agent)
                  : [...one.members, agent],
              }
            : one,
        ),
      };
    }
    case 'queue':
      return {
        ...config,
        queues: config.queues.map((one) =>
          one.id === 'Anything' ? { ...one, agentGroups: [dice.pick(['Claims', 'Sales'])] } : one,
        ),
      };
  }
}
