/** For tests of what is built on a desk or on its wires. */
export { askMatrix } from '../genesys/testing/ask-matrix.ts';
export { type Caller, caller } from '../genesys/testing/caller.ts';
export { EVERY_MEDIUM, openCentre } from '../genesys/testing/contact-centre.ts';
export { jsonText } from '../genesys/testing/json-text.ts';
export { type BayeuxAnswer, RawBayeux } from '../genesys/testing/raw-bayeux.ts';
export { ADDED, PULLED } from '../genesys/testing/seeds.ts';
export { type CuttingProxy, cuttingProxy } from './cutting-proxy.ts';
export { DEMO_CENTRE } from './demo-centre.ts';
export { type DeskClient, deskClient } from './desk-client.ts';
export { memoryAccounts } from './memory-accounts.ts';
export { type MemoryDeskOptions, memoryDesk } from './memory-desk.ts';
export {
  basic,
  type LogLine,
  PASSWORD,
  type RunningServer,
  runServer,
  type Signed,
  signedInAs,
  signInAs,
} from './running-server.ts';
export { SAMPLES } from './samples.ts';
