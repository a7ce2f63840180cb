'use client';
import {
  ArrowRightLeft,
  CheckCheck,
  Inbox,
  ListFilter,
  Moon,
  MoreHorizontal,
  Pause,
  PenLine,
  Search,
  Users,
} from 'lucide-react';
import { useState } from 'react';
import { Avatar } from '../parts/Avatar.tsx';
import { Button } from '../parts/Button.tsx';
import { Counter } from '../parts/Counter.tsx';
import { IconButton } from '../parts/IconButton.tsx';
import { KeyValueList } from '../parts/KeyValueList.tsx';
import { Logo } from '../parts/Logo.tsx';
import { Menu } from '../parts/Menu.tsx';
import { Panel } from '../parts/Panel.tsx';
import { SideNav, type SideNavSection } from '../parts/SideNav.tsx';
import { Splitter } from '../parts/Splitter.tsx';
import { StateBadge } from '../parts/StateBadge.tsx';
import { Tabs } from '../parts/Tabs.tsx';
import { Timeline } from '../parts/Timeline.tsx';
import { Toolbar, ToolbarDivider, ToolbarSpacer } from '../parts/Toolbar.tsx';
import css from './Gallery.module.css';
import { SampleList } from './SampleList.tsx';
import { Specimen } from './Specimen.tsx';
import { HISTORY, MENU } from './sampleStory.ts';

const SECTIONS: readonly SideNavSection[] = [
  {
    id: 'mine',
    items: [
      { id: 'desk', label: 'On my desk', icon: PenLine, count: 2, countLabel: '2 items' },
      { id: 'snoozed', label: 'Snoozed', icon: Moon, count: 4, countLabel: '4 items' },
    ],
  },
  {
    id: 'bins',
    label: 'Workbins',
    items: [
      { id: 'shared', label: 'Team shared', icon: Users, count: 500, countLabel: '500 items' },
      { id: 'progress', label: 'E-mail in progress', icon: Inbox, count: 12, countLabel: '12 items' },
      { id: 'tray', label: 'Place tray', icon: Inbox, count: 3, countLabel: '3 overdue items', urgent: true },
      { id: 'draft', label: 'Drafts', icon: Inbox },
    ],
  },
];

/** The large parts, put together as a desk would. */
export function Layout() {
  const [place, setPlace] = useState('shared');
  return (
    <Specimen title="SideNav, Toolbar, VirtualList, Splitter, Panel, Tabs" wide flush>
      <div className={css.desk}>
        <SideNav
          label="Places"
          sections={SECTIONS}
          current={place}
          onSelect={setPlace}
          header={
            <div className={css.brand}>
              <Logo size={20} /> Intray
            </div>
          }
          footer={
            <div className={css.person}>
              <Avatar name="Maya Cohen" decorative /> Maya Cohen
            </div>
          }
        />
        <Splitter
          label="Width of the open item"
          side="end"
          defaultSize={320}
          min={260}
          max={520}
          pane={<OpenItem />}
        >
          <div className={css.work}>
            <Toolbar label="Chosen items">
              <Button icon={CheckCheck} size="s" kind="primary" shortcut="e">
                Pull
              </Button>
              <Button icon={ArrowRightLeft} size="s" shortcut="t">
                Transfer
              </Button>
              <ToolbarDivider />
              <IconButton icon={Pause} label="Put on hold" size="s" shortcut="h" />
              <IconButton icon={Moon} label="Snooze" size="s" shortcut="z" />
              <ToolbarSpacer />
              <IconButton icon={Search} label="Search" size="s" shortcut="/" />
              <IconButton icon={ListFilter} label="Only overdue" size="s" pressed />
            </Toolbar>
            <SampleList />
          </div>
        </Splitter>
      </div>
    </Specimen>
  );
}

function OpenItem() {
  const [tab, setTab] = useState<'data' | 'history'>('data');
  return (
    <Panel
      title="Street light out, Fulton St"
      aside={<StateBadge state="InWorkbin" label="In workbin" />}
      actions={
        <Menu
          trigger={<IconButton icon={MoreHorizontal} label="More" size="s" />}
          groups={MENU}
          align="end"
        />
      }
      padding="flush"
    >
      <Tabs
        label="The open item"
        value={tab}
        onChange={setTab}
        tabs={[
          { value: 'data', label: 'Case data', content: <KeyValueList entries={CASE} /> },
          { value: 'history', label: 'History', count: HISTORY.length, content: <History /> },
        ]}
      />
    </Panel>
  );
}

const History = () => <Timeline label="History of the open item" entries={HISTORY} />;

const CASE = [
  { id: 'key', label: 'Unique key', value: '61894207', mono: true },
  { id: 'type', label: 'Complaint', value: 'Street light condition' },
  { id: 'agency', label: 'Agency', value: 'DOT' },
  { id: 'address', label: 'Address', value: '1368 Fulton Street, Brooklyn, NY 11216' },
  { id: 'channel', label: 'Channel', value: 'Online' },
  { id: 'note', label: 'Note' },
  { id: 'count', label: 'Reports', value: <Counter value={7} label="7 reports" /> },
];
