/**
 * Sentences with gaps, written and found again. Sentences travel as they are, through schemas, files and refusals; a desk
 * that speaks another language finds out by the words between the gaps which sentence it was.
 */

/** The gaps of a text: `name` of `no {name}`. */
export type Gaps<Text extends string> = Text extends `${string}{${infer Gap}}${infer Rest}`
  ? Gap | Gaps<Rest>
  : never;

/** The text with its gaps filled; a gap that nothing is known of stays. */
export const filled = (text: string, facts: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (gap, name: string) => String(facts[name] ?? gap));

export interface FoundText<Code extends string> {
  readonly code: Code;
  readonly facts: Readonly<Record<string, string>>;
}

const NUMBER = String.raw`-?[\d.]+`;

/**
 * Finds the text that a sentence was made from, and what stands in its gaps. A sentence that fits two is of the earlier.
 * @param patterns of gaps that may not hold just anything; `n` holds a number
 */
export function textFinder<Code extends string>(
  texts: Readonly<Record<Code, string>>,
  patterns: Readonly<Record<string, string>> = {},
): (sentence: string) => FoundText<Code> | undefined {
  const known: Readonly<Record<string, string>> = { n: NUMBER, ...patterns };
  const expressions = Object.entries<string>(texts).map(([code, text]) => {
    const source = text
      .split(/\{(\w+)\}/)
      .map((part, n) =>
        n % 2 === 1
          ? `(?<${part}>${known[part] ?? '.+?'})`
          : part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`),
      );
    return [code as Code, new RegExp(`^${source.join('')}$`, 'su')] as const;
  });
  return (sentence) => {
    for (const [code, expression] of expressions) {
      const found = expression.exec(sentence);
      if (found !== null) return { code, facts: { ...found.groups } };
    }
    return undefined;
  };
}
