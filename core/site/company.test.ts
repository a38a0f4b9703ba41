import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findRole, fullNameOf, readCompany } from './company.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'aura-company-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

let number = 0;
function file(content: unknown): string {
  number += 1;
  const name = path.join(dir, `${number}.json`);
  writeFileSync(name, typeof content === 'string' ? content : JSON.stringify(content));
  return name;
}
const EXAMPLE = path.join(import.meta.dirname, 'company.example.json');

describe('the company’s facts', () => {
  it('say without a file only what holds for every installation', () => {
    expect(readCompany('aura.localhost:3000', '')).toMatchObject({
      isExample: false,
      legalName: 'Aura',
      email: 'hello@aura.localhost',
      postalAddress: [],
      phone: null,
      subProcessors: [],
      roles: [],
    });
  });

  it('of the example are marked as examples, and lead to no real mailbox, telephone or house', () => {
    const company = readCompany('example.test', EXAMPLE);
    expect(company).toMatchObject({ isExample: true, email: 'hello@example.test', phone: null, mapUrl: null });
    expect(fullNameOf(company)).toBe('Aura Example Company, 1 Example Street, 00000 Exampletown');
    expect(company.roles.some(({ isOpen }) => isOpen) && company.roles.some(({ isOpen }) => !isOpen)).toBe(true);
    expect(findRole(company, 'interface-engineer')?.title).toBe('Interface engineer');
    expect(findRole(company, 'emperor')).toBeUndefined();
  });

  it.each([
    ['is no JSON', '{', /cannot be read as JSON/],
    ['has a word that means nothing', { emial: 'a@b.test' }, /emial/],
    ['has an address that is none', { email: 'hello' }, /no e-mail address/],
    ['has a telephone number without its country', { phone: '12345678' }, /international form/],
    ['has a map that is no page', { mapUrl: 'javascript:alert(1)' }, /mapUrl/],
  ])('in a file that %s stop with the reason', (_, content, reason) => {
    expect(() => readCompany('aura.test', file(content))).toThrow(reason);
  });

  it('in a file with two roles of one address stop with the reason', () => {
    const [role] = readCompany('example.test', EXAMPLE).roles;
    expect(() => readCompany('aura.test', file({ roles: [role, role] }))).toThrow(/same slug/);
  });

  it('in a file that is not there stop with its name', () => {
    expect(() => readCompany('aura.test', path.join(dir, 'none.json'))).toThrow(/none\.json/);
  });
});
