'use client';
import type { InteractionCommand, InteractionCommandType, InteractionView } from '@intray/core';
import { type ReactNode, useState } from 'react';
import { useDesk } from '../../desk/DeskProvider.tsx';
import { keys } from '../../desk/keys.ts';
import { lineOf } from '../../desk/lists.ts';
import { useMyId } from '../../desk/questions.ts';
import { useNotify } from '../../parts/Toaster.tsx';
import { later } from '../later.tsx';
import { subjectOf } from '../lists/subject.ts';
import { useSaid } from '../refusals/said.ts';
import { words } from '../words.ts';
import { directCommand } from './direct.ts';
import { lookOf } from './looks.ts';
import { eachOf, likewise, possibleOf, type Result, tellSeveral } from './several.ts';
import { useGive, useLook } from './useGive.ts';

const Ask = later(async () => (await import('./Ask.tsx')).Ask);

/** Requests on their way at once: the server saves them in one batch, and the browser keeps room for the rest. */
const AT_ONCE = 6;

interface Able {
  readonly view: InteractionView;
  readonly type: InteractionCommandType;
}

interface Begun {
  readonly label: string;
  readonly able: readonly Able[];
  /** Those that can't be given it now. */
  readonly unable: readonly Result[];
}

export interface RowCommands {
  /** Gives each of these interactions the first of the commands that it allows, after asking once what it carries, if that is not known. */
  readonly begin: (
    commands: readonly InteractionCommandType[],
    ids: readonly string[],
    answered?: (type: InteractionCommandType, interactionId: string) => InteractionCommand,
  ) => Promise<void>;
  /** The question, while there is one. */
  readonly dialog: ReactNode;
}

/**
 * Commands to rows of a list without opening them. `onWrite`: what is asked in the item's own pane; `onGiven`: the rows
 * may leave the list now.
 */
export function useRowCommands(onWrite: (id: string) => void, onGiven: () => void): RowCommands {
  const desk = useDesk();
  const look = useLook();
  const give = useGive();
  const notify = useNotify();
  const said = useSaid();
  const myId = useMyId() ?? '';
  const [asking, setAsking] = useState<Begun>();

  const giveAll = async ({ label, able, unable }: Begun, answered: (each: Able) => InteractionCommand) => {
    onGiven();
    const [only] = able;
    if (only && able.length + unable.length === 1) {
      await give(answered(only));
      return;
    }
    const given = await eachOf(able, AT_ONCE, async (each): Promise<Result> => {
      const subject = subjectOf(lineOf(each.view));
      const outcome = await desk.run(answered(each));
      return outcome.ok ? { subject } : { subject, refused: said(outcome.refusal) };
    });
    const results = [...given, ...unable];
    // Rows that were taken out before they were refused come back with the server's own list.
    if (results.some(({ refused }) => refused !== undefined)) {
      desk.pages.markAll();
      void desk.queries.invalidateQueries({ queryKey: keys.lists });
    }
    notify({ ...tellSeveral(label, results), id: 'several' });
  };

  const begin: RowCommands['begin'] = async (commands, ids, answered) => {
    const [command] = commands;
    if (command === undefined || ids.length === 0) return;
    let views: readonly InteractionView[];
    try {
      views = await eachOf(ids, AT_ONCE, look);
    } catch (error) {
      notify({ title: said(error), tone: 'critical' });
      return;
    }
    const able: Able[] = [];
    const unable: Result[] = [];
    for (const view of views) {
      const type = possibleOf(commands, view);
      if (type !== undefined) able.push({ view, type });
      else
        unable.push({
          subject: subjectOf(lineOf(view)),
          refused: words.several.notNow(words.states[view.interaction.state]),
        });
    }
    const [first] = able;
    const label = words.commands[first?.type ?? command];
    if (first === undefined) {
      notify({ ...tellSeveral(label, unable), id: 'several' });
      return;
    }
    if (answered !== undefined)
      return giveAll({ label, able, unable }, ({ type, view }) => answered(type, view.interaction.id));
    const { asks } = lookOf(first.type);
    // Nothing to ask, and not to be given from here: reopening what belongs to a contact.
    const elsewhere = asks === 'nothing' && directCommand(first.type, first.view, myId) === undefined;
    if (asks === 'note' || asks === 'data' || elsewhere) {
      onWrite(first.view.interaction.id);
      return;
    }
    const begun = { label, able, unable };
    if (directCommand(first.type, first.view, myId) === undefined) setAsking(begun);
    else await giveAll(begun, ({ type, view }) => directCommand(type, view, myId) as InteractionCommand);
  };

  const [first] = asking?.able ?? [];
  const dialog = asking && first && (
    <Ask
      view={first.view}
      command={first.type}
      {...(asking.able.length > 1 && { title: words.several.title(asking.label, asking.able.length) })}
      onGive={(command) =>
        void giveAll(asking, ({ type, view }) => likewise(command, type, view.interaction.id))
      }
      onClose={() => setAsking(undefined)}
    />
  );
  return { begin, dialog };
}
