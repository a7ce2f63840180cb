'use client';
import { Bell, ChevronDown, Pin, Plus, Star, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { IconButton } from '../parts/IconButton.tsx';
import { KeyHint } from '../parts/KeyHint.tsx';
import { Menu } from '../parts/Menu.tsx';
import { Popover } from '../parts/Popover.tsx';
import { TextArea } from '../parts/TextArea.tsx';
import { ThemeSwitch } from '../parts/ThemeSwitch.tsx';
import { useNotify } from '../parts/Toaster.tsx';
import { Tooltip } from '../parts/Tooltip.tsx';
import { Row, Specimen } from './Specimen.tsx';
import { MENU } from './sampleStory.ts';

const KINDS = ['primary', 'quiet', 'bare', 'danger'] as const;
const NAMES = { primary: 'Accept', quiet: 'Transfer', bare: 'Later', danger: 'Discard' };

/** What is pressed, and what opens from it. */
export function Actions() {
  return (
    <>
      <Specimen title="Button">
        {(['s', 'm', 'l'] as const).map((size) => (
          <Row key={size}>
            {KINDS.map((kind) => (
              <Button key={kind} kind={kind} size={size}>
                {NAMES[kind]}
              </Button>
            ))}
          </Row>
        ))}
        <Row>
          <Button kind="primary" icon={Plus} shortcut="mod+Enter">
            Submit
          </Button>
          <Button icon={Trash2}>With icon</Button>
          <Button kind="primary" busy>
            Busy
          </Button>
          <Button busy>Busy</Button>
        </Row>
        <Row>
          {KINDS.map((kind) => (
            <Button key={kind} kind={kind} disabled>
              {NAMES[kind]}
            </Button>
          ))}
        </Row>
      </Specimen>
      <Specimen title="IconButton, Tooltip, KeyHint, ThemeSwitch">
        <Row>
          <IconButton icon={Bell} label="Notifications" shortcut="n" />
          <IconButton icon={Pin} label="Pin" pressed />
          <IconButton icon={Star} label="Star" size="s" />
          <IconButton icon={Trash2} label="Delete" disabled />
          <Tooltip label="A tooltip of its own">
            <Button>Has a tooltip</Button>
          </Tooltip>
        </Row>
        <Row>
          <KeyHint keys="a" />
          <KeyHint keys="mod+Enter" />
          <KeyHint keys="shift+up" />
          <KeyHint keys="Escape" />
        </Row>
        <ThemeSwitch label="Theme" labels={{ light: 'Light', dark: 'Dark', system: 'As the system' }} />
        <Overlays />
      </Specimen>
    </>
  );
}

function Overlays() {
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const notify = useNotify();
  return (
    <>
      <Row>
        <Menu trigger={<Button icon={ChevronDown}>Menu</Button>} groups={MENU} />
        <Popover trigger={<Button>Popover</Button>} title="Why is it here?">
          <p>Nobody in the group was ready, so it waits in the shared workbin.</p>
        </Popover>
        <Button onClick={() => setOpen(true)}>Dialog</Button>
      </Row>
      <Row>
        <Button onClick={() => notify({ title: 'Done. 3 left in this workbin.', tone: 'positive' })}>
          Notify
        </Button>
        <Button
          onClick={() =>
            notify({
              title: 'Ben Adler was faster',
              detail: 'He pulled it 2 seconds ago. Choose another item.',
              tone: 'caution',
              action: { label: 'Show it', onSelect: () => {} },
            })
          }
        >
          Notify of a refusal
        </Button>
        <Button
          onClick={() =>
            notify({ title: 'The server did not answer', detail: 'Nothing was changed.', tone: 'critical' })
          }
        >
          Notify of a failure
        </Button>
      </Row>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Put the item on hold?"
        description="It stays on your desk and counts against your capacity."
        closeLabel="Close"
        footer={
          <>
            <Button onClick={() => setOpen(false)}>Not now</Button>
            <Button kind="primary" onClick={() => setOpen(false)}>
              Put on hold
            </Button>
          </>
        }
      >
        <TextArea
          label="Reason"
          value={note}
          onChange={setNote}
          placeholder="Waiting for the customer's answer"
        />
      </Dialog>
    </>
  );
}
