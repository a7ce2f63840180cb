/** The `intray` command. Says what can be asked for; what it does stands in `commands/` and `serve.ts`. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { addAccount, changePassword } from './commands/accounts.ts';
import { showConfiguration } from './commands/configuration.ts';
import { applyFolder, checkFolder, diffFolder, exportFolder } from './commands/configuration-folder.ts';
import { doctor } from './commands/doctor.ts';
import { importCommand } from './commands/import.ts';
import { importGenesys } from './commands/import-genesys.ts';
import { endWithReason } from './commands/reasons.ts';
import { rehearseCommand } from './commands/rehearse.ts';
import { setUp } from './commands/setup.ts';
import { readConfig } from './config.ts';
import { serve } from './serve.ts';
import { openLog } from './service/log.ts';

const program = new Command('intray')
  .description('Distributes work to people and lets them put it aside and take it up again.')
  .showHelpAfterError('(intray --help lists the commands)')
  .addHelpText(
    'after',
    `
Settings come from the environment (docs/configuration.md lists them all):
  PORT=8080  HOST=127.0.0.1  DATABASE_URL=postgresql://…  INTRAY_DATA_DIR=./data  INTRAY_DEMO=1

Examples:
  npm start                                         start everything
  INTRAY_DEMO=1 npm start                           … with sample people and work
  npm run intray -- setup centre                    write a contact centre of your own
  npm run intray -- import FILE.csv --map MAP.yaml --user agent1
  npm run intray -- doctor                          find out what is wrong here`,
  );

program
  .command('serve')
  .description('start the server; Ctrl-C stops it after the work in hand, a second Ctrl-C at once')
  .action(async () => {
    const config = readConfig();
    leave(await serve(config, openLog(config.logLevel)));
  });

program
  .command('import')
  .description('bring the rows of a CSV or JSON-lines file in as work; needs a running server')
  .argument('<file>', 'the file, one row per piece of work')
  .requiredOption('--map <file>', 'the mapping: which column becomes what (docs/import.md)')
  .option('--rejects <file>', 'where rows go that cannot be imported (default: <file>.rejects.csv)')
  .option(
    '--state <file>',
    'where it is remembered how far the import came (default: <file>.import-state.json)',
  )
  .option(
    '--url <address>',
    'of the server (default: INTRAY_PUBLIC_URL, else http://127.0.0.1:$PORT)',
    address,
  )
  .option('--user <name>', 'who submits; asked for if left out')
  .addOption(new Option('--password-stdin', 'read the password from standard input'))
  .option('--dry-run', 'read and check every row, send none')
  .addHelpText(
    'after',
    `
The password comes from INTRAY_IMPORT_PASSWORD, from standard input, or is asked for; never from the command line,
where every user of the machine could read it.
Interrupted? The same command goes on where it was. Run it again afterwards and nothing is doubled.
Ends with 0 if every row is there, 3 if some were rejected, 1 if it could not go on.`,
  )
  .action(async (file, options) => leave(await importCommand(file, options, readConfig())));

program
  .command('setup')
  .description('ask six questions and write a contact centre as a folder of files; needs no server')
  .argument('<folder>', 'where; nothing that is there is overwritten')
  .option('--name <text>', 'what the contact centre is called')
  .option('--time-zone <zone>', 'such as Europe/Berlin (default: that of this machine)')
  .option('--media <list>', 'kinds of work: "workitem, email, claim = Insurance claim"')
  .option('--administrator <user>', '"ana = Ana Lima"')
  .option('--team <team>', 'the first team and who is in it: "Returns: ben, cem = Cem Arslan"')
  .option('--queues <list>', 'where work waits for the team: "Inbox, Returns"')
  .option('--yes', 'take what is suggested for everything that is not said here')
  .addHelpText(
    'after',
    '\nWhat is not said here is asked, or read line by line from standard input; an empty line takes what is suggested.',
  )
  .action(async (folder, options) => leave(await setUp(folder, options, readConfig())));

const configuration = program
  .command('config')
  .description('look at settings, and keep the contact centre as a folder of files')
  .addHelpText(
    'after',
    `
export, diff and apply ask a running server, as an administrator. The password comes from INTRAY_IMPORT_PASSWORD, from
standard input, or is asked for.`,
  );
configuration
  .command('show')
  .description('print the settings this machine would start with, without secrets')
  .action(() => showConfiguration(readConfig()));
configuration
  .command('check')
  .description('check a folder, or one file (YAML or JSON) that holds all of it; needs no server')
  .argument('<folder>')
  .action(async (path) => leave(await checkFolder(path, readConfig())));
onServer(configuration.command('export'))
  .description('write the contact centre into a folder of YAML files, or into one .yaml file')
  .argument('<folder>')
  .action(async (folder, options) => leave(await exportFolder(folder, options, readConfig())));
onServer(configuration.command('diff'))
  .description('print what applying a folder would change; ends with 3 if that is something')
  .argument('<folder>')
  .action(async (folder, options) => leave(await diffFolder(folder, options, readConfig())));
onServer(configuration.command('apply'))
  .description('make the contact centre what a folder says: as one version, or not at all')
  .argument('<folder>')
  .option('--dry-run', 'say what would come of it, and change nothing')
  .option('--note <text>', 'why, for the history')
  .option('--moves <file>', 'where work goes that would be in the way: YAML, a list of from and to')
  .action(async (folder, options) => leave(await applyFolder(folder, options, readConfig())));
configuration
  .command('import-genesys')
  .description('take in a Genesys contact centre; with the embedded database, stop the server first')
  .argument('<folder>', 'agents.yaml, agent-groups.yaml, workbins.yaml, … (docs/configuration.md)')
  .option('--as <administrator>', 'as whom it is done (default: the first administrator)')
  .option('--dry-run', 'say what would come of it, and change nothing')
  .addHelpText(
    'after',
    '\nEnds with 0 if all of it was understood, 3 if all but what is listed, 1 if nothing was taken.',
  )
  .action(async (folder, options) => leave(await importGenesys(folder, options, readConfig())));

program
  .command('rehearse')
  .description('let a file of work run through a contact centre in a folder; needs no server')
  .argument('<folder>', 'the contact centre, as "config export" writes it')
  .argument('<file>', 'the work, one row each')
  .requiredOption('--map <file>', 'the mapping: which column becomes what (docs/import.md)')
  .option('--day <date>', 'on which all of it comes in (default: the newest day in the file)')
  .addOption(
    new Option('--hours <from-to>', 'when people work')
      .default('08:00-20:00')
      .argParser((text) => matching(text, /^\d\d:\d\d-\d\d:\d\d$/, '08:00-20:00')),
  )
  .addOption(
    new Option('--minutes <least-most>', 'how long a piece of work takes')
      .default('10-30')
      .argParser((text) => matching(text, /^\d{1,4}-\d{1,4}$/, '10-30')),
  )
  .addOption(
    new Option('--seed <number>', 'of the dice by which people answer and work')
      .default(1)
      .argParser((text) => Number(matching(text, /^\d{1,9}$/, '1'))),
  )
  .option('--table <rule=file>', 'a decision table in the place of the one in the folder', gathered, [])
  .option('--explain <external-id>', 'tell why this piece of work went where it went', gathered, [])
  .option('--csv', 'print the measures as CSV (docs/reporting.md)')
  .addOption(
    new Option('--database <url>', 'on this PostgreSQL, in a database that is made and dropped again')
      .argParser((text) => matching(text, /^postgres(ql)?:\/\//, 'postgresql://user@host/database'))
      .conflicts('embedded'),
  )
  .option('--embedded', 'on a PostgreSQL that is started for it and thrown away')
  .action(async (folder, file, options) => leave(await rehearseCommand(folder, file, options, readConfig())));

const accounts = program
  .command('account')
  .description('who may sign in; with the embedded database, stop the server first');
accounts
  .command('add')
  .description('let an agent of the contact centre sign in')
  .argument('<user>', 'the id of the agent')
  .option('--password-stdin', 'read the password from standard input')
  .action(async (user, options) => leave(await addAccount(user, options, readConfig())));
accounts
  .command('password')
  .description('give an account another password and sign it out everywhere')
  .argument('<user>')
  .option('--password-stdin', 'read the password from standard input')
  .action(async (user, options) => leave(await changePassword(user, options, readConfig())));

program
  .command('doctor')
  .description('check everything a server needs on this machine, and say what to do about what is missing')
  .action(async () => leave(await doctor()));

function gathered(text: string, before: readonly string[]): readonly string[] {
  return [...before, text];
}

function matching(text: string, form: RegExp, example: string): string {
  if (form.test(text)) return text;
  throw new InvalidArgumentError(`Expected something like ${example}.`);
}

/** The options of a command that asks a running server. */
function onServer(command: Command): Command {
  return command
    .option(
      '--url <address>',
      'of the server (default: INTRAY_PUBLIC_URL, else http://127.0.0.1:$PORT)',
      address,
    )
    .option('--user <name>', 'an administrator; asked for if left out')
    .option('--password-stdin', 'read the password from standard input');
}

function address(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text.replace(/\/+$/, '');
  throw new InvalidArgumentError('Expected an address such as http://127.0.0.1:8080.');
}

/** Lets what is still being written out get out. */
function leave(code: number): void {
  process.exitCode = code;
}

try {
  // Without a word, serve.
  await program.parseAsync(process.argv.length > 2 ? process.argv : [...process.argv, 'serve']);
} catch (cause) {
  endWithReason(cause);
}
// Everything is closed by now; a timer or a socket that somebody forgot must not keep the terminal.
process.exit();
