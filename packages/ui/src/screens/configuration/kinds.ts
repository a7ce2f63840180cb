/** Kinds of configured objects as an administrator looks for them. */
import { type ConfigurationKind, kindsOfConfiguration } from '@intray/core';
import {
  Armchair,
  Building2,
  CalendarDays,
  CircleSlash,
  Cog,
  DoorOpen,
  Filter,
  Folder,
  Gauge,
  GitBranch,
  Inbox,
  Landmark,
  ListChecks,
  ListTodo,
  type LucideIcon,
  Scale,
  Shapes,
  Shield,
  SlidersHorizontal,
  Sparkles,
  Tags,
  Trophy,
  User,
  Users,
  UsersRound,
  Workflow,
} from 'lucide-react';

export type Group = 'people' | 'seats' | 'work' | 'outcome' | 'routing';
/** A list of objects, or the settings, of which there is one. */
export type Page = ConfigurationKind | 'settings';

const LOOKS: Readonly<Record<ConfigurationKind, readonly [Group, LucideIcon]>> = {
  agents: ['people', User],
  agentGroups: ['people', Users],
  virtualGroups: ['people', UsersRound],
  skills: ['people', Trophy],
  roles: ['people', Shield],
  places: ['seats', Armchair],
  placeGroups: ['seats', Building2],
  mediaTypes: ['work', Shapes],
  queues: ['work', ListTodo],
  workbinTypes: ['work', Inbox],
  capacityRules: ['work', Gauge],
  calendars: ['work', CalendarDays],
  dispositions: ['outcome', ListChecks],
  notReadyReasons: ['outcome', CircleSlash],
  businessAttributes: ['outcome', Tags],
  filters: ['outcome', Filter],
  strategies: ['routing', Workflow],
  taskRules: ['routing', Scale],
  departments: ['routing', Landmark],
  processes: ['routing', GitBranch],
  capturePoints: ['routing', DoorOpen],
  overrideSets: ['routing', Sparkles],
  optionSections: ['routing', Folder],
};

export const iconOf = (page: Page): LucideIcon => (page === 'settings' ? Cog : LOOKS[page][1]);
export const OPTIONS_ICON: LucideIcon = SlidersHorizontal;

export const GROUPS: readonly Group[] = ['people', 'seats', 'work', 'outcome', 'routing'];
export const kindsIn = (group: Group): readonly ConfigurationKind[] =>
  (Object.keys(LOOKS) as ConfigurationKind[]).filter((kind) => LOOKS[kind][0] === group);

/** The list that an address names; agents for one that makes no sense. */
export function pageOf(text: string | undefined): Page {
  if (text === 'settings') return text;
  return kindsOfConfiguration.find((kind) => kind === text) ?? 'agents';
}
