/** What is typed after `npm run conformance --`. */
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { MEDIA_NAMES, type Medium, type Settings, TRANSPORTS, type Transport } from './stage/settings.ts';

export const USAGE = `npm run conformance -- --url http://… --user NAME --second-user NAME [options]

Asks a server whether it speaks the Web Services v2 wire of workbins, workitems and CometD. It creates items and
finishes them again; run it where nobody works. Ends with 0 if nothing deviates, 1 if something does, 2 if it could
not begin.
  --url           where the server is; its API is below /api/v2
  --user          an agent; --second-user a colleague of the same group without rights over the first one's work
  --supervisor    somebody who may reach into the agent's workbins
  --password-env  the environment variable with the password of all of them (default CONFORMANCE_PASSWORD)
  --password-stdin  read it from standard input instead; one line for all, or one each in the order above
  --media         what the server can create items of, by comma (default workitem): ${MEDIA_NAMES.join(', ')}
  --agent-group   a group of both agents that owns a workbin
  --queue         a queue by name (default: the first that the server lists)
  --submit-url    where work is submitted, POST {mediaType, queue, userData} -> {id}, such as /api/v1/interactions
  --no-create     the server does not serve Create; items come by --submit-url
  --pull-chat     the server has PullChat enabled; --csrf it has CSRF protection enabled
  --transport     how messages come: ${TRANSPORTS.join(' or ')} (default ${TRANSPORTS[0]})
  --patience      how long to wait for a message that is due, in milliseconds (default 5000)
  --only          an area or the beginning of a case's id, such as add or machine/InWorkbin
  --json          write the report to this file
  --list          print a line for every case, not only for those that did not pass`;

export interface Options {
  readonly settings: Settings;
  /** The beginning of the ids of the cases to run. */
  readonly area: string;
  readonly json: string | undefined;
  readonly list: boolean;
}

/** Answers nothing when only help was asked for. @throws Error with a sentence for the person who typed it */
export async function readOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  input: NodeJS.ReadableStream,
): Promise<Options | undefined> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      url: { type: 'string' },
      user: { type: 'string' },
      'second-user': { type: 'string' },
      supervisor: { type: 'string' },
      'password-env': { type: 'string', default: 'CONFORMANCE_PASSWORD' },
      'password-stdin': { type: 'boolean', default: false },
      media: { type: 'string', default: 'workitem' },
      'agent-group': { type: 'string' },
      queue: { type: 'string' },
      'submit-url': { type: 'string' },
      'no-create': { type: 'boolean', default: false },
      'pull-chat': { type: 'boolean', default: false },
      csrf: { type: 'boolean', default: false },
      transport: { type: 'string', default: TRANSPORTS[0] },
      patience: { type: 'string', default: '5000' },
      only: { type: 'string', default: '' },
      json: { type: 'string' },
      list: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return undefined;

  const needed = (name: 'url' | 'user' | 'second-user'): string => {
    const value = values[name];
    if (value === undefined || value === '') throw new Error(`--${name} is missing. See --help.`);
    return value;
  };
  const url = needed('url');
  if (!URL.canParse(url))
    throw new Error(`--url: expected an address such as http://localhost:3000, got "${url}".`);
  const patience = Number(values.patience);
  if (!(patience > 0)) throw new Error(`--patience: expected milliseconds, got "${values.patience}".`);
  const passwords = values['password-stdin']
    ? (await text(input)).split('\n').filter((line) => line !== '')
    : [environment[values['password-env']] ?? ''];
  const passwordOf = (position: number): string => {
    const password = passwords[position] ?? passwords[0];
    if (!password) throw new Error('No password. Set CONFORMANCE_PASSWORD, or use --password-stdin.');
    return password;
  };

  const { supervisor, queue, 'agent-group': agentGroup, 'submit-url': submitUrl } = values;
  if (values['no-create'] && submitUrl === undefined)
    throw new Error('--no-create needs --submit-url: items have to come from somewhere.');
  return {
    settings: {
      url,
      caller: { user: needed('user'), password: passwordOf(0) },
      second: { user: needed('second-user'), password: passwordOf(1) },
      ...(supervisor === undefined ? {} : { supervisor: { user: supervisor, password: passwordOf(2) } }),
      media: mediaIn(values.media),
      ...(agentGroup === undefined ? {} : { agentGroup }),
      ...(queue === undefined ? {} : { queue }),
      ...(submitUrl === undefined ? {} : { submitUrl }),
      create: !values['no-create'],
      pullChat: values['pull-chat'],
      csrf: values.csrf,
      transport: transportIn(values.transport),
      patience,
    },
    area: values.only,
    json: values.json,
    list: values.list,
  };
}

function transportIn(name: string): Transport {
  const transport = TRANSPORTS.find((known) => known === name);
  if (transport === undefined)
    throw new Error(`--transport: expected ${TRANSPORTS.join(' or ')}, got "${name}".`);
  return transport;
}

function mediaIn(text: string): readonly Medium[] {
  const names = new Set(['workitem', ...text.split(',').map((name) => name.trim())]);
  for (const name of names)
    if (!MEDIA_NAMES.some((known) => known === name))
      throw new Error(`--media: expected some of ${MEDIA_NAMES.join(', ')}, got "${name}".`);
  return MEDIA_NAMES.filter((known) => names.has(known));
}
