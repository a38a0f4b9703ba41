import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Avatar, initials } from './avatar.tsx';
import { FigureTile } from './figure-tile.tsx';
import { Gallery } from './gallery.tsx';
import { MoneyText } from './money-text.tsx';
import { NextStepText } from './next-step-rail.tsx';
import { themeClass } from './theme.ts';

describe('initials', () => {
  it.each([
    ['Ana Ruiz', 'AR'],
    ['Jo', 'J'],
    ['Émile van der Berg', 'ÉB'],
    ['李小龍', '李'],
    ['ליאור בן־דוד', 'לב'],
    ['😀 Sam', 'S'],
    ['', '?'],
  ])('of %s are %s', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});

it('gives a person the same colours everywhere, and a name only where it stands alone', () => {
  expect(renderToStaticMarkup(<Avatar name="Ana Ruiz" />)).toBe(renderToStaticMarkup(<Avatar name="Ana Ruiz" />));
  expect(renderToStaticMarkup(<Avatar name="Ana Ruiz" />)).toContain('aria-hidden="true"');
  expect(renderToStaticMarkup(<Avatar name="Ana Ruiz" isAlone />)).toContain('aria-label="Ana Ruiz"');
});

it('never shows an unknown figure as zero', () => {
  expect(renderToStaticMarkup(<MoneyText value={null} />)).toContain('—');
  const tile = renderToStaticMarkup(<FigureTile label="Win rate" value="0%" status="error" />);
  expect(tile).toContain('—');
  expect(tile).not.toContain('0%');
});

it('says the state of the next step in words', () => {
  expect(renderToStaticMarkup(<NextStepText state="overdue">Call</NextStepText>)).toContain('Overdue');
  expect(renderToStaticMarkup(<NextStepText state="missing" />)).toContain('No next step');
});

it('takes a theme only from the two known words', () => {
  expect([undefined, 'system', 'dark', 'light', '"><script>'].map(themeClass)).toEqual(['', '', 'dark', 'light', '']);
});

it('renders every part on the server with no style attribute of our own and no double id', () => {
  const html = renderToStaticMarkup(<Gallery />);
  const styled = [...html.matchAll(/<[^>]* style="[^>]*>/g)].filter(([tag]) => !tag.includes('-hidden-input'));
  expect(styled).toEqual([]);
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
  expect(ids.length).toBe(new Set(ids).size);
});
