import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { useBrowser } from '../browser.ts';
import { hostOf, originOf, person, rootHost } from '../demo.ts';
import { see } from '../look.ts';
import { apiOf, rest, signIn } from '../rest.ts';
import { operationsOf } from '../sample.ts';

const browser = useBrowser();

describe('the API description', () => {
  it('is valid OpenAPI 3.1, and the one that is kept in the repository', async () => {
    const { status, body, headers } = await rest(rootHost(), 'GET', '/api/v1/openapi.json');
    expect(status).toBe(200);
    expect(headers['content-type']).toContain('application/json');
    expect(body.openapi).toMatch(/^3\.1\./);
    expect(await new Validator().validate(structuredClone(body))).toMatchObject({ valid: true });
    const kept = JSON.parse(
      readFileSync(path.resolve(import.meta.dirname, '../../docs/generated/openapi.json'), 'utf8'),
    );
    expect(body.paths).toEqual(kept.paths);
  });

  it('names nothing that is not there', async () => {
    const { body } = await rest(rootHost(), 'GET', '/api/v1/openapi.json');
    const { api } = await signIn(person('acme', 'rep'));
    const site = apiOf(rootHost());
    for (const { method, path: at } of operationsOf(body).filter((operation) => operation.method === 'GET')) {
      const ask = at.startsWith('/signup') ? site : api;
      const answer = await ask(method, at.replaceAll(/\{\w+\}/g, '0198c0de-0000-7000-8000-000000000001'));
      expect(answer.body?.code, `${method} ${at}`).not.toBe('no_such_endpoint');
    }
  });

  it.each([rootHost, () => hostOf('acme')])(
    'is browsable without any other host, within the security policy',
    async (host) => {
      const page = await browser.visitor();
      const elsewhere: string[] = [];
      page.on('request', (request) => {
        if (!['blob:', 'data:'].includes(new URL(request.url()).protocol) && new URL(request.url()).host !== host())
          elsewhere.push(request.url());
      });
      await page.goto(`${originOf('x').replace(hostOf('x'), host())}/api/v1/docs`);
      await see(page.getByRole('heading', { name: 'Aura', exact: false }));
      // Of a document of this size only what is in sight is drawn.
      const drawn = async (): Promise<number> => {
        await page.mouse.wheel(0, 500);
        return page.getByText('/deals', { exact: true }).count();
      };
      await expect.poll(drawn).toBeGreaterThan(0);
      expect(elsewhere).toEqual([]);
    },
  );
});
