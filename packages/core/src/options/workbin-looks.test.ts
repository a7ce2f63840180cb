import { expect, test } from 'vitest';
import { atEachLevel, centreWithOptions } from '../testing/options.ts';
import { workbinLooks } from './workbin-looks.ts';

const SET = {
  'workbin.email.in-progress.displayed-columns': 'Subject, Order ,Received',
  'workbin.email.in-progress.notify-property-changed': 'true',
};

test.each(atEachLevel(SET))('[O17] a workbin has the columns that are set %s', (_, settings) => {
  expect(workbinLooks('ana', centreWithOptions(settings)).get('email.in-progress')).toEqual({
    columns: ['Subject', 'Order', 'Received'],
    notifyPropertyChanges: true,
  });
});

test('[O17] for others, and without any, the usual ones', () => {
  const usual = { columns: ['From', 'Subject', 'Received'], notifyPropertyChanges: false };
  expect(workbinLooks('cem', centreWithOptions({ persons: { ana: SET } })).get('email.in-progress')).toEqual(
    usual,
  );
  expect(workbinLooks(undefined, centreWithOptions({})).get('email.in-progress')).toEqual(usual);
});

test('[O17] it goes by the workbin that serves the medium for this person, drafts, reviews and nicknames too', () => {
  const centre = centreWithOptions({
    application: { 'workbin.chat.later': 'team.shared', 'workbin.chat.later.displayed-columns': 'Topic' },
    persons: {
      ana: {
        'workbin.email.in-progress': 'workitem.in-progress',
        'workbin.email.draft': 'email.in-progress',
      },
      ben: { 'workbin.email.review': 'team.urgent', 'workbin.email.review.displayed-columns': 'Why' },
    },
  });
  const columns = (who: string) =>
    Object.fromEntries([...workbinLooks(who, centre)].map(([type, look]) => [type, look.columns.join()]));
  expect(columns('ana')).toEqual({
    'workitem.in-progress': 'From,Subject,Received',
    'email.in-progress': 'To,Subject,Submitted',
    'team.shared': 'Topic',
  });
  expect(columns('ben')).toEqual({
    'workitem.in-progress': 'From,Subject,Received',
    'email.in-progress': 'From,Subject,Received',
    'team.urgent': 'Why',
    'team.shared': 'Topic',
  });
});
