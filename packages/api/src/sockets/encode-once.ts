/**
 * Turns answers into text for a WebSocket, each feed message only once however many desks follow it: the desk hands the
 * same message object to every follower, so its text is remembered with the object. Without this the server would
 * spend most of a busy feed writing the same JSON again.
 */
import { type Encoder, jsonEncoder } from '@trpc/server/adapters/ws';

interface Told {
  readonly id: number | string;
  readonly result: {
    readonly type: 'data';
    readonly id: string;
    readonly data: { readonly id: string; readonly data: object };
  };
}

/** One tracked message of a subscription, as tRPC lays it out. */
function isTold(message: unknown): message is Told {
  const { result, jsonrpc } = message as {
    result?: { type?: string; id?: unknown; data?: { data?: unknown } };
    jsonrpc?: unknown;
  };
  return (
    jsonrpc === undefined &&
    result?.type === 'data' &&
    typeof result.id === 'string' &&
    typeof result.data?.data === 'object' &&
    result.data.data !== null
  );
}

/** An encoder with a memory of its own; it lives as long as the messages do. */
export function encodeOnce(): Encoder {
  const texts = new WeakMap<object, string>();
  const textOf = (data: object): string => {
    const known = texts.get(data);
    if (known !== undefined) return known;
    const text = JSON.stringify(data);
    texts.set(data, text);
    return text;
  };
  return {
    encode(message) {
      if (!isTold(message)) return jsonEncoder.encode(message);
      const { id, result } = message;
      const cursor = JSON.stringify(result.id);
      return `{"id":${JSON.stringify(id)},"result":{"type":"data","id":${cursor},"data":{"id":${cursor},"data":${textOf(result.data.data)}}}}`;
    },
    decode: (data) => jsonEncoder.decode(data),
  };
}
