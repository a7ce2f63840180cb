'use client';
import type { InteractionCommand, InteractionView, Outcome } from '@intray/core';
import { useDesk } from '../../desk/DeskProvider.tsx';
import { keys } from '../../desk/keys.ts';
import { useCommand } from '../../desk/useCommand.ts';
import { useNotify } from '../../parts/Toaster.tsx';
import { moment } from '../moment.ts';
import { useNames } from '../names.ts';
import { whereIs } from '../whereIs.ts';
import { words } from '../words.ts';

/** Asks for the newest word on an interaction, once. */
export function useLook(): (id: string) => Promise<InteractionView> {
  const { port, queries } = useDesk();
  return (id) =>
    queries.fetchQuery({
      queryKey: keys.interaction(id),
      queryFn: () => port.interaction(id),
      staleTime: 0,
      retry: false,
    });
}

/** Gives a command to one interaction, and tells what the screen would not show: where a snoozed item went. */
export function useGive(): (command: InteractionCommand) => Promise<Outcome | undefined> {
  const execute = useCommand();
  const look = useLook();
  const notify = useNotify();
  const names = useNames();
  return async (command) => {
    const outcome = await execute(command);
    if (command.type !== 'snooze' || !outcome?.ok) return outcome;
    const view = await look(command.interactionId).catch(() => undefined);
    notify({
      title: words.item.snoozed(moment(command.wakeAt)),
      ...(view && { detail: whereIs(view.interaction, names) }),
      tone: 'positive',
    });
    return outcome;
  };
}
