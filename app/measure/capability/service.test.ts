import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import Excel from 'exceljs';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { eventEndpoints } from '../../register/event/contract.ts';
import { capabilityEndpoints, type CellReport } from './contract.ts';

const { readMatrix, readCell, reportCell, decideCell, recordCover, listCellReports, exportMatrix } = capabilityEndpoints;

let city: City;
before(async () => {
  city = await openCity();
});
after(() => city.close());

const rugao = { region: '320682', item: 'B12' };
const haian = { region: '320685', item: 'E1' };

async function change(place: { region: string; item: string }, state: CellReport['state'], since: string): Promise<CellReport> {
  const file = await city.as('cityRegulator').upload('授权文件.txt', Buffer.from(`授权 ${place.item} ${state} ${since}`));
  return city.as('cityRegulator').call(reportCell, {
    params: place,
    body: {
      state,
      since,
      bodyId: city.ids.farInstituteManager.organization as never,
      documentNumber: '测市监计〔2024〕8号',
      files: [file.id as never],
      reason: '测试县报送',
    },
  });
}

const accept = (report: CellReport) =>
  city.as('planOffice').call(decideCell, { params: { id: report.id }, body: { verdict: 'accepted', reason: '文件与附件相符' } });

test('the annex is read as printed: 62 and 5 county cells done, the city as counts, the total row with its error', async () => {
  const basic = await city.as('planOffice').call(readMatrix, { query: { list: 'basic' } });
  assert.deepEqual(basic.inPlace, { value: 62, fromDocument: 62, fromRecords: 0 });
  assert.deepEqual(
    basic.counties.map((county) => county.annexName),
    ['海安', '如皋', '如东', '启东', '通州', '海门'],
  );
  assert.deepEqual(basic.city?.printed, { required: 37, done: 37, open: 0 });
  assert.deepEqual(basic.printedTotal, ['合计', '', '115', '98']);
  assert.deepEqual(basic.printedSums, { required: 115, done: 99, open: 16 });
  assert.deepEqual(basic.effectiveTotal, { required: 78, done: 62, open: 16 });
  for (const county of basic.counties) assert.deepEqual(county.effective, county.printed);
  const enhanced = await city.as('planOffice').call(readMatrix, { query: { list: 'enhanced' } });
  assert.equal(enhanced.inPlace.value, 5);
  assert.equal(enhanced.counties.flatMap((county) => county.cells).length, 54);
});

test('before the document was issued nothing is known of any cell', async () => {
  const earlier = await city.as('planOffice').call(readMatrix, { query: { list: 'basic', asOf: '2023-08-19' } });
  assert.equal(earlier.inPlace.value, 0);
  assert.ok(earlier.counties.every((county) => county.cells.every((cell) => cell.state === null && cell.basis === null)));
});

test('an open cell closes by authorisation and use, each accepted by another person, and the past stays what it was', async () => {
  const known = city.clock.now.toISOString();
  await refused(change(rugao, 'in-use', '2024-06-01'), 'capability.notNext');
  const authorised = await change(rugao, 'authorised', '2024-05-01');
  assert.equal(authorised.status, 'reported');
  await refused(change(rugao, 'building', '2024-05-02'), 'capability.pending');
  assert.equal((await city.as('planOffice').call(readCell, { params: rugao, query: {} })).state, 'absent');
  city.clock.now = new Date('2026-11-23T03:00:00Z');
  const accepted = await accept(authorised);
  assert.equal(accepted.status, 'accepted');
  await refused(accept(authorised), 'capability.decided');
  await refused(change(rugao, 'in-use', '2024-04-30'), 'capability.earlierThanLast');
  await accept(await change(rugao, 'in-use', '2024-06-01'));

  const matrix = await city.as('countyRegulator').call(readMatrix, { query: { list: 'basic' } });
  assert.deepEqual(matrix.inPlace, { value: 63, fromDocument: 62, fromRecords: 1 });
  const atMay = await city.as('auditor').call(readMatrix, { query: { list: 'basic', asOf: '2024-05-31' } });
  assert.equal(atMay.inPlace.value, 62);
  const knownThen = await city.as('auditor').call(readMatrix, { query: { list: 'basic', knownAt: known } });
  assert.equal(knownThen.inPlace.value, 62);

  const cell = await city.as('planOffice').call(readCell, { params: rugao, query: {} });
  assert.equal(cell.state, 'in-use');
  assert.equal(cell.body, '测试乙县计量检定测试所');
  assert.deepEqual(
    cell.history.map((entry) => entry.state),
    ['in-use', 'authorised'],
  );
  assert.equal(cell.history[0]?.files.length, 1);
  const audit = await city.as('auditor').call(eventEndpoints.listEvents, { query: { kind: 'capability.' } });
  assert.ok(audit.items.some((event) => event.kind === 'capability.accepted'));
});

test('what the document prints as done is lost once a lapse is recorded, and interim cover does not replace it', async () => {
  const place = { region: '320685', item: 'B3' };
  await accept(
    await city.as('countyRegulator').call(reportCell, {
      params: place,
      body: { state: 'suspended', since: '2025-02-01', reason: '主标准器送检' },
    }),
  );
  await city.as('countyRegulator').call(recordCover, {
    params: place,
    body: {
      kind: 'mobile-laboratory',
      bodyId: city.ids.cityRegulator.organization as never,
      validFrom: '2025-02-01',
      reason: '市所流动实验室代检',
    },
  });
  const matrix = await city.as('planOffice').call(readMatrix, { query: { list: 'basic' } });
  const cell = matrix.counties[0]?.cells.find((each) => each.item === 'B3');
  assert.equal(cell?.state, 'suspended');
  assert.equal(cell?.cover, 'mobile-laboratory');
  assert.equal(matrix.counties[0]?.effective.done, 12);
});

test('authorisation and use need body, number and evidence; the future and somebody else’s county are refused', async () => {
  const body = { state: 'examined', since: '2024-05-01', reason: '考核通过' } as const;
  await refused(city.as('countyRegulator').call(reportCell, { params: haian, body }), 'capability.unproven');
  await refused(
    city.as('countyRegulator').call(reportCell, { params: haian, body: { ...body, state: 'building', since: '2027-01-01' } }),
    'capability.future',
  );
  const other = { region: '320623', item: 'E1' };
  await refused(city.as('countyRegulator').call(reportCell, { params: other, body: { ...body, state: 'building' } }), 'platform.forbidden');
  await refused(
    city.as('instituteManager').call(reportCell, { params: other, body: { ...body, state: 'building' } }),
    'platform.forbidden',
  );
  await refused(city.as('holder').call(readMatrix, { query: {} }), 'platform.forbidden');
  await refused(city.as('planOffice').call(readCell, { params: { region: '320600', item: 'B1' }, query: {} }), 'platform.notFound');
});

test('a rejected report leaves the cell as it was and may be made again', async () => {
  const report = () =>
    city.as('instituteManager').call(reportCell, { params: haian, body: { state: 'building', since: '2024-03-01', reason: '设备到货' } });
  const first = await report();
  const rejected = await city
    .as('planOffice')
    .call(decideCell, { params: { id: first.id }, body: { verdict: 'rejected', reason: '未附批复' } });
  assert.equal(rejected.status, 'rejected');
  assert.equal(rejected.decisionReason, '未附批复');
  await accept(await report());
  const waiting = await city.as('planOffice').call(listCellReports, { query: { status: 'reported' } });
  assert.equal(waiting.total, 0);
  const all = await city.as('planOffice').call(listCellReports, { query: { region: '320685', limit: 2 } });
  assert.equal(all.items.length, 2);
  assert.ok(all.next);
  const rest = await city.as('planOffice').call(listCellReports, { query: { region: '320685', limit: 2, after: all.next } });
  assert.ok(rest.items.every((item) => !all.items.some((other) => other.id === item.id)));
});

test('the annex is exported in its own layout, as a workbook and as a PDF with embedded Chinese', async () => {
  const sheet = await city.as('planOffice').call(exportMatrix, { query: { list: 'basic', format: 'xlsx', asOf: '2023-12-31' } });
  const book = new Excel.Workbook();
  await book.xlsx.load(Uint8Array.from(sheet.bytes).buffer as ArrayBuffer);
  const annex = book.getWorksheet('附件');
  assert.ok(annex);
  assert.deepEqual((annex.getRow(3).values as unknown[]).slice(1), [
    '基本能力名称',
    '地区',
    '到2024年要求完成总数（项）',
    '目前已完成数量（项）',
    '到2024年待完成数量（项）',
  ]);
  assert.deepEqual((annex.getRow(11).values as unknown[]).slice(2), ['合计', 115, 99, 16]);
  assert.match(annex.getCell(12, 1).text, /如皋缺失.*单相电能表3项/);
  const print = await city.as('planOffice').call(exportMatrix, { query: { list: 'basic', format: 'pdf' } });
  const text = Buffer.from(print.bytes).toString('latin1');
  assert.ok(text.startsWith('%PDF-'));
  assert.match(text, /NotoSansHans/);
  assert.ok(print.bytes.length < 400_000, `${print.bytes.length} bytes: the font is not a subset`);
});
