import { linkToken } from '@aura/identity';
import { text } from '@aura/kernel';
import { z } from 'zod';

export const previewInput = z.strictObject({ token: linkToken });

export const acceptInput = z.strictObject({
  token: linkToken,
  name: text(200),
  // A person with an account enters its password, whatever its length; a new one must follow the rules.
  password: z.string().min(1, 'Enter a password').max(1_000, 'Use 1000 characters or fewer'),
});
export type AcceptInput = z.output<typeof acceptInput>;
