import { AppError, type Issue } from '@aura/kernel';
import { fold, type Importer, type ImportTarget, targetsOf } from './importer.ts';

/** By header: a target, or null for a column that is left out. */
export type Mapping = Record<string, string | null>;
export type Confidence = 'exact' | 'guess' | 'custom' | 'none';

export type KnownField = { key: string; label: string };

export type GuessOptions = {
  importer: Importer;
  header: readonly string[];
  /** The entity's custom fields. */
  known: readonly KnownField[];
  /** Whether columns that nothing fits become custom fields. */
  createsFields: boolean;
};

const CUSTOM = 'customFields.';

export type Guess = { mapping: Mapping; confidence: Record<string, Confidence> };

/** Which column is which field, as a person would guess from the names. Each target is used once. */
export function guessMapping(options: GuessOptions): Guess {
  const guess: Guess = { mapping: {}, confidence: {} };
  const targets = targetsOf(options.importer).filter(({ isAlias }) => !isAlias);
  guessExact(guess, options, targets);
  guessSynonyms(guess, options, targets);
  guessCustom(guess, options);
  const ordered = options.header.map((name) => [name, guess.mapping[name] ?? null]);
  return { ...guess, mapping: Object.fromEntries(ordered) };
}

/** "Contact owner" may be a name or an address: its values say which. */
export function preferEmails(
  { mapping, confidence }: Guess,
  importer: Importer,
  isEmails: (name: string) => boolean,
): Guess {
  const targets = new Set(targetsOf(importer).map(({ target }) => target));
  const taken = new Set(Object.values(mapping));
  const settled = Object.entries(mapping).map(([name, target]) => {
    const byEmail = target?.endsWith('.name') ? target.replace(/name$/, 'email') : null;
    const isMeant = byEmail !== null && targets.has(byEmail) && !taken.has(byEmail) && isEmails(name);
    return [name, isMeant ? byEmail : target] as const;
  });
  return { mapping: Object.fromEntries(settled), confidence };
}

function take(
  { mapping, confidence }: Guess,
  name: string,
  { target, how }: { target: string | null; how: Confidence },
): void {
  mapping[name] = target;
  confidence[name] = how;
}

function isFree({ mapping }: Guess, target: string): boolean {
  return !Object.values(mapping).includes(target);
}

function guessExact(guess: Guess, { importer, header }: GuessOptions, targets: ImportTarget[]): void {
  for (const name of header) {
    const spelt = spellings(importer, name);
    const exact = targets.find(({ target }) => spelt.includes(fold(words(target))));
    if (exact && isFree(guess, exact.target)) take(guess, name, { target: exact.target, how: 'exact' });
  }
}

/** What else a header says: "Deal - Title" of a file of deals is a title, "Close Date (EST)" a close date. */
function spellings({ record }: Importer, name: string): string[] {
  const bare = name.replace(/\s*\([A-Z]{2,5}\)$/, '');
  const [, noun = '', rest = ''] = /^(\w+) - (.+)$/.exec(bare) ?? [];
  const isOwn = [record, ...(OTHER_NOUNS[record] ?? [])].includes(noun.toLowerCase());
  return [name, bare, ...(isOwn ? [rest] : [])].map((text) => fold(words(text)));
}

const OTHER_NOUNS: Readonly<Record<string, readonly string[]>> = {
  organization: ['organisation', 'company', 'account'],
  contact: ['person', 'lead'],
  deal: ['opportunity'],
};

/** In the order in which targets list their synonyms: the first is the likeliest. */
function guessSynonyms(guess: Guess, { importer, header }: GuessOptions, targets: ImportTarget[]): void {
  for (const { target, headers } of targets) {
    const open = header.filter((name) => !(name in guess.mapping));
    const names = headers.map((synonym) => open.find((name) => spellings(importer, name).includes(synonym)));
    const name = names.find((found) => found !== undefined);
    if (name !== undefined && isFree(guess, target) && !isLinkTaken(guess.mapping, target))
      take(guess, name, { target, how: 'guess' });
  }
}

function guessCustom(guess: Guess, { importer, header, known, createsFields }: GuessOptions): void {
  for (const [index, name] of header.entries()) {
    if (name in guess.mapping) continue;
    // A file that was exported here says it outright.
    const asked = customKeyOf(name);
    const field = known.find(
      ({ key, label }) => key === asked || [fold(words(key)), fold(words(label))].includes(fold(words(name))),
    );
    const target = `${CUSTOM}${field?.key ?? asked ?? keyOf(name, index)}`;
    const isWanted = importer.hasCustomFields && (field !== undefined || createsFields) && isFree(guess, target);
    take(guess, name, isWanted ? { target, how: 'custom' } : { target: null, how: 'none' });
  }
}

/** A record is linked by one column: the name beside the id would only contradict it. */
function isLinkTaken(mapping: Mapping, target: string): boolean {
  const link = target.split('.').slice(0, -1).join('.');
  return link !== '' && link !== 'price' && Object.values(mapping).some((taken) => taken?.startsWith(`${link}.`));
}

/** externalId → external Id, so that camel case and snake case fold alike. */
function words(name: string): string {
  return name.replaceAll(/([a-z])([A-Z])/g, '$1 $2');
}

/** A custom field's key from a header: `year_established` → yearEstablished. */
export function keyOf(name: string, index: number): string {
  const [first = '', ...more] = fold(words(name))
    .replaceAll(/[^a-z0-9 ]/g, '')
    .split(' ')
    .filter(Boolean);
  const key = first + more.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return /^[a-z]/.test(key) ? key.slice(0, 60) : `column${index + 1}`;
}

export function labelOf(name: string): string {
  const label = words(name)
    .replaceAll(/[_\s]+/g, ' ')
    .trim();
  return (label.charAt(0).toUpperCase() + label.slice(1)).slice(0, 100);
}

export function customKeyOf(target: string): string | null {
  return target.startsWith(CUSTOM) ? target.slice(CUSTOM.length) : null;
}

/** Templates for required fields that nothing is mapped to, in terms of this file's columns. */
export function guessTemplates(importer: Importer, mapping: Mapping): Record<string, string> {
  const mapped = new Map(Object.entries(mapping).map(([name, target]) => [target, name]));
  const entries = Object.entries(importer.templates ?? {}).flatMap(([target, template]) => {
    if (mapped.has(target)) return [];
    const text = template.replaceAll(/\{([^}]+)\}/g, (_, wanted: string) =>
      mapped.has(wanted) ? `{${mapped.get(wanted)}}` : '',
    );
    return text.includes('{') ? [[target, text]] : [];
  });
  return Object.fromEntries(entries);
}

/** Throws 422 naming each header that the file lacks, each unknown target, and each required one that nothing fills. */
export function requireMapping(
  importer: Importer,
  {
    mapping,
    header,
    template,
  }: { mapping: Mapping; header: readonly string[]; template: Readonly<Record<string, string>> },
): void {
  const issues = [
    ...headerIssues(mapping, header),
    ...targetIssues(importer, mapping),
    ...templateIssues(importer, { template, header }),
    ...missingIssues(importer, { mapping, template }),
  ];
  if (issues.length > 0)
    throw new AppError('invalid', { reason: 'invalid_mapping', detail: issues[0]?.message ?? '', issues });
}

/** Throws 422 for a header or a target that there is not; what is missing or double is still being decided. */
export function requireTargets(importer: Importer, mapping: Mapping, header: readonly string[]): void {
  const issues = [
    ...headerIssues(mapping, header),
    ...targetIssues(importer, mapping).filter(({ code }) => code === 'unknown_target'),
  ];
  if (issues.length > 0)
    throw new AppError('invalid', { reason: 'invalid_mapping', detail: issues[0]?.message ?? '', issues });
}

function headerIssues(mapping: Mapping, header: readonly string[]): Issue[] {
  return Object.keys(mapping)
    .filter((name) => !header.includes(name))
    .map((name) => ({
      path: `options.mapping.${name}`,
      code: 'unknown_column',
      message: `The file has no column "${name}"`,
    }));
}

function targetIssues(importer: Importer, mapping: Mapping): Issue[] {
  const known = new Set(targetsOf(importer).map(({ target }) => target));
  const seen = new Set<string>();
  return Object.entries(mapping).flatMap(([name, target]) => {
    if (target === null) return [];
    const path = `options.mapping.${name}`;
    const key = customKeyOf(target);
    const isKnown =
      key === null ? known.has(target) : importer.hasCustomFields && /^[a-z][a-zA-Z0-9_]{0,62}$/.test(key);
    if (!isKnown) return [{ path, code: 'unknown_target', message: `${importer.label} have no field "${target}"` }];
    if (seen.has(target)) return [{ path, code: 'duplicate_target', message: `Two columns are mapped to "${target}"` }];
    seen.add(target);
    return [];
  });
}

function templateIssues(
  importer: Importer,
  { template, header }: { template: Readonly<Record<string, string>>; header: readonly string[] },
): Issue[] {
  const known = new Set(targetsOf(importer).map(({ target }) => target));
  return Object.entries(template).flatMap(([target, text]) => {
    const path = `options.template.${target}`;
    if (!known.has(target))
      return [{ path, code: 'unknown_target', message: `${importer.label} have no field "${target}"` }];
    const unknown = [...text.matchAll(/\{([^}]*)\}/g)]
      .map((match) => match[1] ?? '')
      .find((name) => !header.includes(name));
    return unknown === undefined
      ? []
      : [{ path, code: 'unknown_column', message: `The file has no column "${unknown}"` }];
  });
}

function missingIssues(
  importer: Importer,
  { mapping, template }: { mapping: Mapping; template: Readonly<Record<string, string>> },
): Issue[] {
  const filled = new Set([...Object.values(mapping), ...Object.keys(template)]);
  return importer.fields
    .filter(({ target, isRequired }) => isRequired && !filled.has(target))
    .map(({ target, label }) => ({
      path: 'options.mapping',
      code: 'required',
      message: `Map a column to ${label} (${target}), or give a template for it`,
    }));
}
