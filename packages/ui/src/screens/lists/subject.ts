/** What a piece of work is called, and who it is from. */
import type { InteractionLine, Json } from '@intray/core';
import { words } from '../words.ts';

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** What a row is called. */
export const subjectOf = ({ data, externalId }: Pick<InteractionLine, 'data' | 'externalId'>): string =>
  textOf(data['Subject']) || externalId || words.list.untitled;

/** Who it is from. */
export const senderOf = ({ data, contactId }: Pick<InteractionLine, 'data' | 'contactId'>): string =>
  textOf(data['From']) || contactId || '';
