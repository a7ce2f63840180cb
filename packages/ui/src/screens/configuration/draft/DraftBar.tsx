'use client';
import { FilePen, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '../../../parts/Badge.tsx';
import { Button } from '../../../parts/Button.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { words } from '../words.ts';
import { Conflict } from './Conflict.tsx';
import css from './Draft.module.css';
import { useDraftOfConfiguration } from './DraftProvider.tsx';
import { Review } from './Review.tsx';

/** How the draft stands, above every screen that adds to it. Nothing while there is none. */
export function DraftBar() {
  const { base, newest, edits, faults, replace } = useDraftOfConfiguration();
  const [reviewing, setReviewing] = useState(false);
  const [settling, setSettling] = useState(false);
  const [discarding, setDiscarding] = useState(false);
  if (edits.length === 0) return null;
  const { draft, conflict } = words;
  const overtaken = newest.version !== base.version;
  return (
    <section className={css.bar} aria-label={draft.label}>
      <FilePen aria-hidden size={16} />
      <span className={css.summary}>
        <strong>{draft.changes(edits.length)}</strong> {draft.on(base.version)}
      </span>
      {faults.length > 0 && (
        <Badge tone="critical" icon={TriangleAlert}>
          {words.list.faulty(faults.length)}
        </Badge>
      )}
      {overtaken && (
        <Badge tone="caution" icon={TriangleAlert}>
          {conflict.title(newest.version)}
        </Badge>
      )}
      <span className={css.buttons}>
        <Button size="s" kind="bare" onClick={() => setDiscarding(true)}>
          {draft.discard}
        </Button>
        {overtaken ? (
          <Button size="s" kind="primary" onClick={() => setSettling(true)}>
            {conflict.open}
          </Button>
        ) : (
          <Button size="s" kind="primary" onClick={() => setReviewing(true)}>
            {draft.review}
          </Button>
        )}
      </span>
      {reviewing && !overtaken && <Review onClose={() => setReviewing(false)} />}
      {settling && overtaken && <Conflict onClose={() => setSettling(false)} />}
      <Dialog
        open={discarding}
        onOpenChange={setDiscarding}
        title={draft.discardTitle}
        description={draft.discardWhy}
        footer={
          <>
            <Button onClick={() => setDiscarding(false)}>{words.cancel}</Button>
            <Button
              kind="danger"
              onClick={() => {
                setDiscarding(false);
                replace(undefined);
              }}
            >
              {draft.discard}
            </Button>
          </>
        }
      />
    </section>
  );
}
