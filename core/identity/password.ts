import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';

/** OWASP's parameters for argon2id: 19 MiB, two passes, one lane. */
const MEMORY_KIB = 19_456;
const PASSES = 2;
const LANES = 1;
const TAG_BYTES = 32;

export const PASSWORD_LENGTH_MIN = 12;
export const PASSWORD_LENGTH_MAX = 200;

type Parameters = { memory: number; passes: number; parallelism: number; tagLength: number };

function derive(password: string, nonce: Buffer, parameters: Parameters): Promise<Buffer> {
  // The same letters typed on another keyboard are the same password (NIST 800-63B).
  const message = password.normalize('NFKC');
  return new Promise((resolve, reject) => {
    argon2('argon2id', { message, nonce, ...parameters }, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

/** argon2id as a PHC string, which other systems can read. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const parameters = { memory: MEMORY_KIB, passes: PASSES, parallelism: LANES, tagLength: TAG_BYTES };
  const tag = await derive(password, salt, parameters);
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${unpadded(salt)}$${unpadded(tag)}`;
}

const PHC = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/;
// Of no password: it costs an unknown address exactly what a known one costs.
const NOBODY = `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** Whether it is the password. Without a hash (an unknown address, a person without a password) the same work is done. */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const [, memory, passes, parallelism, salt = '', tag = ''] = PHC.exec(hash ?? NOBODY) ?? [];
  if (!memory) return false;
  const expected = Buffer.from(tag, 'base64');
  const found = await derive(password, Buffer.from(salt, 'base64'), {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expected.length,
  });
  return timingSafeEqual(found, expected) && hash !== null;
}

// The obvious of at least twelve characters, without their digits and signs; shorter ones are refused by length.
const OBVIOUS = new Set(
  `password passwordpassword mypassword letmein letmeinplease welcome welcomewelcome qwerty qwertyuiop
  qwertyuiopasdfgh qwertyqwerty asdfghjkl asdfghjklasdf zxcvbnm iloveyou trustno changeme changemeplease administrator
  adminadmin admin secret supersecret correcthorsebatterystaple passphrase sunshine football baseball superman
  princess dragon monkey shadow master company companyname aura auraaura letmeinletmein abcdefghijkl
  abcdefghijklm abcdefghijklmnop testtesttest test passwort motdepasse contrasena welcometoaura`.split(/\s+/),
);

/** What is wrong with a new password, in the person's words; null when nothing is. */
export function passwordIssue(password: string, person: { email: string; name?: string }): string | null {
  const length = Array.from(password).length;
  if (length < PASSWORD_LENGTH_MIN)
    return `Use at least ${PASSWORD_LENGTH_MIN} characters; a short sentence is easy to remember`;
  if (length > PASSWORD_LENGTH_MAX) return `Use ${PASSWORD_LENGTH_MAX} characters or fewer`;
  const plain = password.normalize('NFKC').toLowerCase();
  if (new Set(plain).size < 5 || isSequence(plain)) return 'This is too easy to guess; use several words';
  if (OBVIOUS.has(plain.replaceAll(/[^\p{Letter}]/gu, '')))
    return 'This is one of the first passwords that others try; use several words';
  if (isOwn(plain, person)) return 'Do not use your own name or e-mail as the password';
  return null;
}

function isSequence(plain: string): boolean {
  const steps = Array.from(plain)
    .slice(1)
    .map((letter, index) => (letter.codePointAt(0) ?? 0) - (plain.codePointAt(index) ?? 0));
  const commonest = Math.max(...[1, -1, 0].map((step) => steps.filter((found) => found === step).length));
  return commonest >= steps.length - 2;
}

// Their own address or name, and little else around it.
function isOwn(plain: string, { email, name = '' }: { email: string; name?: string }): boolean {
  const letters = plain.replaceAll(/[^\p{Letter}\p{Number}@.]/gu, '');
  const [local = ''] = email.toLowerCase().split('@');
  const parts = [email.toLowerCase(), local, name.toLowerCase().replaceAll(' ', '')].filter((part) => part.length >= 4);
  return parts.some((part) => letters.includes(part) && letters.length - part.length < 6);
}
