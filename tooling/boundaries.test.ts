import { describe, expect, it } from 'vitest';
import { checkBoundaries } from './boundaries.ts';
import { manifest, plant } from './plant.ts';

const sound: Record<string, string> = {
  'packages/kernel/package.json': manifest('kernel'),
  'packages/ui/package.json': JSON.stringify({ name: '@aura/ui', exports: { './*': './*.tsx' } }),
  'packages/db/package.json': manifest('db', ['kernel']),
  'packages/db/index.ts':
    "import pg from 'pg';\nimport { AppError } from '@aura/kernel';\nexport const pool = new pg.Pool();\n",
  'packages/testkit/package.json': manifest('testkit'),
  'registry/package.json': manifest('registry', ['deals']),
  'registry/index.ts': "export { deals } from '@aura/deals/module';\n",
  'core/search/package.json': manifest('search', ['db', 'kernel']),
  'modules/contacts/package.json': manifest('contacts', ['ui']),
  'modules/contacts/client.ts': "import { Button } from '@aura/ui/button';\n",
  'modules/deals/package.json': manifest('deals', ['contacts', 'search', 'kernel', 'db']),
  'modules/deals/deal.queries.ts': "import { sql } from '@aura/db';\nimport {\n  contact,\n} from '@aura/contacts';\n",
  'modules/deals/deal.test.ts': "import { as } from '@aura/testkit';\n",
  'modules/deals/env.ts': 'export const mode = process.env.MODE;\n',
};

function messages(planted: Record<string, string>): string[] {
  return checkBoundaries(plant({ ...sound, ...planted })).map(
    ({ file, line, message }) => `${file}:${line} ${message}`,
  );
}

describe('the boundary check', () => {
  it('has nothing against a sound repository', () => {
    expect(messages({})).toEqual([]);
  });

  it.each([
    [
      'a core package that imports a module',
      'core/search/index.ts',
      "import { deal } from '@aura/deals';",
      /may not import @aura\/deals.*event or a slot/,
    ],
    [
      'ui that imports the database',
      'packages/ui/table.tsx',
      "import type { Db } from '@aura/db';",
      /ui.*may not import @aura\/db/,
    ],
    [
      'a type import against the arrows',
      'packages/kernel/index.ts',
      "import type { Hit } from '@aura/search';",
      /may not import/,
    ],
    ['a re-export against the arrows', 'packages/db/x.ts', "export * from '@aura/search';", /may not import/],
    [
      'a dynamic import against the arrows',
      'packages/db/x.ts',
      "const later = await import('@aura/search');",
      /may not import/,
    ],
    [
      'a deep import',
      'modules/deals/x.ts',
      "import { q } from '@aura/contacts/contact.queries.ts';",
      /no door "\/contact.queries.ts"/,
    ],
    ['a deep import of ui', 'modules/contacts/x.ts', "import { q } from '@aura/ui/parts/menu';", /no door/],
    [
      'a way out by a relative path',
      'modules/deals/x.ts',
      "import { q } from '../contacts/contact.queries.ts';",
      /leaves @aura\/deals/,
    ],
    [
      'an undeclared package',
      'modules/contacts/x.ts',
      "import { AppError } from '@aura/kernel';",
      /does not declare @aura\/kernel.*package.json/,
    ],
    [
      'a manifest read outside the registry',
      'modules/deals/x.ts',
      "import { m } from '@aura/contacts/module';",
      /Only the registry/,
    ],
    [
      'the testkit in product code',
      'modules/deals/x.ts',
      "import { as } from '@aura/testkit';",
      /may not import @aura\/testkit/,
    ],
    ['pg outside its package', 'modules/deals/deal.service.ts', "import pg from 'pg';", /Only packages\/db.*ctx\.db/],
    ['Redis outside its package', 'core/search/x.ts', "import { Redis } from 'ioredis';", /Only packages\/cache/],
    ['the queue outside its package', 'core/search/x.ts', "import { PgBoss } from 'pg-boss';", /Only packages\/jobs/],
    [
      'raw SQL in a router',
      'modules/deals/deal.router.ts',
      "import { type Kysely, sql } from 'kysely';",
      /Raw SQL belongs in/,
    ],
    [
      'the environment outside env.ts',
      'modules/deals/deal.service.ts',
      "const mode = process.env['MODE'];",
      /Only env\.ts/,
    ],
  ])('catches %s', (_, file, text, message) => {
    const found = messages({ [file]: `\n${text}\n` });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(message);
    expect(found[0]).toContain(`${file}:2 `);
  });

  it('catches a circle between packages', () => {
    const found = messages({
      'modules/contacts/package.json': manifest('contacts', ['ui', 'deals']),
      'modules/contacts/index.ts': "import { deal } from '@aura/deals';\n",
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(
      /circle: (@aura\/deals → @aura\/contacts → @aura\/deals|@aura\/contacts → @aura\/deals → @aura\/contacts)/,
    );
  });

  it('catches a circle of files in one package, though it ties but a type', () => {
    const found = messages({
      'modules/deals/deal.ts': "import { list } from './ui/deal-list.tsx';\n",
      'modules/deals/ui/deal-list.tsx': "import { row } from './deal-row.tsx';\n",
      'modules/deals/ui/deal-row.tsx': "import type { Deal } from '../deal.ts';\n",
      'modules/deals/ui/deal-list.test.tsx': "import { row } from './deal-row.tsx';\n",
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/circle: deal\.ts → ui\/deal-list\.tsx → ui\/deal-row\.tsx → deal\.ts\. Put what/);
  });

  it('lets two files import a third', () => {
    const planted = {
      'modules/deals/deal.ts': 'export type Deal = { id: string };\n',
      'modules/deals/ui/deal-list.tsx': "import { row } from './deal-row.tsx';\nimport '../deal.ts';\n",
      'modules/deals/ui/deal-row.tsx': "import type { Deal } from '../deal.ts';\n",
    };
    expect(messages(planted)).toEqual([]);
  });

  it('lets tests reach around a circle', () => {
    const planted = { 'modules/contacts/contact.test.ts': "import { deal } from '@aura/deals';\n" };
    expect(messages({ ...planted, 'modules/contacts/package.json': manifest('contacts', ['ui', 'deals']) })).toEqual(
      [],
    );
  });

  it('does not mistake a comment for the environment', () => {
    expect(messages({ 'modules/deals/x.ts': '// never process.env here\n' })).toEqual([]);
  });
});
