export type ParsedAddress = { typed: string; email: string; problem: string | null };

const ADDRESS = /^[^\s@<>()",;:\\]+@[^\s@<>()",;:\\]+\.[^\s@<>()",;:\\.]{2,}$/;

/** The addresses in pasted text: by line, comma or semicolon, also as "Jo Ferreira <jo@acme.com>". Each once. */
export function parseAddresses(text: string): ParsedAddress[] {
  const found = new Map<string, ParsedAddress>();
  for (const part of text.split(/[\n,;]+/)) {
    const typed = part.trim();
    if (typed === '') continue;
    for (const address of addressesIn(typed)) found.set(address.email.toLowerCase(), address);
  }
  return [...found.values()];
}

function addressesIn(typed: string): ParsedAddress[] {
  const bracketed = /<([^<>]*)>/.exec(typed)?.[1]?.trim();
  if (bracketed !== undefined) return [judge(typed, bracketed)];
  // "a@x.com b@x.com": a list with nothing but spaces between.
  const words = typed.split(/\s+/);
  return words.length > 1 && words.every((word) => word.includes('@'))
    ? words.map((word) => judge(word, word))
    : [judge(typed, typed)];
}

function judge(typed: string, email: string): ParsedAddress {
  const isAddress = ADDRESS.test(email) && email.length <= 254;
  return { typed, email, problem: isAddress ? null : 'Not an e-mail address like name@company.com' };
}
