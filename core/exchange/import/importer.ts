import type { ActorContext } from '@aura/api';
import type { Permission } from '@aura/kernel';
import type { ImportOptions } from './import.schema.ts';
import type { ImportEntity, MatchKey } from './import-entity.ts';

export type { ImportEntity, MatchKey };

export type FieldType = 'text' | 'email' | 'url' | 'integer' | 'number' | 'date' | 'boolean' | 'id';

/** A column of the entity that a file may fill. */
export type ImportField = {
  /** The field's name in the API: `name`, `openedOn`, `price.amount`. */
  target: string;
  label: string;
  type: FieldType;
  /** Where the default writer stores it; left out when the importer's own insert() does. */
  column?: string;
  isRequired?: boolean;
  /** Characters, or the number's bounds. */
  max?: number;
  min?: number;
  /** Filled by prepare() when the file has one of these; such a field can be hidden from the mapping. */
  derivedFrom?: readonly string[];
  isHidden?: boolean;
  /** Another name for a field, which the guess leaves alone. */
  isAlias?: boolean;
  /** What a new record gets when the cell is empty. */
  fallback?: string | number | boolean;
  /** The values that it takes, where they are few and the workspace's own; a row with another is refused. */
  choices?: (ctx: ActorContext) => Promise<readonly string[]>;
  /** Other names for it in the files of this world, as `fold`ed words: `company name`. */
  headers: readonly string[];
};

/** A reference to another record by what a person would write: target `<name>.<by>`, `organization.name`. */
export type ImportLink = {
  name: string;
  label: string;
  to: ImportEntity;
  by: readonly MatchKey[];
  /** The foreign key that the default writer sets. */
  column?: string;
  /** Several, separated by commas or semicolons. */
  isMany?: boolean;
  /** To a record of the same file, which may come further down: set once all rows are in. */
  isLate?: boolean;
  headers: Partial<Record<MatchKey, readonly string[]>>;
};

/** How records are found again: `column = fold(text)`, both under row-level security on an index. */
export type KeyColumn = {
  /** SQL over the table's alias `t`. */
  column: string;
  /** SQL function of the text, where the column is normalised. */
  fold?: 'search.fold' | 'lower';
  /** SQL of the text as people write it, where that is not the column of the field of the same name. */
  shown?: string;
};

export type CellValue = string | number | boolean;

/** One row that has been read and whose links are known. */
export type ImportRow = {
  line: number;
  /** Of the record, new or found. */
  id: string;
  /** By target; only what the file has. Numbers are decimal text, dates YYYY-MM-DD. */
  values: Record<string, CellValue>;
  /** By link name. */
  links: Record<string, string>;
  manyLinks: Record<string, string[]>;
  custom: Record<string, unknown>;
};

/** `path` is a target or a link's name; the report names the file's column by it. */
export type RowProblem = { line: number; path: string | null; code: string; message: string; value?: string };

/** What a record was before it was changed, by column. */
export type Before = Record<string, unknown>;

export type ImportScope = {
  ctx: ActorContext;
  importId: string;
  /** Targets that the mapping or a template fills: what the file says something about. */
  targets: ReadonlySet<string>;
  options: ImportOptions;
  /** A dry run is rolled back: nothing may be written past its transaction. */
  isDryRun: boolean;
  /** A sentence for the report, counted: `3 lost deals came without a reason`. */
  note(code: string, message: string, count?: number): void;
  /** Records that rows brought along, so that undo removes them too. */
  created(entity: ImportEntity, record: Made): void;
};

/** A new record: `name` as its timeline begins with it. */
export type Made = { id: string; line: number; name: string };

/**
 * What a module says about bringing its records in. The engine reads, links, matches, batches and reports; tables with
 * plain columns need no code at all.
 */
export type Importer = {
  entity: ImportEntity;
  /** Singular, as in events, the audit log and createMissing. */
  record: string;
  label: string;
  permission: Permission;
  table: string;
  /** Tables that its rows fill too. */
  sideTables?: readonly string[];
  /** `id` unless said. */
  idColumn?: string;
  /** SQL over alias `t`: which records can be matched and linked. */
  isLive: string;
  fields: readonly ImportField[];
  links: readonly ImportLink[];
  keys: Partial<Record<MatchKey, KeyColumn>>;
  /** Two records that differ in this are two, whatever else they share. externalId unless said. */
  identity?: MatchKey;
  /** Tried in this order unless the import says. */
  matchOn: readonly MatchKey[];
  /** The text that a key goes by, where it is not the value of the same name. */
  keyText?: (key: MatchKey, row: ImportRow) => CellValue | undefined;
  /** Fill a required field that the file lacks; {target} stands for the column mapped to it. */
  templates?: Readonly<Record<string, string>>;
  /** Filled with the importing person when no row names an owner. */
  ownerColumn?: string;
  hasCustomFields: boolean;
  /** Records that its own rows name are made unasked: a team's managers. */
  createsOwn?: boolean;
  /** Values of a record made because a row of another file names it; createMissing is refused without. */
  fromKey?: (key: MatchKey, text: string) => Record<string, CellValue>;
  /** Completes and judges rows before they are written; rows with a problem are not. */
  prepare?: (scope: ImportScope, rows: ImportRow[]) => Promise<RowProblem[]>;
  insert?: (scope: ImportScope, rows: ImportRow[]) => Promise<void>;
  /** Its own insert begins the timelines, or there are none. */
  tellsItself?: true;
  /** Resolves to the rows that really changed. */
  update?: (scope: ImportScope, rows: ImportRow[]) => Promise<{ id: string; before: Before }[]>;
  /** Once all links are set: to which records a late link points. */
  afterLinks?: (scope: ImportScope, link: { name: string; ids: string[] }) => Promise<void>;
  /** Beside what the default restore puts back, before it does. */
  restore?: (ctx: ActorContext, records: { importId: string; ids: string[] }) => Promise<void>;
  /** Takes new records away again; archives them unless said. */
  remove?: (ctx: ActorContext, ids: string[]) => Promise<void>;
};

export function madeOf({ keyText }: Importer, row: ImportRow): Made {
  return { id: row.id, line: row.line, name: String(keyText?.('name', row) ?? row.values['name'] ?? '') };
}

export function defineImporter(importer: Importer): Importer {
  return importer;
}

export type Importers = ReadonlyMap<ImportEntity, Importer>;

/** Every target of an entity but its custom fields, with what the wizard shows. */
export type ImportTarget = {
  target: string;
  label: string;
  type: FieldType;
  isRequired: boolean;
  isAlias: boolean;
  /** Whether its values have to be the workspace's own. */
  isMatched: boolean;
  headers: readonly string[];
};

export function targetsOf(importer: Importer): ImportTarget[] {
  const fields = importer.fields
    .filter(({ isHidden }) => !isHidden)
    .map(({ target, label, type, isRequired = false, isAlias = false, choices, headers }) => ({
      target,
      label,
      type,
      isRequired,
      isAlias,
      isMatched: choices !== undefined,
      headers,
    }));
  const links = importer.links.flatMap((link) =>
    link.by.map((by) => ({
      target: `${link.name}.${by}`,
      label: `${link.label} (${KEY_LABELS[by]})`,
      type: 'text' as const,
      isRequired: false,
      isAlias: false,
      isMatched: isNamed(link, by),
      headers: link.headers[by] ?? [],
    })),
  );
  return [...fields, ...links];
}

/** Meant by what a person may spell in another way, as opposed to an id or somebody's address outside. */
export function isNamed({ to }: ImportLink, by: MatchKey): boolean {
  return by === 'name' || by === 'sku' || (by === 'email' && to === 'members');
}

const KEY_LABELS: Record<MatchKey, string> = { externalId: 'external id', email: 'e-mail', sku: 'SKU', name: 'name' };

/** Case, accents, punctuation and double spaces aside: how headers and names are compared here. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
