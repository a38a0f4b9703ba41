import { expect, it } from 'vitest';
import { boundedWidth, readWidths, WIDTH_MAX, WIDTH_MIN, widthByKey, withWidth } from './column-width.ts';

const key = (name: string, shiftKey = false) => widthByKey(200, { key: name, shiftKey });

it('grows and shrinks by steps, leaps with Shift, and goes to its ends', () => {
  expect([key('ArrowRight'), key('ArrowLeft')]).toEqual([216, 184]);
  expect([key('ArrowRight', true), key('ArrowLeft', true)]).toEqual([264, 136]);
  expect([key('Home'), key('End')]).toEqual([WIDTH_MIN, WIDTH_MAX]);
});

it('takes the usual width by Enter, and leaves other keys alone', () => {
  expect(key('Enter')).toBeNull();
  expect([key('Tab'), key('a'), key('ArrowDown')]).toEqual([undefined, undefined, undefined]);
});

it('stays within what can be read and seen', () => {
  expect([boundedWidth(1), boundedWidth(100.4), boundedWidth(9_000)]).toEqual([WIDTH_MIN, 100, WIDTH_MAX]);
  expect(widthByKey(WIDTH_MIN, { key: 'ArrowLeft', shiftKey: false })).toBe(WIDTH_MIN);
});

it('is kept by column, and forgotten again', () => {
  expect(withWidth({ name: 200 }, 'title', 90)).toEqual({ name: 200, title: 90 });
  expect(withWidth({ name: 200, title: 90 }, 'title', null)).toEqual({ name: 200 });
});

it('reads what was kept, and nothing else', () => {
  expect(readWidths('{"name":200,"title":9000,"phone":"wide","email":null}')).toEqual({ name: 200, title: WIDTH_MAX });
  for (const text of [null, '', 'no JSON', '3', 'null', '[]']) expect(readWidths(text)).toEqual({});
});
