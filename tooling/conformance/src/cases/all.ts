/** Every case, in the order they are run. */
import { accessCases } from './access.ts';
import type { Case } from './case.ts';
import { cometdCases } from './cometd.ts';
import { inputCases } from './input.ts';
import { machineCases } from './machine.ts';
import { messageCases } from './messages.ts';
import { addCases, pullCases } from './moves.ts';
import { sessionCases } from './session.ts';
import { socketCases } from './sockets.ts';
import { subscribeCases } from './subscribe.ts';
import { transferCases } from './transfers.ts';
import { userDataCases } from './user-data.ts';
import { workbinCases } from './workbins.ts';
import { workitemCases } from './workitems.ts';

export const CASES: readonly Case[] = [
  ...sessionCases,
  ...workbinCases,
  ...addCases,
  ...pullCases,
  ...subscribeCases,
  ...workitemCases,
  ...transferCases,
  ...machineCases,
  ...inputCases,
  ...accessCases,
  ...cometdCases,
  ...socketCases,
  ...messageCases,
  ...userDataCases,
];
