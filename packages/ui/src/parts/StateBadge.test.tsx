import { INTERACTION_STATES } from '@intray/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { StateBadge } from './StateBadge.tsx';

const drawn = INTERACTION_STATES.map((state) =>
  renderToStaticMarkup(<StateBadge state={state} label={`word for ${state}`} />),
);

test('every state is told by a word', () => {
  for (const [index, state] of INTERACTION_STATES.entries())
    expect(drawn[index]).toContain(`>word for ${state}<`);
});

test('no two states share an icon, so that colour never stands alone', () => {
  const icons = drawn.map((markup) => markup.match(/<svg.*<\/svg>/)?.[0]);
  expect(icons).not.toContain(undefined);
  expect(new Set(icons).size).toBe(INTERACTION_STATES.length);
});
