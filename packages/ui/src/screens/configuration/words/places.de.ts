/** What the administrator's places are called, in German. */
import type { places as english } from './places.ts';

export const places: typeof english = {
  section: 'Verwaltung',
  places: {
    configuration: 'Konfiguration',
    options: 'Optionen',
    access: 'Rollen und Rechte',
    versions: 'Fassungen',
  },
};
