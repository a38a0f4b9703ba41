import { AppError } from '@aura/kernel';
import { z } from 'zod';
import type { RestMeta } from './rest-meta.ts';

const JSON_BYTES_MAX = 1_048_576;
const FILE_BYTES_MAX = 52_428_800;

/** Query parameters as the schema's types; what does not convert stays text, so that the schema's own message answers. */
export function readQuery(schema: z.ZodObject, params: URLSearchParams): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const name of new Set(params.keys())) {
    const field = schema.shape[name];
    if (!field && intoRecord(schema, input, { name, values: params.getAll(name) })) continue;
    input[name] = field ? convert(innerType(field as z.ZodType), params.getAll(name)) : params.get(name);
  }
  return input;
}

type Parameter = { name: string; values: string[] };

/** `customFields.seats.min=5` → `{ customFields: { seats: { min: '5' } } }`, where the schema has such a record. */
function intoRecord(schema: z.ZodObject, input: Record<string, unknown>, { name, values }: Parameter): boolean {
  const [, head = '', key = '', bound] = /^([a-zA-Z]+)\.([a-zA-Z]\w*)(?:\.([a-zA-Z]+))?$/.exec(name) ?? [];
  if (!(head in schema.shape) || !(innerType(schema.shape[head] as z.ZodType) instanceof z.ZodRecord)) return false;
  const record = new Map(Object.entries((input[head] as object | undefined) ?? {}));
  record.set(key, withBound(record.get(key), bound, values.length === 1 ? values[0] : values));
  input[head] = Object.fromEntries(record);
  return true;
}

/** A value alone stays so; beside bounds it is the bound `is`. */
function withBound(former: unknown, bound: string | undefined, value: unknown): unknown {
  if (former === undefined) return bound === undefined ? value : { [bound]: value };
  const isBounds = typeof former === 'object' && !Array.isArray(former);
  return { ...(isBounds ? former : { is: former }), [bound ?? 'is']: value };
}

function innerType(type: z.ZodType): z.ZodType {
  if (type instanceof z.ZodOptional || type instanceof z.ZodDefault || type instanceof z.ZodNullable)
    return innerType(type.unwrap() as z.ZodType);
  if (type instanceof z.ZodPipe) return innerType(type.in as z.ZodType);
  return type;
}

function convert(type: z.ZodType, values: string[]): unknown {
  const [first = ''] = values;
  if (type instanceof z.ZodArray) return values.flatMap((value) => value.split(',')).filter((value) => value !== '');
  if (values.length > 1) return values;
  if (type instanceof z.ZodNumber) return first.trim() !== '' && Number.isFinite(Number(first)) ? Number(first) : first;
  if (type instanceof z.ZodBoolean) return first === 'true' ? true : first === 'false' ? false : first;
  return first;
}

/** The JSON (or multipart) body as an object. 415 for another content type, 413 when too large, 400 when unreadable. */
export async function readBody(rest: RestMeta, request: Request): Promise<Record<string, unknown>> {
  const contentType = (request.headers.get('content-type') ?? '').toLowerCase();
  if (rest.body === 'multipart') return readMultipart(request, contentType);
  const text = await readText(request);
  if (text === '') return {};
  if (!contentType.startsWith('application/json'))
    throw new AppError('unsupported_media', { detail: 'Send the body as application/json.' });
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new AppError('malformed', { detail: 'The body is not valid JSON.' });
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new AppError('malformed', { detail: 'The body must be a JSON object.' });
  return body as Record<string, unknown>;
}

async function readText(request: Request): Promise<string> {
  const bytes = await readBytes(request, JSON_BYTES_MAX);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new AppError('malformed', { detail: 'The body is not UTF-8.' });
  }
}

async function readBytes(request: Request, bytesMax: number): Promise<Uint8Array> {
  const tooLarge = () => new AppError('too_large', { detail: `Send at most ${Math.floor(bytesMax / 1_048_576)} MB.` });
  if (Number(request.headers.get('content-length') ?? 0) > bytesMax) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of request.body ?? []) {
    total += chunk.length;
    if (total > bytesMax) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function readMultipart(request: Request, contentType: string): Promise<Record<string, unknown>> {
  if (!contentType.startsWith('multipart/form-data'))
    throw new AppError('unsupported_media', { detail: 'Send the file as multipart/form-data.' });
  const bytes = await readBytes(request, FILE_BYTES_MAX);
  let form: FormData;
  try {
    form = await new Response(bytes as BodyInit, {
      headers: { 'content-type': request.headers.get('content-type') ?? '' },
    }).formData();
  } catch {
    throw new AppError('malformed', { detail: 'The multipart body could not be read.' });
  }
  const input: Record<string, unknown> = {};
  for (const [name, value] of form.entries()) {
    if (typeof value === 'string') input[name] = name === 'options' ? parseOptions(value) : value;
    else input[name] = { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) };
  }
  return input;
}

function parseOptions(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('invalid', { field: 'options', detail: 'The options are not valid JSON' });
  }
}
