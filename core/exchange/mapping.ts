import { AppError, type Issue } from '@aura/kernel';
import { fold, type Importer, targetsOf } from './importer.ts';

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

/** Which column is which field, as a person would guess from the names. Each target is used once. */
export function guessMapping({ importer, header, known, createsFields }: GuessOptions): {
  mapping: Mapping;
  confidence: Record<string, Confidence>;
} {
  const mapping: Mapping = {};
  const confidence: Record<string, Confidence> = {};
  const take = (name: string, target: string | null, how: Confidence): void => {
    mapping[name] = target;
    confidence[name] = how;
  };
  const isFree = (target: string): boolean => !Object.values(mapping).includes(target);
  const targets = targetsOf(importer).filter(({ isAlias }) => !isAlias);
  for (const name of header) {
    const exact = targets.find(({ target }) => fold(words(target)) === fold(words(name)));
    if (exact && isFree(exact.target)) take(name, exact.target, 'exact');
  }
  // Synonyms in the order in which targets list them: the first is the likeliest.
  for (const { target, headers } of targets) {
    const name = headers
      .map((wanted) => header.find((one) => !(one in mapping) && fold(words(one)) === wanted))
      .find((one) => one !== undefined);
    if (name !== undefined && isFree(target) && !isLinkTaken(mapping, target)) take(name, target, 'guess');
  }
  for (const name of header) {
    if (name in mapping) continue;
    const field = known.find(({ key, label }) => fold(words(key)) === fold(words(name)) || fold(label) === fold(name));
    const target = `${CUSTOM}${field?.key ?? keyOf(name, header.indexOf(name))}`;
    if (importer.hasCustomFields && (field || createsFields) && isFree(target)) take(name, target, 'custom');
    else take(name, null, 'none');
  }
  return { mapping: Object.fromEntries(header.map((name) => [name, mapping[name] ?? null])), confidence };
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
