import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import Excel from 'exceljs';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import type { PersonName } from '../../../test/support/story.ts';
import { measurementStandardEndpoints as it } from './contract.ts';
import { readRegister } from './service/workbook.ts';

let city: City;
before(async () => {
  city = await openCity();
});
after(() => city.close());

const row = {
  name: '一等砝码标准装置',
  kind: '社会公用计量标准',
  institute: '测试甲县计量检定测试所',
  quantity: '质量',
  code: '',
  level: '县级',
  place: '',
  examinationNumber: '[2024]测量标力证字第001号',
  certificateNumber: '[2024]测社证字第001号',
  issuer: '测试甲县市场监督管理局',
  issuedOn: '2024/2/1',
  validUntil: '2029-01-31',
};
type Row = Partial<typeof row>;

async function workbook(rows: readonly Row[], who: PersonName = 'cityRegulator'): Promise<never> {
  const template = await city.as(who).call(it.downloadRegisterTemplate, {});
  const book = new Excel.Workbook();
  await book.xlsx.load(Uint8Array.from(template.bytes).buffer);
  const sheet = book.getWorksheet('台账');
  assert.ok(sheet);
  const ids = (sheet.getRow(2).values as string[]).slice(1);
  rows.forEach((cells, index) =>
    ids.forEach((id, column) => (sheet.getCell(4 + index, column + 1).value = { ...row, ...cells }[id as keyof typeof row] ?? '')),
  );
  const { id } = await city.as(who).upload('台账.xlsx', new Uint8Array(await book.xlsx.writeBuffer()));
  return id as never;
}
const compare = async (rows: readonly Row[], who: PersonName = 'cityRegulator') =>
  city.as(who).call(it.compareRegister, { body: { workbook: await workbook(rows, who) } });
const decide = (id: string, take: boolean, who: PersonName = 'cityRegulator') =>
  city.as(who).call(it.takeRegister, { params: { id: id as never }, body: { take, reason: '已逐行核对' } });
const forecast = (query: object = {}, who: PersonName = 'planOffice') => city.as(who).call(it.readStandardForecast, { query });

test('a register is compared row by row, refused rows say why, and nothing is taken before somebody has seen it', async () => {
  const rows = [
    {},
    { certificateNumber: '[2024] 测社证字第 001 号', name: '重复' },
    { certificateNumber: '[2024]测社证字第002号', examinationNumber: '', institute: '不存在的所' },
    { certificateNumber: '[2024]测社证字第003号', examinationNumber: '', validUntil: '2023-01-01' },
    { certificateNumber: '[2024]测社证字第004号', examinationNumber: '', validUntil: '2027-03-31', institute: '测试乙县计量检定测试所' },
  ];
  const compared = await compare(rows);
  assert.deepEqual([compared.fresh, compared.refused, compared.state, compared.mayTake], [2, 3, 'compared', true]);
  assert.match(String(compared.rows[1]?.remarks[0]?.[0]), /第4行/);
  assert.equal((await city.as('auditor').call(it.listMeasurementStandards, { query: {} })).total, 0);
  const book = await city.as('cityRegulator').call(it.downloadRegisterRemarks, { params: { id: compared.id as never } });
  const told = await readRegister(book.bytes);
  assert.equal(told?.length, 5);
  assert.match(told?.[2]?.cells['remark'] ?? '', /不采用；平台上没有/);
  await refused(decide(compared.id, true, 'countyRegulator'), 'platform.notFound');
  const taken = await decide(compared.id, true);
  assert.deepEqual([taken.state, taken.takenBy], ['taken', '沈琳']);
  await refused(decide(compared.id, true), 'measurementStandard.importTaken');
  const list = await city.as('auditor').call(it.listMeasurementStandards, { query: { state: 'in-force' } });
  assert.equal(list.total, 2);
  const own = await city.as('technicalManager').call(it.listMeasurementStandards, { query: { q: '001' } });
  assert.deepEqual([own.total, own.items[0]?.validUntil, own.items[0]?.level], [1, '2029-01-31', 'county']);
  const imports = await city.as('cityRegulator').call(it.listRegisterImports, { query: {} });
  assert.equal(imports.items[0]?.fresh, 2);
});

test('the same register again changes nothing; a later end is a renewal, an earlier one and another keeper are refused', async () => {
  const again = await compare([{}]);
  assert.deepEqual([again.same, again.fresh, again.changed], [1, 0, 0]);
  const wrong = await compare([{ validUntil: '2028-01-31' }, { certificateNumber: '[2024]测社证字第004号', examinationNumber: '' }]);
  assert.equal(wrong.refused, 2);
  const renewal = { issuedOn: '2026-11-01', validUntil: '2031-10-31', name: '一等砝码标准装置（复查）' };
  const one = await compare([renewal]);
  const two = await compare([renewal]);
  assert.deepEqual(
    one.rows[0]?.remarks.map(([zh]) => zh.split('：')[0]),
    ['名称', '有效期至'],
  );
  await decide(one.id, true);
  await refused(decide(two.id, true), 'measurementStandard.importStale');
  await decide(two.id, false);
  const read = await city.as('cityRegulator').call(it.readRegisterImport, { params: { id: two.id as never } });
  assert.equal(read.state, 'discarded');
  const { items } = await city.as('auditor').call(it.listMeasurementStandards, { query: { q: '一等砝码标准装置（复查）' } });
  assert.deepEqual([items[0]?.formerNames, items[0]?.validUntil], [['一等砝码标准装置'], '2031-10-31']);
  const { id: file } = await city.as('cityRegulator').upload('别的.xlsx', new Uint8Array(await new Excel.Workbook().xlsx.writeBuffer()));
  await refused(city.as('cityRegulator').call(it.compareRegister, { body: { workbook: file as never } }), 'measurementStandard.workbook');
});

test('the forecast tells from day to day what will hold if nothing is done, what ends when, and what is renewed', async () => {
  const all = await forecast({ until: '2032-01-01' });
  assert.deepEqual([all.count, all.countAtEnd], [2, 0]);
  assert.deepEqual(
    all.steps.map(({ day, value }) => [day, value]),
    [
      ['2026-11-23', 2],
      ['2027-04-01', 1],
      ['2031-11-01', 0],
    ],
  );
  assert.deepEqual(
    all.endings.map(({ lastDay, renewal, applyBy }) => [lastDay, renewal, applyBy]),
    [
      ['2027-03-31', 'late', '2026-09-30'],
      ['2031-10-31', 'later', '2031-04-30'],
    ],
  );
  assert.equal(all.renewals.late, 1);
  assert.equal((await forecast({ region: '320682' })).count, 1);
  await city.database.db
    .insertInto('organization')
    .values({
      id: randomUUID(),
      kind: 'government',
      name: '测试甲县人民政府',
      nameEn: 'Test County People’s Government',
      region: '320685',
      validFrom: '2020-01-01',
      recordedAt: city.clock.now.toISOString(),
    })
    .execute();
  assert.deepEqual(
    (await forecast()).regions.map(({ code, name }) => [code, name]),
    [
      ['320682', '320682'],
      ['320685', '测试甲县'],
    ],
    'a region without a registered government is told by its code',
  );
  assert.equal((await forecast({ renewal: 'later', until: '2032-01-01' })).endings.length, 1);
  assert.equal((await forecast({}, 'technicalManager')).count, 1);
  assert.equal((await forecast({ asOf: '2024-01-31' })).count, 0);
  assert.equal((await forecast({ knownAt: '2026-11-22T00:00:00Z' })).count, 0);
  await refused(forecast({ until: '2020-01-01' }), 'measurementStandard.partWrong');
  const book = await city.as('planOffice').call(it.downloadStandardForecast, { query: {} });
  assert.ok(book.bytes.length > 2000);
});

test('an accepted entry is taken over with one action: it counts as before, and no more by itself', async () => {
  const id = randomUUID();
  const person = city.ids.instituteManager;
  const at = city.clock.now.toISOString();
  const { db } = city.database;
  await db.insertInto('entry').values({ id, kind: 'standard', submittedBy: person.person, submittedAt: at }).execute();
  await db
    .insertInto('entryVersion')
    .values({
      entryId: id,
      version: 1,
      recordedAt: at,
      action: 'accept',
      personId: city.ids.planOffice.person,
      status: 'accepted',
      kind: 'standard',
      level: 'city',
      subjectKey: '[2023]测社证字第9号',
      region: '320685',
      organizationId: person.organization,
      title: '压力表标准装置',
      documentNumber: '[2023] 测社证字第9号',
      issuer: '测试市市场监督管理局',
      since: '2023-05-01',
      until: '2028-04-30',
      payload: JSON.stringify({ keeper: '测试甲县计量检定测试所' }),
      countsFrom: '2023-05-01',
      countsTo: '2028-05-01',
      opening: true,
      submittedBy: person.person,
    })
    .execute();
  const before = await forecast();
  const { items } = await city.as('technicalManager').call(it.listTakeableEntries, { query: { q: '压力' } });
  assert.deepEqual(
    items.map(({ id: own, mayTakeOver }) => [own, mayTakeOver]),
    [[id, true]],
  );
  const takeOver = (who: PersonName) => city.as(who).call(it.takeOverEntry, { params: { id: id as never }, body: { quantity: '压力' } });
  await refused(takeOver('farInstituteManager'), 'platform.notFound');
  city.clock.now = new Date(city.clock.now.getTime() + 60_000);
  const dossier = await takeOver('technicalManager');
  assert.deepEqual([dossier.state, dossier.validUntil, dossier.entryId], ['in-force', '2028-04-30', id]);
  assert.ok(dossier.finding.remarks.includes('examination-certificate-missing'));
  await refused(takeOver('technicalManager'), 'measurementStandard.notAcceptedEntry');
  const after = await forecast();
  assert.deepEqual([after.count, after.endings.length], [before.count, before.endings.length]);
  assert.deepEqual(after.endings.map(({ source }) => source).sort(), ['dossier', 'dossier']);
});

test('rules of the validity are data with source and confidence, and another one is recorded beside them', async () => {
  const { items } = await city.as('technician').call(it.listValidityRules, {});
  assert.deepEqual(
    items.map(({ topic, months, confidence }) => [topic, months, confidence]),
    [
      ['re-examination', 6, 'H'],
      ['validity', 48, 'M'],
      ['validity', 60, 'M'],
    ],
  );
  const record = (more: object) =>
    city.as('cityRegulator').call(it.recordValidityRule, {
      body: {
        topic: 're-examination',
        months: 6,
        holdsFrom: '2020-01-01',
        source: '计量标准考核办法（正式文本）',
        confidence: 'confirmed',
        reason: '已对照正式文本',
        ...more,
      },
    });
  assert.equal((await record({})).confidence, 'confirmed');
  await refused(record({ holdsTo: '2019-01-01' }), 'measurementStandard.partWrong');
});

test('documents and names: a missing document is named, a former name is found', async () => {
  const { items } = await city.as('technicalManager').call(it.listMeasurementStandards, { query: { q: '压力表标准装置' } });
  const [dossier] = items;
  assert.ok(dossier);
  const { id } = dossier;
  const params = { id };
  const { id: file } = await city.as('technicalManager').upload('技术报告.pdf', new TextEncoder().encode('%PDF-1.4\n%%EOF\n'));
  const filed = await city.as('technicalManager').call(it.fileDocument, { params, body: { document: 'technical-report', files: [file] } });
  assert.equal(filed.documents.find(({ document }) => document === 'technical-report')?.state, 'present');
  assert.equal(filed.documents.find(({ document }) => document === 'history')?.state, 'missing');
  await refused(
    city.as('technicalManager').call(it.fileDocument, { params, body: { document: 'manual', files: [], omitted: true } }),
    'measurementStandard.partWrong',
  );
  const body = {
    kind: 'public' as const,
    quantity: '压力',
    name: 'M1等级毫克组砝码标准装置',
    version: filed.version,
    reason: '名称规范化',
  };
  const renamed = await city.as('technicalManager').call(it.correctMeasurementStandard, { params, body });
  assert.deepEqual(renamed.formerNames, [dossier.name]);
  await refused(city.as('technicalManager').call(it.correctMeasurementStandard, { params, body }), 'platform.stale');
  const found = await city.as('auditor').call(it.listMeasurementStandards, { query: { q: '压力表标准装置', state: 'in-force' } });
  assert.ok(found.items.some((one) => one.id === id));
  const book = await city.as('countyRegulator').call(it.downloadMeasurementStandards, { query: { kind: 'public' } });
  assert.ok(book.bytes.length > 2000);
});
