/** Offers, in German. */
import { counted } from '../../language/locale.ts';
import type { Spoken } from '../../language/spoken.ts';
import type { offersWords as english } from './offers.ts';

const inSeconds = (n: number) => counted(n, 'Sekunde', 'Sekunden');

export const offersWords: Spoken<typeof english> = {
  invite: {
    corner: 'Angebote',
    more: (n: number) => counted(n, 'weiteres Angebot', 'weitere Angebote'),
    offered: (media: string) => `${media} wird Ihnen angeboten`,
    from: (queue: string) => `aus ${queue}`,
    transferred: (name: string) => `${name} gibt es an Sie weiter`,
    left: (seconds: number) => `noch ${inSeconds(seconds)}`,
    byItself: (seconds: number) => `wird in ${inSeconds(seconds)} von selbst angenommen`,
    announcementByItself: (media: string, subject: string, seconds: number) =>
      `Neu, ${media}: ${subject}. Wird in ${inSeconds(seconds)} von selbst angenommen.`,
    announcement: (media: string, subject: string, seconds: number) =>
      `Neues Angebot, ${media}: ${subject}. ${inSeconds(seconds)} zum Annehmen.`,
  },
};
