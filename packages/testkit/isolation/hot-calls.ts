import type { HotCall } from './plan-gate.ts';
import { seededRandom } from './random.ts';
import { listProcedures } from './two-worlds/operations.ts';
import { type JsonSchema, randomInput } from './two-worlds/random-input.ts';

/** An id of each kind, by the bare name of its table. */
export type KnownIds = Readonly<Record<string, string>>;

const TEXT_SEARCH = 'name 77';
/** The filters of everyday. Others narrow what these, or the tenant alone, have found. */
const HOT_FILTER = /^(q|search|ownerId|organizationId|contactId|dealId|pipelineId|stageId)$/;

/** Each query of these routers: once with what it requires, and once more with each everyday filter and each sort that it offers. */
export function hotCalls(router: { _def: { procedures: unknown } }, pattern: RegExp, ids: KnownIds): HotCall[] {
  const queries = listProcedures(router, 'query').filter(({ path }) => pattern.test(path));
  return queries.flatMap(({ path, schema }): HotCall[] => {
    const properties = schema?.properties ?? {};
    const names = Object.keys(properties);
    const sampleOf = (name: string): unknown =>
      hotValue(name, properties[name] ?? {}, { ids, router: path.split('.')[0] ?? '' });
    const required = Object.fromEntries((schema?.required ?? []).map((name) => [name, sampleOf(name)]));
    if (!schema) return [{ procedure: path, input: undefined }];
    const optional = names.filter((name) => !(name in required) && HOT_FILTER.test(name));
    const sorts = sortsOf(properties['sort']);
    return [
      { procedure: path, input: required },
      ...optional.map((name) => ({ procedure: `${path}?${name}`, input: { ...required, [name]: sampleOf(name) } })),
      ...sorts.map((sort) => ({ procedure: `${path}?sort=${sort}`, input: { ...required, sort } })),
    ];
  });
}

// Beside its own sorts a list may take those by custom fields.
const sortsOf = (sort: JsonSchema | undefined): string[] =>
  (sort?.enum ?? sort?.anyOf?.flatMap((one) => one.enum ?? []) ?? []) as string[];

type Hint = { ids: KnownIds; router: string };

function hotValue(name: string, schema: JsonSchema, { ids, router }: Hint): unknown {
  if (/^(q|search|text|query)$/.test(name)) return TEXT_SEARCH;
  const tables = Object.keys(ids);
  const pool = {
    ids: tables.length,
    byTable: Object.fromEntries(tables.map((table, index) => [table, [index]])),
    emails: ['person77@look-alike.test'],
    router,
  };
  const wrapped = randomInput(
    { type: 'object', properties: { [name]: schema }, required: [name] },
    seededRandom(5),
    pool,
  );
  const text = JSON.stringify(wrapped).replaceAll(
    /@id:(\d+)/g,
    (_, index: string) => ids[tables[Number(index)] ?? ''] ?? '',
  );
  return (JSON.parse(text) as Record<string, unknown>)[name];
}
