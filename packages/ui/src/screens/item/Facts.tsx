'use client';
import type { Interaction } from '@intray/core';
import { type KeyValue, KeyValueList } from '../../parts/KeyValueList.tsx';
import { moment } from '../moment.ts';
import { useNames } from '../names.ts';
import { whereIs } from '../whereIs.ts';
import { words } from '../words.ts';

const momentOf = (at: number | undefined) => (at === undefined ? undefined : moment(at));

/** Everything that is known of it beside its case data. */
export function Facts({ interaction }: { readonly interaction: Interaction }) {
  const names = useNames();
  const { facets } = words.item;
  const entries: readonly KeyValue[] = [
    { id: 'where', label: facets.where, value: whereIs(interaction, names) },
    { id: 'queue', label: facets.queue, value: names.queue(interaction.queue) },
    { id: 'priority', label: facets.priority, value: String(interaction.priority) },
    { id: 'due', label: facets.due, value: momentOf(interaction.dueAt) },
    { id: 'wake', label: facets.wake, value: momentOf(interaction.wakeAt) },
    { id: 'contact', label: facets.contact, value: interaction.contactId },
    {
      id: 'disposition',
      label: facets.disposition,
      value: interaction.disposition && names.disposition(interaction.disposition),
    },
    { id: 'received', label: facets.received, value: momentOf(interaction.receivedAt) },
    { id: 'submitted', label: facets.submitted, value: names.person(interaction.submittedBy) },
    {
      id: 'assigned',
      label: facets.assigned,
      value: interaction.assignedTo && names.person(interaction.assignedTo),
    },
    { id: 'handleUntil', label: facets.handleUntil, value: momentOf(interaction.handleUntil) },
    { id: 'external', label: facets.external, value: interaction.externalId, mono: true },
    { id: 'id', label: facets.id, value: interaction.id, mono: true },
  ];
  return <KeyValueList entries={entries} />;
}
