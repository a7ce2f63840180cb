/** What is answered about privileges. */
import {
  PRIVILEGES,
  PRIVILEGES_BY_BLOCK,
  type PrivilegeBlock,
  type PrivilegeExplanation,
  type RoleSays,
} from '@intray/core';
import { z } from 'zod';
import { record, Text, texts } from './record.ts';

const Privilege = z.enum(PRIVILEGES);
const BLOCKS = Object.keys(PRIVILEGES_BY_BLOCK) as [PrivilegeBlock, ...PrivilegeBlock[]];

const Says = record<RoleSays>('RoleSays', 'A role that speaks of a privilege, and how the person has it.', {
  role: Text,
  agentGroup: Text.optional().meta({ description: 'The group that has the role; their own role if absent.' }),
  as: Text.meta({ description: 'The words in the role: the privilege, or one that brings it.' }),
});

export const AccessAnswer = z.array(
  record<PrivilegeExplanation>('Access', 'Whether somebody may do something, and why or why not.', {
    privilege: Privilege,
    mediaType: Text.optional().meta({ description: 'The medium it is held for, where it is held for one.' }),
    block: z.enum(BLOCKS),
    says: Text,
    effect: z.enum(['held', 'told', 'none']),
    allowed: z.boolean(),
    allowedBy: z.array(Says),
    deniedBy: z.array(Says).meta({ description: 'One is enough.' }),
    withheldFor: z
      .array(Privilege)
      .meta({ description: 'What it needs and they do not have: without it it has no effect.' }),
    rolesThatAllow: texts.meta({ description: 'Other roles that would allow it.' }),
  }),
);
