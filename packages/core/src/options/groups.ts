/**
 * Options as an editor gathers them: those for work items together, whatever kinds of work item there are; those of
 * each other medium; and those that are for no medium in particular. In each by subject.
 */
import { isWorkitem } from '../config/media.ts';
import { WORKITEM_CHANNELS } from './channel-options.ts';
import { everyName } from './explain.ts';
import { nameOf, type Option } from './option.ts';
import { OPTIONS_BY_SUBJECT } from './registry.ts';

export type OptionSubject = keyof typeof OPTIONS_BY_SUBJECT;

/** An option under its full name. */
export interface NamedOption {
  readonly name: string;
  readonly option: Option;
  /** The medium in its name. */
  readonly mediaType?: string;
}

export interface OptionGroup {
  /** `workitems`, `general`, or the medium. */
  readonly id: string;
  readonly subjects: readonly {
    readonly subject: OptionSubject;
    readonly options: readonly NamedOption[];
  }[];
}

/** Not in a media type's id, so that no medium is taken for one of them. */
export const WORKITEM_GROUP = 'workitems\n';
export const GENERAL_GROUP = 'general\n';

const SUBJECT_OF: ReadonlyMap<unknown, OptionSubject> = new Map(
  Object.entries(OPTIONS_BY_SUBJECT).flatMap(([subject, options]) =>
    options.map((option) => [option, subject as OptionSubject] as const),
  ),
);

/** The medium that an option is for: the one that fills its name, or the one that its pattern names. */
function mediumOf(option: Option, filled: readonly string[], media: ReadonlySet<string>): string | undefined {
  const at = option.holes.indexOf('media-type');
  if (at >= 0) return filled[at];
  const [, second] = option.pattern.split('.');
  return option.pattern.startsWith('workbin.') && second !== undefined && media.has(second)
    ? second
    : undefined;
}

/** Every option there is, once, in the order of the registry; work items first, what is for every medium last. */
export function optionGroups(mediaTypes: readonly string[]): readonly OptionGroup[] {
  const media = new Set(mediaTypes);
  const others = mediaTypes.filter((id) => !isWorkitem(id));
  const groups = new Map<string, Map<OptionSubject, NamedOption[]>>(
    [WORKITEM_GROUP, ...others, GENERAL_GROUP].map((id) => [id, new Map()]),
  );
  for (const { option, filled } of everyName(mediaTypes)) {
    const mediaType = mediumOf(option, filled, media);
    const subject = SUBJECT_OF.get(option);
    if (subject === undefined) continue;
    const ofWorkitems =
      mediaType === undefined ? option.pattern === WORKITEM_CHANNELS.pattern : isWorkitem(mediaType);
    const group = groups.get(ofWorkitems ? WORKITEM_GROUP : (mediaType ?? GENERAL_GROUP));
    const options = group?.get(subject) ?? [];
    options.push({ name: nameOf(option, filled), option, ...(mediaType === undefined ? {} : { mediaType }) });
    group?.set(subject, options);
  }
  return [...groups].map(([id, subjects]) => ({
    id,
    subjects: [...subjects].map(([subject, options]) => ({ subject, options })),
  }));
}
