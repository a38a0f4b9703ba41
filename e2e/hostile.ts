/** What attackers, bugs and fuzzers send where an ordinary value belongs. */
export const HOSTILE_VALUES: readonly unknown[] = [
  null,
  [],
  ['a', null, { b: [] }],
  {},
  1_000_000_000,
  -1e308,
  true,
  '',
  '\u0000',
  '👩‍👩‍👧‍👦\u202e\ufffe',
  '\ud800',
  "'; drop table crm.deals; --",
  '\u0024{jndi:ldap://x}<script>alert(1)</script>',
  '%00%ff../../etc/passwd',
  '__proto__',
  '9'.repeat(400),
];

/** Too long for every field, but within a request's size. */
export const HUGE_TEXT = 'Ω'.repeat(100_000);

export const HOSTILE_IDS: readonly string[] = [
  '0',
  '1000000000',
  '-1',
  'null',
  'constructor',
  '__proto__',
  "1' or '1'='1",
  '%00',
  '%ff%fe',
  '%E0%A4%A',
  '👾',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '0198c0de-0000-7000-8000-000000000000',
  '..%2f..%2fmembers',
  'x'.repeat(3_000),
];

/** Bodies that are wrong as a whole, as they go over the wire. */
export const HOSTILE_BODIES: readonly { name: string; raw: string | Uint8Array; type?: string }[] = [
  { name: 'nothing', raw: '' },
  { name: 'null', raw: 'null' },
  { name: 'a list', raw: '[]' },
  { name: 'a number', raw: '1e999' },
  { name: 'half of JSON', raw: '{"name": "x' },
  { name: 'not UTF-8', raw: new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]) },
  { name: 'an unknown property', raw: '{"nobodyKnowsThis": 1}' },
  {
    name: 'prototype keys',
    raw: '{"__proto__": {"isAdmin": true}, "constructor": {"prototype": {"x": 1}}, "toString": 1}',
  },
  { name: 'deep nesting', raw: `{"name": ${'['.repeat(20_000)}${']'.repeat(20_000)}}` },
  { name: 'a form', raw: 'name=x&amount=1', type: 'application/x-www-form-urlencoded' },
  { name: 'XML', raw: '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', type: 'application/xml' },
  {
    name: 'a multipart body without end',
    raw: '--x\r\nContent-Disposition: form-data; name="file"\r\n\r\n',
    type: 'multipart/form-data; boundary=x',
  },
  { name: 'two megabytes', raw: `{"name": "${'x'.repeat(2_000_000)}"}` },
];
