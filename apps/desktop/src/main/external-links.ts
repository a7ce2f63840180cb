/** Which addresses the desk hands to the system. A pure rule: the page cannot talk its way around it. */

const MAIL_OR_PHONE = /^(mailto|tel):[^\s<>"'`\\]{1,500}$/i;
/** Control characters, blanks, backslashes and quotes: read differently by different programs. */
const UNCLEAR = /[\p{Cc}\p{Cf}\s\\"'`<>^{|}]/u;

function isAllowedHost(host: string, hosts: readonly string[]): boolean {
  if (hosts.length === 0) return true;
  return hosts.some((allowed) => {
    const wanted = allowed.toLowerCase();
    return wanted.startsWith('*.')
      ? host.endsWith(wanted.slice(1)) && host.length > wanted.length - 1
      : host === wanted;
  });
}

/**
 * The address to open, written plainly, or `undefined`: web pages over https (http only for listed hosts), mail and
 * telephone. No user name in it, nothing that starts a program, nothing on this computer.
 * @param hosts hosts that links may lead to, `*.example.com` for all below; empty: any
 */
export function externalLink(text: string, hosts: readonly string[]): string | undefined {
  if (text.length > 2_048 || UNCLEAR.test(text)) return undefined;
  if (MAIL_OR_PHONE.test(text)) return text;
  if (!/^https?:\/\/[^/]/i.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return undefined;
  const host = url.hostname.toLowerCase();
  if (!isAllowedHost(host, hosts)) return undefined;
  if (url.protocol === 'http:' && hosts.length === 0) return undefined;
  return url.href;
}
