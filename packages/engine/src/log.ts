/** Where the engine tells its operators what they should know. Fits pino as it is. */
export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}
