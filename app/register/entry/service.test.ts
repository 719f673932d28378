import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import type { PersonName } from '../../../test/support/story.ts';
import { entryEndpoints as it } from './contract.ts';
import type { EntryDetails } from './contract/shapes.ts';
import { kindOf, type EntryKind } from './rules/kinds.ts';

let city: City;
before(async () => {
  city = await openCity();
});
after(() => city.close());

type Content = EntryDetails['content'];
const evidence = async (name: PersonName): Promise<never[]> => [
  (await city.as(name).upload(`${name}.txt`, Buffer.from(`证明文件 ${name} ${Math.random()}`))).id as never,
];
const contentOf = (kind: EntryKind, more: Partial<Content>): Content =>
  ({ ...structuredClone(kindOf(kind).sample), region: '320685', ...more }) as Content;

async function submit(who: PersonName, kind: EntryKind, more: Partial<Content> = {}): Promise<EntryDetails> {
  return city.as(who).call(it.submitEntry, { body: { kind, content: contentOf(kind, more), files: await evidence(who) } });
}
const review = (id: string, who: PersonName = 'countyRegulator') =>
  city.as(who).call(it.reviewEntry, { params: { id: id as never }, body: { opinion: '材料齐全' } });
const accept = (id: string) => city.as('planOffice').call(it.acceptEntry, { params: { id: id as never }, body: {} });
const read = (who: PersonName, id: string) => city.as(who).call(it.readEntry, { params: { id: id as never } });

async function accepted(who: PersonName, kind: EntryKind, more: Partial<Content> = {}): Promise<EntryDetails> {
  const { id } = await submit(who, kind, more);
  await review(id);
  return accept(id);
}

async function count(kind: EntryKind, asOf: string, knownAt: Date, more: { levels?: string[]; filters?: object } = {}): Promise<number> {
  const { rows } = await sql<{ n: number }>`select indicator_entry_count(${kind}, ${more.levels ?? null}::text[],
    ${more.filters === undefined ? null : JSON.stringify(more.filters)}::jsonb, ${asOf}::date, ${knownAt.toISOString()}::timestamptz) as n`.execute(
    city.database.db,
  );
  return rows[0]?.n ?? -1;
}
const hours = (n: number): void => void (city.clock.now = new Date(city.clock.now.getTime() + n * 3_600_000));

test('an entry is submitted, reviewed and accepted by three persons and counts from its own day', async () => {
  const entry = await submit('instituteManager', 'team', { title: '海安力学计量创新团队' });
  assert.equal(entry.status, 'submitted');
  assert.equal(await count('team', '2026-11-23', city.clock.now), 0);
  await refused(accept(entry.id), 'entry.notNow');
  await refused(review(entry.id, 'technician'), 'platform.forbidden');
  const reviewed = await review(entry.id);
  assert.equal(reviewed.reviewedBy?.name, '蒋宁');
  hours(1);
  const done = await accept(entry.id);
  assert.deepEqual([done.status, done.countsFrom, done.countsTo], ['accepted', '2024-06-01', null]);
  assert.equal(done.versions.length, 3);
  assert.equal(done.versions[0]?.files.length, 1);
  assert.deepEqual(
    (await read('planOffice', entry.id)).timeline.map((event) => event.kind),
    ['entry.submitted', 'entry.reviewed', 'entry.accepted'],
  );
  assert.equal(await count('team', '2024-06-01', city.clock.now), 1);
  assert.equal(await count('team', '2024-05-31', city.clock.now), 0);
  assert.equal(await count('team', '2024-06-01', new Date(city.clock.now.getTime() - 1)), 0, 'not known before it was accepted');
});

test('who submitted does not review, not even with the right to', async () => {
  const { id } = await submit('cityRegulator', 'team', { title: '市级光学团队', region: '320600' });
  await refused(review(id, 'cityRegulator'), 'entry.samePerson');
  const outside = await refused(review(id, 'countyRegulator'), 'platform.notFound');
  assert.equal(outside.status, 404);
});

test('a record is returned with a reason, completed and submitted again', async () => {
  const { id } = await submit('instituteManager', 'project', {
    title: '重复行的项目',
    payload: { ...kindOf('project').sample.payload, projectNumber: 'P-77' },
  });
  const returned = await city
    .as('countyRegulator')
    .call(it.returnEntry, { params: { id: id as never }, body: { reason: '经费与批文不符，疑似复制上一行' } });
  assert.equal(returned.status, 'returned');
  const content = contentOf('project', {
    title: '远程校准项目',
    payload: { ...kindOf('project').sample.payload, projectNumber: 'P-78', funds: '45.5' },
  });
  await refused(
    city
      .as('farInstituteManager')
      .call(it.resubmitEntry, { params: { id: id as never }, body: { content, files: await evidence('farInstituteManager') } }),
    'platform.notFound',
  );
  const again = await city
    .as('instituteManager')
    .call(it.resubmitEntry, { params: { id: id as never }, body: { content, files: await evidence('instituteManager') } });
  assert.deepEqual([again.status, again.content.payload['funds'], again.version], ['submitted', '45.5', 3]);
  assert.equal(again.versions[1]?.reason, '经费与批文不符，疑似复制上一行');
});

test('a wrong form names each field in the reader’s language', async () => {
  const content = contentOf('standard', {
    until: null,
    title: ' ',
    since: '2027-01-01',
    payload: { keeper: '测试', mainStandard: '砝码' },
  });
  const refusal = await refused(
    city
      .as('instituteManager')
      .call(it.submitEntry, { body: { kind: 'standard', content, files: await evidence('instituteManager') } }, { language: 'en' }),
    'platform.invalid',
  );
  const issues = refusal.body['issues'] as { path: string[]; message: string }[];
  assert.deepEqual(issues.map((issue) => issue.path.join('.')).sort(), [
    'content.payload.range',
    'content.since',
    'content.title',
    'content.until',
  ]);
  assert.ok(issues.every((issue) => /^[A-Z]/.test(issue.message)));
  await refused(submit('instituteManager', 'team', { title: '外县团队', region: '320682' }), 'platform.invalid');
});

test('each kind is submitted by the roles that it names', async () => {
  await refused(submit('holder', 'talent'), 'entry.notSubmitter');
  const kinds = await city.as('holder').call(it.listKinds, {});
  assert.deepEqual(
    kinds.items.filter((kind) => kind.maySubmit).map((kind) => kind.id),
    ['commitment'],
  );
});

test('one person in two programmes of one level: the second is rejected as a duplicate, of another level it counts once', async () => {
  const person = { title: '顾勤', payload: { ...kindOf('talent').sample.payload, employer: '测试甲县计量检定测试所' } };
  const first = await accepted('instituteManager', 'talent', { ...person, level: 'city', documentNumber: '人才一' });
  const second = await submit('instituteManager', 'talent', {
    ...person,
    level: 'city',
    documentNumber: '人才二',
    payload: { ...person.payload, programme: 'other' },
  });
  assert.deepEqual(
    second.duplicates.map(({ id, blocking }) => ({ id, blocking })),
    [{ id: first.id, blocking: true }],
  );
  await review(second.id);
  const refusal = await refused(accept(second.id), 'entry.duplicate');
  assert.match(String(refusal.body['detail']), /人才一/);
  const reason = '与人才一为同一人同一级别，重复申报';
  const rejected = await city.as('planOffice').call(it.rejectEntry, { params: { id: second.id as never }, body: { reason } });
  assert.equal(rejected.status, 'rejected');
  assert.equal(rejected.versions[rejected.versions.length - 1]?.reason, reason);
  await accepted('instituteManager', 'talent', { ...person, level: 'province', documentNumber: '人才三' });
  assert.equal(await count('talent', '2026-11-23', city.clock.now), 1);
  assert.equal(await count('talent', '2026-11-23', city.clock.now, { levels: ['province', 'national'] }), 1);
  assert.equal(await count('talent', '2026-11-23', city.clock.now, { filters: { programme: 'samr-innovation' } }), 0);
});

test('an identity number is nowhere in clear: not in the record, not in an event, not in what was sent', async () => {
  const number = '11010519491231002X';
  const { rows } = await sql<{ found: boolean }>`select exists (
    select from entry_version where to_jsonb(entry_version)::text like ${`%${number}%`}
    union all select from event where detail::text like ${`%${number}%`}
    union all select from submission where reply::text like ${`%${number}%`}) as found`.execute(city.database.db);
  assert.equal(rows[0]?.found, false);
  const { items } = await city.as('planOffice').call(it.listEntries, { query: { kind: 'talent' } });
  const { content } = await read('planOffice', items[0]?.id ?? '');
  assert.equal(content.payload['identityNumber'], '110105***********X');
});

test('the same patent twice is refused however the number is written', async () => {
  await accepted('instituteManager', 'patent', { documentNumber: 'ZL 2023 1 0000001.1' });
  const { id } = await submit('instituteManager', 'patent', { documentNumber: '202310000001.1', title: '换个名字' });
  await review(id);
  await refused(accept(id), 'entry.duplicate');
});

test('several services to an enterprise are kept and count one enterprise', async () => {
  await accepted('instituteManager', 'service', { documentNumber: 'FW-1' });
  const second = await accepted('instituteManager', 'service', { documentNumber: 'FW-2' });
  assert.deepEqual(
    second.duplicates.map((other) => other.blocking),
    [false],
  );
  assert.equal(await count('service', '2026-11-23', city.clock.now, { filters: { sector: 'advanced-manufacturing' } }), 1);
  assert.equal(await count('service', '2026-11-23', city.clock.now, { filters: { sector: 'other' } }), 0);
});

test('a centre moves through its phases, each proposed by one person and approved by another', async () => {
  const { id } = await accepted('cityRegulator', 'centre', { region: '320685', payload: { centre: 'national-ship', host: '测试所' } });
  const filters = { centre: 'national-ship' };
  assert.equal(await count('centre', '2026-11-23', city.clock.now, { filters }), 0);
  const record = async (phase: 'construction' | 'acceptance' | 'designation', day: string) => {
    const proposed = await city.as('cityRegulator').call(it.recordPhase, {
      params: { id: id as never },
      body: { phase, day, documentNumber: `国市监计${phase}`, reason: '阶段完成', files: await evidence('cityRegulator') },
    });
    const proposalId = proposed.proposals.find((proposal) => proposal.status === 'proposed')?.id as never;
    return city
      .as('planOffice')
      .call(it.decideCorrection, { params: { id: id as never }, body: { proposalId, approve: true, reason: '文件属实' } });
  };
  assert.equal((await record('construction', '2023-06-01')).phase, 'construction');
  await refused(record('acceptance', '2023-05-01'), 'platform.invalid');
  hours(1);
  const known = new Date(city.clock.now.getTime() - 1);
  const designated = await record('designation', '2025-06-01');
  assert.deepEqual([designated.phase, designated.countsFrom], ['designation', '2025-06-01']);
  assert.equal(await count('centre', '2025-05-31', city.clock.now, { filters }), 0);
  assert.equal(await count('centre', '2025-06-01', city.clock.now, { filters }), 1);
  assert.equal(await count('centre', '2025-06-01', known, { filters }), 0);
  const { rows } = await sql<{
    phase: string;
  }>`select phase from v_entry_phase where entry_id = ${id}::uuid and superseded_at is null order by day`.execute(city.database.db);
  assert.deepEqual(
    rows.map((row) => row.phase),
    ['approval', 'construction', 'designation'],
  );
});

test('a correction keeps the old value, and the past stays as it was known', async () => {
  const entry = await accepted('instituteManager', 'standard', {
    documentNumber: '[2024]测社证字第7号',
    since: '2024-02-01',
    until: '2028-12-31',
  });
  const before = city.clock.now;
  hours(24);
  const content = { ...entry.content, until: '2026-06-30' };
  const propose = async (changed: Content) =>
    city.as('instituteManager').call(it.proposeCorrection, {
      params: { id: entry.id as never },
      body: { content: changed, reason: '证书有效期录入错误', documentNumber: '更正申请1号', files: await evidence('instituteManager') },
    });
  await refused(propose(entry.content), 'entry.unchanged');
  const proposed = await propose(content);
  assert.equal(proposed.until, '2028-12-31', 'nothing changes before it is approved');
  await refused(propose({ ...content, until: '2026-05-31' }), 'entry.notNow');
  const proposalId = proposed.proposals[0]?.id as never;
  const decide = (approve: boolean) =>
    city
      .as('planOffice')
      .call(it.decideCorrection, { params: { id: entry.id as never }, body: { proposalId, approve, reason: '与证书原件一致' } });
  const corrected = await decide(true);
  await refused(decide(true), 'entry.notNow');
  assert.deepEqual([corrected.until, corrected.status], ['2026-06-30', 'lapsed']);
  const old = corrected.versions[corrected.versions.length - 2];
  assert.deepEqual([old?.content.until, old?.supersededAt !== null], ['2028-12-31', true]);
  assert.equal(await count('standard', '2026-11-24', city.clock.now), 0);
  assert.equal(await count('standard', '2026-11-24', before), 1);
  assert.equal(await count('standard', '2026-06-30', city.clock.now), 1);
});

test('a correction that is refused changes nothing and keeps who refused it and why', async () => {
  const entry = await accepted('instituteManager', 'cultureBase', { title: '甲县计量文化宣传阵地' });
  const content = { ...entry.content, title: '甲县计量博物馆' };
  const proposed = await city.as('instituteManager').call(it.proposeCorrection, {
    params: { id: entry.id as never },
    body: { content, reason: '更名', documentNumber: '更正申请2号', files: await evidence('instituteManager') },
  });
  const decision = { proposalId: proposed.proposals[0]?.id as never, approve: false, reason: '没有更名文件' };
  await refused(
    city.as('cityRegulator').call(it.decideCorrection, { params: { id: entry.id as never }, body: decision }),
    'platform.forbidden',
  );
  const refusal = await city.as('planOffice').call(it.decideCorrection, { params: { id: entry.id as never }, body: decision });
  assert.deepEqual([refusal.title, refusal.version], ['甲县计量文化宣传阵地', entry.version]);
  assert.deepEqual([refusal.proposals[0]?.status, refusal.proposals[0]?.decisionReason], ['refused', '没有更名文件']);
});

test('a standard that lapsed is shown as lapsed without a change, and may be renewed', async () => {
  const entry = await accepted('instituteManager', 'standard', {
    documentNumber: '[2021]测社证字第9号',
    since: '2021-01-01',
    until: '2025-12-31',
  });
  assert.equal(entry.status, 'lapsed');
  const lapsed = await city.as('planOffice').call(it.listEntries, { query: { kind: 'standard', status: 'lapsed' } });
  assert.ok(lapsed.items.some((item) => item.id === entry.id));
  const renewed = await accepted('instituteManager', 'standard', {
    documentNumber: '[2021]测社证字第9号',
    since: '2026-01-01',
    until: '2030-12-31',
  });
  assert.equal(renewed.status, 'accepted');
});

test('an enterprise signs, is seen by the public and withdraws its commitment', async () => {
  const creditCode = '91329999MA0000001H';
  const payload = { creditCode, scope: '明码标价、足量销售', trade: 'market' };
  await refused(submit('farHolder', 'commitment', { payload, region: '320682' }), 'entry.ownEnterprise');
  const { id, title } = await submit('holder', 'commitment', { payload, title: '另一个名字' });
  assert.equal(title, '测试甲县惠民菜市场');
  await review(id);
  assert.equal((await city.stranger().call(it.listPublicCommitments, { query: {} })).total, 0);
  await accept(id);
  const { items } = await city.stranger().call(it.listPublicCommitments, { query: { q: '惠民' } });
  assert.deepEqual(items, [{ name: title, scope: '明码标价、足量销售', trade: 'market', since: '2024-03-15' }]);
  const body = { reason: '市场停业改造', day: '2026-11-20' };
  await refused(
    city.as('holder').call(it.withdrawEntry, { params: { id: id as never }, body: { ...body, day: '2027-01-01' } }),
    'platform.invalid',
  );
  const withdrawn = await city.as('holder').call(it.withdrawEntry, { params: { id: id as never }, body });
  assert.deepEqual([withdrawn.status, withdrawn.countsTo], ['withdrawn', '2026-11-20']);
  assert.equal((await city.stranger().call(it.listPublicCommitments, { query: {} })).total, 0);
  assert.equal(await count('commitment', '2026-11-19', city.clock.now), 1, 'it held until then');
  assert.equal(await count('commitment', '2026-11-20', city.clock.now), 0);
});

test('what an authority enters for a registered unit belongs to the unit', async () => {
  const payload = { creditCode: '91329999MA0000003P', scope: '足量', trade: 'retail' };
  const { id } = await submit('cityRegulator', 'commitment', { payload, title: '测试乙县供销超市', region: '320682' });
  assert.equal((await read('farHolder', id)).organization.id, city.ids.farHolder.organization);
  await refused(read('holder', id), 'platform.notFound');
});

test('a list is cut to the caller’s scope, filtered, paged and exported whole', async () => {
  for (const who of ['instituteManager', 'countyRegulator', 'planOffice', 'farInstituteManager'] as const) {
    const { items, total } = await city.as(who).call(it.listEntries, { query: { limit: 2 } });
    assert.equal(items.length, Math.min(2, total));
    const all = await city.as(who).call(it.listEntries, { query: { limit: 200 } });
    assert.equal(all.items.length, total);
    if (who === 'farInstituteManager') assert.equal(total, 0);
    if (who === 'instituteManager') assert.ok(all.items.every((item) => item.organization.id === city.ids.instituteManager.organization));
    if (who === 'countyRegulator') assert.ok(all.items.every((item) => item.region === '320685'));
  }
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await city.as('planOffice').call(it.listEntries, { query: { limit: 4, ...(after === undefined ? {} : { after }) } });
    seen.push(...page.items.map((item) => item.id));
    after = page.next ?? undefined;
  } while (after !== undefined);
  const all = await city.as('planOffice').call(it.listEntries, { query: { limit: 200 } });
  assert.deepEqual(
    seen,
    all.items.map((item) => item.id),
  );
  const counted = await city
    .as('planOffice')
    .call(it.listEntries, { query: { kind: 'standard', asOf: '2026-06-30', knownAt: city.clock.now.toISOString() } });
  assert.equal(counted.total, await count('standard', '2026-06-30', city.clock.now));
  const { bytes } = await city.as('planOffice').call(it.exportEntries, { query: { kind: 'service' } });
  const { default: library } = await import('exceljs');
  const book = new library.Workbook();
  await book.xlsx.load(Uint8Array.from(bytes).buffer as ArrayBuffer);
  const sheet = book.getWorksheet('名单');
  assert.equal(sheet?.rowCount, 3);
  assert.equal(sheet?.getCell(2, 2).text, '示例精密机械有限公司');
  assert.ok(JSON.stringify(sheet?.getRow(2).values).includes('91329999MA0000011J'));
});

test('the counting function equals a plain recount over entry_counted', async () => {
  for (const kind of ['talent', 'standard', 'service', 'commitment', 'team'] as const) {
    for (const day of ['2024-06-01', '2026-06-30', '2026-11-24']) {
      const { rows } = await sql<{ n: number }>`select count(distinct subject_key)::int as n
        from entry_counted(${day}::date, ${city.clock.now.toISOString()}::timestamptz) where kind = ${kind}`.execute(city.database.db);
      assert.equal(rows[0]?.n, await count(kind, day, city.clock.now), `${kind} ${day}`);
    }
  }
});

test('not recorded is told apart from none that holds', async () => {
  const known = async (kind: EntryKind) =>
    (
      await sql<{
        known: boolean;
      }>`select entry_is_recorded(${kind}, null, null, ${city.clock.now.toISOString()}::timestamptz) as known`.execute(city.database.db)
    ).rows[0]?.known;
  assert.equal(await known('commitment'), true, 'withdrawn, but recorded');
  assert.equal(await known('park'), false);
});
