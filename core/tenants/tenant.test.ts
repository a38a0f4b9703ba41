import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { canMoveTo, slugCandidates, slugProblem, TENANT_STATUSES } from './tenant.ts';
import { currentTerms } from './terms.ts';

describe('a workspace’s address', () => {
  it.each(['acme', 'acme-sales', 'a1b', 'x'.repeat(40), '3m-team'])('%s can be one', (slug) =>
    expect(slugProblem(slug)).toBeNull(),
  );
  it.each([
    '',
    'ab',
    'Acme',
    '-acme',
    'acme-',
    'ac me',
    'acme.com',
    'x'.repeat(41),
    'xn--acme',
    'a--b',
    'ácme',
    "a';drop",
  ])('%s has the wrong form', (slug) => expect(slugProblem(slug)?.reason).toBe('format'));
  it.each(['www', 'api', 'console', 'admin', 'static', 'login', 'aura'])('%s is reserved', (slug) =>
    expect(slugProblem(slug)?.reason).toBe('reserved'),
  );

  it('is suggested near what was wanted, always in a good form', () => {
    expect(slugCandidates('acme').slice(0, 3)).toEqual(['acme-sales', 'acme-hq', 'acme-team']);
    expect(slugCandidates('Müller & Söhne GmbH')[0]).toBe('muller-sohne-gmbh');
    for (const wanted of ['', '!', 'www', 'x'.repeat(200), '日本', 'a-', '--']) {
      for (const slug of slugCandidates(wanted)) expect(slugProblem(slug)).toBeNull();
      expect(slugCandidates(wanted).length).toBeGreaterThan(0);
    }
  });
});

describe('a tenant’s life', () => {
  it('goes these ways and no other', () => {
    const legal = TENANT_STATUSES.flatMap((from) =>
      TENANT_STATUSES.filter((to) => canMoveTo(from, to)).map((to) => `${from} → ${to}`),
    );
    expect(legal).toEqual([
      'prospect → pending',
      'prospect → deleted',
      'pending → active',
      'pending → deleted',
      'active → suspended',
      'active → deleted',
      'suspended → active',
      'suspended → deleted',
    ]);
  });
});

describe('the terms', () => {
  it('carry the hash of their own text', () => {
    const { version, text, hash } = currentTerms();
    expect(text).toContain(version);
    expect(hash).toBe(createHash('sha256').update(text).digest('hex'));
  });
});
