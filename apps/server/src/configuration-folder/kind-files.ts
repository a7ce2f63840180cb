/** Which file of a folder holds which objects of a configuration. */
import {
  type ConfigurationKind,
  ContactCentreConfig,
  kindsOfConfiguration,
  type SingleConfiguration,
} from '@intray/core';
import type { z } from 'zod';

export type Part = ConfigurationKind | SingleConfiguration;

const PARTS: readonly Part[] = ['settings', 'options', ...kindsOfConfiguration];

/** `workbinTypes` → `workbin-types`. */
const kebab = (part: Part): string => part.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export interface PartFile {
  readonly part: Part;
  readonly name: string;
  /** Below the same folder. */
  readonly schemaName: string;
  readonly schema: z.ZodType;
  /** A configuration need not have it. */
  readonly optional: boolean;
}

/** Every file there may be. */
export const PART_FILES: readonly PartFile[] = PARTS.map((part) => {
  const schema: z.ZodType = ContactCentreConfig.shape[part];
  return {
    part,
    name: `${kebab(part)}.yaml`,
    schemaName: `schemas/${kebab(part)}.schema.json`,
    schema,
    optional: schema.safeParse(undefined).success,
  };
});
