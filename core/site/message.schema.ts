import { email } from '@aura/kernel';
import { z } from 'zod';

const NAME_MAX = 120;
const MESSAGE_MAX = 5_000;

const tooLong = (max: number) => ({
  error: ({ input }: { input?: unknown }) => `Use ${max} characters or fewer (now ${String(input).length})`,
});

const name = z.string().trim().min(1, 'Enter your name').max(NAME_MAX, tooLong(NAME_MAX));
const message = z.string().trim().min(1, 'Enter your message').max(MESSAGE_MAX, tooLong(MESSAGE_MAX));
/** Where the papers are: the form takes no files. Empty is none. */
const link = z
  .string()
  .trim()
  .max(500, tooLong(500))
  .refine(isWebAddress, 'Enter a link like https://example.com/cv.pdf, or leave it empty')
  .default('');

function isWebAddress(value: string): boolean {
  return value === '' || (/^https?:\/\//.test(value) && URL.canParse(value));
}

export const contactInput = z.strictObject({ name, email, message });
export type ContactInput = z.output<typeof contactInput>;

export const applicationInput = z.strictObject({ role: z.string().max(200), name, email, link, message });
export type ApplicationInput = z.output<typeof applicationInput>;

export const roleAlertInput = z.strictObject({ email });

export const acceptedOutput = z.object({ accepted: z.literal(true) });
