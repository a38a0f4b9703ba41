/** How wide columns are, by their ids, in px; those that are not named are as wide as their content asks. */
export type Widths = Readonly<Record<string, number>>;

export type ColumnWidths = {
  widths: Widths;
  /** Null: as wide as its content asks again. */
  onWidthChange: (column: string, widthPx: number | null) => void;
};

export const WIDTH_MIN = 64;
export const WIDTH_MAX = 640;
const STEP_PX = 16;
const LEAP_PX = 64;

export function boundedWidth(widthPx: number): number {
  return Math.round(Math.min(WIDTH_MAX, Math.max(WIDTH_MIN, widthPx)));
}

/** What a key makes of a width: a step or, with Shift, a leap; null: the usual one; undefined: it is no such key. */
export function widthByKey(
  widthPx: number,
  { key, shiftKey }: { key: string; shiftKey: boolean },
): number | null | undefined {
  const step = shiftKey ? LEAP_PX : STEP_PX;
  const next: Readonly<Record<string, number | null>> = {
    ArrowRight: widthPx + step,
    ArrowLeft: widthPx - step,
    Home: WIDTH_MIN,
    End: WIDTH_MAX,
    Enter: null,
  };
  const width = next[key];
  return typeof width === 'number' ? boundedWidth(width) : width;
}

/** Widths as they are kept between visits; what cannot be read is left out. */
export function readWidths(text: string | null): Widths {
  if (!text) return {};
  try {
    const known: unknown = JSON.parse(text);
    if (typeof known !== 'object' || known === null) return {};
    return Object.fromEntries(
      Object.entries(known).flatMap(([id, width]) =>
        typeof width === 'number' && Number.isFinite(width) ? [[id, boundedWidth(width)]] : [],
      ),
    );
  } catch {
    return {};
  }
}

export function withWidth(widths: Widths, column: string, widthPx: number | null): Widths {
  const { [column]: _, ...others } = widths;
  return widthPx === null ? others : { ...others, [column]: boundedWidth(widthPx) };
}

/** A column's width stands in a variable of its table: while it is dragged, nothing is drawn anew. */
export const widthVariable = (index: number): string => `--width-of-${index}`;
