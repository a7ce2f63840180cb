/**
 * The objects a contact centre is configured from. A wrong type is refused where it is written, never guessed around:
 * a limit stored as the text `"3"` must not silently switch a rule off.
 */
import { z } from 'zod';
import { PrivilegeName } from '../access/privileges.ts';
import { OverrideSet, optionsAt } from '../options/section.ts';
import { Strategy } from '../routing/strategy.ts';
import { CapturePoint, Department, Process } from '../rules/structure.ts';
import { TaskRule } from '../rules/task-rule.ts';
import { Name, UserDataKey } from '../values.ts';
import { OWNER_KINDS } from '../workbin/workbin.ts';
import { Annex, AnnexSection } from './annex.ts';
import { BusinessAttribute } from './business-attributes.ts';
import { BusinessCalendar } from './calendars.ts';
import { CapacityRule } from './capacity-rules.ts';
import { Disposition } from './dispositions.ts';
import { FAULT_TEXTS } from './fault-texts.ts';
import { Filter } from './filters.ts';
import { Skill, SkillLevel, VirtualGroup } from './skills.ts';

const names = z.array(Name).max(10_000);
const Seconds = z.number().int().min(1).max(86_400);
const Minutes = z.number().int().min(1).max(525_600);
const Count = z.number().int().min(0).max(1_000_000);

/** What becomes of work in hand when its agent is gone: it stays, goes to the media's tray, or back to its queue. */
export const GONE_POLICIES = ['keep', 'workbin', 'queue'] as const;
export type GonePolicy = (typeof GONE_POLICIES)[number];

export const Agent = z
  .object({
    id: Name.regex(/^[^@]/, FAULT_TEXTS.at_first),
    name: Name,
    roles: names,
    defaultPlace: Name.optional(),
    /** Per media type: how many at once. Overrides the media type's own figure. */
    capacity: z.record(Name, Count).optional(),
    /** What they have at once, of media together. Overrides that of their place and of the contact centre. */
    capacityRule: Name.optional(),
    /** Skill → level. What is not listed is level 0. */
    skills: z.record(Name, SkillLevel).optional(),
    annex: Annex.optional(),
    options: optionsAt('person').optional(),
  })
  .strict();

export const Place = z
  .object({ id: Name, name: Name, capacityRule: Name.optional(), annex: Annex.optional() })
  .strict();
export const PlaceGroup = z.object({ id: Name, name: Name, places: names }).strict();
export const AgentGroup = z
  .object({
    id: Name,
    name: Name,
    members: names,
    supervisors: names,
    /** Every member has them besides their own. */
    roles: names.optional(),
    annex: Annex.optional(),
    options: optionsAt('agentGroup').optional(),
  })
  .strict();

export const MediaType = z
  .object({
    id: Name,
    name: Name,
    /** How many of this medium an agent may have at once (offered and in hand), unless the agent says otherwise. */
    capacity: Count,
    /** Names of the agent-owned workbin types for work put aside and for drafts. */
    inProgressWorkbin: Name.optional(),
    draftWorkbin: Name.optional(),
    handlingMinutes: Minutes.optional(),
    whenAgentGone: z.enum(GONE_POLICIES).optional(),
  })
  .strict();

export const Queue = z
  .object({
    id: Name,
    name: Name,
    /** Whose members are offered the work that waits here. */
    agentGroups: names,
    inviteSeconds: Seconds.optional(),
    /** When it is worked on. */
    calendar: Name.optional(),
    /** How its work finds its people. Without one, the longest idle member of its groups is asked. */
    strategy: Name.optional(),
    /** What becomes of an agent who lets an offer run out: they stay ready unless said otherwise. */
    missedOffer: z
      .object({ agent: z.enum(['staysReady', 'notReady']), reason: Name.optional() })
      .strict()
      .refine(({ agent, reason }) => agent === 'notReady' || reason === undefined, {
        path: ['reason'],
        message: FAULT_TEXTS.reason_alone,
      })
      .optional(),
    annex: Annex.optional(),
  })
  .strict();

export const WorkbinType = z
  .object({
    /** Without `@`, which parts type and owner where a tray is written as one string (`workbinKey`). */
    id: Name.regex(/^[^@]+$/, FAULT_TEXTS.at_sign),
    name: Name,
    ownerKind: z.enum(OWNER_KINDS),
    /** Which media it takes; every one if left out. */
    mediaTypes: names.optional(),
    /** How many interactions one tray of this type may hold; any number if left out. */
    limit: Count.optional(),
    /** How a list of it begins, and which attached keys are its columns; the reader's choice if left out. */
    order: z.enum(['oldest', 'newest']).optional(),
    columns: z.array(UserDataKey).max(20).optional(),
    annex: Annex.optional(),
  })
  .strict();

/** What a role says of privileges; of several roles that a person has, one that denies is enough. */
export const Role = z
  .object({
    id: Name,
    name: Name,
    /** What it allows. */
    privileges: z.array(PrivilegeName).max(1_000),
    /** What it denies, whatever other roles allow. */
    denied: z.array(PrivilegeName).max(1_000).optional(),
  })
  .strict();
/** A section of options kept as it was brought in; what an option does is said where options are explained. */
export const OptionSection = z.object({ id: Name, name: Name, options: AnnexSection }).strict();
export const NotReadyReason = z.object({ id: Name, name: Name, annex: Annex.optional() }).strict();

export const Settings = z
  .object({
    inviteSeconds: Seconds,
    handlingMinutes: Minutes,
    leaseSeconds: z.number().int().min(2).max(600),
    /** After a "no" or a missed offer the agent is not offered that interaction again for so long. */
    exclusionSeconds: z.number().int().min(0).max(86_400),
    whenAgentGone: z.enum(GONE_POLICIES),
    dispositionMandatory: z.boolean(),
    /** For everybody whose place and self have none. */
    capacityRule: Name.optional(),
  })
  .strict();

export const ContactCentreConfig = z
  .object({
    agents: z.array(Agent),
    places: z.array(Place),
    placeGroups: z.array(PlaceGroup),
    agentGroups: z.array(AgentGroup),
    mediaTypes: z.array(MediaType),
    queues: z.array(Queue),
    workbinTypes: z.array(WorkbinType),
    roles: z.array(Role),
    dispositions: z.array(Disposition),
    notReadyReasons: z.array(NotReadyReason),
    // A contact centre that has none of these need not say so.
    skills: z.array(Skill).optional(),
    virtualGroups: z.array(VirtualGroup).optional(),
    capacityRules: z.array(CapacityRule).optional(),
    businessAttributes: z.array(BusinessAttribute).optional(),
    calendars: z.array(BusinessCalendar).optional(),
    strategies: z.array(Strategy).optional(),
    filters: z.array(Filter).optional(),
    optionSections: z.array(OptionSection).optional(),
    departments: z.array(Department).optional(),
    processes: z.array(Process).optional(),
    capturePoints: z.array(CapturePoint).optional(),
    taskRules: z.array(TaskRule).optional(),
    settings: Settings,
    options: z
      .object({
        application: optionsAt('application').optional(),
        tenant: optionsAt('tenant').optional(),
      })
      .strict()
      .optional(),
    overrideSets: z.array(OverrideSet).optional(),
  })
  .strict();

export type Agent = Readonly<z.infer<typeof Agent>>;
export type Place = Readonly<z.infer<typeof Place>>;
export type PlaceGroup = Readonly<z.infer<typeof PlaceGroup>>;
export type AgentGroup = Readonly<z.infer<typeof AgentGroup>>;
export type MediaType = Readonly<z.infer<typeof MediaType>>;
export type Queue = Readonly<z.infer<typeof Queue>>;
export type WorkbinType = Readonly<z.infer<typeof WorkbinType>>;
export type Role = Readonly<z.infer<typeof Role>>;
export type NotReadyReason = Readonly<z.infer<typeof NotReadyReason>>;
export type OptionSection = Readonly<z.infer<typeof OptionSection>>;
export type Settings = Readonly<z.infer<typeof Settings>>;
export type ContactCentreConfig = Readonly<z.infer<typeof ContactCentreConfig>>;

/** What a fresh contact centre runs on: Genesys' own times for offers and handling, a short lease. */
export const DEFAULT_SETTINGS: Settings = {
  inviteSeconds: 30,
  handlingMinutes: 180,
  leaseSeconds: 15,
  exclusionSeconds: 60,
  whenAgentGone: 'keep',
  dispositionMandatory: false,
};
