import type { TimelineEntry } from '@aura/audit/client';

export type ChangeLine = { field: string; from: string; to: string };

export type ChangeText = {
  /** "changed the owner", after the name of who did it. */
  verb: string;
  lines: readonly ChangeLine[];
};

/** Names people by their user id. */
type NameOf = (userId: string) => string;

/** What happened to a record in words: the verb, and for changed fields the old and the new value. */
export function changeText({ type, entity, data }: TimelineEntry, nameOf: NameOf): ChangeText {
  const what = type.slice(type.indexOf('.') + 1);
  const plain = (verb: string): ChangeText => ({ verb, lines: [] });
  switch (what) {
    case 'created':
      return plain(`added this ${entity}`);
    case 'archived':
    case 'restored':
      return plain(`${what} this ${entity}`);
    case 'shared':
    case 'unshared':
      return plain(`${what === 'shared' ? 'shared this with' : 'stopped sharing this with'} ${nameOf(String(data['userId'] ?? ''))}`);
    case 'owner_changed':
      return plain(`gave this ${entity} from ${nameOf(String(data['from'] ?? ''))} to ${nameOf(String(data['to'] ?? ''))}`);
    case 'stage_changed':
      return plain(`moved this from ${plainText(data['fromStageName'])} to ${plainText(data['toStageName'])}`);
    case 'won':
    case 'lost':
      return { verb: `marked this as ${what}`, lines: data['lostReason'] ? [{ field: 'Reason', from: '', to: plainText(data['lostReason']) }] : [] };
    case 'updated': {
      const lines = changedFields(data['changes'], nameOf);
      const [only] = lines;
      return lines.length === 1 && only ? { verb: `changed ${only.field.toLowerCase()}`, lines } : { verb: `changed ${lines.length} fields`, lines };
    }
    default:
      return { verb: what.replaceAll('_', ' '), lines: fromTo(data) };
  }
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
  if (name === 'ownerId') return nameOf(String(value));
  return name.endsWith('Id') ? 'another' : plainText(value);
}

function plainText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(plainText).join(', ');
  if (!isRecord(value)) return String(value);
  if (typeof value['name'] === 'string') return value['name'];
  if (typeof value['amount'] === 'string') return `${value['amount']} ${String(value['currency'] ?? '')}`.trim();
  return '';
}

/** organizationId → Organization, expectedCloseDate → Expected close date. */
function wordsOf(name: string): string {
  const words = name.replace(/Id$/, '').replaceAll(/([a-z\d])([A-Z])/g, '$1 $2').replaceAll('_', ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
