/**
 * The theme a person chose, kept in this browser. No choice (`system`) means that no attribute is set, and the
 * operating system decides through `color-scheme`.
 */
export const THEMES = ['light', 'dark', 'system'] as const;

export type Theme = (typeof THEMES)[number];

const KEY = 'intray.theme';

/**
 * To be put as an inline script at the head of a shell's page. It runs before the first paint; done any later, a person
 * who chose dark would see a white flash at each start.
 */
export const THEME_SCRIPT = `try{var t=localStorage.getItem('${KEY}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}`;

const listeners = new Set<() => void>();

/** The theme in force as chosen, `system` when nothing was chosen. Reads the page, which the script has set. */
export function currentTheme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
}

/** Puts a theme in force at once and remembers it. A browser that refuses to remember still changes the page. */
export function chooseTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  remember(theme);
  for (const listener of listeners) listener();
}

/** Calls back on each choice made in this window. Returns the way to stop. */
export function onThemeChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function remember(theme: Theme): void {
  try {
    if (theme === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Storage may be forbidden (private windows, policies). The choice then lasts as long as the page.
  }
}
