import { expect, test } from 'vitest';
import { slugFromAddress } from './slug-from-address.ts';

test.each(['acme', ' Acme ', 'acme.aura.test', 'https://acme.aura.test/login?next=/deals'])(
  'finds acme in %j',
  (typed) => {
    expect(slugFromAddress(typed, 'aura.test')).toBe('acme');
  },
);
