/** What must come of the attempts of `page-attempts.ts`. */
export const expectedOutcome = {
  fetch: 'refused TypeError',
  own: 'refused TypeError',
  eval: 'refused EvalError',
  frozen: false,
  replaced: 'refused TypeError',
  require: 'undefined',
  process: 'undefined',
  foreignPath: 'malformed',
  upwards: 'malformed',
  oversized: 'malformed',
  program: 'link_refused',
  otherShelf: 'malformed',
};
