'use client';
import { Search } from 'lucide-react';
import { Button } from '../parts/Button.tsx';
import { ConnectionBar } from '../parts/ConnectionBar.tsx';
import { CountdownRing } from '../parts/CountdownRing.tsx';
import { InviteStack, InviteToast } from '../parts/InviteToast.tsx';
import { KeyValueList } from '../parts/KeyValueList.tsx';
import { MediaIcon } from '../parts/MediaIcon.tsx';
import { EmptyState, ErrorState } from '../parts/Message.tsx';
import { SkeletonRows } from '../parts/Skeleton.tsx';
import css from './Gallery.module.css';
import { EmptyList } from './SampleList.tsx';
import { Row, Specimen } from './Specimen.tsx';

/** What the desk says by itself. */
export function Messages() {
  return (
    <>
      <Specimen title="InviteToast: time enough, and running out" wide>
        <div className={css.invites}>
          <Invite title="Invoice 40318 was charged twice" remaining={24} />
          <Invite title="Request for a copy of the contract" remaining={6} />
        </div>
      </Specimen>
      <Specimen title="InviteStack" flush>
        <div className={css.corner}>
          <InviteStack label="Offers">
            <Invite title="Opening hours over the holidays" remaining={18} />
          </InviteStack>
        </div>
      </Specimen>
      <Specimen title="CountdownRing">
        <Row>
          {[30, 20, 9, 1, 0].map((remaining) => (
            <CountdownRing
              key={remaining}
              remaining={remaining}
              total={30}
              label={`${remaining} seconds left`}
            />
          ))}
        </Row>
      </Specimen>
      <Specimen title="ConnectionBar" wide flush>
        <ConnectionBar connection="online" showOnline>
          Connected again. Everything is up to date.
        </ConnectionBar>
        <ConnectionBar connection="reconnecting">Reconnecting. Your work is kept.</ConnectionBar>
        <ConnectionBar connection="offline" action={<Button size="s">Try now</Button>}>
          No connection since 14:02. What you see may be out of date.
        </ConnectionBar>
      </Specimen>
      <Specimen title="EmptyState" flush>
        <EmptyState icon={Search} title="Nothing matches" action={<Button>Clear the search</Button>}>
          No item in this workbin has these words in its subject.
        </EmptyState>
      </Specimen>
      <Specimen title="ErrorState" flush>
        <ErrorState
          title="The workbin could not be loaded"
          code="workbin_unavailable"
          retry={{ label: 'Try again', onRetry: () => {} }}
        >
          The server did not answer in time. Nothing is lost; try again in a moment.
        </ErrorState>
      </Specimen>
      <Specimen title="SkeletonRows" flush>
        <SkeletonRows label="Loading the workbin" rows={7} />
      </Specimen>
      <Specimen title="VirtualList without rows" flush>
        <div className={css.list}>
          <EmptyList />
        </div>
      </Specimen>
    </>
  );
}

function Invite({ title, remaining }: { readonly title: string; readonly remaining: number }) {
  return (
    <InviteToast
      icon={<MediaIcon mediaType="email" label="E-mail" />}
      title={title}
      subtitle="Inbox · Ana Ferreira"
      announcement=""
      countdown={{ remaining, total: 30, label: `${remaining} seconds left` }}
      actions={
        <>
          <Button kind="primary" shortcut="a">
            Accept
          </Button>
          <Button shortcut="r">Reject</Button>
        </>
      }
    >
      <KeyValueList
        entries={[
          { id: 'order', label: 'Order', value: 'A-40318', mono: true },
          { id: 'since', label: 'Waiting', value: '12 minutes' },
          { id: 'due', label: 'Due', value: 'today, 17:00' },
        ]}
      />
    </InviteToast>
  );
}
