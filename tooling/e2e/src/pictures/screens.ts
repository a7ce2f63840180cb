/** Every screen by its address: who goes there, and which questions it asks first. */
import type { Crowd } from './crowd.ts';

export interface Screen {
  readonly name: string;
  readonly title: string;
  readonly who: 'agent1' | 'lead1' | 'admin1';
  /** `filled`: what there is to open, once the contact centre is full. */
  readonly address: (filled?: Crowd) => string;
  /** Without their answers there is nothing to show. None: it asks nothing of its own. */
  readonly asks: readonly string[];
}

const TRAY = '?view=workbin&type=team.shared&owner=AgentGroup&of=Demo+Team';
const CONFIGURATION = ['configuration.get'];

const screen = (
  name: string,
  title: string,
  who: Screen['who'],
  address: string | Screen['address'],
  asks: readonly string[],
): Screen => ({ name, title, who, address: typeof address === 'string' ? () => address : address, asks });

export const SCREENS: readonly Screen[] = [
  screen('work', 'My work', 'agent1', '', []),
  screen('workbin', 'A workbin', 'agent1', TRAY, ['workbins.content']),
  screen('queue', 'A queue', 'agent1', '?view=queue&queue=Inbox', ['queues.content']),
  screen('item', 'An item beside its list', 'agent1', (filled) => `${TRAY}&item=${filled?.item ?? 'none'}`, [
    'interaction.get',
  ]),
  screen('finished', 'Finished', 'agent1', '?view=finished', ['history.finished']),
  screen('colleagues', 'Colleagues', 'agent1', '?view=colleagues', ['desk.colleagues']),
  screen('board', 'Live board', 'lead1', (filled) => `?view=lead&page=board${filled ? '&of=agent1' : ''}`, [
    'oversight.board',
  ]),
  screen('queues', 'Interaction queues', 'lead1', '?view=lead&page=queues', ['oversight.find']),
  screen('workbins', 'Workbins of the team', 'lead1', '?view=lead&page=workbins', ['oversight.find']),
  screen('reports', 'Reports', 'lead1', '?view=lead&page=reports', ['reports.live', 'reports.measures']),
  screen('rules', 'Rules', 'admin1', (filled) => `?view=rules${filled ? '&id=rank' : ''}`, CONFIGURATION),
  screen(
    'strategies',
    'Strategies',
    'admin1',
    (filled) => `?view=strategies${filled ? '&id=skilled' : ''}`,
    CONFIGURATION,
  ),
  screen('importing', 'Import work', 'admin1', '?view=importing', []),
  screen(
    'configuration',
    'Configuration',
    'admin1',
    (filled) => `?view=configuration&page=${filled ? 'agents&id=agent1' : 'calendars'}`,
    CONFIGURATION,
  ),
  screen('options', 'Options', 'admin1', '?view=options', CONFIGURATION),
  screen(
    'options-inspected',
    'Which option holds',
    'admin1',
    (filled) => `?view=options&page=inspect${filled ? '&id=agent1' : ''}`,
    ['desk.options', ...CONFIGURATION],
  ),
  screen('roles', 'Roles', 'admin1', '?view=access&page=roles&id=Agent', CONFIGURATION),
  screen(
    'privileges',
    'Who may do what',
    'admin1',
    (filled) => `?view=access&page=inspect${filled ? '&id=agent1' : ''}`,
    ['access.explain', ...CONFIGURATION],
  ),
  screen('versions', 'Versions', 'admin1', '?view=versions', ['configuration.history']),
  screen('servers', 'Servers', 'admin1', '?view=operator', []),
];
