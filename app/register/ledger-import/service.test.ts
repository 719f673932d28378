import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import ExcelJS from 'exceljs';
import { sql } from 'kysely';
import { openCity, Refusal, refused, type City } from '../../../test/support/city.ts';
import { exercised } from '../../../test/support/exercised.ts';
import { organizations, type PersonName } from '../../../test/support/story.ts';
import type { Context } from '../../platform/context.ts';
import { perform } from '../../platform/jobs.ts';
import { openFiles } from '../../platform/files.ts';
import { jobs } from '../../slices.ts';
import { checkCharacter } from '../organization/rules.ts';
import { ledgerImportEndpoints as it, type LedgerImportDetails } from './contract.ts';

let city: City;
before(async () => {
  city = await openCity();
});
after(() => city.close());

async function upload(who: PersonName, name: string, content: Uint8Array, query = ''): Promise<LedgerImportDetails> {
  const key = randomUUID();
  const send = () =>
    city.app.inject({
      method: 'POST',
      url: `/api/ledger-imports?name=${encodeURIComponent(name)}${query}`,
      headers: { cookie: city.cookieOf(who), 'content-type': 'application/octet-stream', 'idempotency-key': key },
      payload: Buffer.from(content),
    });
  const answer = await send();
  if (answer.statusCode !== 200) throw new Refusal(answer.statusCode, JSON.parse(answer.body) as Record<string, unknown>);
  exercised.note('uploadLedger');
  assert.deepEqual(JSON.parse((await send()).body), JSON.parse(answer.body));
  return JSON.parse(answer.body) as LedgerImportDetails;
}

async function compared(who: PersonName, name: string, content: Uint8Array, query = ''): Promise<LedgerImportDetails> {
  const { id } = await upload(who, name, content, query);
  await city.finishJobs();
  return city.as(who).call(it.readLedgerImport, { params: { id } });
}

const rowsOf = async (who: PersonName, id: string, query: Record<string, unknown> = {}) =>
  (await city.as(who).call(it.listLedgerImportRows, { params: { id: id as never }, query: query as never })).items;

async function apply(who: PersonName, id: string, choice: 'all' | 'new' | 'changed' | 'rows' = 'all', rows: number[] = []) {
  await city.as(who).call(it.applyLedgerImport, { params: { id: id as never }, body: { choice, rows } });
  await city.finishJobs();
  return city.as(who).call(it.readLedgerImport, { params: { id: id as never } });
}

const headings = [
  '器具名称',
  '型号规格',
  '出厂编号',
  '生产厂家',
  '安装地点',
  '测量范围',
  '上次检定日期',
  '有效期至',
  '证书编号',
  '检定机构',
];
type Values = readonly (string | number | Date | null)[];
async function workbook(rows: readonly Values[], top: Values = headings, edit?: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('台账');
  for (const row of [top, ...rows]) sheet.addRow([...row]);
  edit?.(sheet);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
const scale = (serial: string, place = '一楼', more: Values = []): Values => [
  '电子计价秤',
  'ACS-30',
  serial,
  '甲衡器厂',
  place,
  '0～30 kg',
  ...more,
];
const counted = ({ counts: { new: fresh, changed, unchanged, refused: bad } }: LedgerImportDetails) => [fresh, changed, unchanged, bad];
const serialsOf = async (organization: string): Promise<string[]> =>
  (await city.database.db.selectFrom('instrument').select('serial').where('holderId', '=', organization).orderBy('serial').execute()).map(
    ({ serial }) => serial,
  );
const codeOf = (n: number): string => {
  const first = `91329999MA${String(n).padStart(7, '0')}`;
  return `${first}${checkCharacter(first)}`;
};

test('a ledger is compared first and written only where it was chosen; a second time nothing is new', async () => {
  const content = await workbook([
    scale('0001', '一楼1号', ['2026/3/5', '2027年3月4日', '证-1', '甲所']),
    scale('0002', '一楼2号', [new Date(Date.UTC(2026, 2, 5)), '2027.03.04', '证-2', '甲所']),
    scale('0003'),
    scale('0003', '二楼'),
    scale('0004', ''),
  ]);
  const one = await compared('holder', '台账.xlsx', content);
  assert.deepEqual([one.status, counted(one), one.format], ['compared', [3, 0, 0, 2], 'xlsx']);
  assert.deepEqual(await serialsOf(city.ids.holder.organization), []);
  const bad = await rowsOf('holder', one.id, { verdict: 'refused' });
  assert.match(bad[0]?.remarks[0]?.text ?? '', /与第 4 行重复/);
  assert.match(bad[1]?.remarks[0]?.text ?? '', /安装地点必填/);
  const some = await apply('holder', one.id, 'rows', [2]);
  assert.deepEqual([some.status, some.counts.applied, await serialsOf(city.ids.holder.organization)], ['done', 1, ['0001']]);
  const all = await apply('holder', one.id);
  assert.deepEqual([all.counts.applied, all.allowed], [3, []]);
  assert.deepEqual(await serialsOf(city.ids.holder.organization), ['0001', '0002', '0003']);
  const { rows } = await sql<{ verifiedOn: string; dueOn: string; resultOrigin: string; use: string; region: string }>`
    select verified_on, due_on, result_origin, use, region from instrument where serial = '0002'`.execute(city.database.db);
  assert.deepEqual(rows[0], { verifiedOn: '2026-03-05', dueOn: '2027-03-04', resultOrigin: 'reported', use: 'trade', region: '320685' });
  const again = await compared('holder', '台账.xlsx', content);
  assert.deepEqual(counted(again), [0, 0, 3, 2]);
  await refused(apply('holder', again.id), 'ledgerImport.notNow');
  const [event] = await city.database.db
    .selectFrom('event')
    .select(['personId', 'organizationId'])
    .where('kind', '=', 'instrument.registered')
    .orderBy('id', 'desc')
    .limit(1)
    .execute();
  assert.deepEqual(event, { personId: city.ids.holder.person, organizationId: city.ids.holder.organization });
});

test('a difference is shown field by field, and what somebody changed meanwhile is not overwritten', async () => {
  const one = await compared('holder', '变更.xlsx', await workbook([scale('0001', '三楼'), scale('0002', '三楼'), scale('0003')]));
  assert.deepEqual(counted(one), [0, 2, 1, 0]);
  const [row] = await rowsOf('holder', one.id, { verdict: 'changed' });
  assert.deepEqual(row?.difference, [{ field: 'place', label: '安装地点', before: '一楼1号', after: '三楼' }]);
  await sql`update instrument set version = version + 1 where serial = '0002'`.execute(city.database.db);
  const done = await apply('holder', one.id);
  assert.deepEqual([done.counts.applied, done.counts.refused], [1, 1]);
  const [late] = await rowsOf('holder', one.id, { verdict: 'refused' });
  assert.match(late?.remarks[0]?.text ?? '', /比对之后台账已被更改/);
});

test('the same instrument written in another width, case or dash is found again', async () => {
  const one = await compared(
    'holder',
    '写法.xlsx',
    await workbook([['电子计价秤', 'ＡＣＳ－30', ' ０００３ ', '甲 衡器厂', '一楼', '0～30 kg']]),
  );
  const [row] = await rowsOf('holder', one.id);
  assert.deepEqual([row?.verdict, row?.difference.map(({ field }) => field)], ['changed', ['maker']]);
});

test('the template has an example that is not imported; refused rows come back in its layout and go in once they are right', async () => {
  const { bytes } = await city.as('farHolder').call(it.downloadLedgerTemplate, {});
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(bytes).buffer as ArrayBuffer);
  const sheet = book.getWorksheet('台账');
  assert.ok(sheet);
  const titles = (sheet.getRow(1).values as string[]).map((title) => title?.replace(' *', ''));
  const put = (target: ExcelJS.Worksheet, row: number, values: Record<string, string>) => {
    for (const [title, value] of Object.entries(values)) target.getCell(row, titles.indexOf(title)).value = value;
  };
  assert.equal(sheet.getCell(2, titles.indexOf('序号')).text, '示例');
  const rule = sheet.getCell(2, titles.indexOf('用途')).dataValidation;
  assert.equal(rule.type, 'list');
  const good = { 器具名称: '水表', 型号规格: 'LXS-20', 出厂编号: '00123', 生产厂家: '乙水表厂', 安装地点: '门厅', 用途: '贸易结算' };
  put(sheet, 3, good);
  put(sheet, 4, { ...good, 器具名称: '电子秤', 出厂编号: '00124' });
  put(sheet, 5, { ...good, 出厂编号: '00125', 上次检定日期: '26/3/5' });
  const one = await compared('farHolder', '模板.xlsx', new Uint8Array(await book.xlsx.writeBuffer()));
  assert.deepEqual([counted(one), one.status], [[1, 0, 0, 2], 'compared']);
  const back = new ExcelJS.Workbook();
  const { bytes: returned } = await city.as('farHolder').call(it.downloadRefusedRows, { params: { id: one.id } });
  await back.xlsx.load(Uint8Array.from(returned).buffer as ArrayBuffer);
  const again = back.getWorksheet('台账');
  assert.ok(again);
  assert.match(again.getCell(2, titles.indexOf('备注')).text, /电子计价秤、其他数字指示秤/);
  assert.match(again.getCell(3, titles.indexOf('备注')).text, /26\/3\/5/);
  assert.ok(again.getCell(3, titles.indexOf('上次检定日期')).note);
  put(again, 2, { 器具种类: '电子计价秤' });
  put(again, 3, { 上次检定日期: '2026-03-05', 有效期至: '20270304' });
  const fixed = await compared('farHolder', '改正.xlsx', new Uint8Array(await back.xlsx.writeBuffer()));
  assert.deepEqual(counted(fixed), [2, 0, 0, 0]);
  await apply('farHolder', one.id);
  await apply('farHolder', fixed.id);
  assert.deepEqual(await serialsOf(city.ids.farHolder.organization), ['00123', '00124', '00125']);
});

const many = ['使用单位', '统一社会信用代码', ...headings.slice(0, 5)];
test('an institute imports for the holders that the rows name; unknown ones are registered only where it said so', async () => {
  const known = organizations.farMarket.creditCode;
  const wrong = `${known.slice(0, 17)}${known.endsWith('0') ? '1' : '0'}`;
  const rows: Values[] = [
    ['测试乙县供销超市', known, '电子计价秤', 'ACS-15', 'M1', '丙厂', '收银台'],
    ['错码单位', wrong, '电子计价秤', 'ACS-15', 'M2', '丙厂', '收银台'],
    ['新单位', codeOf(77), '电子计价秤', 'ACS-15', 'M3', '丙厂', '收银台'],
    ['没有代码', null, '电子计价秤', 'ACS-15', 'M4', '丙厂', '收银台'],
  ];
  const content = await workbook(rows, many);
  const strict = await compared('instituteManager', '多家.xlsx', content, '&manyHolders=true');
  assert.deepEqual(counted(strict), [1, 0, 0, 3]);
  const remarks = (await rowsOf('instituteManager', strict.id, { verdict: 'refused' })).map((row) =>
    row.remarks.map(({ text }) => text).join(),
  );
  assert.match(remarks[0] ?? '', /校验码不符/);
  assert.match(remarks[1] ?? '', /没有登记过/);
  assert.match(remarks[2] ?? '', /必须填写统一社会信用代码/);
  const open = await compared('instituteManager', '多家.xlsx', content, '&manyHolders=true&registerHolders=true');
  assert.deepEqual(counted(open), [2, 0, 0, 2]);
  const done = await apply('instituteManager', open.id);
  assert.equal(done.counts.applied, 2);
  const holder = await city.database.db
    .selectFrom('organization')
    .select(['name', 'kind'])
    .where('creditCode', '=', codeOf(77))
    .executeTakeFirst();
  assert.deepEqual(holder, { name: '新单位', kind: 'enterprise' });
});

test('an institute does not overwrite what a holder keeps itself; a holder imports nobody else’s ledger', async () => {
  const row: Values = ['测试甲县惠民菜市场', organizations.market.creditCode, '电子计价秤', 'ACS-30', '0003', '甲衡器厂', '另一处'];
  const one = await compared('instituteManager', '改他人.xlsx', await workbook([row], many), '&manyHolders=true');
  assert.deepEqual(counted(one), [0, 0, 0, 1]);
  const [refusedRow] = await rowsOf('instituteManager', one.id);
  assert.match(refusedRow?.remarks[0]?.text ?? '', /只能由其更正/);
  const other = await compared('farHolder', '别人.xlsx', await workbook([row], many));
  assert.match((await rowsOf('farHolder', other.id))[0]?.remarks[0]?.text ?? '', /只能导入本单位/);
  await refused(upload('holder', '台账.xlsx', await workbook([row], many), '&manyHolders=true'), 'platform.forbidden');
});

test('nobody but the organization itself finds an import, and who keeps no ledger uploads none', async () => {
  const { items } = await city.as('holder').call(it.listLedgerImports, { query: {} });
  const id = items[0]?.id as never;
  await refused(city.as('farHolder').call(it.readLedgerImport, { params: { id } }), 'platform.notFound');
  await refused(city.as('farHolder').call(it.downloadRefusedRows, { params: { id } }), 'platform.notFound');
  await refused(upload('technician', '台账.xlsx', await workbook([scale('1')])), 'platform.forbidden');
});

test('an import that was given up writes nothing and cannot be taken up', async () => {
  const one = await compared('holder', '放弃.xlsx', await workbook([scale('9001')]));
  const given = await city.as('holder').call(it.abandonLedgerImport, { params: { id: one.id } });
  assert.deepEqual([given.status, given.allowed], ['abandoned', []]);
  await refused(apply('holder', one.id), 'ledgerImport.notNow');
  assert.ok(!(await serialsOf(city.ids.holder.organization)).includes('9001'));
});

test('a job that dies in the middle leaves whole chunks, and the work goes on behind the last one', async () => {
  const serials = Array.from({ length: 2500 }, (_, n) => `K${String(n).padStart(5, '0')}`);
  const one = await compared('holder', '中断.xlsx', await workbook(serials.map((serial) => scale(serial))));
  assert.equal(one.counts.new, 2500);
  await city.as('holder').call(it.applyLedgerImport, { params: { id: one.id }, body: { choice: 'all' } });
  const options = {
    database: city.database,
    files: openFiles('/nonexistent'),
    clock: () => city.clock.now,
    demonstration: false,
    publicUrl: '',
    jobs,
    crontab: '',
  };
  const written = async () => (await serialsOf(city.ids.holder.organization)).filter((serial) => serial.startsWith('K')).length;
  await perform('applyLedgerImport', { id: one.id }, options);
  assert.equal(await written(), 1000);
  const dying = {
    ...options,
    jobs: {
      async applyLedgerImport(payload: Readonly<Record<string, unknown>>, ctx: Context) {
        await jobs['applyLedgerImport']?.(payload, ctx);
        throw new Error('killed');
      },
    },
  };
  await assert.rejects(perform('applyLedgerImport', { id: one.id }, dying), /killed/);
  assert.equal(await written(), 1000, 'a chunk that was not finished is not there');
  await refused(city.as('holder').call(it.resumeLedgerImport, { params: { id: one.id } }), 'ledgerImport.notNow');
  city.clock.now = new Date(city.clock.now.getTime() + 10 * 60_000);
  const resumed = await city.as('holder').call(it.resumeLedgerImport, { params: { id: one.id } });
  assert.equal(resumed.status, 'applying');
  await Promise.all([perform('applyLedgerImport', { id: one.id }, options), perform('applyLedgerImport', { id: one.id }, options)]);
  await city.finishJobs();
  const done = await city.as('holder').call(it.readLedgerImport, { params: { id: one.id } });
  assert.deepEqual([done.status, done.counts.applied, await written()], ['done', 2500, 2500]);
});

test('an import left behind by a server that was killed is taken up by itself', async () => {
  const { id } = await upload('holder', '遗留.xlsx', await workbook([scale('L1')]));
  await sql`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`
    .execute(city.database.db)
    .catch(() => undefined);
  city.clock.now = new Date(city.clock.now.getTime() + 10 * 60_000);
  await city.database.db.transaction().execute(async (db) => {
    await sql`select graphile_worker.add_job(identifier => 'resumeLedgerImports')`.execute(db);
  });
  await city.finishJobs();
  assert.equal((await city.as('holder').call(it.readLedgerImport, { params: { id } })).status, 'compared');
});
