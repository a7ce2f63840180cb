/** How the servers and the database are. */
import {
  type DatabaseFigures,
  NODE_STATES,
  type Node,
  type NodeConnections,
  type NodeMinute,
  type NodeReport,
  type Operations,
  type PoolFigures,
  type ServerTrouble,
  TROUBLES,
} from '@intray/core';
import { z } from 'zod';
import { Moment, record, Text, Whole } from './record.ts';

const Milliseconds = Whole.meta({ description: 'In milliseconds.' });

const report = record<NodeReport>(
  'NodeReport',
  'What a node last said of itself. Counts are since it started.',
  {
    version: Text,
    startedAt: Moment,
    life: z.enum(['serving', 'draining', 'stopped']),
    routingSince: Moment.optional().meta({
      description: 'Since when it has the right to route; absent without it.',
    }),
    behind: z
      .strictObject({ events: Whole, ms: Milliseconds })
      .meta({ description: 'Events that were committed and not told here, and the age of the oldest.' }),
    connections: record<NodeConnections>('NodeConnections', 'Who is connected to a node.', {
      ...{ desks: Whole, cometd: Whole, people: Whole },
    }),
    commandsWaiting: Whole,
    pool: record<PoolFigures>('PoolFigures', 'Connections of a node to the database.', {
      ...{ open: Whole, idle: Whole, waiting: Whole, most: Whole },
    }),
    router: z.strictObject({ passes: Whole, offers: Whole, refused: Whole }),
    sweeper: record<NodeReport['sweeper']>('NodeSweeper', 'How a node follows up on deadlines.', {
      ...{ sweeps: Whole, commands: Whole, lastAt: Moment.optional() },
    }),
    minutes: z.array(
      record<NodeMinute>('NodeMinute', 'What a node did in a minute.', {
        ...{ at: Moment, commands: Whole, commits: Whole, offers: Whole },
      }),
    ),
  },
);

const databaseFigures = {
  version: Text,
  migration: Text.meta({ description: 'The newest that was applied.' }),
  bytes: Whole,
  connections: Whole,
  mostConnections: Whole,
} satisfies Record<keyof DatabaseFigures, z.ZodType>;

export const OperationsAnswer = record<Operations>('Operations', 'How the servers and the database are.', {
  now: Moment,
  asOf: Moment.meta({ description: 'When the database was last asked with success.' }),
  nodes: z.array(
    record<Node>('Node', 'A server process.', {
      id: Text,
      at: Moment.meta({ description: 'Its last sign of life.' }),
      state: z.enum(NODE_STATES),
      report: report.optional(),
    }),
  ),
  database: record<Operations['database']>(
    'DatabaseState',
    'The database, as it was when it last answered.',
    {
      ...databaseFigures,
      reachable: z.boolean(),
      note: Text.optional().meta({ description: 'What is wrong.' }),
      ms: Milliseconds,
    },
  ),
  people: z
    .strictObject({ loggedOn: Whole, reachable: Whole })
    .meta({ description: 'Work sessions, whichever node they came through.' }),
  waiting: Whole.meta({ description: 'Pieces of work that wait in a queue.' }),
  troubles: z
    .array(
      record<ServerTrouble>('ServerTrouble', 'Something an operator has to look at.', {
        code: z.enum(TROUBLES),
        node: Text.optional(),
      }),
    )
    .meta({ description: 'Worst first; empty if all is well.' }),
  answeredBy: Text.meta({ description: 'The node that answered.' }),
});
