/** Letters such as a contact centre gets, for the pictures of the documentation. Each is used once. */
import type { Work } from './server.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Rests in the team's tray before anybody looks. */
export const restingWork = (now: number): readonly Work[] => [
  {
    subject: 'Water main break, Atlantic Av and Court St',
    from: 'City portal',
    dueAt: now - 25 * MINUTE,
    priority: 30,
  },
  {
    mediaType: 'email',
    subject: 'Delivery 7731 arrived without its cables',
    from: 'Sofia Lindqvist',
    dueAt: now + 42 * MINUTE,
    priority: 20,
  },
  { mediaType: 'twitter', subject: 'Third day without an answer', from: '@m_okafor', priority: 10 },
  {
    mediaType: 'email',
    subject: 'Power of attorney, signed',
    from: 'Notary Dr. Hahn',
    dueAt: now + 50 * HOUR,
    priority: 10,
  },
  {
    mediaType: 'email',
    subject: 'Request for a copy of the contract',
    from: 'Marek Nowak',
    dueAt: now + 26 * HOUR,
  },
  { mediaType: 'facebook', subject: 'Opening hours over the holidays', from: 'Grace Owusu' },
  { subject: 'Noise complaint, residential, loud music', from: 'City portal', dueAt: now + 3 * HOUR },
  { mediaType: 'email', subject: 'Change of bank details', from: 'Tomás Herrera', dueAt: now + 8 * HOUR },
  { subject: 'Broken parking meter 4471', from: 'City portal', dueAt: now + 30 * HOUR },
  { mediaType: 'email', subject: 'Warranty for the standing desk', from: 'Yuki Tanaka' },
];

/** Waits in the queue. */
export const waitingWork = (now: number): readonly Work[] => [
  { mediaType: 'email', subject: 'Cannot sign in to the customer area', from: 'Olu Adeyemi', priority: 10 },
  { subject: 'Pothole, Flatbush Av 210', from: 'City portal', dueAt: now + 5 * HOUR },
  { mediaType: 'email', subject: 'Quote for 40 chairs', from: 'Hanna Virtanen', dueAt: now + 20 * HOUR },
  { subject: 'Graffiti, Prospect Park entrance', from: 'City portal', dueAt: now + 28 * HOUR },
];

/** The one that is open in the first picture. */
export const invoice = (now: number): Work => ({
  mediaType: 'email',
  subject: 'Invoice 40318 was charged twice',
  from: 'Ana Ferreira',
  dueAt: now + 38 * MINUTE,
  priority: 20,
  data: {
    Text: 'Hello,\nthe amount of 129.50 was taken twice from my account on 14 November. Please return one of them.\nAna Ferreira',
    Customer: 'C-20418',
    Invoice: '40318',
    Amount: 129.5,
    Paid: true,
  },
});

/** In the same hands. */
export const inHand = (now: number): readonly Work[] => [
  { mediaType: 'chat', subject: 'Can I still change my delivery address?', from: 'Jonas Weber' },
  {
    mediaType: 'email',
    subject: 'Return label for order 20077',
    from: 'Leila Haddad',
    dueAt: now + 4 * HOUR,
  },
];

/** Offered while the rest is at work. */
export const offered = (now: number): Work => ({
  subject: 'Street light out, Fulton St and Nostrand Av',
  from: 'City portal',
  dueAt: now + 55 * MINUTE,
  priority: 30,
  data: { Agency: 'DOT', Borough: 'Brooklyn', Reports: 7 },
});
