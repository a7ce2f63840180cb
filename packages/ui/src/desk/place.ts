/**
 * Where the person is, as it stands in the address: a reload, a bookmark and the back button keep the place. Search
 * parameters, because the desk is a handful of static files and no server knows its paths.
 */

import { OWNER_KINDS, type OwnerKind, type WorkbinRef } from '@intray/core';
import { formatLead, type LeadPlace, parseLead } from './lead-place.ts';

type View =
  | LeadPlace
  | { readonly view: 'work' }
  | { readonly view: 'workbin'; readonly workbin: WorkbinRef }
  | { readonly view: 'queue'; readonly queue: string }
  | { readonly view: 'finished' }
  | { readonly view: 'colleagues' }
  | { readonly view: 'operator' }
  | { readonly view: BuilderView; readonly id?: string }
  | { readonly view: AdministratorView; readonly page?: string; readonly id?: string };

/** Screens where work is shaped before it comes: `id` is what is open there. */
const BUILDER_VIEWS = ['strategies', 'rules', 'importing'] as const;
export type BuilderView = (typeof BUILDER_VIEWS)[number];

export const isBuilderView = (view: string | null): view is BuilderView =>
  BUILDER_VIEWS.some((one) => one === view);

/** Screens of an administrator: `page` is the list or tab, `id` what is open in it. */
const ADMINISTRATOR_VIEWS = ['configuration', 'options', 'access', 'versions'] as const;
export type AdministratorView = (typeof ADMINISTRATOR_VIEWS)[number];

export const isAdministratorView = (view: string | null): view is AdministratorView =>
  ADMINISTRATOR_VIEWS.some((one) => one === view);

/** A list, and the interaction that is open beside it. */
export type Place = View & { readonly item?: string };

export type BuilderPlace = Extract<Place, { readonly view: BuilderView }>;

export const isBuilderPlace = (place: Place): place is BuilderPlace => isBuilderView(place.view);
/** A list of work. */
export type ListPlace = Extract<Place, { readonly view: 'workbin' | 'queue' | 'finished' }>;

export const isListPlace = (place: Place): place is ListPlace =>
  place.view === 'workbin' || place.view === 'queue' || place.view === 'finished';

export type AdministratorPlace = Extract<Place, { readonly view: AdministratorView }>;

export const isAdministratorPlace = (place: Place): place is AdministratorPlace =>
  isAdministratorView(place.view);

export const HOME: Place = { view: 'work' };

const isOwnerKind = (text: string | null): text is OwnerKind => OWNER_KINDS.some((kind) => kind === text);

function viewOf(parameters: URLSearchParams): View {
  const type = parameters.get('type');
  const kind = parameters.get('owner');
  const id = parameters.get('of');
  const queue = parameters.get('queue');
  const view = parameters.get('view');
  const open = parameters.get('id');
  if (isBuilderView(view)) return { view, ...(open && { id: open }) };
  if (isAdministratorView(view)) {
    const page = parameters.get('page');
    return { view, ...(page && { page }), ...(open && { id: open }) };
  }
  switch (view) {
    case 'workbin':
      return type && id && isOwnerKind(kind)
        ? { view: 'workbin', workbin: { type, owner: { kind, id } } }
        : { view: 'work' };
    case 'queue':
      return queue ? { view: 'queue', queue } : { view: 'work' };
    case 'lead':
      return parseLead(parameters);
    case 'finished':
      return { view: 'finished' };
    case 'colleagues':
      return { view: 'colleagues' };
    case 'operator':
      return { view: 'operator' };
    default:
      return { view: 'work' };
  }
}

/** Reads a place from `?view=…`; whatever makes no sense leads home. */
export function parsePlace(search: string): Place {
  const parameters = new URLSearchParams(search);
  const item = parameters.get('item');
  return { ...viewOf(parameters), ...(item && { item }) };
}

/** Writes a place as `?view=…`, shortest for the usual one. */
export function formatPlace(place: Place): string {
  const parameters = new URLSearchParams();
  if (place.view !== 'work') parameters.set('view', place.view);
  if (place.view === 'workbin') {
    parameters.set('type', place.workbin.type);
    parameters.set('owner', place.workbin.owner.kind);
    parameters.set('of', place.workbin.owner.id);
  }
  if (place.view === 'queue') parameters.set('queue', place.queue);
  if ('page' in place && place.page) parameters.set('page', place.page);
  if ('id' in place && place.id) parameters.set('id', place.id);
  if (place.view === 'lead') formatLead(place, parameters);
  if (place.item) parameters.set('item', place.item);
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

/** The same list with nothing open beside it. */
export function closed(place: Place): Place {
  const { item, ...view } = place;
  return view;
}
