/** The work that the demo begins with: invented letters, posts and tasks, of every medium. */
import type { Desk, UserData } from '@intray/core';

interface Sample {
  readonly mediaType: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  /** Minutes from the demo's first start. */
  readonly dueIn?: number;
  readonly more?: UserData;
}

const HOUR = 60;
const DAY = 24 * HOUR;

const email = (from: string, subject: string, text: string, dueIn?: number): Sample => ({
  mediaType: 'email',
  from,
  subject,
  text,
  ...(dueIn === undefined ? {} : { dueIn }),
});
const post = (
  mediaType: 'chat' | 'facebook' | 'twitter',
  from: string,
  subject: string,
  text: string,
): Sample => ({
  mediaType,
  from,
  subject,
  text,
});
const task = (subject: string, text: string, dueIn: number, more: UserData): Sample => ({
  mediaType: 'workitem',
  from: 'Back office',
  subject,
  text,
  dueIn,
  more,
});

/** The order is the order in which they arrived. */
export const samples: readonly Sample[] = [
  email(
    'Marta Novak',
    'My order came without the lid',
    'The teapot is lovely, but its lid was not in the box. Order 10442.',
    DAY,
  ),
  email(
    'Hiro Tanaka',
    'Invoice shows the old address',
    'Could you send the March invoice again, to the address I gave you in February?',
    2 * DAY,
  ),
  post(
    'chat',
    'Olu Adeyemi',
    'Which size?',
    'Hello! I am between two sizes of the rain jacket. Does it run large?',
  ),
  task('Check a returned kettle', 'Returned as faulty. Test it and decide: refund or repair.', 4 * HOUR, {
    Order: 10397,
    Reason: 'does not heat',
  }),
  email('Sofia Rossi', 'Thank you', 'The replacement came this morning. Please pass my thanks on to Ben.'),
  post(
    'twitter',
    '@riverside_runner',
    'Delivery slot missed',
    'Third time nobody came between 9 and 11. What is going on?',
  ),
  email(
    'Pavel Horak',
    'Change of delivery day',
    'I am away on Thursday. Would Friday be possible?',
    8 * HOUR,
  ),
  post(
    'facebook',
    'Grace Mensah',
    'Do you have this in green?',
    'I love the blue lamp on your page. Is there a green one?',
  ),
  email(
    'Amélie Laurent',
    'Charged twice',
    'My card shows the same amount twice, on the 3rd and on the 4th.',
    4 * HOUR,
  ),
  post(
    'chat',
    'Tom Becker',
    'Voucher is refused',
    'The voucher from your letter says "unknown". It should hold until June.',
  ),
  task('Approve a goodwill refund', 'Parcel was nine days late. Customer asks for the postage back.', DAY, {
    Order: 10411,
    Amount: 6.9,
  }),
  email(
    'Noor Haddad',
    'How do I descale it?',
    'The leaflet is missing. Where do I find the instructions for the coffee maker?',
  ),
  post(
    'twitter',
    '@teatime_tess',
    'Praise',
    'Parcel packed with paper only, no plastic. More of this, please!',
  ),
  email(
    'Liam Byrne',
    'Cancel order 10450',
    'I ordered the wrong colour a minute ago. Please cancel it before it leaves.',
    2 * HOUR,
  ),
  post('facebook', 'Ines Duarte', 'Opening hours', 'Is the shop at the harbour open on Sunday?'),
  email(
    'Katya Orlova',
    'Wrong item',
    'I ordered cups and received saucers. They are very nice saucers.',
    DAY,
  ),
  post(
    'chat',
    'Yusuf Demir',
    'Where is my parcel?',
    'Tracking has said "on its way" since Monday. Order 10388.',
  ),
  email('Eva Lindqvist', 'Data request', 'Please tell me which data you keep about me.', 20 * DAY),
  post(
    'facebook',
    'Carlos Vega',
    'Comment on the spring sale',
    'The link to the sale shows last year’s prices.',
  ),
  email(
    'Mei Chen',
    'Repair under warranty',
    'The handle broke after eleven months. Photo and receipt attached.',
    3 * DAY,
  ),
  post(
    'twitter',
    '@nightowl_nils',
    'Website error',
    'Checkout says "try later" since midnight. It is later.',
  ),
  task(
    'Verify a business account',
    'Certificate uploaded. Compare the name and number, then open the account.',
    2 * DAY,
    { Company: 'Blue Door Bakery' },
  ),
  email(
    'Peter Svoboda',
    'Gift wrapping',
    'Can you wrap order 10456 and leave out the bill? It is for my mother.',
    6 * HOUR,
  ),
  post(
    'chat',
    'Zanele Dube',
    'Reset my password',
    'The mail with the link does not arrive. I have looked in spam.',
  ),
  email(
    'Nora Keller',
    'Bulk order',
    'We need sixty mugs with our logo by the end of next month. Whom do I talk to?',
    2 * DAY,
  ),
];

/**
 * Submits what is not there yet; each sample has an external id of its own, so nothing is there twice. They yield to
 * anything that is submitted without a priority: whoever tries the demo wants to see what they sent.
 * @param by user name of somebody who may submit
 */
export async function submitSamples(
  desk: Desk,
  by: string,
  newInteractionId: () => string,
  now: number,
): Promise<void> {
  for (const [index, { mediaType, from, subject, text, dueIn, more }] of samples.entries()) {
    const outcome = await desk.execute({
      actor: { kind: 'user', id: by },
      command: {
        type: 'submit',
        interactionId: newInteractionId(),
        externalId: `demo-${String(index + 1).padStart(3, '0')}`,
        mediaType,
        queue: 'Inbox',
        priority: -10,
        ...(dueIn === undefined ? {} : { dueAt: now + dueIn * 60_000 }),
        userData: { Subject: subject, From: from, Text: text, ...more },
      },
    });
    if (!outcome.ok)
      throw new Error(`A sample interaction of the demo was refused: ${outcome.refusal.message}`);
  }
}
