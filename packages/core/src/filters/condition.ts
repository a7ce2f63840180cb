/** What a filter asks of a piece of work, as it was understood. */

/** Compared with a value: a property of the work or an attached key, or a span of time in seconds. */
export type Term =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'span'; readonly span: Span };

/** `_age()`: since the work was received; `_waited()`: since it came to where it is; `_left()`: until it is due. */
export const SPANS = ['_age', '_waited', '_left'] as const;
export type Span = (typeof SPANS)[number];

export const COMPARISONS = ['=', '!=', '<=', '>=', '<', '>', 'LIKE'] as const;
export type Comparison = (typeof COMPARISONS)[number];

export type FilterCondition =
  | { readonly kind: 'all' | 'any'; readonly of: readonly FilterCondition[] }
  | { readonly kind: 'not'; readonly of: FilterCondition }
  | { readonly kind: 'empty'; readonly name: string }
  | {
      readonly kind: 'compare';
      readonly term: Term;
      readonly by: Comparison;
      readonly value: string | number;
    };

/** Names that stand for properties; every other name is an attached key. Capital letters make no difference. */
export const PROPERTIES = [
  'Id',
  'ExternalId',
  'MediaType',
  'InteractionType',
  'State',
  'Status',
  'Queue',
  'Workbin',
  'OwnerId',
  'Priority',
  'DueAt',
  'ReceivedAt',
  'SubmittedAt',
  'SubmittedBy',
  'PlacedAt',
  'AssignedTo',
  'AssignedAt',
  'ContactId',
  'Disposition',
  'Department',
  'Process',
  'BusinessValue',
  'CapturePoint',
] as const;
export type Property = (typeof PROPERTIES)[number];

const BY_SPELLING = new Map<string, Property>(PROPERTIES.map((name) => [name.toLowerCase(), name]));

/** The property that a name means; `undefined`: it is an attached key. */
export const propertyOf = (name: string): Property | undefined => BY_SPELLING.get(name.toLowerCase());

/** Attached keys that must be known to answer it, each once. */
export function keysAskedBy(condition: FilterCondition): readonly string[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return [...new Set(condition.of.flatMap(keysAskedBy))];
    case 'not':
      return keysAskedBy(condition.of);
    case 'empty':
      return propertyOf(condition.name) === undefined ? [condition.name] : [];
    case 'compare':
      return condition.term.kind === 'name' && propertyOf(condition.term.name) === undefined
        ? [condition.term.name]
        : [];
  }
}
