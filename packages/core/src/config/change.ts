/** Decides a change of the configuration: who may, on which version, and whether what comes of it holds together. */

import { may } from '../access/grants.ts';
import { lacking } from '../access/lacking.ts';
import type { Actor } from '../actor.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { type ContactCentre, contactCentre } from './contact-centre.ts';
import { configurationDifferences, type ObjectDifference } from './differences.ts';
import { misdirected, type Vanishing, vanishing } from './in-the-way.ts';
import { issueInWords } from './issue-in-words.ts';
import { ContactCentreConfig } from './objects.ts';
import { configurationFaults, type Fault } from './references.ts';
import {
  type ConfigurationChange,
  type ConfigurationNote,
  type ConfigurationVersion,
  edited,
} from './versions.ts';

/** What a decision looks at. */
export interface ChangeAsk {
  readonly present: ConfigurationVersion;
  /** The version that is to be brought back, if one is; `undefined` where there is none of that number. */
  readonly former?: ConfigurationVersion | undefined;
  readonly change: ConfigurationChange;
  readonly actor: Actor;
  /** The one in force, which says who is an administrator. */
  readonly centre: ContactCentre;
  /** Versions after the one it was made on, newest first. */
  readonly since: readonly ConfigurationNote[];
}

export type ChangeDecision =
  | {
      readonly ok: true;
      readonly next: ContactCentreConfig;
      readonly differences: readonly ObjectDifference[];
      /** To be looked at before it is kept: work may be in the way. */
      readonly vanishing: Vanishing;
    }
  | { readonly ok: false; readonly refusal: Refusal };

const no = (refusal: Refusal): ChangeDecision => ({ ok: false, refusal });

/** Only administrators see and change the configuration. `null` if the actor is one. */
export const mayConfigure = (actor: Actor, centre: ContactCentre): Refusal | null =>
  actor.kind === 'user' && may(actor, 'configure', centre)
    ? null
    : lacking(actor, 'configure', undefined, centre);

/** Somebody wrote in between. @param since newest first */
export function overtaken(base: number, since: readonly ConfigurationNote[]): Refusal {
  const [newest] = since;
  const who = since.map(({ by, version }) => `${by} (version ${version})`).join(', ');
  return refuse(
    'version_mismatch',
    `You changed version ${base}; meanwhile it was changed by ${who || 'somebody'}. Look at the newest version, then change that.`,
    { expected: base, version: newest?.version ?? 0, by: since.map(({ by }) => by) },
  );
}

export const versionUnknown = (version: number): Refusal =>
  refuse(
    'configuration_unknown',
    `There is no version ${version} of the configuration. Look at its history.`,
    {
      version,
    },
  );

interface Parsed {
  /** Absent where it could not even be read. */
  readonly config?: ContactCentreConfig;
  readonly faults: readonly Fault[];
}

function parsedWhole(value: unknown): Parsed {
  const parsed = ContactCentreConfig.safeParse(value);
  if (parsed.success) return { config: parsed.data, faults: configurationFaults(parsed.data) };
  const faults = parsed.error.issues.map((issue) => ({
    path: issue.path.map((step) => (typeof step === 'number' ? step : String(step))),
    message: issueInWords(issue),
  }));
  return { faults };
}

/** Everything that is wrong with a whole configuration, each with where it is; empty when all is well. */
export const faultsOfWhole = (value: unknown): readonly Fault[] => parsedWhole(value).faults;

/** Reads a whole configuration; refuses with every fault, each with where it is. */
export function readConfiguration(
  value: unknown,
):
  | { readonly ok: true; readonly config: ContactCentreConfig }
  | { readonly ok: false; readonly refusal: Refusal } {
  const { config, faults } = parsedWhole(value);
  if (config !== undefined && faults.length === 0) return { ok: true, config };
  const said = faults.map(({ path, message }) => `${path.join('.') || '(whole)'}: ${message}`);
  const more = said.length > 3 ? ` (and ${said.length - 3} more)` : '';
  return {
    ok: false,
    refusal: refuse(
      'configuration_invalid',
      `The configuration does not hold together. ${said.slice(0, 3).join('; ')}${more}. Correct it and send it again.`,
      { faults: said },
    ),
  };
}

/** Decides a change, apart from the work that may be in its way. */
export function decideConfigurationChange(ask: ChangeAsk): ChangeDecision {
  const { present, former, change, actor, centre, since } = ask;
  const refusal = mayConfigure(actor, centre);
  if (refusal) return no(refusal);
  if (change.base > present.version) return no(versionUnknown(change.base));
  if (change.base < present.version) return no(overtaken(change.base, since));
  if ('rollBackTo' in change && former === undefined) return no(versionUnknown(change.rollBackTo));

  const read = readConfiguration(wanted(change, present.config, former?.config));
  if (!read.ok) return read;
  const { grants } = contactCentre(read.config);
  if (![...grants.values()].some(({ privileges }) => privileges.has('configure')))
    return no(
      refuse(
        'configuration_invalid',
        'Nobody would be an administrator any more, so nobody could change it again. Leave one agent a role that allows "configure", or "administer", which brings it.',
        { faults: ['agents: no administrator'] },
      ),
    );
  const lost = misdirected(change.moves, present.config, read.config);
  if (lost) return no(lost);
  return {
    ok: true,
    next: read.config,
    differences: configurationDifferences(present.config, read.config),
    vanishing: vanishing(present.config, read.config),
  };
}

function wanted(
  change: ConfigurationChange,
  present: ContactCentreConfig,
  former: ContactCentreConfig | undefined,
): unknown {
  if ('config' in change) return change.config;
  return 'edits' in change ? edited(present, change.edits) : former;
}
