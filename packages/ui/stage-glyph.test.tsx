import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { filledQuarters, StageGlyph } from './stage-glyph.tsx';

it.each([
  [0, 4, 0],
  [1, 4, 1],
  [2, 4, 2],
  [3, 4, 3],
  [0, 1, 0],
  [1, 2, 3],
  [3, 7, 2],
  [9, 4, 3],
  [-1, 4, 0],
])('fills stage %i of %i to %i quarters', (position, count, quarters) => {
  expect(filledQuarters(position, count)).toBe(quarters);
});

it('never draws an open stage as won', () => {
  const last = renderToStaticMarkup(<StageGlyph outcome="open" position={3} count={4} />);
  const won = renderToStaticMarkup(<StageGlyph outcome="won" />);
  expect(last).toContain('data-quarters="3"');
  expect(won).not.toContain('data-quarters');
  expect(last).not.toBe(won);
});

it('is decoration: the name of the stage stands beside it', () => {
  expect(renderToStaticMarkup(<StageGlyph outcome="lost" />)).toContain('aria-hidden="true"');
});
