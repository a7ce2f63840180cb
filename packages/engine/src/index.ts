/** The engine's one door. */
export { type Clock, systemClock } from './clock.ts';
export { createEngine, type Engine, type EngineOptions } from './engine.ts';
export { Overloaded } from './execute/waiting-line.ts';
export { type Ids, systemIds, timeOrderedIds } from './ids.ts';
export type { Log } from './log.ts';
export type { EngineMetrics } from './metrics.ts';
export type { NodeIdentity } from './node-report.ts';
