import { FAULT_TEXTS, type FaultCode, faultsOfWhole } from '@intray/core';
import { expect, test } from 'vitest';
import { texts } from './texts.de.ts';
import { german } from './words.de.ts';
import { inWords } from './words.ts';

const gapsIn = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

test('[R90] German has every text of a fault with the same gaps, and none is left English', () => {
  expect(Object.keys(texts).sort()).toEqual(Object.keys(FAULT_TEXTS).sort());
  for (const [code, text] of Object.entries(FAULT_TEXTS)) {
    expect(gapsIn(texts[code as FaultCode]), code).toEqual(gapsIn(text));
    expect(texts[code as FaultCode], code).not.toBe(text);
  }
});

test.each([
  [
    'agent "ana": role "Agnt" does not exist. Did you mean "Agent"?',
    'Agent „ana“: Rolle „Agnt“ gibt es nicht. Meinten Sie „Agent“?',
  ],
  [
    'virtual group "V", column 3: skill "Frensh" does not exist.',
    'Virtuelle Gruppe „V“, Spalte 3: Fähigkeit „Frensh“ gibt es nicht.',
  ],
  [
    'media type "email": workbin type "team" is owned by AgentGroup, where Agent was expected',
    'Medientyp „email“: Die Ablageart „team“ gehört Agentengruppen; erwartet war eine, die Agenten gehört.',
  ],
  ['roles: "Agent" is there more than once', 'Rollen: „Agent“ ist mehr als einmal da.'],
  ['expected a whole number, and nothing is there', 'Erwartet ist eine ganze Zahl, und da ist nichts.'],
  [
    'email.auto-answer: expected `true` or `false`; got "yes".',
    '„email.auto-answer“: erwartet ist true oder false; da steht „yes“.',
  ],
  [
    'login.email.is-auto-ready cannot be set for an override set; it can for the application, a person.',
    '„login.email.is-auto-ready“ kann nicht gesetzt werden für einen Sondersatz, wohl aber für alle, eine Person.',
  ],
  ['queue "Inbox": 3 waiting', 'Warteschlange „Inbox“: 3 warten'],
  [
    '"4 hours": must be a length of time such as 90s, 10m, 4h, 2d or 1w; -1h is an hour the other way',
    '„4 hours“: Das muss eine Dauer wie 90s, 10m, 4h, 2d oder 1w sein; -1h ist eine Stunde rückwärts.',
  ],
  ['The moon is full.', 'The moon is full.'],
])('[R90] %s', (english, said) => {
  expect(german.inWords(english)).toBe(said);
});

test('[R90] in English a fault is what core says, where core says it', () => {
  const faults = faultsOfWhole({});
  expect(faults.length).toBeGreaterThan(3);
  expect(inWords(faults)).toEqual(faults);
});
