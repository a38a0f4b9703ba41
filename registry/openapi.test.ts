import { createOpenApiDocument } from '@aura/api';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { appRouter } from './index.ts';

type Operation = { operationId: string; summary?: string; responses: Record<string, unknown> };
const document = createOpenApiDocument(appRouter) as {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
};
const operations = Object.values(document.paths).flatMap((path) => Object.values(path));

describe('the OpenAPI document', () => {
  test('is valid OpenAPI 3.1', async () => {
    const result = await new Validator().validate(structuredClone(document));
    expect(result.errors ?? []).toEqual([]);
    expect(document.openapi).toBe('3.1.0');
  });

  test('names each operation once, with a summary and a refusal', () => {
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    expect(operations.filter(({ summary, responses }) => !summary || !responses['default'])).toEqual([]);
  });

  test('has every resource of the contract that is offered today', () => {
    const offered = Object.keys(document.paths);
    for (const path of [
      '/organizations',
      '/contacts',
      '/deals',
      '/activities',
      '/pipelines',
      '/products',
      '/members',
      '/invitations',
      '/roles',
      '/custom-fields',
      '/views',
      '/imports',
      '/audit-log',
      '/reports/pipeline',
      '/reports/dashboard',
      '/workspace',
      '/me',
      '/search',
      '/signup',
      '/auth/token',
      '/api-keys',
    ]) {
      expect(offered).toContain(path);
    }
  });

  test('is the committed one', async () => {
    await expect(`${JSON.stringify(document, null, 1)}\n`).toMatchFileSnapshot('../docs/generated/openapi.json');
  });
});
