/** The channels by verb, without the schemas: the preload is small and brings no parser along. */
import type { Verb } from './contract.ts';

export const VERB_CHANNELS = {
  begin: 'intray:begin',
  ask: 'intray:ask',
  openSocket: 'intray:openSocket',
  sendToSocket: 'intray:sendToSocket',
  closeSocket: 'intray:closeSocket',
  readKept: 'intray:readKept',
  keep: 'intray:keep',
  addServer: 'intray:addServer',
  chooseServer: 'intray:chooseServer',
  removeServer: 'intray:removeServer',
  changeSettings: 'intray:changeSettings',
  tell: 'intray:tell',
  openLink: 'intray:openLink',
  say: 'intray:say',
  showLog: 'intray:showLog',
  report: 'intray:report',
} as const satisfies Record<Verb, `intray:${string}`>;
