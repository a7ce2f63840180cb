/** `intray config show`: what this machine would start with. */
import type { Config } from '../config.ts';

/** Prints the settings; secrets only as "set". */
export function showConfiguration(config: Config): void {
  const hidden = (secret: string | undefined) => (secret === undefined ? undefined : '(set, not shown)');
  const shown = {
    ...config,
    databaseUrl: hidden(config.databaseUrl) ?? '(embedded, in the data folder)',
    importPassword: hidden(config.importPassword) ?? '(not set)',
    publicUrl: config.publicUrl ?? '(the address it listens on)',
    trustedProxies: config.trustedProxies ?? '(none)',
    logLevel: config.logLevel ?? '(warn on a terminal, else info)',
    genesys: Object.keys(config.genesys).length === 0 ? '(as usual)' : JSON.stringify(config.genesys),
  };
  const width = Math.max(...Object.keys(shown).map((name) => name.length));
  for (const [name, value] of Object.entries(shown))
    if (name !== 'warnings') process.stdout.write(`${name.padEnd(width)}  ${value}\n`);
  for (const warning of config.warnings) process.stderr.write(`${warning}\n`);
}
