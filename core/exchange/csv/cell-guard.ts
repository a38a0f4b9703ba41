/** What a spreadsheet takes for a formula, wherever it comes from; and such a text that was guarded before. */
const FORMULA = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/u;
const GUARDED = /^'(?='*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20])/u;
/** Numbers and phone numbers run nothing, and are to stay what they are. */
const HARMLESS = /^(-\d+(\.\d+)?|\+\d[\d ()./-]*)$/;

/** A text that a spreadsheet would run is shown as text. */
export function guardCell(text: string): string {
  return FORMULA.test(text) && !HARMLESS.test(text) ? `'${text}` : text;
}

/** What guardCell() was given: for files that come back. */
export function unguardCell(cell: string): string {
  return cell.replace(GUARDED, '');
}
