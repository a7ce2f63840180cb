'use client';
import { connectDesk, Desk } from '@intray/ui';

/** The server is where the page came from. */
const connect = () => connectDesk();

/** The desk in a browser. */
export function WebDesk() {
  return <Desk connect={connect} />;
}
