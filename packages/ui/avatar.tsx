import type { ReactNode } from 'react';

export type AvatarProps = {
  name: string;
  /** A picture; without it the initials are drawn. */
  src?: string | null;
  size?: 'sm' | 'md' | 'lg';
  /** The name is not written beside it, so the avatar must say it. */
  isAlone?: boolean;
  className?: string;
};

const pairs = [
  'bg-primary-soft text-primary',
  'bg-copper-soft text-copper',
  'bg-info-soft text-info',
  'bg-ok-soft text-ok',
  'bg-warn-soft text-warn',
  'bg-danger-soft text-danger',
];

const sizes = {
  sm: { box: 'size-6 text-[0.625rem]', px: 24 },
  md: { box: 'size-8 text-micro', px: 32 },
  lg: { box: 'size-12 text-body-lg', px: 48 },
};

/** A person as a round picture or their initials, in a colour that stays theirs. */
export function Avatar({ name, src, size = 'md', isAlone = false, className = '' }: AvatarProps): ReactNode {
  const { box, px } = sizes[size];
  const frame = `inline-grid shrink-0 place-items-center rounded-full ${box} ${className}`;
  if (src)
    return (
      <img
        src={src}
        alt={isAlone ? name : ''}
        width={px}
        height={px}
        loading="lazy"
        className={`${frame} object-cover`}
      />
    );
  const look = `${frame} font-semibold select-none forced-colors:border ${pairs[pairOf(name)] ?? ''}`;
  if (!isAlone)
    return (
      <span aria-hidden className={look}>
        {initials(name)}
      </span>
    );
  return (
    <span role="img" aria-label={name} className={look}>
      {initials(name)}
    </span>
  );
}

/** The first letters of the first and last word, as people see letters: accents and emoji stay whole. */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const chosen = words.length > 1 ? [words.at(0), words.at(-1)] : words.slice(0, 1);
  const letters = chosen.map((word) => firstLetter(word ?? ''));
  return letters.join('').toLocaleUpperCase('en') || '?';
}

function firstLetter(word: string): string {
  for (const { segment } of graphemes.segment(word)) {
    if (/[\p{L}\p{N}]/u.test(segment)) return segment;
  }
  return '';
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

function pairOf(name: string): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9_973;
  return sum % pairs.length;
}
