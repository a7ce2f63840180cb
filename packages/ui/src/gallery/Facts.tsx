'use client';
import { Flag } from 'lucide-react';
import { TONES } from '../design/tone.ts';
import { useNow } from '../design/useNow.ts';
import { Avatar } from '../parts/Avatar.tsx';
import { Badge } from '../parts/Badge.tsx';
import { Counter } from '../parts/Counter.tsx';
import { KeyValueList } from '../parts/KeyValueList.tsx';
import { MediaIcon } from '../parts/MediaIcon.tsx';
import { RelativeTime } from '../parts/RelativeTime.tsx';
import { StateBadge } from '../parts/StateBadge.tsx';
import { Timeline } from '../parts/Timeline.tsx';
import { Row, Specimen } from './Specimen.tsx';
import { HISTORY } from './sampleStory.ts';
import { STATE_WORDS } from './sampleWork.ts';

const STATES = Object.keys(STATE_WORDS) as (keyof typeof STATE_WORDS)[];
const PEOPLE = ['Maya Cohen', 'Ben Adler', 'Ana Ferreira', 'agent4', 'Sofia Lindqvist', 'Jonas Weber'];
const MEDIA = ['email', 'chat', 'workitem', 'facebook', 'twitter', 'fax'];

/** What is told about things. */
export function Facts() {
  return (
    <>
      <Specimen title="StateBadge, Badge, Counter">
        <Row>
          {STATES.map((state) => (
            <StateBadge key={state} state={state} label={STATE_WORDS[state]} />
          ))}
        </Row>
        <Row>
          {STATES.slice(1, 8).map((state) => (
            <StateBadge key={state} state={state} label={STATE_WORDS[state]} look="plain" />
          ))}
        </Row>
        <Row>
          {TONES.map((tone) => (
            <Badge key={tone} tone={tone} icon={Flag}>
              {tone}
            </Badge>
          ))}
        </Row>
        <Row>
          <Counter value={3} />
          <Counter value={1234} />
          <Counter value={12_000} />
          <Counter value={8} tone="accent" />
          <Counter value={2} tone="critical" label="2 overdue" />
        </Row>
      </Specimen>
      <Specimen title="Avatar, MediaIcon, RelativeTime">
        <Row>
          {PEOPLE.map((name) => (
            <Avatar key={name} name={name} size="l" />
          ))}
        </Row>
        <Row>
          {PEOPLE.map((name, index) => (
            <Avatar key={name} name={name} size={index % 2 === 0 ? 'm' : 's'} />
          ))}
        </Row>
        <Row>
          {MEDIA.map((media) => (
            <MediaIcon key={media} mediaType={media} label={media} />
          ))}
        </Row>
        <Times />
      </Specimen>
      <Specimen title="KeyValueList">
        <KeyValueList
          entries={[
            { id: 'a', label: 'Order', value: 'A-40318', mono: true },
            { id: 'b', label: 'Customer since', value: 'March 2019' },
            { id: 'c', label: 'Language' },
          ]}
        />
        <KeyValueList
          layout="stacked"
          entries={[
            {
              id: 'd',
              label: 'What was said',
              value: 'The second charge was on 14 November and has not been returned yet.',
            },
          ]}
        />
      </Specimen>
      <Specimen title="Timeline">
        <Timeline label="History" entries={HISTORY} />
      </Specimen>
    </>
  );
}

function Times() {
  const now = useNow(60 * 60_000);
  if (now === undefined) return null;
  return (
    <Row>
      <RelativeTime at={now - 4 * 60_000} locale="en" />
      <RelativeTime at={now + 3 * 3_600_000} locale="en" toneOf={() => 'neutral'} />
      <RelativeTime at={now + 90 * 60_000} locale="en" toneOf={() => 'caution'} />
      <RelativeTime at={now - 26 * 3_600_000} locale="en" toneOf={() => 'critical'} />
    </Row>
  );
}
