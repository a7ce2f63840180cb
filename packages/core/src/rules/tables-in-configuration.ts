/** Decision tables of a configuration as CSV, and back into it as an edit. */
import type { ContactCentreConfig } from '../config/objects.ts';
import type { Edit } from '../config/versions.ts';
import { didYouMean } from '../nearest.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { tableFromCsv, tableToCsv } from './table-csv.ts';

export interface TableAsCsv {
  readonly rule: string;
  readonly hit: 'first' | 'all';
  readonly csv: string;
}

function ruleNamed(config: ContactCentreConfig, id: string) {
  const rules = config.taskRules ?? [];
  const tables = rules.flatMap((rule) => (rule.table === undefined ? [] : [rule.id]));
  const rule = rules.find((one) => one.id === id);
  if (rule?.table !== undefined) return { ok: true, rule, table: rule.table } as const;
  const refusal = refuse(
    'configuration_unknown',
    `There is no decision table "${id}".${didYouMean(id, tables)}`,
    { rule: id },
  );
  return { ok: false, refusal } as const;
}

/** The table of a rule. */
export function tableInConfiguration(
  config: ContactCentreConfig,
  id: string,
): { readonly ok: true; readonly value: TableAsCsv } | { readonly ok: false; readonly refusal: Refusal } {
  const found = ruleNamed(config, id);
  if (!found.ok) return found;
  return { ok: true, value: { rule: id, hit: found.table.hit, csv: tableToCsv(found.table) } };
}

/** The edit that puts a table in the place of a rule's own, or every cell that makes no sense. */
export function editOfTable(
  config: ContactCentreConfig,
  id: string,
  csv: string,
  hit: TableAsCsv['hit'] | undefined,
): { readonly ok: true; readonly edit: Edit } | { readonly ok: false; readonly refusal: Refusal } {
  const found = ruleNamed(config, id);
  if (!found.ok) return found;
  const read = tableFromCsv(csv, hit ?? found.table.hit);
  if (read.ok) return { ok: true, edit: { kind: 'taskRules', put: { ...found.rule, table: read.table } } };
  const faults = read.faults.map(({ row, column, message }) => `row ${row}, column ${column}: ${message}`);
  const more = faults.length > 3 ? ` (and ${faults.length - 3} more)` : '';
  return {
    ok: false,
    refusal: refuse(
      'configuration_invalid',
      `The table makes no sense. ${faults.slice(0, 3).join('; ')}${more} Correct it and send it again.`,
      { faults },
    ),
  };
}
