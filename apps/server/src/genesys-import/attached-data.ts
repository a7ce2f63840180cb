/** Attached data as Genesys writes it: a list of keys with a type and a value, and lists in lists. */
import type { Json, UserData } from '@intray/core';
import { type Fields, isRecord, type Path } from './fields.ts';

/** Text stays text and numbers stay numbers; what is of another type than it says is kept as it stands, and told. */
export function attachedData(list: readonly unknown[], fields: Fields, path: Path): UserData {
  const data: Record<string, Json> = {};
  for (const [index, entry] of list.entries()) {
    const at = [...path, index];
    if (!isRecord(entry) || typeof entry.key !== 'string' || entry.key === '') {
      fields.notUnderstood('attached data: expected key, type and value', ...at);
      continue;
    }
    const { key, type, value, ...rest } = entry;
    for (const strange of Object.keys(rest))
      fields.notUnderstood(`attached data "${key}": ${strange}`, ...at, strange);
    if (Object.hasOwn(data, key))
      fields.adapted(`attached data "${key}" is there twice: the last counts`, ...at);
    data[key] = typed(key, String(type), value, fields, at);
  }
  return data;
}

function typed(key: string, type: string, value: unknown, fields: Fields, at: Path): Json {
  switch (type) {
    case 'kvlist':
      if (Array.isArray(value)) return attachedData(value, fields, [...at, 'value']);
      break;
    case 'str':
      if (typeof value === 'string') return value;
      break;
    case 'int':
    case 'float':
      if (typeof value === 'number' && Number.isFinite(value)) return value;
      if (typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))) {
        fields.adapted(`attached data "${key}": the text "${value}" as the number it is`, ...at);
        return Number(value);
      }
      break;
  }
  const kept = (value ?? null) as Json;
  fields.notUnderstood(
    `attached data "${key}": a value of the type ${type} kept as ${JSON.stringify(kept)}`,
    ...at,
  );
  return kept;
}
