'use client';
import { useDesk } from '../desk/DeskProvider.tsx';
import { keys } from '../desk/keys.ts';
import { useNotify } from '../parts/Toaster.tsx';

/** Takes the next best that waits, or tells why there is none. */
export function usePullNext(onPulled: (id: string) => void): () => void {
  const { port, queries } = useDesk();
  const notify = useNotify();
  const pull = async () => {
    try {
      const outcome = await port.pullNext();
      if (!outcome.ok) return notify({ title: outcome.refusal.message, tone: 'caution', id: 'next' });
      await queries.invalidateQueries({ queryKey: keys.me });
      onPulled(outcome.id);
    } catch (error) {
      notify({ title: error instanceof Error ? error.message : String(error), tone: 'critical', id: 'next' });
    }
  };
  return () => void pull();
}
