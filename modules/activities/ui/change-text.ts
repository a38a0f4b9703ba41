import type { TimelineEntry } from '@aura/audit/client';
import { plainText } from '@aura/kernel';
import { formatMoney } from '@aura/ui/format-money';

/** A line that `isSaid` is somebody's words, and not a value that replaced another. */
export type ChangeLine = { field: string; from: string; to: string; isSaid?: true };

export type ChangeText = {
  /** "changed the owner", after the name of who did it. */
  verb: string;
  lines: readonly ChangeLine[];
};

/** Names people by their user id. */
type NameOf = (userId: string) => string;

type Wording = (entry: TimelineEntry, nameOf: NameOf) => ChangeText;

const plain = (verb: string): ChangeText => ({ verb, lines: [] });

const wordings: Readonly<Record<string, Wording>> = {
  created: ({ entity, data }) => plain(`${data['importId'] ? 'imported' : 'added'} this ${entity}`),
  archived: ({ entity }) => plain(`archived this ${entity}`),
  restored: ({ entity }) => plain(`restored this ${entity}`),
  shared: ({ data }, nameOf) => plain(`shared this with ${nameOf(plainText(data['userId']))}`),
  unshared: ({ data }, nameOf) => plain(`stopped sharing this with ${nameOf(plainText(data['userId']))}`),
  owner_changed: ({ entity, data }, nameOf) =>
    plain(`gave this ${entity} from ${nameOf(plainText(data['from']))} to ${nameOf(plainText(data['to']))}`),
  stage_changed: ({ data }) =>
    plain(`moved this from ${plainText(data['fromStageName'])} to ${plainText(data['toStageName'])}`),
  won: () => plain('marked this as won'),
  amount_changed: ({ data }) => ({
    verb: 'changed the value',
    lines: [{ field: '', from: moneyOf(data, 'from'), to: moneyOf(data, 'to') }],
  }),
  item_added: ({ data }) => plain(`added ${lineOf(data)}`),
  item_changed: ({ data }) => plain(`changed ${lineOf(data)}`),
  item_removed: ({ data }) => plain(`removed ${lineOf(data)}`),
  escalated: ({ data }) => ({ verb: 'asked for help with this', lines: reasonLine(data['reason']) }),
  escalation_resolved: ({ data }) => ({
    verb: resolvedBy[plainText(data['by'])] ?? 'answered the call for help',
    lines: data['note'] ? [{ field: 'Note', from: '', to: plainText(data['note']), isSaid: true }] : [],
  }),
  merged: ({ data }, nameOf) => ({
    verb: `merged ${plainText(data['otherName'])} into this contact`,
    lines: isRecord(data['changes']) ? changedFields(data['changes'], nameOf) : [],
  }),
  merged_into: ({ data }) => plain(`merged this contact into ${plainText(data['otherName'])}`),
  told_apart: () => plain('said that this and a contact like it are two people'),
  retold: () => plain('said that this and a contact like it may be one person'),
  unmerged: ({ data }) => plain(`undid the merge with ${plainText(data['otherName'])}`),
  reopened: ({ entity }) => plain(`reopened this ${entity}`),
  lost: ({ data }) => ({ verb: 'marked this as lost', lines: reasonLine(data['reason']) }),
  updated: ({ data }, nameOf) => {
    const lines = changedFields(data['changes'], nameOf);
    const [only] = lines;
    return {
      verb: lines.length === 1 && only ? `changed ${only.field.toLowerCase()}` : `changed ${lines.length} fields`,
      lines,
    };
  },
};

const resolvedBy: Readonly<Record<string, string>> = {
  share: 'answered the call for help by sharing this',
  owner: 'answered the call for help with a new owner',
};

/** What happened to a record in words: the verb, and for changed fields the old and the new value. */
export function changeText(entry: TimelineEntry, nameOf: NameOf): ChangeText {
  const what = entry.type.slice(entry.type.indexOf('.') + 1);
  return wordings[what]?.(entry, nameOf) ?? { verb: what.replaceAll('_', ' '), lines: fromTo(entry.data) };
}

/** `to` and `toCurrency` as "$1,200". */
function moneyOf(data: Record<string, unknown>, key: 'from' | 'to'): string {
  const [amount, currency] = [plainText(data[key]), plainText(data[`${key}Currency`])];
  return amount === '' || currency === '' ? amount : formatMoney({ amount, currency });
}

function lineOf(data: Record<string, unknown>): string {
  const description = plainText(data['description']);
  return description ? `the line “${description}”` : 'a line';
}

function reasonLine(reason: unknown): ChangeLine[] {
  return reason ? [{ field: 'Reason', from: '', to: plainText(reason), isSaid: true }] : [];
}

function changedFields(changes: unknown, nameOf: NameOf): ChangeLine[] {
  if (!isRecord(changes)) return [];
  return Object.entries(changes).flatMap(([name, pair]) => {
    const [from, to] = Array.isArray(pair) ? pair : [null, pair];
    if (isRecord(from) || isRecord(to)) return nestedFields(from, to);
    return [{ field: wordsOf(name), from: shown(name, from, nameOf), to: shown(name, to, nameOf) }];
  });
}

function nestedFields(from: unknown, to: unknown): ChangeLine[] {
  const [before, after] = [isRecord(from) ? from : {}, isRecord(to) ? to : {}];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => JSON.stringify(before[key] ?? null) !== JSON.stringify(after[key] ?? null))
    .map((key) => ({ field: wordsOf(key), from: plainText(before[key]), to: plainText(after[key]) }));
}

function fromTo(data: Record<string, unknown>): ChangeLine[] {
  if (!('from' in data) || !('to' in data)) return [];
  return [{ field: '', from: plainText(data['from']), to: plainText(data['to']) }];
}

/** Ids of records mean nothing to a person: only that there was one is said. */
function shown(name: string, value: unknown, nameOf: NameOf): string {
  if (value === null || value === undefined || value === '') return '';
  if (name === 'ownerId') return nameOf(plainText(value));
  return name.endsWith('Id') ? 'another' : plainText(value);
}

/** organizationId → Organization, expectedCloseDate → Expected close date. */
function wordsOf(name: string): string {
  const words = name
    .replace(/Id$/, '')
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
