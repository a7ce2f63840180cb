import { agentTopic, EVERYTHING, queueTopic } from '@intray/core';
import { describe, expect, it } from 'vitest';
import type { Listener, Told } from './relay.ts';
import { Switchboard } from './switchboard.ts';

const told = (cursor: string, ...topics: string[]) => ({ entry: { cursor, topics } }) as unknown as Told;

function open() {
  let tell: Listener = () => {};
  const board = new Switchboard({
    subscribe(listener) {
      tell = listener;
      return { stop: () => {} };
    },
  });
  const follower = (onHear: (told: Told) => void = () => {}) => {
    const heard: string[] = [];
    const hear = (one: Told) => {
      heard.push(one.entry.cursor);
      onHear(one);
    };
    return { heard, hear };
  };
  return { board, follower, tell: (...all: Told[]) => tell(all, '0.0') };
}

describe('the switchboard', () => {
  it('tells each of what is filed under their topics, once and in order, and those who follow everything of all', () => {
    const { board, follower, tell } = open();
    const [ana, ben, admin] = [follower(), follower(), follower()];
    board.connect(ana, new Set([agentTopic('ana'), queueTopic('q')]));
    board.connect(ben, new Set([agentTopic('ben')]));
    board.connect(admin, new Set([EVERYTHING]));
    tell(told('1', agentTopic('ana'), queueTopic('q')), told('2', agentTopic('ben')), told('3'));
    tell(told('4', queueTopic('q')));
    expect([ana.heard, ben.heard, admin.heard]).toEqual([['1', '4'], ['2'], ['1', '2', '3', '4']]);
  });

  it('follows a change of topics at once, even in the middle of what is told', () => {
    const { board, follower, tell } = open();
    const ana = follower(() => board.connect(ana, new Set([queueTopic('q')])));
    board.connect(ana, new Set([agentTopic('ana')]));
    tell(told('1', agentTopic('ana')), told('2', agentTopic('ana')), told('3', queueTopic('q')));
    expect(ana.heard).toEqual(['1', '3']);
    board.disconnect(ana);
    tell(told('4', queueTopic('q')));
    expect(ana.heard).toEqual(['1', '3']);
  });
});
