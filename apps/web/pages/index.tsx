import { connectDesk, Desk } from '@intray/ui';

/** The server is where the page came from. */
const connect = () => connectDesk();

/** The desk. Everything it shows comes over the wire; the page itself is the same for everybody. */
export default function DeskPage() {
  return <Desk connect={connect} />;
}
