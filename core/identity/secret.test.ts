import { deriveKey, seal, unseal } from '@aura/api';
import { describe, expect, it } from 'vitest';
import { hashSecret, newSecret } from './secret.ts';

describe('secrets', () => {
  it('have 256 random bits and fit a cookie, a header and a URL', () => {
    const secrets = Array.from({ length: 100 }, newSecret);
    expect(new Set(secrets).size).toBe(100);
    for (const secret of secrets) expect(secret).toMatch(/^[\w-]{43}$/);
    expect(hashSecret('a')).toHaveLength(32);
  });

  it('are sealed so that another key, another label or one flipped bit does not open them', () => {
    const key = deriveKey('installation', 'use');
    const sealed = seal('private', key, 'kid-1');
    expect(unseal(sealed, key, 'kid-1')).toBe('private');
    expect(() => unseal(sealed, key, 'kid-2')).toThrow(/authenticate/);
    expect(() => unseal(sealed, deriveKey('installation', 'other use'), 'kid-1')).toThrow(/authenticate/);
    const bytes = Buffer.from(sealed, 'base64url');
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    expect(() => unseal(bytes.toString('base64url'), key, 'kid-1')).toThrow(/authenticate/);
  });
});
