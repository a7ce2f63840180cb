import type { InteractionState } from '@intray/core';

/** Made-up work to draw. Times are distances from now in minutes, so that the gallery never looks old. */
export interface SampleItem {
  readonly id: string;
  readonly mediaType: string;
  readonly subject: string;
  readonly contact: string;
  readonly state: InteractionState;
  readonly due: number;
}

const SUBJECTS = [
  ['email', 'Invoice 40318 was charged twice', 'Ana Ferreira'],
  ['workitem', 'Street light out, Fulton St and Nostrand Ave', 'City portal'],
  ['chat', 'Can I still change my delivery address?', 'Jonas Weber'],
  ['twitter', 'Third day without an answer, is anybody there?', '@m_okafor'],
  ['email', 'Request for a copy of the contract', 'Sofia Lindqvist'],
  ['facebook', 'Opening hours over the holidays', 'Marek Nowak'],
  ['workitem', 'Noise complaint, residential, loud music', 'City portal'],
  ['fax', 'Power of attorney, signed', 'Notary Dr. Hahn'],
] as const;

const STATES = [
  'Processing',
  'InWorkbin',
  'InWorkbin',
  'Held',
  'Snoozed',
  'Queued',
  'Transferring',
  'Done',
] as const;

export const SAMPLE_WORK: readonly SampleItem[] = Array.from({ length: 500 }, (_, index) => {
  const [mediaType, subject, contact] = SUBJECTS[index % SUBJECTS.length] as (typeof SUBJECTS)[number];
  const state = STATES[(index * 3) % STATES.length] as InteractionState;
  return {
    id: `IX${(index + 4_120).toString(36).toUpperCase()}`,
    mediaType,
    subject,
    contact,
    state,
    due: index * 47 - 95,
  };
});

/** The words of the states, as the desk's screens give them. */
export const STATE_WORDS: Readonly<Record<InteractionState, string>> = {
  New: 'New',
  Queued: 'Queued',
  Invited: 'Invited',
  Processing: 'In progress',
  Transferring: 'Transferring',
  InWorkbin: 'In workbin',
  Snoozed: 'Snoozed',
  Held: 'On hold',
  Done: 'Done',
  Cancelled: 'Cancelled',
};
