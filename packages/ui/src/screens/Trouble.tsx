import { Refused } from '../desk/port.ts';
import { ErrorState } from '../parts/Message.tsx';
import { useSaid } from './refusals/said.ts';
import { words } from './words.ts';

export interface TroubleProps {
  readonly error: Error;
  readonly busy: boolean;
  readonly onRetry: () => void;
  readonly title?: string;
}

/** An answer that did not come: with its reason when it gave one. */
export function Trouble({ error, busy, onRetry, title = words.loadFailed }: TroubleProps) {
  const said = useSaid();
  const code = error instanceof Refused ? error.refusal.code : undefined;
  return (
    <ErrorState title={title} {...(code && { code })} retry={{ label: words.retry, onRetry, busy }}>
      {said(error)}
    </ErrorState>
  );
}
