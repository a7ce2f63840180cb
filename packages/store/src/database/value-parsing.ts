import pg from 'pg';

const INT8 = 20;
const INT8_ARRAY = 1016;

type TextParser = (text: string) => unknown;

/**
 * How column values become JavaScript values: node-postgres' own way, except `bigint`, which becomes a number.
 * Counts, versions and sequence numbers stay far below 2^53; a value beyond it fails loudly instead of being
 * rounded, and a query that really wants one selects it `::text`.
 */
export const valueParsing: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: string) {
    if (format !== 'binary') {
      if (oid === INT8) return parseInt8;
      if (oid === INT8_ARRAY) return parseInt8Array;
    }
    return pg.types.getTypeParser(oid, format as 'text');
  },
};

function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) {
    throw new RangeError(
      `Expected a bigint within ±2^53, got ${text}; select it as text to read it exactly.`,
    );
  }
  return value;
}

const TEXT_ARRAY = 1009;
const parseTextArray: TextParser = pg.types.getTypeParser(TEXT_ARRAY as number, 'text');

function parseInt8Array(text: string): (number | null)[] {
  const items = parseTextArray(text) as (string | null)[];
  return items.map((item) => (item === null ? null : parseInt8(item)));
}
