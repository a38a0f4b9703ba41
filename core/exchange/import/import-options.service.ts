import type { ActorContext } from '@aura/api';
import { addCustomFieldOptions, type CustomFieldDefinition, type CustomFieldEntity } from '@aura/custom-fields';
import { AppError, can } from '@aura/kernel';
import type { ImportOptions } from './import.schema.ts';
import type { ImportPlan } from './import-plan.ts';
import { customKeyOf, type Mapping } from './mapping.ts';

type Asked = {
  options: Pick<ImportOptions, 'newOptions'>;
  mapping: Mapping;
  definitions: readonly CustomFieldDefinition[];
};

/** Throws 403 for who may not change fields, and 422 naming each column that is none of a field with options. */
export function requireNewOptions({ actor }: ActorContext, { options, mapping, definitions }: Asked): void {
  const columns = Object.keys(options.newOptions ?? {});
  if (columns.length === 0) return;
  if (!can(actor, 'custom-field:update'))
    throw new AppError('forbidden', {
      reason: 'custom_field_update',
      detail: 'Only admins add options to custom fields. Ask one to add them, or replace these values.',
    });
  const issues = columns.flatMap((name) => {
    const key = customKeyOf(mapping[name] ?? '');
    const type = definitions.find((definition) => definition.key === key)?.type;
    if (type === 'select' || type === 'multiselect') return [];
    const message = `The column "${name}" is not mapped to a custom field with options`;
    return [{ path: `options.newOptions.${name}`, code: 'no_options', message }];
  });
  if (issues.length > 0)
    throw new AppError('invalid', { reason: 'no_options', detail: issues[0]?.message ?? '', issues });
}

type Adding = {
  plan: ImportPlan;
  options: Pick<ImportOptions, 'newOptions'>;
  notes: Map<string, { message: string; count: number }>;
};

/** In the import's own transaction, so a dry run leaves none behind. The plan then reads the new ones too. */
export async function addNewOptions(ctx: ActorContext, { plan, options, notes }: Adding): Promise<ImportPlan> {
  const columns = [];
  for (const column of plan.columns) {
    const { into, name } = column;
    const wanted = options.newOptions?.[name];
    if (into.kind !== 'custom' || !wanted) {
      columns.push(column);
      continue;
    }
    const entity = plan.importer.record as CustomFieldEntity;
    const all = await addCustomFieldOptions(ctx, { entity, key: into.key, options: wanted });
    const added = all.filter((option) => !into.options.includes(option));
    if (added.length > 0)
      notes.set(`options_added:${into.key}`, { message: told(into.label, added), count: added.length });
    columns.push({ ...column, into: { ...into, options: all } });
  }
  return { ...plan, columns };
}

const NAMED_MAX = 5;

function told(label: string, added: readonly string[]): string {
  const named = added.slice(0, NAMED_MAX).join(', ');
  const more = added.length > NAMED_MAX ? ` and ${added.length - NAMED_MAX} more` : '';
  return `${label} gets ${added.length === 1 ? 'a new option' : 'new options'}: ${named}${more}`;
}
