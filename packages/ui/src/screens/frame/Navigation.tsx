'use client';
import { type MyDesk, type OwnerKind, type WorkbinSummary, workbinKey } from '@intray/core';
import {
  Armchair,
  Building2,
  CheckCheck,
  ChevronDown,
  ChevronUp,
  Inbox,
  ListTodo,
  type LucideIcon,
  PenLine,
  Users,
  UsersRound,
} from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import type { Place } from '../../desk/place.ts';
import { useQueues, useWorkbins } from '../../desk/questions.ts';
import { SideNav, type SideNavItem } from '../../parts/SideNav.tsx';
import { administratorSections } from '../configuration/destinations.ts';
import { useNames } from '../names.ts';
import { operatorSection } from '../operator/destinations.ts';
import { leadIdOf, leadSections } from '../oversight/destinations.ts';
import { builderSection } from '../strategies/destinations.ts';
import { words } from '../words.ts';
import { pagePlace } from './pages.ts';

/** Somewhere to go on the left side. */
export interface Destination {
  readonly id: string;
  readonly section: 'mine' | 'team' | 'queues';
  readonly label: string;
  readonly count: number;
  /** How many of those nobody of the tray's owners has opened yet. */
  readonly unopened?: number;
  readonly icon: LucideIcon;
  readonly place: Place;
}

const OWNER_ICONS = {
  Agent: Inbox,
  AgentGroup: Users,
  Place: Armchair,
  PlaceGroup: Building2,
} satisfies Record<OwnerKind, LucideIcon>;

const NO_WORKBINS: readonly WorkbinSummary[] = [];

/** Trays and queues the person may see, in the server's order. */
export function useDestinations(): readonly Destination[] {
  const { data: workbins = NO_WORKBINS } = useWorkbins();
  const { data: queues } = useQueues();
  const names = useNames();
  return useMemo(() => {
    const called = (sought: string) => workbins.filter(({ name }) => name === sought).length;
    return [
      ...[...workbins]
        .sort((a, b) => Number(b.mine) - Number(a.mine))
        .map(({ workbin, name, mine, count, unopened }): Destination => {
          // Whose it is matters only where several are called the same.
          const label = mine || called(name) === 1 ? name : names.workbin(workbin);
          const { kind } = workbin.owner;
          const section = mine ? 'mine' : 'team';
          return {
            id: workbinKey(workbin),
            section,
            label,
            count,
            unopened,
            icon: OWNER_ICONS[kind],
            place: { view: 'workbin', workbin },
          };
        }),
      ...(queues ?? []).map(
        ({ queue, name, count }): Destination => ({
          id: `queue:${queue}`,
          section: 'queues',
          label: name,
          count,
          icon: ListTodo,
          place: { view: 'queue', queue },
        }),
      ),
    ];
  }, [workbins, queues, names]);
}

/** The line that shows or hides the team's empty trays. */
const MORE = 'more';

/** The entry that leads to a place, whatever item is open there. */
export function idOf(place: Place): string {
  if (place.view === 'workbin') return workbinKey(place.workbin);
  if (place.view === 'lead') return leadIdOf(place);
  return place.view === 'queue' ? `queue:${place.queue}` : place.view;
}

export interface NavigationProps extends Pick<MyDesk, 'agent' | 'work' | 'privileges'> {
  /** The entry of where the person is. */
  readonly current: string;
  readonly destinations: readonly Destination[];
  readonly onGo: (place: Place) => void;
  /** Rows were let go over a tray or a queue. */
  readonly onRows: (destination: string, ids: readonly string[]) => void;
}

function Ways(props: NavigationProps) {
  const { agent, work, privileges, current, destinations, onGo, onRows } = props;
  const { nav } = words;
  const [allTrays, setAllTrays] = useState(false);
  const fixed: Readonly<Record<string, Place>> = {
    work: { view: 'work' },
    finished: { view: 'finished' },
    colleagues: { view: 'colleagues' },
  };
  const item = ({ id, label, count, unopened = 0, icon }: Destination): SideNavItem => ({
    id,
    label,
    icon,
    count,
    countLabel: nav.items(count),
    takesRows: true,
    ...(unopened > 0 && { fresh: unopened, freshLabel: nav.unopened(unopened) }),
  });
  const offered = work.some(({ interaction }) => interaction.invitation?.agentId === agent.id);
  const section = (id: Destination['section'], label: string) => {
    const items = destinations.filter((each) => each.section === id).map(item);
    return items.length === 0 ? [] : [{ id, label, items }];
  };
  // A team lead watches over more trays than fit on a screen; those that hold something matter.
  const team = destinations.filter((each) => each.section === 'team');
  const worthShowing = team.filter((each) => allTrays || each.count > 0 || each.id === current);
  const hidden = team.length - worthShowing.length;
  const teamItems = [
    ...worthShowing.map(item),
    ...(hidden > 0 ? [{ id: MORE, label: nav.emptyTrays(hidden), icon: ChevronDown }] : []),
    ...(allTrays ? [{ id: MORE, label: nav.hideEmpty, icon: ChevronUp }] : []),
  ];
  return (
    <SideNav
      label={nav.label}
      current={current}
      onRows={onRows}
      onSelect={(id) => {
        if (id === MORE) return setAllTrays(!allTrays);
        const to = fixed[id] ?? pagePlace(id) ?? destinations.find((each) => each.id === id)?.place;
        if (to) onGo(to);
      }}
      sections={[
        {
          id: 'own',
          items: [
            {
              id: 'work',
              label: nav.work,
              icon: PenLine,
              count: work.length,
              countLabel: nav.items(work.length),
              urgent: offered,
            },
            { id: 'finished', label: nav.finished, icon: CheckCheck },
            { id: 'colleagues', label: nav.colleagues, icon: UsersRound },
          ],
        },
        ...leadSections(props),
        ...section('mine', nav.mine),
        ...section('queues', nav.queues),
        ...builderSection(props),
        ...(team.length > 0 ? [{ id: 'team', label: nav.team, items: teamItems }] : []),
        ...administratorSections(privileges),
        ...operatorSection(privileges),
      ]}
    />
  );
}

/** Where one can go, and how much waits there. Which item is open makes no difference to it. */
export const Navigation = memo(Ways);
