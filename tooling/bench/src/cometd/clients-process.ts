/**
 * The clients of all sides, in a process of their own: what it costs to receive is the same for all and in no server's
 * figure. Each session counts its messages; one that is missing, doubled or out of order ends the run.
 */

import { moment } from '../measuring/moment.ts';
import { openClient } from './bayeux-client.ts';
import { type Order, type Report, stampsIn } from './conversation.ts';

/** How often what was heard is told, in milliseconds. */
const REPORT_EVERY = 10;
/** So many sessions are opened at a time; a listen queue is short. */
const OPENED_AT_ONCE = 50;

const say = (report: Report) => void process.send?.(report);
const fail = (cause: unknown) => say({ kind: 'failed', reason: String(cause) });

async function open({ side, url, transport, channel, cookies }: Order): Promise<void> {
  let latencies: number[] = [];
  let sampled = false;

  function hearing(session: number): (text: string) => void {
    let last = 0;
    return (text) => {
      const now = moment();
      const stamps = stampsIn(text);
      for (const stamp of stamps) {
        if (stamp.Number !== last + 1)
          fail(`${side}, session ${session}: message ${stamp.Number} came after ${last}.`);
        last = stamp.Number;
        latencies.push(now - stamp.Due);
      }
      if (sampled || stamps.length === 0) return;
      sampled = true;
      const [{ data }] = JSON.parse(text) as [{ data: object }];
      say({ kind: 'sample', side, data });
    };
  }

  for (let opened = 0; opened < cookies.length; opened += OPENED_AT_ONCE)
    await Promise.all(
      cookies.slice(opened, opened + OPENED_AT_ONCE).map((cookie, number) => {
        const onText = hearing(opened + number);
        return openClient(transport, { url, cookie, channel, onText, onFailure: fail });
      }),
    );
  setInterval(() => {
    if (latencies.length > 0) say({ kind: 'heard', side, latencies });
    latencies = [];
  }, REPORT_EVERY);
  say({ kind: 'open', side });
}

process.on('message', (order: Order) => void open(order).catch(fail));
process.on('disconnect', () => process.exit());
