/** Warum ein Vorgang ist, wo er ist, und warum keine Arbeit kommt. */
import { locale } from '../../language/locale.ts';
import type { Spoken } from '../../language/spoken.ts';
import type { english } from './words.en.ts';

export const german: Spoken<typeof english> = {
  loading: 'Wird ermittelt',
  item: {
    where: 'Wo er ist',
    queue: (name) => `Wartet in ${name}`,
    workbin: (name) => `Liegt in ${name}`,
    agent: (name, offered) => (offered ? `Ist ${name} angeboten` : `Ist bei ${name}`),
    history: 'Ist beendet',
    since: 'seit',
    whom: 'Für wen er jetzt ist',
    strategy: (name, step) =>
      step === undefined ? `Nach der Strategie ${name}` : `Nach der Strategie ${name}, Schritt ${step + 1}`,
    noStrategy: 'Nach den Gruppen, die seine Warteschlange bedienen',
    preferred: (name) => `${name} geht allen anderen vor`,
    asked: {
      agent: (name) => name,
      agentGroup: (name) => `alle aus ${name}`,
      placeGroup: (name) => `wer in ${name} sitzt`,
      skills: (expression) => `wer ${expression} erfüllt`,
    },
    nobody: 'In diesem Augenblick wird niemand gefragt.',
    selection: {
      longestIdle: 'Von denen, die passen, wer am längsten frei ist',
      leastLoaded: 'Von denen, die passen, wer am wenigsten hat',
      bestSkill: 'Von denen, die passen, wer es am besten kann',
      roundRobin: 'Reihum',
      percentage: 'Nach Anteilen von hundert',
    },
    why: 'Warum nicht bei jemand anderem',
    wouldGet: 'bekäme ihn angeboten, sobald die Reihe da ist',
    until: 'bis',
    last: 'Das letzte Angebot',
    lastOffer: (name, among) =>
      among === undefined
        ? `${name} angeboten`
        : `${name} angeboten, von ${among.toLocaleString(locale())}, die frei waren und passten`,
    waited: (time) => `Er hatte ${time} gewartet.`,
    next: 'Was als Nächstes geschieht',
    nothingNext: 'Von selbst geschieht nichts: Jemand muss ihn aufnehmen.',
    events: {
      offeredWhenFree: 'Er wird angeboten, sobald jemand frei ist, der passt',
      routedAnew: 'Andere werden gefragt',
      movesOn: 'Er zieht weiter',
      leftInPeaceNoLonger: 'Wieder angeboten werden darf er',
      offerEnds: 'Das Angebot endet',
      offerAnswersItself: 'Das Angebot wird von selbst angenommen',
      handlingEnds: 'Die Bearbeitungszeit endet',
      wakes: 'Er wacht auf',
      rankedAnew: 'Er wird neu eingestuft',
      rulesTriedAgain: 'Die Regeln werden wieder versucht',
    },
    to: (name) => `nach ${name}`,
  },
  agent: {
    title: 'Warum keine Arbeit kommt',
    close: 'Schließen',
    hindrances: {
      none: 'Arbeit kann kommen.',
      notLoggedOn: 'Nicht angemeldet.',
      unreachable: 'Zuletzt kein Lebenszeichen, darum wird nichts angeboten.',
      notOnThisMedium: 'Nicht dafür angemeldet.',
      notReady: 'Nicht bereit.',
      noRoom: 'Hat so viel, wie geht.',
    },
    noQueues: 'Es gibt keine Warteschlange, deren Arbeit hierher kommen kann.',
    waiting: (n) => (n === 0 ? 'nichts wartet' : `${n.toLocaleString(locale())} wartend`),
    reasons: {
      turn: 'andere kommen zuerst oder werden gewählt',
      notAskedNow: 'ist in diesem Augenblick für andere',
      leftInPeace: 'wurde eben abgelehnt oder verpasst',
      movesOn: 'zieht an einen anderen Ort weiter',
    },
    open: (id) => `${id} öffnen`,
  },
};
