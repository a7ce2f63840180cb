/** The two ways in which this wire writes a moment. */

const two = (value: number) => String(value).padStart(2, '0');

/**
 * `2014-04-16 21:03:21.000-0700`: the server's own time with its distance from UTC.
 * @param offset minutes east of UTC
 */
export function receivedDate(at: number, offset: number): string {
  const [date = '', time = ''] = new Date(at + offset * 60_000).toISOString().slice(0, -1).split('T');
  const distance = Math.abs(offset);
  const zone = `${offset < 0 ? '-' : '+'}${two(Math.trunc(distance / 60))}${two(distance % 60)}`;
  return `${date} ${time}${zone}`;
}

/** `2014-04-17T04:03:21Z`: system properties in attached data. */
export const systemTime = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;
