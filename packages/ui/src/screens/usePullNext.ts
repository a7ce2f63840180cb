'use client';
import { useDesk } from '../desk/DeskProvider.tsx';
import { keys } from '../desk/keys.ts';
import { useNotify } from '../parts/Toaster.tsx';
import { useSaid } from './refusals/said.ts';

/** Takes the next best that waits, or tells why there is none. */
export function usePullNext(onPulled: (id: string) => void): () => void {
  const { port, queries } = useDesk();
  const notify = useNotify();
  const said = useSaid();
  const pull = async () => {
    try {
      const outcome = await port.pullNext();
      if (!outcome.ok) return notify({ title: said(outcome.refusal), tone: 'caution', id: 'next' });
      await queries.invalidateQueries({ queryKey: keys.me });
      onPulled(outcome.id);
    } catch (error) {
      notify({ title: said(error), tone: 'critical', id: 'next' });
    }
  };
  return () => void pull();
}
