'use client';
import { Mail, MessageSquareText, Search } from 'lucide-react';
import { useState } from 'react';
import { Checkbox } from '../parts/Checkbox.tsx';
import { Combobox } from '../parts/Combobox.tsx';
import { Select } from '../parts/Select.tsx';
import { Switch } from '../parts/Switch.tsx';
import { TextArea } from '../parts/TextArea.tsx';
import { TextField } from '../parts/TextField.tsx';
import css from './Gallery.module.css';
import { Specimen } from './Specimen.tsx';

const MEDIA = [
  { value: 'email', label: 'E-mail', icon: Mail },
  { value: 'chat', label: 'Chat', icon: MessageSquareText },
  { value: 'fax', label: 'Fax', disabled: true },
] as const;
const AGENTS = [
  'Ana Ferreira',
  'Ben Adler',
  'Maya Cohen',
  'Jonas Weber',
  'Sofia Lindqvist',
  'Marek Nowak',
].map((name) => ({ value: name, label: name }));

/** What is filled in. */
export function Forms() {
  const [text, setText] = useState('agent1');
  const [note, setNote] = useState('');
  const [media, setMedia] = useState<'email' | 'chat' | 'fax' | null>('email');
  const [agent, setAgent] = useState<string | null>(null);
  const [on, setOn] = useState(true);
  return (
    <>
      <Specimen title="TextField, TextArea">
        <div className={css.fields}>
          <TextField
            label="User name"
            value={text}
            onChange={setText}
            required
            description="As your team lead gave it to you."
          />
          <TextField
            label="Search"
            hideLabel
            icon={Search}
            value={note}
            onChange={setNote}
            placeholder="Search subject or contact"
          />
          <TextField
            label="Password"
            type="password"
            value="wrong"
            onChange={setText}
            error="Name and password don't match. Check both and try again."
          />
          <TextField label="Place" value="Place agent1" onChange={setText} disabled />
          <TextArea
            label="Note"
            value={note}
            onChange={setNote}
            placeholder="What the next agent should know"
          />
        </div>
      </Specimen>
      <Specimen title="Select, Combobox, Switch, Checkbox">
        <div className={css.fields}>
          <Select label="Media type" options={MEDIA} value={media} onChange={setMedia} />
          <Select
            label="Disposition"
            options={MEDIA}
            value={null}
            onChange={setMedia}
            placeholder="Choose one"
            error="Choose a disposition before you finish."
          />
          <Select label="Queue" options={MEDIA} value="chat" onChange={setMedia} disabled />
          <Combobox
            label="Transfer to"
            options={AGENTS}
            value={agent}
            onChange={setAgent}
            placeholder="Name of an agent"
            emptyText="Nobody of that name"
            openLabel="Show all agents"
          />
          <Switch
            label="Ready for e-mail"
            description="New work is offered to you."
            checked={on}
            onChange={setOn}
          />
          <Switch label="Ready for chat" checked={false} onChange={setOn} />
          <Switch label="Ready for voice" checked={false} onChange={setOn} disabled />
          <Checkbox label="Keep it on my desk" checked={on} onChange={setOn} />
          <Checkbox label="Some of them" checked={false} mixed onChange={setOn} />
          <Checkbox label="None" description="Nobody will be told." checked={false} onChange={setOn} />
        </div>
      </Specimen>
    </>
  );
}
