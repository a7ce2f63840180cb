/** A slice of a list: `after` is the `next` of the slice before; `keys` are the attached keys that its rows show. */
export interface Slice {
  readonly after?: string;
  readonly limit: number;
  readonly order?: 'oldest' | 'newest';
  readonly keys?: readonly string[];
}

/** As the wire takes it. */
export const pageOf = ({ keys, ...slice }: Slice) => ({
  page: { ...slice, ...(keys !== undefined && { keys: [...keys] }) },
});
