// The page of a program that listens: the official client in a browser, used as such programs use it, and everything
// that it hears.
import { AckExtension, CometD } from './cometd.js';

const API = '/api/v2';
const csrf = {};
const messages = [];
const handshakes = [];
const cometd = new CometD();

/** Signs in by Basic once; from then on the cookie and the CSRF pair speak for the person. */
async function signIn(userName, password) {
  const authorization = `Basic ${btoa(`${userName}:${password}`)}`;
  const answer = await fetch(`${API}/me`, { headers: { authorization } });
  csrf[answer.headers.get('x-csrf-header')] = answer.headers.get('x-csrf-token');
  return answer.json();
}

/** Answers the text as it came: what it says is for the test to read. */
async function post(path, body) {
  const headers = { 'content-type': 'application/json', ...csrf };
  const answer = await fetch(API + path, { method: 'POST', headers, body: JSON.stringify(body) });
  return answer.text();
}

/** Shakes hands and subscribes, now and after every further handshake. Without `only` the client chooses a transport. */
function listen({ only, acknowledges, channels }) {
  for (const name of cometd.getTransportTypes())
    if (only !== undefined && name !== only) cometd.unregisterTransport(name);
  if (acknowledges) cometd.registerExtension('ack', new AckExtension());
  cometd.configure({
    url: `${location.origin}${API}/notifications`,
    logLevel: 'warn',
    // The page's policy allows no worker made from text.
    useWorkerScheduler: false,
    backoffIncrement: 100,
    maxBackoff: 500,
  });
  return new Promise((resolve, reject) => {
    cometd.addListener('/meta/handshake', (reply) => {
      if (!reply.successful) return;
      handshakes.push(reply.clientId);
      for (const channel of channels)
        cometd.subscribe(
          channel,
          ({ channel: on, data }) => messages.push({ channel: on, data }),
          ({ successful, error }) => (successful ? resolve() : reject(new Error(error))),
        );
    });
    cometd.handshake();
  });
}

globalThis.program = {
  signIn,
  post,
  listen,
  heard: () => messages,
  handshakes: () => handshakes,
  transport: () => cometd.getTransport()?.type,
};
