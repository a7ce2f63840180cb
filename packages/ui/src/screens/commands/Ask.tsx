'use client';
import type { InteractionCommand, InteractionCommandType, InteractionView } from '@intray/core';
import { Dialog } from '../../parts/Dialog.tsx';
import { words } from '../words.ts';
import { AskColleague, AskDisposition, AskQueue, AskWorkbin } from './AskChoice.tsx';
import { AskMoment, AskProperties, AskReason } from './AskForm.tsx';
import { lookOf } from './looks.ts';
import type { QuestionProps } from './question.ts';

export interface AskProps {
  readonly view: InteractionView;
  /** The command that was begun; `undefined`: none, and nothing is asked. */
  readonly command: InteractionCommandType | undefined;
  /** Instead of the command's own name. */
  readonly title?: string;
  readonly onGive: (command: InteractionCommand) => void;
  readonly onClose: () => void;
}

function Form(props: QuestionProps) {
  switch (lookOf(props.command).asks) {
    case 'workbin':
      return <AskWorkbin {...props} />;
    case 'queue':
      return <AskQueue {...props} />;
    case 'colleague':
      return <AskColleague {...props} />;
    case 'completion':
    case 'disposition':
      return <AskDisposition {...props} />;
    case 'moment':
      return <AskMoment {...props} />;
    case 'reason':
      return <AskReason {...props} />;
    case 'properties':
      return <AskProperties {...props} />;
    case 'nothing':
    case 'data':
    case 'note':
      return null;
  }
}

/** Asks what a command carries, then gives it. */
export function Ask({ view, command, title, onGive, onClose }: AskProps) {
  if (command === undefined) return null;
  const give = (filled: InteractionCommand) => {
    onClose();
    onGive(filled);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={title ?? words.commands[command]}
      closeLabel={words.close}
    >
      <Form view={view} command={command} onGive={give} />
    </Dialog>
  );
}
