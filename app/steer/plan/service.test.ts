import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import Excel from 'exceljs';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { planEndpoints } from './contract/endpoints.ts';
import { cityPlan } from './service/city-plan.ts';

const { readPlan, searchSentences, listDifferences, exportDifferences, readDifference, settleDifference, reopenDifference } = planEndpoints;
const { listDefinitions, decideDefinition } = planEndpoints;

let city: City;
before(async () => {
  city = await openCity();
});
after(() => city.close());

const differences = async (query: Record<string, unknown> = {}) => city.as('auditor').call(listDifferences, { query });
const differenceOf = async (rule: 'sum' | 'shifted' | 'count') => {
  const found = (await differences({ rule })).items[0];
  assert.ok(found);
  return found;
};

test('whoever works with the plan reads the document as it is printed', async () => {
  const plan = await city.as('holder').call(readPlan, {});
  assert.deepEqual(plan, JSON.parse(JSON.stringify(cityPlan())));
  await refused(city.as('administrator').call(readPlan, {}), 'platform.forbidden');
});

test('sentences are found by words and by clause, page by page', async () => {
  const found = await city.as('body').call(searchSentences, { query: { q: '480' } });
  assert.ok(found.items.some((sentence) => sentence.clause === '二（三）'));
  const [all, first] = [
    await city.as('body').call(searchSentences, { query: { clause: '二（三）' } }),
    await city.as('body').call(searchSentences, { query: { clause: '二（三）', limit: 1 } }),
  ];
  assert.equal(first.total, all.items.length);
  const second = await city.as('body').call(searchSentences, { query: { clause: '二（三）', limit: 1, after: first.next ?? '' } });
  assert.deepEqual([first.items[0], second.items[0]], all.items.slice(0, 2));
});

test('every difference is open until a person settles it, and carries where it stands in words', async () => {
  const all = await differences();
  assert.equal(all.total, 15);
  assert.ok(all.items.every((each) => each.resolution === 'open' && each.settlement === null && each.allowed.length === 0));
  assert.deepEqual((await differenceOf('sum')).place.source, ['附件表1', 'Annex table 1']);
  assert.ok((await differences({ source: 'enhanced' })).items.every((each) => each.source === 'enhanced'));
  assert.equal((await differences({ q: '体温计' })).total, 1);
});

test('a difference is settled by a named person with reason, document and evidence; a later settlement supersedes it and the history stays', async () => {
  const { id } = await differenceOf('sum');
  const file = await city.as('planOffice').upload('复核单.pdf', Buffer.from('%PDF-1.4 复核'));
  const body = {
    resolution: 'recomputed-stands' as const,
    reason: '各行相加为99，注与各行一致',
    documentNumber: '通市监计〔2026〕3号',
    files: [file.id as never],
  };
  const settled = await city.as('planOffice').call(settleDifference, { params: { id }, body });
  assert.deepEqual([settled.resolution, settled.settlement?.by.name, settled.allowed], ['recomputed-stands', '韩梅', ['settle', 'reopen']]);
  assert.deepEqual(
    settled.history.map((each) => [each.finding.recomputed, each.files.map((card) => card.name)]),
    [['99', ['复核单.pdf']]],
  );
  const first = settled.settlement?.id ?? null;
  await refused(
    city.as('planOfficeSecond').call(settleDifference, { params: { id }, body: { ...body, files: [], resolution: 'clarified' } }),
    'platform.stale',
  );
  const again = await city
    .as('planOfficeSecond')
    .call(settleDifference, { params: { id }, body: { ...body, files: [], resolution: 'clarified', supersedes: first } });
  assert.deepEqual(
    again.history.map((each) => each.resolution),
    ['clarified', 'recomputed-stands'],
  );
  const reopened = await city
    .as('planOffice')
    .call(reopenDifference, { params: { id }, body: { reason: '收到新的来文，重新核实', supersedes: again.settlement?.id as never } });
  assert.deepEqual([reopened.resolution, reopened.history.length, reopened.allowed], ['open', 3, ['settle']]);
  await refused(
    city
      .as('planOffice')
      .call(reopenDifference, { params: { id }, body: { reason: '重复打开同一差异', supersedes: reopened.settlement?.id as never } }),
    'platform.stale',
  );
  const read = await city.as('countyRegulator').call(readDifference, { params: { id } });
  assert.deepEqual([read.history.map((each) => each.by.name), read.allowed], [['韩梅', '杨帆', '韩梅'], []]);
  assert.ok(read.sentences.length > 0);
});

test('two persons who settle the same difference at the same moment: one is told that the other was first', async () => {
  const { id } = await differenceOf('shifted');
  const body = { resolution: 'clarified' as const, reason: '印刷时整行右移一列' };
  const outcomes = await Promise.allSettled([
    city.as('planOffice').call(settleDifference, { params: { id }, body }),
    city.as('planOfficeSecond').call(settleDifference, { params: { id }, body }),
  ]);
  assert.deepEqual(outcomes.map((each) => each.status).sort(), ['fulfilled', 'rejected']);
  assert.equal((await city.as('auditor').call(readDifference, { params: { id } })).history.length, 1);
});

test('lists tell the settled from the open', async () => {
  const [settled, open] = [await differences({ settled: 'true' }), await differences({ settled: 'false' })];
  assert.ok(settled.items.length >= 1 && settled.items.every((each) => each.resolution !== 'open'));
  assert.equal(settled.total + open.total, 15);
});

test('nobody but the plan office settles, nobody settles what is not found or with another’s file', async () => {
  const { id } = await differenceOf('count');
  const body = { resolution: 'clarified' as const, reason: '市级行为数量统计，非清单' };
  for (const who of ['cityRegulator', 'countyRegulator', 'body', 'auditor'] as const) {
    await refused(city.as(who).call(settleDifference, { params: { id }, body }), 'platform.forbidden');
  }
  await refused(city.as('planOffice').call(settleDifference, { params: { id: 'sum-none' }, body }), 'platform.notFound');
  await refused(city.as('planOffice').call(readDifference, { params: { id: 'sum-none' } }), 'platform.notFound');
  await refused(
    city.as('planOffice').call(settleDifference, { params: { id }, body: { ...body, files: [crypto.randomUUID() as never] } }),
    'platform.notFound',
  );
  await refused(
    city.as('planOffice').call(settleDifference, { params: { id }, body: { ...body, resolution: 'open' as never } }),
    'platform.invalid',
  );
});

test('the export holds every difference of the filter with its settlement, in the reader’s language', async () => {
  for (const [language, title, printed] of [
    ['zh', '待核实差异', '（空白）'],
    ['en', 'Differences to be settled', '(blank)'],
  ] as const) {
    const file = await city.as('auditor').call(exportDifferences, { query: { source: 'basic' } }, { language });
    const book = new Excel.Workbook();
    await book.xlsx.load(Buffer.from(file.bytes) as never);
    const sheet = book.getWorksheet(title);
    assert.ok(sheet);
    assert.equal(sheet.rowCount, 3 + (await differences({ source: 'basic' })).total);
    assert.equal(sheet.getRow(4).getCell(6).text, printed);
  }
});

test('what words without a number mean is decided by the plan office; every version is kept', async () => {
  const before = await city.as('body').call(listDefinitions, { query: {} });
  assert.equal(before.total, cityPlan().definitions.length);
  const definition = before.items.find((each) => each.phrase === '位居全省前列');
  assert.ok(definition !== undefined && definition.status === 'undefined' && definition.allowed.length === 0);
  assert.ok(definition.text.includes(definition.phrase));
  const params = { id: definition.id };
  const body = { meaning: '省市场监管局年度计量工作考核位列前三', evidence: '省局通报', documentNumber: null };
  const first = await city.as('planOffice').call(decideDefinition, { params, body });
  await refused(city.as('planOfficeSecond').call(decideDefinition, { params, body }), 'platform.stale');
  const file = await city.as('planOfficeSecond').upload('纪要.pdf', Buffer.from('%PDF-1.4 纪要'));
  const second = await city.as('planOfficeSecond').call(decideDefinition, {
    params,
    body: {
      ...body,
      meaning: '省市场监管局年度计量工作考核位列前五',
      documentNumber: '会议纪要〔2026〕8号',
      files: [file.id as never],
      supersedes: first.versions[0]?.id ?? null,
    },
  });
  assert.deepEqual(
    second.versions.map((each) => [each.meaning.slice(-2), each.by.name, each.files.length]),
    [
      ['前五', '杨帆', 1],
      ['前三', '韩梅', 0],
    ],
  );
  assert.equal((await city.as('auditor').call(listDefinitions, { query: { defined: 'true' } })).total, 1);
  await refused(city.as('planOffice').call(decideDefinition, { params: { id: 'none' }, body }), 'platform.notFound');
  await refused(city.as('cityRegulator').call(decideDefinition, { params, body }), 'platform.forbidden');
});

test('settlements and decisions cannot be changed or deleted by the program', async () => {
  for (const table of ['plan_settlement', 'plan_definition_decision']) {
    const { rows } = await city.database.pool.query(
      "SELECT has_table_privilege($1, 'UPDATE') OR has_table_privilege($1, 'DELETE') AS may",
      [table],
    );
    assert.equal(rows[0].may, false, table);
  }
});

test('what does not agree inside the document is not for holders or institutes', async () => {
  for (const who of ['holder', 'technician', 'instituteManager'] as const) {
    await refused(city.as(who).call(listDifferences, { query: {} }), 'platform.forbidden');
    assert.ok((await city.as(who).call(readPlan, {})).sentences.length > 0);
  }
});
