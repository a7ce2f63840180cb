/** What the main process says by itself: in the tray, in notifications. The words of the page are the page's. */

const english = {
  nobody: 'Intray: nobody is signed in',
  noConnection: (waiting: number) => `Intray: no connection, ${waiting} waiting to be sent`,
  noSession: 'Intray: no session',
  standing: (ready: boolean, inHand: number) => `Intray: ${ready ? 'ready' : 'not ready'}, ${inHand} in hand`,
  ready: 'Ready',
  notReady: 'Not ready',
  nothingOffered: 'Nothing is offered',
  acceptThis: (title: string) => `Accept: ${title}`,
  open: 'Open Intray',
  preferences: 'Servers and preferences',
  quit: 'Quit',
  accept: 'Accept',
  reject: 'Reject',
  offers: (n: number) => (n === 1 ? '1 offer waits for your answer' : `${n} offers wait for your answer`),
};
export type MainWords = typeof english;

const german: MainWords = {
  nobody: 'Intray: niemand ist angemeldet',
  noConnection: (waiting) => `Intray: keine Verbindung, ${waiting} noch zu senden`,
  noSession: 'Intray: keine Sitzung',
  standing: (ready, inHand) => `Intray: ${ready ? 'bereit' : 'nicht bereit'}, ${inHand} in Arbeit`,
  ready: 'Bereit',
  notReady: 'Nicht bereit',
  nothingOffered: 'Nichts wird angeboten',
  acceptThis: (title) => `Annehmen: ${title}`,
  open: 'Intray öffnen',
  preferences: 'Server und Einstellungen',
  quit: 'Beenden',
  accept: 'Annehmen',
  reject: 'Ablehnen',
  offers: (n) => (n === 1 ? '1 Angebot wartet auf Ihre Antwort' : `${n} Angebote warten auf Ihre Antwort`),
};

/** @param language as the system writes it, such as `de-AT`; English where we do not speak it */
export const wordsIn = (language: string): MainWords => (/^de\b/i.test(language) ? german : english);
