import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import type { RequestOf } from '../../kernel/endpoint.ts';
import { standardEndpoints } from '../standard/contract.ts';
import { performanceEndpoints } from './contract/performance.ts';

const {
  readPerformance,
  listPerformanceRecords,
  readPerformanceRecord,
  readPerformanceSeries,
  downloadPerformance,
  listPerformanceDuties,
  recordPerformanceTest,
  correctPerformanceTest,
  confirmPerformanceTest,
  settlePerformanceFinding,
  planIntermediateCheck,
  endCheckPlan,
  readCalibrationHistory,
  readIntervalProposal,
  recordCalibrationValue,
} = performanceEndpoints;

let city: City;
let id: never;
let standard: Awaited<ReturnType<typeof register>>;
const register = () =>
  city.as('technicalManager').call(standardEndpoints.registerStandard, {
    body: {
      number: 'FM-E2-01',
      name: 'E2等级砝码组',
      model: '1 mg～500 g',
      serial: 'E2-77',
      range: '1 mg～500 g',
      roles: ['jjg-0539:weights'],
      since: '2020-01-01',
      kind: 'calibration',
      certificateNumber: '校 2021-1',
      issuer: '省计量科学研究院',
      calibratedOn: '2021-01-10',
      validUntil: '2022-01-09',
      quality: 'uncertainty',
      value: '0.00006',
      unit: 'g',
      coverageFactor: '2',
      accuracyClass: null,
    },
  });

before(async () => {
  city = await openCity();
  standard = await register();
  const instituteId = city.ids.technicalManager.organization;
  const at = city.clock.now.toISOString();
  const personId = city.ids.technicalManager.person;
  const { db } = city.database;
  id = randomUUID() as never;
  await db
    .insertInto('measurementStandard')
    .values({ id, instituteId, region: '320685', kind: 'public', name: '砝码标准装置', quantity: '质量', recordedAt: at })
    .execute();
  await db
    .insertInto('measurementStandardState')
    .values({ id: randomUUID(), measurementStandardId: id, state: 'in-force', since: '2020-01-01', personId, at })
    .execute();
  const since = { since: '2020-01-01', personId, recordedAt: at, measurementStandardId: id as string };
  await db
    .insertInto('measurementStandardEquipment')
    .values({ id: randomUUID(), standardId: standard.id, role: 'main', ...since })
    .execute();
  await db
    .insertInto('measurementStandardEnvironment')
    .values({ id: randomUUID(), quantity: 'temperature', low: '18', high: '22', unit: '℃', ...since })
    .execute();
});
after(() => city.close());

const readings = ['10.0012', '10.0015', '10.0011', '10.0014', '10.0013', '10.0012', '10.0016', '10.0013', '10.0012', '10.0014'];
const wider = ['10.0002', '10.0025', '10.0011', '10.0014', '10.0013', '10.0012', '10.0026', '10.0013', '10.0012', '10.0004'];
type Body = RequestOf<typeof recordPerformanceTest>['body'];
const body = (more: Partial<Body> = {}): Body => ({
  testedOn: '2025-10-20',
  quantity: '质量',
  point: '10 g',
  unit: 'g',
  objectName: 'F1等级砝码',
  objectNumber: 'F1-9',
  conditions: [{ quantity: '温度', value: '20.3', unit: '℃' }],
  test: { kind: 'repeatability', groups: [readings] },
  ...more,
});
const record = (more: Partial<Body> = {}, who: 'technician' | 'checker' | 'technicalManager' = 'technician') =>
  city.as(who).call(recordPerformanceTest, { params: { id }, body: body(more) });
const read = (one: string) => city.as('auditor').call(readPerformanceRecord, { params: { id, record: one as never } });

let first: string;
let failed: string;

test('a first repeatability test is computed and becomes the criterion of the next one', async () => {
  const { id: own, verdict, figures, value, conditions, clause } = await record();
  first = own;
  assert.deepEqual([verdict, value, conditions[0]?.within], ['unjudged', '0.00015492', true]);
  assert.deepEqual(
    figures.map(({ value: one }) => one),
    ['10', '10.00132', '0.00015492'],
  );
  assert.match(clause, /JJF 1033-2023/);
  const next = await record({ testedOn: '2026-10-19', test: { kind: 'repeatability', groups: [wider] } });
  failed = next.id;
  assert.deepEqual([next.verdict, next.limit, next.openFinding], ['fail', '0.00015492', true]);
  assert.ok(next.sentences.some((sentence) => sentence.includes('重新评定')));
});

test('what cannot be computed, copied readings, days to come and strange equipment are refused at their place', async () => {
  const paths = (refusal: { body: Record<string, unknown> }) =>
    (refusal.body['issues'] as { path: unknown[] }[]).map(({ path }) => path.join('.'));
  const nine = { kind: 'repeatability' as const, groups: [readings.slice(1)] };
  assert.deepEqual(paths(await refused(record({ test: nine }), 'measurementStandard.testUnusable')), ['test.groups.0']);
  const wrong = { kind: 'repeatability' as const, groups: [[...readings, '1,5']] };
  assert.deepEqual(paths(await refused(record({ test: wrong }), 'measurementStandard.testUnusable')), ['test.groups.0.10']);
  await refused(record({ testedOn: '2026-11-01' }), 'measurementStandard.testCopied');
  assert.deepEqual(paths(await refused(record({ testedOn: '2026-11-24' }), 'platform.invalid')), ['testedOn']);
  await refused(
    record({ standard: randomUUID() as never, test: { kind: 'repeatability', groups: [wider.slice().reverse()] } }),
    'measurementStandard.testEquipment',
  );
  await refused(city.as('farInstituteManager').call(recordPerformanceTest, { params: { id }, body: body() }), 'platform.notFound');
  await refused(city.as('countyRegulator').call(recordPerformanceTest, { params: { id }, body: body() }), 'platform.forbidden');
});

test('a correction takes the place of a record, which stays; later verdicts are computed again for comparison', async () => {
  const better = readings.map((one, index) => (index === 0 ? '10.0092' : one));
  const correct = (record: string, more: Partial<Body> = {}) =>
    city.as('technician').call(correctPerformanceTest, {
      params: { id, record: record as never },
      body: { ...body({ test: { kind: 'repeatability', groups: [better] }, ...more }), reason: '第一个读数抄错' },
    });
  const verification = {
    kind: 'verification',
    method: 'transfer',
    own: { y: '1', U: '1' },
    k: '2',
    others: [{ laboratory: '省院', y: '1', U: '1' }],
  } as const;
  await refused(correct(first, { test: verification as never }), 'platform.invalid');
  const corrected = await correct(first);
  assert.deepEqual([corrected.corrects, corrected.reason], [first, '第一个读数抄错']);
  await refused(correct(first), 'measurementStandard.testCorrected');
  assert.deepEqual([(await read(first)).corrected, (await read(first)).correctedBy], [true, corrected.id]);
  // The later test was held against the s that was wrong: its record stays, and says that it would be judged otherwise now.
  assert.deepEqual([(await read(failed)).verdict, (await read(failed)).agrees], ['fail', false]);
});

test('a test that was not met flags the measurement standard, waits on the list of the institute and is settled with a reason', async () => {
  const open = () => city.as('technicalManager').call(listPerformanceDuties, { query: { state: 'open-finding' } });
  assert.deepEqual(
    (await open()).items.map(({ record: one, what }) => [one, what]),
    [[failed, 'finding']],
  );
  const overview = await city.as('technician').call(readPerformance, { params: { id } });
  assert.deepEqual(
    [overview.findings.map(({ id: one }) => one), overview.kinds[0]?.state, overview.mayTest, overview.maySettle],
    [[failed], 'current', true, false],
  );
  const settle = (outcome: 're-evaluated' | 'retested' | 'suspended' | 'repaired', citation: string | null, record = failed) =>
    city.as('technicalManager').call(settlePerformanceFinding, {
      params: { id, record: record as never },
      body: { outcome, citation, reason: '已评定，仍满足开展项目要求' },
    });
  await refused(settle('retested', null), 'measurementStandard.testNotRetested');
  await refused(settle('suspended', null), 'platform.invalid');
  await refused(settle('re-evaluated', null), 'measurementStandard.testUnusable');
  await refused(
    city
      .as('technician')
      .call(settlePerformanceFinding, { params: { id, record: failed as never }, body: { outcome: 'repaired', reason: '无权' } }),
    'platform.forbidden',
  );
  const settled = await settle('re-evaluated', 'UE320685-2026-0001.2');
  assert.deepEqual([settled.openFinding, settled.settlement?.outcome, settled.verdict], [false, 're-evaluated', 'fail']);
  await refused(settle('repaired', null), 'measurementStandard.testSettled');
  assert.equal((await open()).total, 0);
});

test('stability of a standard in use is held against the record of the year before', async () => {
  const stability = (day: string, mean: string, more: object = {}) =>
    record({
      testedOn: day,
      objectName: '核查砝码',
      objectNumber: 'HC-1',
      standard: standard.id,
      test: {
        kind: 'stability',
        method: 'check-standard',
        phase: 'in-use',
        use: 'correction',
        limit: '0.0002',
        limitFrom: '校 2021-1',
        groups: [{ day, readings: [mean, mean, mean] }],
        ...more,
      },
    });
  await refused(stability('2025-11-20', '10.00141'), 'measurementStandard.testUnusable');
  const paper = await stability('2025-11-20', '10.00141', { previous: { day: '2024-11-18', mean: '10.00135', from: '2024 年纸质记录' } });
  assert.deepEqual([paper.verdict, paper.value], ['pass', '0.00006']);
  const next = await stability('2026-11-20', '10.00132');
  assert.deepEqual([next.value, next.limit, next.verdict], ['0.00009', '0.0002', 'pass']);
  await refused(stability('2026-11-20', '10.0014', { groups: [{ day: '2026-11-21', readings: ['1'] }] }), 'platform.invalid');
  const series = await city.as('technician').call(readPerformanceSeries, { params: { id }, query: { series: next.series } });
  assert.deepEqual(
    [series.names, series.panel?.points.length, series.earlier.length, series.unit],
    [['2025-11-20', '2026-11-20'], 2, 2, 'g'],
  );
  assert.ok(series.panel?.upper !== null && series.warnings.some((warning) => warning.includes('临时控制限')));
});

test('verification of results counts when another person has confirmed it', async () => {
  const verified = await record({
    testedOn: '2026-06-01',
    test: {
      kind: 'verification',
      method: 'transfer',
      own: { y: '100.012', U: '0.010' },
      k: '2',
      others: [{ laboratory: '省院', y: '100.003', U: '0.006' }],
    },
  });
  assert.deepEqual([verified.value, verified.limit, verified.verdict, verified.secondPerson], ['0.009', '0.011662', 'pass', true]);
  const kind = async () =>
    (await city.as('technician').call(readPerformance, { params: { id } })).kinds.find((one) => one.kind === 'verification');
  assert.deepEqual([(await kind())?.last, (await kind())?.unconfirmed], [null, 1]);
  const confirm = (who: 'technician' | 'checker') =>
    city.as(who).call(confirmPerformanceTest, { params: { id, record: verified.id }, body: {} });
  await refused(confirm('technician'), 'measurementStandard.testOwn');
  assert.equal((await confirm('checker')).confirmation?.name, '吴敏');
  await refused(confirm('checker'), 'measurementStandard.testOwn');
  assert.deepEqual([(await kind())?.last, (await kind())?.state], ['2026-06-01', 'not-periodic']);
});

test('intermediate checks follow a plan, which is replaced and ended and never rewritten', async () => {
  const plan = (more: object = {}) =>
    city.as('technicalManager').call(planIntermediateCheck, {
      params: { id },
      body: {
        standard: standard.id,
        objectName: '核查砝码',
        objectNumber: 'HC-1',
        quantity: '质量',
        point: '100 g',
        unit: 'g',
        criterion: 'limit',
        reference: '100.0000',
        limit: '0.0005',
        source: '首次测量 2026-01-05',
        readingsLeast: 3,
        months: 3,
        since: '2026-02-01',
        ...more,
      },
    });
  await refused(plan({ limit: null }), 'measurementStandard.planWrong');
  await refused(plan({ criterion: 'en', limit: null, ownU: '0.0002' }), 'measurementStandard.planWrong');
  const made = await plan();
  assert.deepEqual([made.state, made.due, made.last], ['overdue', '2026-05-01', null]);
  const check = (values: string[], of = made.id) =>
    record({ testedOn: '2026-11-20', test: { kind: 'intermediate-check', plan: of, readings: values } });
  await refused(check(['100.0001', '100.0002']), 'platform.invalid');
  const done = await check(['100.0001', '100.0002', '100.0003']);
  assert.deepEqual([done.verdict, done.value, done.point, done.standard?.number], ['pass', '0.0002', '100 g', 'FM-E2-01']);
  await city.as('checker').call(confirmPerformanceTest, { params: { id, record: done.id }, body: { note: '读数与原始记录一致' } });
  const duties = await city.as('technician').call(listPerformanceDuties, { query: { what: 'intermediate-check' } });
  assert.deepEqual(
    duties.items.map(({ last, due, state }) => [last, due, state]),
    [['2026-11-20', '2027-02-20', 'current']],
  );
  const replaced = await plan({ months: 6, replaces: made.id });
  await refused(plan({ replaces: made.id }), 'measurementStandard.planEnded');
  await refused(check(['100.0001', '100.0002', '100.0003']), 'measurementStandard.planEnded');
  const ended = await city
    .as('technicalManager')
    .call(endCheckPlan, { params: { id, plan: replaced.id }, body: { reason: '改用其他核查标准' } });
  assert.deepEqual([ended.end?.reason, ended.due], ['改用其他核查标准', null]);
  await refused(
    city.as('technicalManager').call(endCheckPlan, { params: { id, plan: replaced.id }, body: { reason: '再次' } }),
    'measurementStandard.planEnded',
  );
});

test('records are filtered, searched and paged, and go into a workbook', async () => {
  const list = (query: object) => city.as('auditor').call(listPerformanceRecords, { params: { id }, query });
  assert.equal((await list({ kind: 'stability' })).total, 2);
  assert.equal((await list({ corrected: 'true' })).total, 1);
  assert.equal((await list({ verdict: 'fail' })).total, 1);
  assert.equal((await list({ q: 'HC-1' })).total, 3);
  const page = await list({ limit: '4' });
  const rest = await list({ limit: '200', after: page.next });
  assert.equal(new Set([...page.items, ...rest.items].map(({ id: one }) => one)).size, page.total);
  const file = await city.as('technician').call(downloadPerformance, { params: { id }, query: {} });
  assert.match(file.type, /spreadsheetml/);
  const all = await city.as('cityRegulator').call(listPerformanceDuties, { query: { limit: '1' } });
  assert.deepEqual([all.items.length, all.next], [1, '1']);
});

test('values of certificates on paper make a history, from which an interval is proposed beside the present one', async () => {
  for (const [year, value] of [
    ['2022', '2'],
    ['2023', '3'],
    ['2024', '4'],
  ] as const)
    await city.as('technicalManager').call(standardEndpoints.renewStandard, {
      params: { id: standard.id },
      body: {
        kind: 'calibration',
        certificateNumber: `校 ${year}-${value}`,
        issuer: '省计量科学研究院',
        calibratedOn: `${year}-01-10`,
        validUntil: `${Number(year) + 1}-01-09`,
        quality: 'uncertainty',
        value: '0.00006',
        unit: 'g',
        coverageFactor: '2',
        accuracyClass: null,
      },
    });
  const history = () => city.as('technician').call(readCalibrationHistory, { params: { id } });
  const [equipment] = (await history()).equipment;
  assert.deepEqual([equipment?.certificates.length, equipment?.present?.days, equipment?.present?.kind], [4, 366, 'calibration']);
  const write = (certificate: string, found: string, more: object = {}) =>
    city.as('technician').call(recordCalibrationValue, {
      params: { id },
      body: { certificate, quantity: '质量', point: '100 g', unit: 'g', found, U: '0.00006', k: '2', ...more },
    });
  const written = [];
  for (const [index, { id: certificate }] of (equipment?.certificates ?? []).entries())
    written.push(await write(certificate, ['100.00001', '100.00002', '100.00002', '100.00004'][index]!));
  const last = equipment?.certificates[3]?.id ?? '';
  await refused(write(last, '100.00005'), 'measurementStandard.valueTaken');
  await refused(write(last, '100.00005', { corrects: written[3]?.id }), 'measurementStandard.testUnusable');
  await write(last, '100.00005', { corrects: written[3]?.id, reason: '抄错一位' });
  await refused(write(last, 'x', { point: '1 g' }), 'measurementStandard.testUnusable');
  await refused(write(randomUUID(), '1'), 'measurementStandard.testEquipment');
  const [series] = (await history()).equipment[0]?.series ?? [];
  assert.deepEqual(
    series?.values.map(({ found }) => found),
    ['100.00001', '100.00002', '100.00002', '100.00005'],
  );
  const propose = (query: object) =>
    city.as('technician').call(readIntervalProposal, {
      params: { id },
      query: { standard: standard.id, key: series?.key ?? '', method: 'staircase', nominal: '100', limit: '0.0001', ...query } as never,
    });
  const staircase = await propose({});
  assert.deepEqual([staircase.days, staircase.present.days, staircase.capped, staircase.used], [457, 366, false, 4]);
  assert.ok(staircase.notes.some((note) => note.includes('供使用者自行决定')));
  assert.ok(((await propose({ method: 'reliability', limit: '0.0003', target: '0.9' })).days ?? 0) > 0);
  await refused(propose({ method: 'uncertainty', degree: '2' }), 'measurementStandard.intervalUnknown');
  await refused(propose({ limit: 'x' }), 'measurementStandard.intervalUnknown');
});

test('a withdrawn measurement standard takes no more records', async () => {
  await city.database.db
    .insertInto('measurementStandardState')
    .values({
      id: randomUUID(),
      measurementStandardId: id,
      state: 'withdrawn',
      since: '2026-11-22',
      personId: city.ids.technicalManager.person,
      at: city.clock.now.toISOString(),
    })
    .execute();
  await refused(record({ test: { kind: 'repeatability', groups: [readings.slice().reverse()] } }), 'measurementStandard.testClosed');
  assert.equal((await city.as('technician').call(listPerformanceDuties, { query: {} })).total, 0);
});
