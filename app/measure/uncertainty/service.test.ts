import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import Excel from 'exceljs';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { eventEndpoints } from '../../register/event/contract.ts';
import { uncertaintyEndpoints, type Version } from './contract.ts';
import { examples } from './rules/examples.ts';
import { histogramClasses, readRecord } from './rules/record.ts';

const {
  draftUncertainty,
  reviseUncertainty,
  exportUncertaintyVersion,
  findUncertaintyCitation,
  listUncertainties,
  readUncertainty,
  readUncertaintyVersion,
  releaseUncertaintyVersion,
  withdrawUncertaintyVersion,
} = uncertaintyEndpoints;

let city: City;
before(async () => {
  city = await openCity();
});
after(() => city.close());

const scale = examples.find(({ id }) => id === 'scale')?.model ?? '';
const gauge = (examples.find(({ id }) => id === 'gauge')?.model ?? '').replace('1000000', '100000');
const few = (model: string): string => model.replace('"trials": 1000000', '"trials": 20000');

const draft = (title = '15 kg 秤量点', model = few(scale)): Promise<Version> =>
  city.as('technician').call(draftUncertainty, { body: { title, note: '首次评定', model } });
const paramsOf = (version: Version) => ({ id: version.evaluation.id, number: version.number });
const release = (version: Version) =>
  city.as('technicalManager').call(releaseUncertaintyVersion, { params: paramsOf(version), body: { reason: '模型与读数已核对' } });

test('the server computes what it keeps: the model stays as it was entered, the record has its digest and can be computed again', async () => {
  const model = few(scale).replace('"halfWidth": 0.00025', '"halfWidth": 2.50e-4');
  const version = await draft('15 kg 秤量点的示值误差', model);
  assert.equal(version.state, 'drafted');
  assert.equal(version.model, model);
  assert.match(version.citation, /^UE320685-2026-\d{4}\.1$/);
  assert.equal(createHash('sha256').update(version.record).digest('hex'), version.digest);
  const record = readRecord(version.record);
  assert.equal(record.model, model);
  assert.equal(record.engine, version.engine);
  assert.match(version.engine, /^@tongheng\/uncertainty \d+\.\d+\.\d+ \([0-9a-f]{12}\)$/);
  const { gum, monteCarlo } = record.answer.outputs['E'] ?? assert.fail();
  // Type A: s/√6 of the readings; Type B: a/√3 of both rectangles (JCGM 100 4.2.3, 4.3.7).
  const u = Math.hypot(0.00037638632635454 / Math.sqrt(6), 0.00025 / Math.sqrt(3), 0.00075 / Math.sqrt(3));
  assert.ok(Math.abs(gum.value - 0.0019166666666667) < 1e-12, String(gum.value));
  assert.ok(Math.abs(gum.u - u) < 1e-12, String(gum.u));
  assert.equal(monteCarlo?.trials, 20_000);
  const counted = monteCarlo.histogram?.counts.reduce((sum, count) => sum + count, 0) ?? 0;
  assert.ok(counted > 19_900 && counted <= 20_000, String(counted));
  const again = await draft('同一模型', model);
  assert.deepEqual(readRecord(again.record).answer, record.answer);
});

test('another person releases; a later release supersedes, and one version is in force', async () => {
  const first = await draft('砝码校准');
  await refused(
    city.as('allRounder').call(releaseUncertaintyVersion, { params: { ...paramsOf(first), number: 9 }, body: { reason: '核对' } }),
    'platform.notFound',
  );
  const released = await release(first);
  assert.deepEqual([released.state, released.evaluation.inForce, released.release?.by], ['in-force', 1, '郑洁']);
  await refused(release(first), 'uncertainty.ended');

  const { id } = first.evaluation;
  const body = { title: '砝码校准（新证书）', note: '按新证书更新', model: few(gauge), after: 1 };
  const second = await city.as('technician').call(reviseUncertainty, { params: { id }, body });
  assert.deepEqual([second.number, second.state, second.evaluation.inForce], [2, 'drafted', 1]);
  await refused(city.as('technician').call(reviseUncertainty, { params: { id }, body }), 'uncertainty.stale');
  const third = await city.as('technician').call(reviseUncertainty, { params: { id }, body: { ...body, after: 2 } });
  const page = await city.as('technician').call(readUncertainty, { params: { id } });
  assert.deepEqual(
    page.versions.map(({ number, state }) => [number, state]),
    [
      [3, 'drafted'],
      [2, 'superseded'],
      [1, 'in-force'],
    ],
  );
  await release(third);
  const now = await city.as('auditor').call(readUncertainty, { params: { id } });
  assert.deepEqual(
    now.versions.map(({ state }) => state),
    ['in-force', 'superseded', 'superseded'],
  );
  assert.equal(now.title, '砝码校准（新证书）');
  // What was saved first is untouched.
  const kept = await city.as('technician').call(readUncertaintyVersion, { params: paramsOf(first) });
  assert.deepEqual([kept.model, kept.record, kept.digest], [first.model, first.record, first.digest]);
  const trail = await city.as('auditor').call(eventEndpoints.listEvents, { query: { subject: id } });
  assert.deepEqual(trail.items.map(({ kind }) => kind).sort(), [
    'uncertainty.drafted',
    'uncertainty.drafted',
    'uncertainty.drafted',
    'uncertainty.released',
    'uncertainty.released',
    'uncertainty.superseded',
    'uncertainty.superseded',
  ]);
});

test('nobody releases a version of their own, whatever roles they hold', async () => {
  const own = await city.as('allRounder').call(draftUncertainty, { body: { title: '自编', note: '', model: few(scale) } });
  assert.deepEqual(own.allowed, ['revise', 'withdraw']);
  await refused(
    city.as('allRounder').call(releaseUncertaintyVersion, { params: paramsOf(own), body: { reason: '自审' } }),
    'uncertainty.ownVersion',
  );
});

test('a draft is taken back by its writer, a version in force only by who may release; the reason stays', async () => {
  const version = await draft('待停用');
  await release(version);
  const withdrawal = { params: paramsOf(version), body: { reason: '砝码证书已过期' } };
  await refused(city.as('technician').call(withdrawUncertaintyVersion, withdrawal), 'platform.forbidden');
  const ended = await city.as('technicalManager').call(withdrawUncertaintyVersion, withdrawal);
  assert.deepEqual([ended.state, ended.ending?.reason, ended.evaluation.inForce], ['withdrawn', '砝码证书已过期', null]);
  await refused(city.as('technicalManager').call(withdrawUncertaintyVersion, withdrawal), 'uncertainty.ended');
  const taken = await draft('写错了');
  assert.equal(
    (await city.as('technician').call(withdrawUncertaintyVersion, { params: paramsOf(taken), body: { reason: '写错了，重来' } })).state,
    'withdrawn',
  );
});

test('a model that cannot be used is refused with its place, in both languages, and nothing is kept', async () => {
  const total = async (): Promise<number> => (await city.as('technician').call(listUncertainties, { query: {} })).total;
  const earlier = await total();
  const refusal = async (model: string, code = 'uncertainty.unusable', language: 'zh' | 'en' = 'zh') =>
    refused(city.as('technician').call(draftUncertainty, { body: { title: '错误模型', note: '', model } }, { language }), code);
  assert.match(String((await refusal(scale.replace('I + dR', 'J + dR'), undefined, 'en')).body['detail']), /outputs\.E, column 1/);
  const far = '{"distribution": "normal", "mean": 1e150, "u": 1e148}';
  await refusal(`{"outputs": {"y": "a*b"}, "inputs": {"a": ${far}, "b": ${far}}, "monteCarlo": {"trials": 1000}}`);
  await refusal(`{"outputs": {"y": "${'a*7+'.repeat(4900)}a"}, "inputs": {"a": ${far}}}`);
  await refusal('{"a":');
  await refusal('[1, 2]');
  await refusal(scale.replace('15.0025', '"fifteen"'));
  await refusal(scale.replace('0.00025', '-1'));
  await refusal(scale.replace('1000000', '10000001'), 'uncertainty.tooManyTrials');
  await refusal(scale.replace('"trials": 1000000', '"trials": 1e11'));
  assert.equal(await total(), earlier);
});

test('regulators read their region, auditors the city, others nothing', async () => {
  const version = await draft('可见范围');
  const params = paramsOf(version);
  for (const person of ['checker', 'instituteManager', 'countyRegulator', 'cityRegulator', 'auditor', 'inspector'] as const)
    assert.equal((await city.as(person).call(readUncertaintyVersion, { params })).digest, version.digest, person);
  for (const person of ['outsider', 'farInstituteManager'] as const) {
    await refused(city.as(person).call(readUncertaintyVersion, { params }), 'platform.notFound');
    await refused(city.as(person).call(findUncertaintyCitation, { params: { citation: version.citation } }), 'platform.notFound');
    await refused(city.as(person).call(withdrawUncertaintyVersion, { params, body: { reason: '不是我的' } }), 'platform.notFound');
    const body = { title: '改别人的', note: '', model: few(scale), after: 1 };
    await refused(city.as(person).call(reviseUncertainty, { params: { id: params.id }, body }), 'platform.notFound');
  }
  await refused(city.as('holder').call(readUncertaintyVersion, { params }), 'platform.forbidden');
});

test('an evaluation is found by its subject, its code and how it stands; a citation finds its version', async () => {
  const version = await draft('水银温度计零点');
  const find = async (query: { q?: string; state?: 'drafted' | 'in-force' | 'withdrawn' }) =>
    (await city.as('technician').call(listUncertainties, { query })).items.map(({ code }) => code);
  const { code } = version.evaluation;
  assert.deepEqual(await find({ q: '温度计' }), [code]);
  assert.deepEqual(await find({ q: code.toLowerCase() }), [code]);
  assert.ok((await find({ state: 'drafted' })).includes(code));
  assert.ok(!(await find({ state: 'in-force' })).includes(code));
  await release(version);
  assert.ok((await find({ state: 'in-force' })).includes(code));
  assert.ok(!(await find({ state: 'withdrawn' })).includes(code));
  const cited = await city.as('auditor').call(findUncertaintyCitation, { params: { citation: version.citation } });
  assert.deepEqual([cited.digest, cited.state], [version.digest, 'in-force']);
  await refused(city.as('auditor').call(findUncertaintyCitation, { params: { citation: `${code}.2` } }), 'platform.notFound');
  const first = await city.as('technician').call(listUncertainties, { query: { limit: 2 } });
  const next = await city.as('technician').call(listUncertainties, { query: { limit: 2, after: first.next ?? '' } });
  assert.equal(new Set([...first.items, ...next.items].map(({ id }) => id)).size, 4);
});

test('a version goes out as a report, as a workbook with numbers in full, and as the model file itself', async () => {
  const version = await draft('量块比较', few(gauge));
  const file = (format: 'pdf' | 'xlsx' | 'json') =>
    city.as('technician').call(exportUncertaintyVersion, { params: paramsOf(version), query: { format } });
  const pdf = await file('pdf');
  assert.equal(Buffer.from(pdf.bytes).subarray(0, 5).toString(), '%PDF-');
  assert.equal(Buffer.from((await file('json')).bytes).toString(), version.model);
  const book = new Excel.Workbook();
  await book.xlsx.load((await file('xlsx')).bytes as never);
  assert.deepEqual(
    book.worksheets.map(({ name }) => name),
    ['评定 Evaluation', '结果 Results', '分量 Budget', '输入量 Inputs', '分布 l', '模型 Model'],
  );
  const { gum, monteCarlo } = readRecord(version.record).answer.outputs['l'] ?? assert.fail();
  const cells = (sheet: string): unknown[] => {
    const found: unknown[] = [];
    book.getWorksheet(sheet)?.eachRow((row) => row.eachCell((cell) => found.push(cell.value)));
    return found;
  };
  for (const value of [gum.value, gum.u, gum.U, monteCarlo?.u, monteCarlo?.seed, monteCarlo?.trials])
    assert.ok(cells('结果 Results').includes(value), String(value));
  assert.ok(cells('评定 Evaluation').includes(version.digest) && cells('评定 Evaluation').includes(version.engine));
  assert.ok(cells('评定 Evaluation').includes('草稿'), 'what is not in force says so');
  assert.equal(cells('分布 l').length, 1 + 6 + histogramClasses * 6);
});
