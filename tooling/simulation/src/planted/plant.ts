/**
 * Puts a fault into the program as it is loaded; no file is changed. Given to Node with `--import`, and the number of
 * the fault in `INTRAY_PLANTED`.
 */
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { PLANTED } from './faults.ts';

const number = Number(process.env.INTRAY_PLANTED);
const planted = PLANTED[number];
if (planted === undefined) throw new Error(`INTRAY_PLANTED: expected a number below ${PLANTED.length}.`);
const { file, find, put } = planted;
const target = new URL(`../../../../${file}`, pathToFileURL(import.meta.filename)).href;

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    if (url !== target) return loaded;
    const source = String(loaded.source);
    if (source.split(find).length !== 2)
      throw new Error(`${file}: expected to find once what the fault "${planted.name}" changes.`);
    return { ...loaded, source: source.replace(find, () => put) };
  },
});
