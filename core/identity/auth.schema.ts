import { email } from '@aura/kernel';
import { z } from 'zod';
import { PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN } from './password.ts';

/** A password on its way in: whatever was typed, bounded. Its rules apply only when one is set. */
const typedPassword = z.string().min(1, 'Enter your password').max(1_000, 'Use 1000 characters or fewer');

export const newPassword = z
  .string()
  .min(PASSWORD_LENGTH_MIN, `Use at least ${PASSWORD_LENGTH_MIN} characters; a short sentence is easy to remember`)
  .max(PASSWORD_LENGTH_MAX, `Use ${PASSWORD_LENGTH_MAX} characters or fewer`)
  .meta({ description: 'At least 12 characters; the obvious is refused' });

/** A secret from a link or a cookie: never longer than ours, never shown back. */
export const linkToken = z.string().min(1, 'The link is incomplete').max(500, 'The link is not ours');

export const signInInput = z.strictObject({ email, password: typedPassword, remember: z.boolean().default(true) });
export const tokenInput = z.strictObject({ email, password: typedPassword });
export const refreshInput = z.strictObject({ refreshToken: linkToken });
export const revokeInput = z.strictObject({
  refreshToken: linkToken.optional().meta({ description: 'Left out: the session of this request ends' }),
});
export const handoffInput = z.strictObject({ code: linkToken });
export const resetRequestInput = z.strictObject({ email });
export const resetConfirmInput = z.strictObject({ token: linkToken, password: newPassword });
export const verifyEmailInput = z.strictObject({ token: linkToken });

export const tokensOutput = z
  .object({
    accessToken: z.string().meta({ description: 'JWT (ES256); keys at /.well-known/jwks.json' }),
    tokenType: z.literal('Bearer'),
    expiresIn: z.int().meta({ description: 'Seconds' }),
    refreshToken: z.string().meta({ description: 'Works once; each answer carries the next' }),
  })
  .meta({ id: 'Tokens' });

export const enteredOutput = z.object({ userId: z.uuid() });
export const acceptedOutput = z.object({ accepted: z.literal(true) });
