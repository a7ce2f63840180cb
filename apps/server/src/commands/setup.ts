/** `intray setup`: asks six questions and writes a folder that `intray config apply` takes. */
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Config } from '../config.ts';
import { describeFault, readTexts } from '../configuration-folder/read-folder.ts';
import { folderOf, writeFolder } from '../configuration-folder/write-folder.ts';
import { centreOf, nextSteps } from '../setup/centre.ts';
import { type Answers, type Question, questions } from '../setup/questions.ts';
import { NoAnswer, type Questioner, questioner } from './asking.ts';

export type SetupArguments = { readonly [Flag in keyof Answers]?: string } & { readonly yes?: boolean };

/** Something cannot be used; the message is for whoever typed it. */
export class SetupRefused extends Error {
  override readonly name = 'SetupRefused';
}

/** Answers the exit code. @throws SetupRefused, NoAnswer */
export async function setUp(folder: string, given: SetupArguments, config: Config): Promise<number> {
  const path = resolve(config.startedIn, folder);
  await demandFree(path, folder);
  const answers = await collect(given);
  const centre = centreOf(answers);
  const texts = new Map([...folderOf(centre)].filter(([name]) => name.endsWith('.yaml')));
  const read = readTexts(texts);
  if (!read.ok)
    throw new SetupRefused(
      `These answers do not fit together:\n${read.faults.map(describeFault).join('\n')}`,
    );
  await mkdir(path, { recursive: true });
  const files = await writeFolder(path, centre);
  await writeFile(join(path, 'README.md'), nextSteps(answers, folder));
  process.stdout.write(
    `${answers.name} is in ${files} files in ${folder}. What to do next is in ${folder}/README.md.\n`,
  );
  return 0;
}

/** What lies there is somebody's work. */
async function demandFree(path: string, folder: string): Promise<void> {
  const found = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return undefined;
    throw cause;
  });
  if (found === undefined) return;
  if (!found.isDirectory())
    throw new SetupRefused(`${folder} is a file. Name a folder that is not there yet.`);
  if ((await readdir(path)).length > 0)
    throw new SetupRefused(
      `${folder} is not empty, and nothing is overwritten. Name a folder that is not there yet.`,
    );
}

async function collect(given: SetupArguments): Promise<Answers> {
  const asked = questions(Intl.DateTimeFormat().resolvedOptions().timeZone);
  using asking = given.yes ? undefined : questioner();
  const one = <T>(question: Question<T>) => answer(question, given, asking);
  return {
    name: await one(asked.name),
    timeZone: await one(asked.timeZone),
    media: await one(asked.media),
    administrator: await one(asked.administrator),
    team: await one(asked.team),
    queues: await one(asked.queues),
  };
}

async function answer<T>(
  question: Question<T>,
  given: SetupArguments,
  asking: Questioner | undefined,
): Promise<T> {
  const { asks, suggests, flag } = question;
  const said = given[question.key] ?? (asking === undefined ? suggests : undefined);
  if (said !== undefined) {
    const read = question.read(said);
    if (read.ok) return read.value;
    throw new SetupRefused(`--${flag} "${said}": ${read.expected}.`);
  }
  for (;;) {
    const line = await asking?.ask(`${asks}\n[${suggests}] `);
    if (line === undefined)
      throw new NoAnswer(
        `Nobody answers "${asks}" Say it with --${flag}, or take what is suggested with --yes.`,
      );
    const text = line.trim() === '' ? suggests : line.trim();
    const read = question.read(text);
    if (read.ok) return read.value;
    // Lines that are piped in were written before anybody could say what is wrong with one.
    if (!asking?.interactive) throw new SetupRefused(`"${text}": ${read.expected}.`);
    process.stderr.write(`${capital(read.expected)}.\n`);
  }
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
