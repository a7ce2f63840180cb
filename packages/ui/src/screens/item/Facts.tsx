'use client';
import type { Interaction } from '@intray/core';
import { type KeyValue, KeyValueList } from '../../parts/KeyValueList.tsx';
import { useNames } from '../names.ts';
import { words } from '../words.ts';
import { whereIs } from './Header.tsx';

const moment = (at: number | undefined) =>
  at === undefined
    ? undefined
    : new Date(at).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' });

/** Everything that is known of it beside its case data. */
export function Facts({ interaction }: { readonly interaction: Interaction }) {
  const names = useNames();
  const { facets } = words.item;
  const entries: readonly KeyValue[] = [
    { id: 'where', label: facets.where, value: whereIs(interaction, names) },
    { id: 'queue', label: facets.queue, value: names.queue(interaction.queue) },
    { id: 'priority', label: facets.priority, value: String(interaction.priority) },
    { id: 'due', label: facets.due, value: moment(interaction.dueAt) },
    { id: 'wake', label: facets.wake, value: moment(interaction.wakeAt) },
    { id: 'contact', label: facets.contact, value: interaction.contactId },
    {
      id: 'disposition',
      label: facets.disposition,
      value: interaction.disposition && names.disposition(interaction.disposition),
    },
    { id: 'received', label: facets.received, value: moment(interaction.receivedAt) },
    { id: 'submitted', label: facets.submitted, value: interaction.submittedBy },
    { id: 'assigned', label: facets.assigned, value: interaction.assignedTo },
    { id: 'handleUntil', label: facets.handleUntil, value: moment(interaction.handleUntil) },
    { id: 'external', label: facets.external, value: interaction.externalId, mono: true },
    { id: 'id', label: facets.id, value: interaction.id, mono: true },
  ];
  return <KeyValueList entries={entries} />;
}
