/** Reads rules out of the documents in `docs/spec`, and writes the state of requirements back. */

export interface Requirement {
  readonly id: string;
  /** The heading it stands under. */
  readonly subject: string;
  readonly text: string;
  /** What the document claims: `shown` that a test shows it, `open` that none does yet. */
  readonly state: string;
  readonly line: number;
}

export interface Rule {
  readonly id: string;
  readonly text: string;
  readonly line: number;
}

/** `| R12 | what Intray does | where it comes from | open |` */
const ROW = /^\|\s*(R\d+)\s*\|(.*)\|([^|]*)\|\s*(\w*)\s*\|\s*$/;
const HEADING = /^#{2,}\s+(.*)$/;
/** What a rule may stand behind: the marks of a heading, of a list item, of a table's first cell. */
const LEAD = /^\s*(#{2,}\s|[-*+]\s|\d+[.)]\s|\|)?\s*/;
/** `**I7** text`, `**I7.** text`, `**I7 Title.** text`, `[I7] text`. A link `[I7](…)` is no rule. */
const MARKED = /^(?:\*\*\[?([A-Z]{1,3}\d{1,4})\b\]?|\[([A-Z]{1,3}\d{1,4})\](?!\())(.*)$/;
/** `I7: text`, `I7. text`, `I7 – text`, `I7 | text`; in a heading the number alone is enough. */
const PLAIN = /^([A-Z]{1,3}\d{1,4})()(?=\s*[|:—–·]|\.\s)(.*)$/;
const HEADED = /^([A-Z]{1,3}\d{1,4})()\b(.*)$/;

/** The rows of the requirements document, in its order. */
export function requirementsIn(document: string): Requirement[] {
  let subject = '';
  return document.split('\n').flatMap((content, i) => {
    subject = HEADING.exec(content)?.[1]?.trim() ?? subject;
    const row = ROW.exec(content);
    if (row === null) return [];
    const [, id = '', text = '', , state = ''] = row;
    return { id, subject, text: text.trim(), state, line: i + 1 };
  });
}

/** The numbered rules of a spec document. Examples in fenced code are none. */
export function rulesIn(document: string): Rule[] {
  let fenced = false;
  return document.split('\n').flatMap((content, i) => {
    if (/^\s*```/.test(content)) fenced = !fenced;
    if (fenced) return [];
    const rule = ruleIn(content);
    return rule === undefined ? [] : { ...rule, line: i + 1 };
  });
}

function ruleIn(content: string): { id: string; text: string } | undefined {
  const [lead = '', mark = ''] = LEAD.exec(content) ?? [];
  const rest = content.slice(lead.length);
  const match = MARKED.exec(rest) ?? (mark.startsWith('#') ? HEADED : PLAIN).exec(rest);
  const id = match?.[1] ?? match?.[2];
  // Numbers with R belong to the requirements; elsewhere they are mentioned, not given.
  if (id === undefined || /^R\d/.test(id)) return undefined;
  const text = (match?.[3] ?? '').replaceAll('**', '').replace(/^[\s|:.—–·]+|[\s|]+$/g, '');
  return { id, text };
}

/** The requirements document with the state of every row set to what tests show. Everything else stays as it is. */
export function withStates(document: string, isShown: (id: string) => boolean): string {
  return document
    .split('\n')
    .map((content) => {
      const id = ROW.exec(content)?.[1];
      return id === undefined
        ? content
        : content.replace(/\|\s*\w*\s*\|\s*$/, `| ${isShown(id) ? 'shown' : 'open'} |`);
    })
    .join('\n');
}
