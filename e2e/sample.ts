import type { Body } from './rest.ts';

/** The parts of a JSON schema that the description uses. */
export type Schema = {
  $ref?: string;
  type?: string;
  format?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  minimum?: number;
};

export type Parameter = { name: string; in: 'path' | 'query' | 'header'; schema: Schema };
export type Operation = {
  method: string;
  path: string;
  parameters: Parameter[];
  /** The schema of its JSON body; null when it takes none. */
  body: Schema | null;
  isMultipart: boolean;
};

export function operationsOf(document: Body): Operation[] {
  const resolve = (schema: Schema): Schema =>
    schema.$ref ? document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] : schema;
  return Object.entries<Body>(document.paths).flatMap(([path, methods]) =>
    Object.entries<Body>(methods)
      .filter(([method]) => /^(get|post|put|patch|delete)$/.test(method))
      .map(([method, operation]) => {
        const content = operation.requestBody?.content ?? {};
        const body = content['application/json']?.schema;
        const parameters = [...(methods.parameters ?? []), ...(operation.parameters ?? [])];
        return {
          method: method.toUpperCase(),
          path,
          parameters,
          body: body ? resolve(body) : null,
          isMultipart: 'multipart/form-data' in content,
        };
      }),
  );
}

const BY_FORMAT: Record<string, string> = {
  email: 'someone@fuzz.test',
  date: '2026-03-04',
  'date-time': '2026-03-04T05:06:07Z',
  uri: 'https://fuzz.test',
};

/** A value that the schema would take, so that one wrong property is the only reason for a refusal. */
export function sampleOf(schema: Schema, name: string, known: Readonly<Record<string, string>>): unknown {
  const choice = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choice) return sampleOf(choice.find(({ type }) => type !== 'null') ?? {}, name, known);
  const [fixed] = schema.enum ?? [schema.const];
  return fixed ?? sampleOfType(schema, name, known);
}

function sampleOfType(schema: Schema, name: string, known: Readonly<Record<string, string>>): unknown {
  switch (schema.type) {
    case 'array':
      return [sampleOf(schema.items ?? {}, name.replace(/s$/, ''), known)];
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([key, property]) => [key, sampleOf(property, key, known)]),
      );
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1);
    case 'boolean':
      return true;
    default:
      return sampleText(schema, name, known);
  }
}

function sampleText({ format, pattern }: Schema, name: string, known: Readonly<Record<string, string>>): string {
  if (format === 'uuid') return known[name] ?? '0198c0de-0000-7000-8000-000000000001';
  if (pattern?.includes('[A-Z]{3}')) return 'USD';
  if (pattern?.includes('\\d')) return '12.50';
  return BY_FORMAT[format ?? ''] ?? `Sample ${name}`;
}
