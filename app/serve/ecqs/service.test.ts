import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { openCity, Refusal, refused, type City } from '../../../test/support/city.ts';
import { exercised } from '../../../test/support/exercised.ts';
import { organizations, type PersonName } from '../../../test/support/story.ts';
import { adopt, equip, example, register, scale, submitDraft, withoutKind } from '../../../test/support/thread.ts';
import { certificateEndpoints } from '../../measure/certificate/contract.ts';
import { requestEndpoints } from '../../measure/request/contract.ts';
import { verificationEndpoints } from '../../measure/verification/contract.ts';
import { designationEndpoints } from '../../register/designation/contract.ts';
import { ecqsEndpoints as it } from './contract.ts';

let city: City;
before(async () => {
  city = await openCity();
  await city.as('countyRegulator').call(designationEndpoints.designateInstitute, {
    body: {
      region: '320685',
      instrumentKind: 'price-computing-scale',
      instituteId: city.ids.instituteManager.organization as never,
      documentNumber: '甲市监〔2026〕3号',
      validFrom: '2026-01-01',
    },
  });
});
after(() => city.close());

type Details = { id: string; counts: { rows: number; requested: number; repeated: number; refused: number }; notices: string[] };
async function importFile(who: PersonName, content: Uint8Array, query = ''): Promise<Details> {
  const key = randomUUID();
  const send = () =>
    city.app.inject({
      method: 'POST',
      url: `/api/ecqs-imports?name=${encodeURIComponent('预约单.xlsx')}${query}`,
      headers: { cookie: city.cookieOf(who), 'content-type': 'application/octet-stream', 'idempotency-key': key },
      payload: Buffer.from(content),
    });
  const answer = await send();
  if (answer.statusCode !== 200) throw new Refusal(answer.statusCode, JSON.parse(answer.body) as Record<string, unknown>);
  exercised.note('importReservations');
  assert.deepEqual(JSON.parse((await send()).body), JSON.parse(answer.body));
  return JSON.parse(answer.body) as Details;
}
const counted = ({ counts: { requested, repeated, refused: bad } }: Details) => [requested, repeated, bad];
const rowsOf = async (id: string, query: Record<string, unknown> = {}) =>
  (await city.as('instituteManager').call(it.listReservationRows, { params: { id: id as never }, query: query as never })).items;

const heading = [
  '预约单号',
  '申请单位',
  '统一社会信用代码',
  '器具名称',
  '项别',
  '型号规格',
  '出厂编号',
  '生产厂家',
  '产地',
  '安装/使用地点',
  '数量',
  '送检方式',
  '颜色',
];
type Values = readonly (string | null)[];
const row = (serial: string, more: Partial<Record<string, string | null>> = {}): Values => {
  const values: Record<string, string | null> = {
    预约单号: 'YY-1',
    申请单位: organizations.market.name,
    统一社会信用代码: organizations.market.creditCode,
    器具名称: '电子计价秤',
    项别: '非自动衡器',
    型号规格: 'ACS-30',
    出厂编号: serial,
    生产厂家: '甲衡器厂',
    产地: '浙江',
    '安装/使用地点': '一楼',
    数量: '1',
    送检方式: '送检',
    颜色: '红',
    ...more,
  };
  return heading.map((title) => values[title] ?? null);
};
async function workbook(rows: readonly Values[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('预约单');
  for (const one of [heading, ...rows]) sheet.addRow([...one]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
const requests = async () => (await city.as('holder').call(requestEndpoints.listRequests, { query: {} })).items;

const ten = [
  ...Array.from({ length: 7 }, (_, n) => row(`E${n}`)),
  row('E7', { 统一社会信用代码: `${organizations.market.creditCode.slice(0, 17)}0` }),
  row('E8', { 器具名称: '电子秤' }),
  row('E9', { 数量: '3' }),
];

test('of ten rows seven become a request, accepted at once; three come back in the same layout and go in once they are right', async () => {
  const one = await importFile('instituteManager', await workbook(ten));
  assert.deepEqual(counted(one), [7, 0, 3]);
  assert.ok(one.notices.some((notice) => notice.includes('颜色')));
  const [request, ...others] = await requests();
  assert.equal(others.length, 0);
  assert.deepEqual([request?.ecqsNumber, request?.status, request?.instrumentCount], ['YY-1', 'accepted', 7]);
  const bad = await rowsOf(one.id, { outcome: 'refused' });
  assert.match(bad[0]?.remarks[0]?.text ?? '', /校验码不符/);
  assert.match(bad[1]?.remarks[0]?.text ?? '', /电子计价秤、其他数字指示秤/);
  assert.match(bad[2]?.remarks[0]?.text ?? '', /逐台列出/);
  const { bytes } = await city.as('instituteManager').call(it.downloadRefusedReservations, { params: { id: one.id as never } });
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(bytes).buffer as ArrayBuffer);
  const sheet = book.getWorksheet('预约单');
  assert.ok(sheet);
  const titles = (sheet.getRow(1).values as string[]).map((title) => title?.replace(' *', ''));
  sheet.getCell(2, titles.indexOf('统一社会信用代码')).value = organizations.market.creditCode;
  sheet.getCell(3, titles.indexOf('器具名称')).value = '电子计价秤';
  sheet.getCell(4, titles.indexOf('数量')).value = '1';
  const fixed = await importFile('instituteManager', new Uint8Array(await book.xlsx.writeBuffer()));
  assert.deepEqual(counted(fixed), [3, 0, 0]);
  assert.deepEqual(
    (await requests()).map(({ ecqsNumber }) => ecqsNumber).toSorted((one, other) => ((one ?? '') < (other ?? '') ? -1 : 1)),
    ['YY-1', 'YY-1#2'],
  );
});

test('the same file twice makes nothing new and says so row by row', async () => {
  const before = (await requests()).length;
  const again = await importFile('instituteManager', await workbook(ten.slice(0, 7)));
  assert.deepEqual(counted(again), [0, 7, 0]);
  assert.equal((await requests()).length, before);
  for (const one of await rowsOf(again.id)) {
    assert.match(one.remarks[0]?.text ?? '', /不重复申请/);
    assert.ok(one.requestId);
  }
});

test('what the holder has requested here already is not requested again', async () => {
  const { rows } = await city.database.pool.query<{ id: string }>(`select id from instrument where serial = 'E0'`);
  const { items } = await city.as('holder').call(requestEndpoints.listRequests, { query: {} });
  assert.ok(items.length > 0 && rows.length === 1);
  const other = await importFile('instituteManager', await workbook([row('E0', { 预约单号: 'YY-9' }), row('N1', { 预约单号: 'YY-9' })]));
  assert.deepEqual(counted(other), [1, 1, 0]);
});

test('where nobody or somebody else is designated nothing is registered, and the row says what to do', async () => {
  const one = await importFile('instituteManager', await workbook([row('W1', { 预约单号: 'YY-2', 器具名称: '水表' })]));
  assert.deepEqual(counted(one), [0, 0, 1]);
  assert.match((await rowsOf(one.id))[0]?.remarks.slice(-1)[0]?.text ?? '', /指定/);
  const { rows } = await city.database.pool.query(`select from instrument where serial = 'W1'`);
  assert.equal(rows.length, 0);
});

test('a text of GBK is a reservation file too; what is none is refused as a whole', async () => {
  const lines = [heading, row('G1', { 预约单号: 'YY-3', 送检方式: '现场检定' })].map((values) =>
    values.map((value) => value ?? '').join(','),
  );
  const one = await importFile('instituteManager', iconv.encode(lines.join('\r\n'), 'gbk'), '&accept=false');
  assert.deepEqual(counted(one), [1, 0, 0]);
  const [request] = (await requests()).filter(({ ecqsNumber }) => ecqsNumber === 'YY-3');
  assert.deepEqual([request?.status, request?.whereDone], ['submitted', 'on-site']);
  await refused(importFile('instituteManager', Buffer.from('%PDF-1.4 nothing of the kind')), 'ecqs.unreadable');
});

test('only an institute exchanges files, and finds its own only', async () => {
  await refused(importFile('holder', await workbook(ten)), 'platform.forbidden');
  const { items } = await city.as('instituteManager').call(it.listReservationImports, { query: {} });
  const params = { id: items[0]?.id as never };
  await city.as('instituteManager').call(it.readReservationImport, { params });
  await refused(city.as('farInstituteManager').call(it.readReservationImport, { params }), 'platform.notFound');
  const { bytes } = await city.as('instituteManager').call(it.downloadReservationTemplate, {});
  assert.ok(bytes.byteLength > 4_000);
});

const period = { from: '2026-11-01', to: '2026-11-30' };

test('results go back in the fields of the reservation with its number, as a workbook and as text in both encodings', async () => {
  const none = await city.as('instituteManager').call(it.listEcqsResults, { query: period });
  assert.deepEqual([none.total, none.items], [0, []]);
  await adopt(city, { proposer: 'technicalManager', second: 'approver' });
  const { weights } = await equip(city);
  const instrument = await register(city, 'holder', 'R-1');
  const values = { 预约单号: 'YY-7', 型号规格: scale.model, 生产厂家: scale.maker, 产地: '=浙江', 送检方式: '现场检定' };
  const imported = await importFile('instituteManager', await workbook([row('R-1', values)]));
  assert.deepEqual(counted(imported), [1, 0, 0]);
  const [taken] = await rowsOf(imported.id);
  assert.deepEqual([taken?.instrumentId, taken?.registered], [instrument.id, false]);
  const request = await city.as('holder').call(requestEndpoints.readRequest, { params: { id: taken?.requestId as never } });
  const { id, version } = await city
    .as('technician')
    .call(verificationEndpoints.takeUpItem, { body: { item: request.items[0]?.id as never } });
  await city.as('technician').call(verificationEndpoints.saveDraft, {
    params: { id },
    body: { version, testedOn: '2026-11-23', standards: [weights], ...withoutKind(example('pass-initial')) },
  });
  await submitDraft(city, id);
  await city.as('checker').call(verificationEndpoints.checkVerification, { params: { id } });
  const document = await city.as('approver').call(certificateEndpoints.approveVerification, { params: { id } });

  const { items } = await city.as('instituteManager').call(it.listEcqsResults, { query: period });
  assert.deepEqual(
    items.map((one) => [one.reservation, one.serial, one.passed, one.testedOn, one.certificateNumber]),
    [['YY-7', 'R-1', true, '2026-11-23', document.number]],
  );
  assert.equal((await city.as('farInstituteManager').call(it.listEcqsResults, { query: period })).total, 0);
  const again = await importFile('instituteManager', await workbook([row('R-1', values)]));
  assert.deepEqual(counted(again), [0, 1, 0], 'a reservation that is served is not requested again');

  const text = await city.as('instituteManager').call(it.exportEcqsResults, { query: { ...period, format: 'csv' } });
  const decoded = Buffer.from(text.bytes).toString('utf8');
  const [heads = '', line = ''] = decoded.split('\r\n').map((one) => one.replace('\ufeff', ''));
  const cells = Object.fromEntries(heads.split(',').map((head, index) => [head, line.split(',')[index]]));
  assert.deepEqual(
    [cells['预约单号'], cells['项别'], cells['产地'], cells['检定结论'], cells['证书编号'], cells['检定机构']],
    ['YY-7', '非自动衡器', "'=浙江", '合格', document.number, organizations.institute.name],
  );
  const gbk = await city.as('instituteManager').call(it.exportEcqsResults, { query: { ...period, format: 'csv-gbk' } });
  assert.equal(`\ufeff${iconv.decode(Buffer.from(gbk.bytes), 'gbk')}`, decoded);
  const sheet = await city.as('instituteManager').call(it.exportEcqsResults, { query: period });
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(sheet.bytes).buffer as ArrayBuffer);
  const titles = (book.worksheets[0]?.getRow(1).values ?? []) as string[];
  assert.deepEqual(titles.slice(-5), ['检定结论', '检定日期', '有效期至', '证书编号', '检定机构']);
  assert.equal(book.worksheets[0]?.getCell(2, titles.indexOf('证书编号')).text, document.number);
});
