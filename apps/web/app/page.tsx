import { WebDesk } from './WebDesk.tsx';

/** The desk. Everything it shows comes over the wire; the page itself is the same for everybody. */
export default function Page() {
  return <WebDesk />;
}
