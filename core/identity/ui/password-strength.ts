export const PASSWORD_LENGTH_MIN = 12;

export type Strength = { level: 0 | 1 | 2 | 3; text: string };

/** A word on the password while it is typed. The server decides; this only helps. */
export function passwordStrength(password: string): Strength {
  const length = Array.from(password).length;
  if (length < PASSWORD_LENGTH_MIN) {
    const left = PASSWORD_LENGTH_MIN - length;
    return { level: 0, text: `${left} more ${left === 1 ? 'character' : 'characters'}` };
  }
  const variety = new Set(password.toLowerCase()).size;
  if (variety < 6) return { level: 1, text: 'Easy to guess: too few different characters' };
  return length >= 16 && variety >= 9 ? { level: 3, text: 'Strong' } : { level: 2, text: 'Good' };
}
