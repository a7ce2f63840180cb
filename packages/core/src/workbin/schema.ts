/**
 * How a tray is read where it comes from outside. Apart from `workbin.ts`, so that a desk that names trays needs nothing
 * of what reads them.
 */
import { z } from 'zod';
import { Name } from '../values.ts';
import { OWNER_KINDS, type WorkbinRef as Workbin } from './workbin.ts';

const WorkbinOwner = z.object({ kind: z.enum(OWNER_KINDS), id: Name }).strict();

/** One tray: the workbin type's name and its owner. */
export const WorkbinRef = z.object({ type: Name, owner: WorkbinOwner }).strict();
export type WorkbinRef = Workbin;
