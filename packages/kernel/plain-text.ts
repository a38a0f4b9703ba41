/** A stored value as text: nothing for null, several joined; the name or the amount of an object, else nothing. */
export function plainText(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'boolean':
    case 'bigint':
      return String(value);
    default:
      return Array.isArray(value) ? value.map(plainText).join(', ') : textOfObject(value);
  }
}

function textOfObject(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  const { name, amount, currency } = value as { name?: unknown; amount?: unknown; currency?: unknown };
  if (typeof name === 'string') return name;
  return typeof amount === 'string' ? `${amount} ${plainText(currency)}`.trim() : '';
}
