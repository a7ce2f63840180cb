/** Colours of the design as a canvas takes them: resolved where they are used, for the theme that is on. */

const INKS = {
  accent: '--accent-solid',
  positive: '--positive-solid',
  caution: '--caution-solid',
  critical: '--critical-solid',
  info: '--info-solid',
  muted: '--text-muted',
  line: '--border-faint',
} as const;
export type Ink = keyof typeof INKS;

/** A canvas knows no custom properties; an element that wears the colour does. */
export function inksOf(element: HTMLElement): Readonly<Record<Ink, string>> {
  const probe = document.createElement('span');
  element.append(probe);
  const found = Object.fromEntries(
    Object.entries(INKS).map(([name, property]) => {
      probe.style.color = `var(${property})`;
      return [name, getComputedStyle(probe).color];
    }),
  );
  probe.remove();
  return found as Record<Ink, string>;
}

/** Calls back when the theme becomes another one; returns the way to stop. */
export function onTheme(listener: () => void): () => void {
  const query = matchMedia('(prefers-color-scheme: dark)');
  const watch = new MutationObserver(listener);
  watch.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  query.addEventListener('change', listener);
  return () => {
    watch.disconnect();
    query.removeEventListener('change', listener);
  };
}
