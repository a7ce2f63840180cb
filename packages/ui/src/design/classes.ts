/** Joins class names, leaving out what is absent or off: `classes(css.row, selected && css.selected)`. */
export function classes(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
