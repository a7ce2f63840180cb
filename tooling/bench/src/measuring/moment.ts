/** A clock that all processes of one machine share, in milliseconds: the same moment is the same number in each. */
export const moment = (): number => Number(process.hrtime.bigint() / 1_000n) / 1_000;
