import { describe, expect, it } from 'vitest';
import { hashPassword, passwordIssue, verifyPassword } from './password.ts';

describe('a password', () => {
  it('is kept as argon2id with 19 MiB, two passes and one lane, and verified', async () => {
    const hash = await hashPassword('the tide is out today');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(await verifyPassword('the tide is out today', hash)).toBe(true);
    expect(await verifyPassword('the tide is out todaY', hash)).toBe(false);
  });

  it('has its own salt', async () => {
    expect(await hashPassword('the tide is out today')).not.toBe(await hashPassword('the tide is out today'));
  });

  it('may be long and in any script; composed and decomposed letters are the same', async () => {
    const long = `${'ключ от дома '.repeat(8)}ü`;
    expect(passwordIssue(long, { email: 'jo@acme.test' })).toBeNull();
    expect(await verifyPassword(long.normalize('NFD'), await hashPassword(long.normalize('NFC')))).toBe(true);
  });

  it('never fits where there is no hash, or one that cannot be read', async () => {
    expect(await verifyPassword('the tide is out today', null)).toBe(false);
    expect(await verifyPassword('the tide is out today', '$2b$10$abcdefghijklmnopqrstuv')).toBe(false);
  });

  it.each([
    ['short'],
    ['aaaaaaaaaaaaaaaa'],
    ['abababababab'],
    ['1234567890123'],
    ['abcdefghijklmn'],
    ['password123456'],
    ['Password-2026!'],
    ['qwertyuiop[]123'],
    ['jo.miller@acme.test'],
    ['JoMiller2026'],
    ['x'.repeat(201)],
  ])('%s is refused with a reason', (password) => {
    expect(passwordIssue(password, { email: 'jo.miller@acme.test', name: 'Jo Miller' })).toEqual(expect.any(String));
  });

  it.each([
    ['correct horse battery staples'],
    ['the tide is out today'],
    ['n7#kkQ!pVz2r'],
    ['jo.miller walks to the sea'],
  ])('%s is fine', (password) => {
    expect(passwordIssue(password, { email: 'jo.miller@acme.test', name: 'Jo Miller' })).toBeNull();
  });
});
