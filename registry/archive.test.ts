import { sql } from '@aura/db';
import type { World } from '@aura/testkit';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from './answer.fixture.ts';
import { byNature, fillWorkspace, takeArchive, workspaceState } from './archive.fixture.ts';
import { exportWorld } from './export.fixture.ts';
import { bringIn, csv, upload } from './import.fixture.ts';

const restore = (world: World, file: Buffer, options: object = {}): Promise<Answer> =>
  bringIn(world, world.globex.admin, { entity: 'workspace', file, options, name: 'archive' });

describe.each(['json', 'csv'])('the archive of a workspace as %s', (format) => {
  let world: World;
  let archive: Buffer;
  beforeAll(async () => {
    world = await exportWorld();
    await fillWorkspace(world);
    archive = await takeArchive(world, world.acme.admin, format);
  });
  afterAll(() => world.close());
  const globex = (): Promise<Record<string, string[]>> => workspaceState(world, world.globex.tenant.id);

  it('is tried without a trace', async () => {
    const before = await globex();
    const { rows: users } = await world.superuser.query('select count(*) from identity.users');
    expect(await restore(world, archive, { dryRun: true })).toMatchObject({ status: 'done', dryRun: true, failed: 0 });
    expect(await globex()).toEqual(before);
    expect((await world.superuser.query('select count(*) from identity.users')).rows).toEqual(users);
  });

  it('brings an empty workspace to an equal state, table by table', async () => {
    const done = await restore(world, archive);
    expect(done).toMatchObject({ status: 'done', entity: 'workspace', failure: null, abilities: { undo: false } });
    expect(done.created).toBe(done.total);
    const acme = await workspaceState(world, world.acme.tenant.id);
    expect(Object.values(acme).flat().length).toBeGreaterThan(40);
    expect(Object.entries(acme).filter(([, rows]) => rows.length === 0)).toEqual([]);
    expect(await globex()).toEqual(acme);
  });

  it('taken out again is the same but for ids', async () => {
    const read = async (person: typeof world.acme.admin): Promise<Record<string, string[]>> => {
      const { archive: _head, members, ...parts } = JSON.parse(String(await takeArchive(world, person, 'json')));
      const isOfArchive = ({ email }: Answer): boolean => email.endsWith(world.acme.admin.email.split('@')[1] ?? '');
      return byNature({ ...parts, members: members.filter(isOfArchive) }, new Map());
    };
    expect(await read(world.globex.admin)).toEqual(await read(world.acme.admin));
  });

  it('brings shared views, which find here what they found there, and nobody’s private one', async () => {
    const text =
      format === 'json'
        ? String(archive)
        : Object.values(unzipSync(archive))
            .map((one) => Buffer.from(one).toString())
            .join();
    expect(text).toContain('Rita shared');
    expect(text).not.toMatch(/Nobody else|Dropped/);
    const { api } = world.as(world.globex.admin);
    const { items } = await api.savedViews.list({ visibility: 'shared', sort: 'name' });
    const { items: people } = await api.members.list({ limit: 100 });
    const idOf = (email: string): string => people.find((one: Answer) => one.email === email).userId;
    const { items: pipelines } = await api.pipelines.list({});
    const { items: parents } = await api.organizations.list({ q: 'Parent' });
    expect(items.map(({ name, ownerId }: Answer) => [name, ownerId])).toEqual([
      ['Everyone', idOf(world.acme.admin.email)],
      ['Rita shared', idOf(world.acme.rep.email)],
    ]);
    expect(items[1].address).toEqual({
      owner: `${idOf(world.acme.rep.email)},${idOf(world.acme.admin.email)}`,
      ...{ pipelineId: pipelines[0].id, organizationId: parents[0].id, q: 'a@b' },
    });
  });

  it('brings merges, which are taken back as they were', async () => {
    const { api } = world.as(world.globex.admin);
    const { items } = await api.contacts.list({ q: 'Ann' });
    const [merge] = (await api.contactMerges.list({ id: items[0].id })).items;
    expect(merge).toMatchObject({ otherName: 'Ann', undoneAt: null, abilities: { undo: true } });
    const undone = await api.contactMerges.undo({ id: items[0].id, mergeId: merge.id });
    expect([undone.contact.email, undone.other.email, undone.kept]).toEqual(['ann@a.test', 'ann.b@a.test', []]);
    expect((await api.contacts.list({ q: 'Ann' })).items).toHaveLength(2);
  });

  it('has no secrets, and says what it is', async () => {
    const text = format === 'json' ? String(archive) : Object.values(unzipSync(archive)).map(String).join();
    expect(text).not.toMatch(/password|token|secret/i);
    expect(text.includes('globex')).toBe(false);
  });

  it('lets the people of the archive see what is theirs, and finds records by their words', async () => {
    const { api } = world.as(world.globex.admin);
    expect((await api.search.all({ q: 'Widget' })).items).toHaveLength(1);
    const { items } = await api.deals.list({ q: 'Open deal' });
    expect(items[0]).toMatchObject({ ownerName: world.acme.rep.name, amountSource: 'items' });
    const { rows } = await world.superuser.query(
      `select count(*)::int as events, count(*) filter (where data ? 'importId')::int as marked from core.events where tenant_id = $1 and type = 'deal.created'`,
      [world.globex.tenant.id],
    );
    expect(rows).toEqual([{ events: 3, marked: 3 }]);
  });

  it('is not mixed with what is there, and not undone', async () => {
    const again = await upload(world, world.globex.admin, { entity: 'workspace', file: archive });
    expect(again).toMatchObject({ status: 409, body: { code: 'workspace_not_empty' } });
    const { items } = await world.as(world.globex.admin).api.imports.list({ entity: 'workspace', status: 'done' });
    const real = items.find(({ dryRun }: Answer) => !dryRun);
    const undo = await world.as(world.globex.admin).rest('POST', `/imports/${real.id}/undo`);
    expect(undo).toMatchObject({ status: 409, body: { code: 'not_undoable' } });
  });
});

describe('what is no archive', () => {
  let world: World;
  let json: Record<string, Answer>;
  beforeAll(async () => {
    world = await exportWorld();
    await fillWorkspace(world);
    json = JSON.parse(String(await takeArchive(world, world.acme.admin, 'json')));
  });
  afterAll(() => world.close());
  const send = (file: string | Buffer, options: object = {}): Promise<Answer> =>
    upload(world, world.globex.admin, { entity: 'workspace', file, options });
  const zip = (files: Record<string, string>): Buffer =>
    Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))));

  it('is refused at the door', async () => {
    for (const [file, code] of [
      [csv('name', 'Acme'), 'not_an_archive'],
      ['{}', 'not_an_archive'],
      [JSON.stringify({ contacts: [] }), 'not_an_archive'],
      [JSON.stringify({ ...json, archive: { ...json['archive'], version: 2 } }), 'archive_version'],
      [JSON.stringify({ ...json, deals: undefined }), 'broken_archive'],
      [JSON.stringify({ ...json, extras: [] }), 'broken_archive'],
      [JSON.stringify({ ...json, deals: 'many' }), 'broken_archive'],
      [zip({ 'archive.json': '{}', '../evil.csv': 'x' }), 'broken_archive'],
      [zip({ 'contacts.csv': 'id' }).subarray(0, 40), 'broken_archive'],
    ] as const)
      expect([code, await send(file)]).toMatchObject([code, { status: 422, body: { code } }]);
  });

  it('is refused before it is unpacked, when it is a bomb', async () => {
    const bomb = zip({ 'contacts.csv': 'id' });
    // What the zip says that it holds is what would be made room for.
    bomb.writeUInt32LE(310 * 1_048_576, bomb.indexOf(Buffer.from('504b0102', 'hex')) + 24);
    expect(await send(bomb)).toMatchObject({ status: 422, body: { code: 'archive_too_large' } });
  });

  it('may be of a time before there were views to take along', async () => {
    const { savedViews: _views, contactDistinctions: _distinctions, ...older } = json;
    const done = await restore(world, Buffer.from(JSON.stringify(older)), { dryRun: true });
    expect(done).toMatchObject({ status: 'done', failure: null });
    const { deals: _deals, ...broken } = json;
    expect(await send(JSON.stringify(broken))).toMatchObject({ status: 422, body: { code: 'broken_archive' } });
  });

  it('takes no options of tables', async () => {
    expect(await send(JSON.stringify(json), { mapping: { a: 'name' } })).toMatchObject({ status: 422 });
  });

  it('fails as a whole where one row does, and says which part', async () => {
    const before = await workspaceState(world, world.globex.tenant.id);
    const spoil = (part: string, change: object): string =>
      JSON.stringify({
        ...json,
        [part]: json[part].map((row: object, at: number) => (at === 0 ? { ...row, ...change } : row)),
      });
    for (const [file, words] of [
      [spoil('deals', { organizationId: '01a20207-2eb3-7071-b953-18dd4af1c3b9' }), 'organizationId'],
      [spoil('deals', { name: 'x'.repeat(300) }), 'deals_name_length'],
      [spoil('contacts', { customFields: { tier: 5 } }), 'custom_fields_fit'],
      [spoil('stages', { probability: 'many' }), 'stages'],
      [spoil('organizations', { hidden: 1 }), 'hidden'],
      [spoil('members', { role: 'owner' }), 'members'],
    ] as const) {
      const done = await restore(world, Buffer.from(file));
      expect([words, done]).toMatchObject([words, { status: 'failed', failure: { code: 'broken_archive' } }]);
      expect(done.failure.message).toContain(words);
    }
    expect(await workspaceState(world, world.globex.tenant.id)).toEqual(before);
  });

  it('is for admins', async () => {
    const file = JSON.stringify(json);
    for (const person of [world.globex.manager, world.globex.rep])
      expect((await upload(world, person, { entity: 'workspace', file })).status).toBe(403);
  });

  it('alone says when and by whom records were made', async () => {
    const asAdmin = (text: string): Promise<unknown> =>
      world.as(world.globex.admin).run((ctx) => sql.raw(text).execute(ctx.db));
    const forged = (columns: string, values: string): Promise<unknown> =>
      asAdmin(`insert into crm.organizations (name, owner_id, ${columns}) values ('Forged', app.user_id(), ${values})`);
    await expect(forged('created_at', `'2001-01-01'`)).rejects.toMatchObject({ code: '42501' });
    await expect(forged('created_by', `'${world.globex.rep.userId}'`)).rejects.toMatchObject({ code: '42501' });
    const contact = await world.as(world.globex.admin).api.contacts.create({ lastName: 'Forged' });
    await expect(
      asAdmin(`insert into crm.contact_merges (winner_id, loser_id, changes, links, loser)
        values ('${contact.id}', '${contact.id}', '{}', '{}', '{}')`),
    ).rejects.toMatchObject({ code: '42501' });
    const forgedView = (columns: string, values: string): Promise<unknown> =>
      asAdmin(
        `insert into core.saved_views (entity, name, visibility, ${columns}) values ('deal', 'Forged', 'shared', ${values})`,
      );
    await expect(forgedView('owner_id', `'${world.globex.rep.userId}'`)).rejects.toMatchObject({ code: '42501' });
    await expect(forgedView('created_at', `'2001-01-01'`)).rejects.toMatchObject({ code: '42501' });
    expect(await asAdmin('delete from crm.stages')).toMatchObject({ numAffectedRows: 0n });
  });
});
