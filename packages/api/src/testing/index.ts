/** For tests of what is built on a desk or on its wires. */
export { DEMO_CENTRE } from './demo-centre.ts';
export { memoryAccounts } from './memory-accounts.ts';
export { type MemoryDeskOptions, memoryDesk } from './memory-desk.ts';
export {
  basic,
  type LogLine,
  PASSWORD,
  type RunningServer,
  runServer,
  type Signed,
  signInAs,
} from './running-server.ts';
