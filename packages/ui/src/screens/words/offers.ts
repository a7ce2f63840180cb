/** Offers, in English. */
import { counted } from '../../language/locale.ts';

export const offersWords = {
  invite: {
    corner: 'Offers',
    more: (n: number) => `${counted(n, 'more offer', 'more offers')}`,
    offered: (media: string) => `${media} offered to you`,
    from: (queue: string) => `from ${queue}`,
    transferred: (name: string) => `${name} hands it over to you`,
    left: (seconds: number) => `${counted(seconds, 'second', 'seconds')} left`,
    byItself: (seconds: number) => `accepted by itself in ${counted(seconds, 'second', 'seconds')}`,
    announcementByItself: (media: string, subject: string, seconds: number) =>
      `New ${media}: ${subject}. Accepted by itself in ${counted(seconds, 'second', 'seconds')}.`,
    announcement: (media: string, subject: string, seconds: number) =>
      `New ${media} offered: ${subject}. ${counted(seconds, 'second', 'seconds')} to accept.`,
  },
} as const;
