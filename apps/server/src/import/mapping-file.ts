/** The mapping file of the command: YAML. */
import { BadMapping, type Mapping, readMapping } from '@intray/importing';
import { parse, YAMLParseError } from 'yaml';

/**
 * Reads a mapping.
 * @throws BadMapping
 */
export function parseMapping(text: string): Mapping {
  let value: unknown;
  try {
    value = parse(text);
  } catch (cause) {
    if (cause instanceof YAMLParseError) throw new BadMapping(`The mapping is not YAML: ${cause.message}`);
    throw cause;
  }
  return readMapping(value);
}
