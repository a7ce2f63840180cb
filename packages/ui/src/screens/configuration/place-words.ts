/** The few words of the administrator's screens that everybody's desk holds. */
import { spoken } from '../../language/spoken.ts';
import { places } from './words/places.ts';

export const placeWords = spoken({
  name: 'administration-places',
  en: places,
  de: async () => (await import('./words/places.de.ts')).places,
});
