/**
 * What the Interaction Management protocol of Genesys calls an answer. Written into the log (at `debug`), so that
 * whoever knows that protocol recognises what happened.
 */
import type { Body, Query, V2Route } from './route.ts';

export type ProtocolName = 'EventWorkbinContent' | 'EventPulledInteractions' | 'EventAck' | 'EventError';

interface Asked {
  readonly query: Query;
  readonly body: Body;
}

/** The name of a good answer; nothing for questions that the protocol has no event for. */
export function nameOfAnswer(
  { method, path }: Pick<V2Route, 'method' | 'path'>,
  { query, body }: Asked,
): ProtocolName | undefined {
  if (method === 'GET') {
    const isContent = /\/workbins\/:id\/\w+$/.test(path) || /\/workbins\/:id$/.test(path);
    const asksForItems = !path.endsWith(':id') || query.subresources !== undefined;
    return isContent && asksForItems ? 'EventWorkbinContent' : undefined;
  }
  return String(body.operationName).startsWith('Pull') ? 'EventPulledInteractions' : 'EventAck';
}
