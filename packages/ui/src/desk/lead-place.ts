/** Where a team lead is, as it stands in the address. */

export const LEAD_PAGES = ['board', 'queues', 'workbins', 'reports'] as const;
export type LeadPage = (typeof LEAD_PAGES)[number];

export interface LeadPlace {
  readonly view: 'lead';
  readonly page: LeadPage;
  /** The queue, the tray's key or the agent that is looked at; all if left out. */
  readonly of?: string;
  /** A saved filter. */
  readonly filter?: string;
  /** A condition of the person's own. */
  readonly where?: string;
}

const NAMES = ['of', 'filter', 'where'] as const;

/** A page there is not is the first one. */
export function parseLead(parameters: URLSearchParams): LeadPlace {
  const asked = parameters.get('page');
  const page = LEAD_PAGES.find((each) => each === asked) ?? 'board';
  const more = NAMES.flatMap((name) => {
    const value = parameters.get(name);
    return value ? [[name, value] as const] : [];
  });
  return { view: 'lead', page, ...Object.fromEntries(more) };
}

export function formatLead(place: LeadPlace, parameters: URLSearchParams): void {
  parameters.set('page', place.page);
  for (const name of NAMES) {
    const value = place[name];
    if (value) parameters.set(name, value);
  }
}
