/** What a case of an option is made of, and the situations that they begin with. */
import type { InteractionCommand } from '../commands.ts';
import type { ContactCentre } from '../config/contact-centre.ts';
import type { ContactCentreConfig } from '../config/objects.ts';
import type { UserData } from '../values.ts';
import { givenIn, type House } from './house.ts';
import type { Settings } from './options.ts';
import { answerOf, inHands, invited, ready, submitted } from './steps.ts';

/** Who acts, where, and what is attached to the work. */
export interface Scene {
  readonly centre: ContactCentre;
  readonly who: string;
  readonly userData: UserData;
}

export interface OptionCase {
  /** The option's full name. */
  readonly name: string;
  readonly value: string;
  /** A value that does what not setting the option does. */
  readonly other: string;
  /** What is seen with `value`, and with `other` or nothing. */
  readonly shows: unknown;
  readonly otherwise: unknown;
  /** What else it takes to see anything. */
  readonly besides?: Pick<Settings, 'application' | 'sets'>;
  readonly objects?: Partial<ContactCentreConfig>;
  readonly see: (scene: Scene) => unknown;
}

export const i1 = { interactionId: 'i1' } as const;
type Fields = NonNullable<Parameters<typeof submitted>[1]>;

export const offered = ({ centre, who, userData }: Scene, fields: Fields = {}): House =>
  givenIn(centre, ready(who), submitted('i1', { queue: 'Anything', userData, ...fields }), invited(who));

export const held = ({ centre, who, userData }: Scene, fields: Fields = {}): House =>
  givenIn(centre, ready(who), submitted('i1', { queue: 'Anything', userData, ...fields }), inHands(who));

/** What the command is answered. */
export const answer = (house: House, who: string, command: InteractionCommand) =>
  answerOf(house.when(who, command));

/** The queue it is in afterwards, or why it is not. */
export function queueAfter(house: House, who: string, command: InteractionCommand): string {
  const said = answer(house, who, command);
  return said === 'granted' ? house.interaction().queue : said;
}

/** The type of the workbin it is in afterwards, or why it is in none. */
export function trayAfter(house: House, who: string, command: InteractionCommand): string {
  const said = answer(house, who, command);
  return said === 'granted' ? (house.interaction().workbin?.type ?? 'none') : said;
}

export const autoAnswer = (scene: Scene) => {
  const house = offered(scene);
  const set = house.interaction().invitation?.autoAnswer;
  return set && { after: set.at - house.now, mayDecline: set.mayDecline };
};

/** The channels of a session that was asked for, and which of them are ready. */
export const channels = ({ centre, who }: Scene, mediaType: string) => {
  const house = givenIn(centre).given(who, {
    type: 'startSession',
    agentId: who,
    channels: [{ mediaType }],
  });
  return house.session(who).channels;
};
