/** Values that fit nowhere, or only somewhere else. */

const nested = (levels: number): unknown => {
  let value: unknown = 'bottom';
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
};

/** In JSON text, so that a key such as `__proto__` arrives as one. */
export const VALUES: Readonly<Record<string, string>> = {
  'a number': '7',
  'a number too large to be one': '1e999',
  'a negative number': '-1',
  true: 'true',
  null: 'null',
  'an empty text': '""',
  'an object': '{"a":1}',
  'a list': '["a",1,null]',
  'a list of nothing': '[]',
  'a hundred levels': JSON.stringify(nested(100)),
  'U+0000': JSON.stringify('a\0b'),
  'U+0000 in a key': '{"a\\u0000b":1}',
  'U+0000 far down': '{"a":{"b":["\\u0000"]}}',
  'half a surrogate pair': '"\\ud800"',
  'half a surrogate pair far down': '{"a":[{"b":"\\udfff"}]}',
  'a long text': JSON.stringify('x'.repeat(300_000)),
  'a text of control characters': JSON.stringify('\r\nSet-Cookie: a=b\u0007'),
  'a prototype': '{"__proto__":{"polluted":true}}',
  'a constructor': '{"constructor":{"prototype":{"polluted":true}}}',
  'the name of a prototype': '"__proto__"',
  'a statement': `"'; drop table interaction; --"`,
  'a path': '"../../../../etc/passwd"',
  'an address that cannot be read': '"http://x/%E0%A4%A"',
  'very many keys': JSON.stringify(Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`k${i}`, i]))),
  'a very long list': JSON.stringify(Array.from({ length: 50_000 }, (_, i) => `i${i}`)),
};

/** Whole bodies that no operation has. `codes` are those the documents give; HTTP 413 and 415 come with 10. */
export const BODIES: Readonly<
  Record<
    string,
    { readonly body: string | Buffer; readonly type?: string; readonly codes: readonly number[] }
  >
> = {
  nothing: { body: '', codes: [1] },
  'half an object': { body: '{"operationName":', codes: [10] },
  'not even text': { body: Buffer.from([0x7b, 0xff, 0xfe, 0x00, 0x7d]), codes: [10] },
  null: { body: 'null', codes: [1, 10] },
  'a list': { body: '[]', codes: [10] },
  'a text': { body: '"Ready"', codes: [10] },
  'a number': { body: '12', codes: [10] },
  'no operation': { body: '{"id":"x"}', codes: [1] },
  'no name of an operation': { body: '{"operationName":null}', codes: [1] },
  'an empty name of an operation': { body: '{"operationName":""}', codes: [1, 10] },
  'an object for an operation': { body: '{"operationName":{"a":1}}', codes: [10] },
  'a list for an operation': { body: '{"operationName":["Ready"]}', codes: [10] },
  'an operation that does not exist': { body: '{"operationName":"Explode"}', codes: [10] },
  'an inherited operation': { body: '{"operationName":"constructor"}', codes: [10] },
  'an operation of a prototype': { body: '{"operationName":"__proto__"}', codes: [10] },
  'an operation of U+0000': { body: '{"operationName":"\\u0000"}', codes: [10] },
  'a prototype': { body: '{"__proto__":{"operationName":"Ready"}}', codes: [10] },
  'an operation said twice': { body: '{"operationName":"Ready","operationName":7}', codes: [10] },
  'a hundred thousand lists': { body: '['.repeat(100_000), codes: [10] },
  'ten thousand objects, closed': { body: `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`, codes: [1, 10] },
  'a long list': { body: `{"operationName":[${'0,'.repeat(300_000)}0]}`, codes: [10] },
  'five megabytes': { body: `{"operationName":"Accept","x":"${'x'.repeat(5_000_000)}"}`, codes: [10] },
  'plain text': { body: '{"operationName":"Ready"}', type: 'text/plain', codes: [10] },
  'a form': { body: 'operationName=Ready', type: 'application/x-www-form-urlencoded', codes: [10] },
  XML: { body: '<operationName>Ready</operationName>', type: 'application/xml', codes: [10] },
  'no type': { body: '{"operationName":"Ready"}', type: '', codes: [10] },
};

/** For a segment of an address, as it stands there. */
export const SEGMENTS: Readonly<Record<string, string>> = {
  unknown: 'UNKNOWN000000000',
  'U+0000': '%00',
  'U+0000 at the end': 'abc%00',
  'half a surrogate pair': '%ED%A0%80',
  'no percent encoding': '%zz',
  'a prototype': '__proto__',
  'something inherited': 'constructor',
  'a statement': '%27%20or%201%3D1--',
  'a line break': 'a%0d%0aSet-Cookie:b',
  'a slash': 'a%2Fb',
  'the folder above': '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  'a pile of dung': '%F0%9F%92%A9',
  'three hundred characters': 'x'.repeat(300),
  'six thousand characters': 'x'.repeat(6_000),
};

export const QUERIES: readonly string[] = [
  'fields=__proto__',
  'fields=%00&subresources=%00',
  'fields[]=id&fields=*',
  'fields=*&subresources=constructor',
  'offset=-1',
  'limit=1e3',
  'limit=99999999999999999999',
  'offset=%00',
  'sort=__proto__&subresources=*',
  'sort=placedAt&order=up&subresources=*',
  'agentGroup=%00&subresources=*',
  'placeGroup=Nowhere&subresources=*',
  'agentGroup=__proto__&subresources=*',
  'userName=%25%5f%00',
  'userName=%5c',
  '__proto__=x&fields=*',
  'constructor=x&fields=*',
  'id=a&id=b&id=c',
  '%00=%00',
  `workbinIds=${'x,'.repeat(500)}`,
  `x=${'y'.repeat(8_000)}`,
];

export const HEADERS: readonly Readonly<Record<string, string>>[] = [
  { 'if-match': 'yesterday' },
  { 'if-match': '"-1"' },
  { 'idempotency-key': 'k'.repeat(5_000) },
];
