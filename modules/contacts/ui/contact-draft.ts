type Named = { firstName?: string; lastName?: string; email?: string; phone?: string };

/** What was typed to find somebody, as the beginning of a new contact: a name, an e-mail or a number. */
export function namedBy(typed: string): Named {
  const text = typed.trim();
  if (text === '') return {};
  if (/^\S+@\S+$/.test(text)) return { email: text };
  if (/^[\d\s()+./-]{5,}$/.test(text)) return { phone: text };
  const at = text.indexOf(' ');
  return at < 0 ? { firstName: text } : { firstName: text.slice(0, at), lastName: text.slice(at + 1).trim() };
}
