/** What is wrong with a configuration, in English: core's own sentence. */
export const english = { inWords: (sentence: string): string => sentence };
