/** What is wrong with objects of one kind that are being written, with the rest of the configuration as it is. */
import { issueInWords } from './issue-in-words.ts';
import type { ConfigurationKind } from './kinds.ts';
import { ContactCentreConfig } from './objects.ts';
import { configurationFaults, type Fault } from './references.ts';

/**
 * Faults of the objects, each with where it is: `['taskRules', 3, 'do', 0, 'value']`. One that is broken in itself does not
 * keep the names in the others from being checked. What else would not hold together any more is told when all are sound.
 */
export function draftFaults(
  config: ContactCentreConfig,
  kind: ConfigurationKind,
  objects: readonly unknown[],
): readonly Fault[] {
  const schema = ContactCentreConfig.shape[kind];
  const broken: Fault[] = [];
  const sound: { readonly index: number; readonly object: unknown }[] = [];
  for (const [index, object] of objects.entries()) {
    const parsed = schema.safeParse([object]);
    if (parsed.success) sound.push({ index, object });
    else
      for (const issue of parsed.error.issues)
        broken.push({
          path: [kind, index, ...issue.path.slice(1).map(asStep)],
          message: issueInWords(issue),
        });
  }
  const whole = { ...config, [kind]: sound.map(({ object }) => object) } as ContactCentreConfig;
  const named = configurationFaults(whole).flatMap((fault): Fault[] => {
    const [of, at, ...rest] = fault.path;
    if (of === kind && typeof at === 'number')
      return [{ ...fault, path: [kind, sound[at]?.index ?? at, ...rest] }];
    // What names a broken object is not to blame for it.
    return broken.length > 0 ? [] : [fault];
  });
  return [...broken, ...named];
}

const asStep = (step: PropertyKey): string | number => (typeof step === 'number' ? step : String(step));
