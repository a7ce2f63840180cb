/** Which dispositions there are for a piece of work, whether one may still be set, and what is written when it is. */
import type { InteractionCommands } from '../commands.ts';
import type { DispositionTree } from '../config/dispositions.ts';
import {
  DISPOSITION_ATTRIBUTE,
  DISPOSITION_DEFAULT,
  DISPOSITION_FIXED,
  DISPOSITION_KEY,
  DISPOSITION_WITH_DATA,
} from '../options/disposition-options.ts';
import { resolve } from '../options/resolve.ts';
import { refuse } from '../refusals.ts';
import type { UserData } from '../values.ts';
import type { Ask, Standing, Verdict } from './ask.ts';
import { type AttachedChange, withChange } from './attached.ts';
import { dataFits } from './user-data-limits.ts';

type Disposing = Ask<InteractionCommands['complete' | 'setDisposition']>;

/** Whose options hold: those of whoever asks, or of whoever has it where nobody in particular does. */
export const disposerOf = ({ actor, interaction }: Standing) => ({
  agentId: actor.kind === 'user' ? actor.id : interaction.handler,
  item: interaction,
});

/** The values of the business attribute that is set for it, or the contact centre's own where there is none. */
export function dispositionsFor(standing: Standing): DispositionTree {
  const { centre } = standing;
  const attribute = resolve(DISPOSITION_ATTRIBUTE, [], disposerOf(standing), centre);
  return centre.dispositionsByAttribute.get(attribute) ?? centre.dispositions;
}

/** The one that counts if nobody chooses another; `undefined` if none is set, or what is set cannot be chosen. */
export function defaultDisposition(standing: Standing): string | undefined {
  const set = resolve(DISPOSITION_DEFAULT, [], disposerOf(standing), standing.centre);
  const { byId, headings } = dispositionsFor(standing);
  return byId.has(set) && !headings.has(set) ? set : undefined;
}

export function dispositionKnown(ask: Disposing): Verdict {
  const { disposition } = ask.command;
  if (disposition == null) return null;
  const { list, byId, headings } = dispositionsFor(ask);
  if (headings.has(disposition)) {
    const below = list.filter(({ parent }) => parent === disposition);
    return refuse(
      'disposition_unknown',
      `"${disposition}" is a heading. Choose what stands below it: ${below.map(({ id }) => id).join(', ')}.`,
      { disposition },
    );
  }
  return byId.has(disposition)
    ? null
    : refuse(
        'disposition_unknown',
        `There is no disposition "${disposition}". Known: ${list.map(({ id }) => id).join(', ')}.`,
        { disposition },
      );
}

/** It is in somebody's hands, or its disposition may be changed wherever it lies. */
export function dispositionOpen(standing: Standing): Verdict {
  const { interaction, centre } = standing;
  if (interaction.handler !== undefined) return null;
  return resolve(DISPOSITION_FIXED, [], disposerOf(standing), centre)
    ? refuse(
        'disposition_fixed',
        'Its disposition stays as it is while nobody has it in hand. Take it first.',
      )
    : null;
}

function attachedBy(disposition: string | null, standing: Standing): AttachedChange {
  const key = resolve(DISPOSITION_KEY, [], disposerOf(standing), standing.centre);
  if (key === '') return {};
  return disposition === null ? { keys: [key] } : { userData: { [key]: disposition } };
}

/** What is recorded with a disposition that is set (or taken away: `null`), besides itself. */
export function recordedWith(
  disposition: string | null,
  standing: Standing,
): AttachedChange & { readonly attachedData?: UserData } {
  const { interaction, centre } = standing;
  const change = attachedBy(disposition, standing);
  return resolve(DISPOSITION_WITH_DATA, [], disposerOf(standing), centre)
    ? { ...change, attachedData: withChange(interaction.userData, change) }
    : change;
}

/** What is attached with a disposition leaves the attached data within bounds. */
export function dispositionFits(disposition: string | null | undefined, standing: Standing): Verdict {
  const { userData } = disposition === undefined ? {} : attachedBy(disposition, standing);
  return userData === undefined ? null : dataFits(standing.interaction.userData, userData);
}
