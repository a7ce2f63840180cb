import own from '../../package.json' with { type: 'json' };

/** Of Intray, as the documents name it. */
export const VERSION: string = own.version;
