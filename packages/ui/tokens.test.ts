import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

type Palette = Record<string, string>;

const light = palette(/^:root \{([^}]*)\}/m);
const dark = palette(/^\.dark \{([^}]*)\}/m);
const system = palette(/:root:not\(\.light, \.dark\) \{([^}]*)\}/);

const paper = ['canvas', 'surface', 'sunken'];

/** Text colour, backgrounds, and the least ratio: 4.5 for text, 3 for what is no text but must be seen. */
const pairs: [string, string[], number][] = [
  ['ink', [...paper, 'raised', 'primary-soft'], 4.5],
  ['muted', [...paper, 'raised', 'primary-soft'], 4.5],
  ['subtle', paper, 4.5],
  ['control', [...paper, 'raised'], 3],
  ['focus', [...paper, 'raised'], 3],
  ['primary', [...paper, 'primary-soft'], 4.5],
  ['on-primary', ['primary', 'primary-hover'], 4.5],
  ['danger', ['surface', 'canvas', 'danger-soft'], 4.5],
  ['on-danger', ['danger-solid', 'danger-hover'], 4.5],
  ['danger-solid', ['surface'], 3],
  ['warn', ['surface', 'warn-soft'], 4.5],
  ['ok', ['surface', 'ok-soft'], 4.5],
  ['info', ['surface', 'info-soft'], 4.5],
  ['copper', ['surface', 'copper-soft'], 4.5],
  ...['c1', 'c2', 'c3', 'c4', 'c5', 'c6'].map((name): [string, string[], number] => [name, ['surface', 'canvas'], 3]),
];

describe.each([
  ['light', light],
  ['dark', dark],
] as const)('the %s palette', (_name, colours) => {
  it.each(pairs)('%s can be read on %s at %f', (text, backgrounds, least) => {
    const low = backgrounds.filter(
      (background) => contrast(colour(colours, text), colour(colours, background)) < least,
    );
    expect(low).toEqual([]);
  });
});

it("gives the system's dark theme the same colours as the chosen one", () => {
  expect(system).toEqual(dark);
});

it('defines every colour in both themes', () => {
  expect(Object.keys(dark).sort()).toEqual(Object.keys(light).sort());
});

it('measures a known pair as the WCAG formula does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

function palette(block: RegExp): Palette {
  const body = block.exec(css)?.[1] ?? '';
  const found = [...body.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6});/g)];
  return Object.fromEntries(found.map(([, name, value]) => [name ?? '', value ?? '']));
}

function colour(colours: Palette, name: string): string {
  const value = colours[name];
  if (!value) throw new Error(`tokens.css has no --${name}`);
  return value;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance by WCAG 2.1. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
