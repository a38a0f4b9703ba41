import { describe, expect, it } from 'vitest';
import { readParameters, statementsOf } from './capture.ts';
import { splitProfile } from './cpu-profile.ts';
import { makeImportFile } from './import-file.ts';
import { describeImport } from './import-report.ts';
import { listOperations } from './operations.ts';
import { readOptions } from './options.ts';
import { summarize } from './percentiles.ts';
import { makePgbenchScript, roundTrips } from './pgbench-script.ts';
import { objectToPlan } from './plan.ts';
import { planTenants, recordId, recordIdSql } from './record-ids.ts';
import { describeResults } from './report.ts';

describe('the options', () => {
  it('take several sizes', () => {
    expect(readOptions(['--sizes', '2000,30000:5000', '--tenants', '5', '--seconds', '1'])).toMatchObject({
      sizes: [
        { contacts: 2_000, deals: 2_000 },
        { contacts: 30_000, deals: 5_000 },
      ],
      tenants: 5,
      seconds: 1,
      skipsBuild: false,
    });
  });

  it('take a file to import, into a small tenant unless another is named', () => {
    expect(readOptions(['--import', '500'])).toMatchObject({
      importRows: 500,
      sizes: [{ contacts: 20_000, deals: 2_000 }],
    });
    expect(readOptions([]).importRows).toBeUndefined();
  });

  it.each([
    ['--import', 'all'],
    ['--sizes', 'many'],
    ['--seconds', '0'],
    ['--tenants', '1.5'],
  ])('refuse %s %s', (name, value) => {
    expect(() => readOptions([name, value])).toThrow(`${name} ${value}`);
  });
});

describe('the operations', () => {
  const [spec] = planTenants({ sizes: readOptions([]).sizes.slice(-1), tenants: 0 });
  if (!spec) throw new Error('no tenant was planned');
  const words = { rare: 'zim', common: 'james', commonest: 'manager', email: 'a@b.example', pair: 'james zim' };
  const named = (role: 'manager' | 'rep') => listOperations(spec, role, words).map(({ name }) => name);

  it('are dashboard, board, every report, search and lists, of a tenant with a million contacts and 200,000 deals', () => {
    expect(spec.size).toEqual({ contacts: 1_000_000, deals: 200_000 });
    expect(named('rep')).toEqual(named('manager'));
    expect(named('manager').filter((name) => /^(board|dashboard|report:)/.test(name))).toEqual([
      'board',
      'dashboard of a month',
      'dashboard of a year',
      'report: pipeline',
      'report: forecast',
      'report: forecast of a year',
      'report: conversion of a quarter',
      'report: conversion of a year',
      'report: activity of a month',
      'report: activity of a year',
      'report: lost reasons of a quarter',
      'report: lost reasons of a year',
    ]);
    expect(named('manager').filter((name) => /^(list|search)/.test(name)).length).toBeGreaterThan(13);
  });
});

describe('percentiles', () => {
  it('are the nearest rank', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(summarize(hundred)).toEqual({ count: 100, mean: 50.5, p50: 50, p95: 95, p99: 99 });
    expect(summarize([7])).toMatchObject({ p50: 7, p95: 7, p99: 7 });
    expect(summarize([]).p95).toBeNaN();
  });
});

describe('record ids', () => {
  const [spec] = planTenants({ sizes: [{ contacts: 1_000, deals: 1_000 }], tenants: 2 });
  if (!spec) throw new Error('no tenant was planned');

  it('are uuids whose time rises with the number', () => {
    expect(recordId(spec, 'stage', 2)).toBe('00000000-0000-7500-8001-000000000002');
    expect(recordId(spec, 'deal', 10) < recordId(spec, 'deal', 11)).toBe(true);
  });

  it('are made in SQL of a variable', () => {
    expect(recordIdSql(spec, 'stage', 'stage')).toBe(
      `('000000000000' || '75008001' || lpad(to_hex(:stage::bigint), 12, '0'))::uuid`,
    );
  });
});

describe('the capture', () => {
  const line = (entry: object): string => JSON.stringify({ user: 'aura_app', pid: 1, ...entry });

  it('takes what the application executed, connection by connection', () => {
    const log = [
      line({ message: 'duration: 0.100 ms  parse q_1: select 1' }),
      line({ message: 'duration: 0.100 ms  execute aura_begin: begin' }),
      line({ pid: 2, message: 'duration: 1.100 ms  execute <unnamed>: select\n 2' }),
      line({ message: 'duration: 0.100 ms  execute q_1: select $1::text', detail: "Parameters: $1 = 'a: b'" }),
      line({ message: 'duration: 0.100 ms  statement: commit' }),
      line({ user: 'aura_identity', message: 'duration: 0.100 ms  statement: select 3' }),
      'no JSON',
    ].join('\n');
    expect(statementsOf(log)).toEqual([
      { text: 'begin', parameters: [] },
      { text: 'select $1::text', parameters: ['a: b'] },
      { text: 'commit', parameters: [] },
      { text: 'select\n 2', parameters: [] },
    ]);
  });

  it('reads parameters with quotes, commas and nulls', () => {
    expect(readParameters(`Parameters: $1 = 'O''Hara, $2 = ''x''', $2 = NULL, $3 = ''`)).toEqual([
      `O'Hara, $2 = 'x'`,
      null,
      '',
    ]);
  });
});

describe('the pgbench script', () => {
  const context = { text: 'select app.begin_request($1::uuid, $2::text, $3::text)', parameters: ['t', 's', 'r'] };

  it('sends in the same round trips as the application', () => {
    const read = { text: 'select a', parameters: [] };
    const write = [{ text: 'begin', parameters: [] }, context, read, read, { text: 'commit', parameters: [] }];
    expect(roundTrips([context, read, context, read]).map((trip) => trip.length)).toEqual([2, 2]);
    expect(roundTrips(write).map((trip) => trip.length)).toEqual([3, 1, 1]);
  });

  it('binds parameters as variables, and draws those that change', () => {
    const update = { text: 'update d set a = $2,\n b = $3 where id = $1', parameters: ['7', 'x', null] };
    const script = makePgbenchScript([context, update], {
      variables: { deal: { least: 1, most: 9, step: 10 } },
      bindings: [{ value: '7', sql: ':deal::int' }],
    });
    expect(script.defines).toEqual({ p1: 't', p2: 's', p3: 'r', p4: 'x' });
    expect(script.text.trim().split('\n')).toEqual([
      '\\set deal random(1, 9) * 10',
      '\\startpipeline',
      'select app.begin_request(:p1::uuid, :p2::text, :p3::text);',
      'update d set a = :p4, b = null where id = :deal::int;',
      '\\endpipeline',
    ]);
  });

  it('hold a value that is too long for the command line themselves', () => {
    const long = `{${"it's,".repeat(30_000)}}`;
    const asked = { text: 'select $1::text[]', parameters: [long] };
    const script = makePgbenchScript([asked], { variables: {}, bindings: [] });
    expect(script.defines).toEqual({});
    expect(script.text).toBe(`select '${long.replaceAll("'", "''")}'::text[];\n`);
  });
});

describe('the plan check', () => {
  it('objects to scans of a whole table, indexes without the tenant and rows read for nothing', () => {
    const plan = {
      'Node Type': 'Nested Loop',
      Plans: [
        { 'Node Type': 'Seq Scan', 'Relation Name': 'deals' },
        { 'Node Type': 'Seq Scan', 'Relation Name': 'stages' },
        {
          'Node Type': 'Index Scan',
          'Relation Name': 'contacts',
          'Index Name': 'contacts_x',
          'Index Cond': '(id = 1)',
        },
        {
          'Node Type': 'Index Only Scan',
          'Relation Name': 'tokens',
          'Index Name': 'tokens_pkey',
          'Index Cond': '(tenant_id = $1)',
          'Rows Removed by Filter': 600,
          'Actual Loops': 2,
        },
      ],
    };
    expect(objectToPlan(plan)).toEqual([
      'Seq Scan on deals',
      'contacts_x without tenant_id',
      'Index Only Scan on tokens drops 1200 rows',
    ]);
  });
});

describe('the table', () => {
  it('has a row for each concurrency, with the ratio', () => {
    const times = (p95: number) => ({ count: 1, mean: 1, p50: 1, p95, p99: 30 });
    const measured = [{ concurrency: 8, api: times(12), pgbench: times(4) }];
    const table = describeResults([
      { operation: 'list', size: { contacts: 10_000, deals: 10_000 }, role: 'rep', measured, objections: [] },
    ]);
    expect(table.split('\n')[2]?.replaceAll(/ +/g, ' ')).toBe(
      '| list | 10,000 | rep | 8 | 1.0 | 12 | 30 | 1.0 | 4.0 | 3.0 | index only |',
    );
  });
});

describe('the file to import', () => {
  const known = [{ email: 'jo@there.example', company: 'Green Paper AS' }];
  const lines = makeImportFile(1_000, { known, owner: 'rep1@acme.example' }).csv.trimEnd().split('\r\n');

  it('has the rows asked for, one in ten of them of a contact that is there', () => {
    expect(lines).toHaveLength(1_001);
    expect(lines.filter((line) => line.includes('jo@there.example'))).toHaveLength(100);
  });

  it('has rows at fault, and cells that need quotes', () => {
    expect(lines.filter((line) => / at work |nobody@|^,,,/.test(line)).length).toBeGreaterThan(15);
    expect(lines[1]).toContain(' & Sons ""Import"""');
  });
});

describe('the profile of the worker', () => {
  it('gives each sample to the innermost frame that says what it was for', () => {
    const frame = (id: number, url: string, children: number[] = []) => ({
      id,
      callFrame: { url, functionName: url === '' ? '(idle)' : 'f' },
      children,
    });
    const profile = {
      nodes: [
        frame(1, 'node:internal', [2, 5]),
        frame(2, 'file:///a/core/exchange/import/import-run.service.ts', [3, 4]),
        frame(3, 'file:///a/node_modules/csv-parse/lib/index.js'),
        frame(4, 'file:///a/node_modules/kysely/x.js'),
        frame(5, ''),
      ],
      samples: [3, 4, 2, 5, 5],
      timeDeltas: [1e6, 2e6, 3e6, 4e6, 5e6],
    };
    expect(Object.fromEntries(splitProfile(profile))).toEqual({
      'reading the file': 1,
      'talking to PostgreSQL': 2,
      'matching and writing rows': 3,
      waiting: 9,
    });
  });
});

describe('the report of an import', () => {
  it('says how fast it was and where the time went', () => {
    const text = describeImport([
      {
        name: 'dry run',
        counts: { total: 1_000, created: 900, updated: 80, skipped: 0, failed: 20 },
        uploadS: 0.2,
        runS: 4,
        peakRssBytes: 200 * 1_048_576,
        worker: new Map([['waiting', 3]]),
        database: { statements: new Map([['inserting contacts', 2.5]]), within: new Map([['foreign keys', 0.25]]) },
      },
    ]);
    expect(text.replaceAll(/ +/g, ' ')).toContain('| dry run | 1,000 | 900 | 80 | 20 | 0.2 | 4.0 | 250 | 200 MB |');
    expect(text).toContain('inserting contacts');
  });
});
