/** Reads colour roles out of tokens.css and measures them as WCAG 2.2 does. Used by the test of the tokens. */
export type ThemeColours = ReadonlyMap<string, string>;

const DECLARATION = /--([a-z0-9-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/gi;

/** The opaque colour roles of both themes, as `#rrggbb` by role. Translucent ones (scrim, shadows) carry no text. */
export function readColours(css: string): { readonly light: ThemeColours; readonly dark: ThemeColours } {
  const light = new Map<string, string>();
  const dark = new Map<string, string>();
  for (const [, role, inLight, inDark] of css.matchAll(DECLARATION)) {
    if (role === undefined || inLight === undefined || inDark === undefined) continue;
    light.set(role, inLight);
    dark.set(role, inDark);
  }
  return { light, dark };
}

/** WCAG contrast ratio of two `#rrggbb` colours: 1 (equal) to 21 (black on white). */
export function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
