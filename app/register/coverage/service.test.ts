import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import Excel from 'exceljs';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { designate } from '../../../test/support/thread.ts';
import type { PersonName } from '../../../test/support/story.ts';
import { recordDivisions } from '../division/service.ts';
import { placeEndpoints } from '../place/contract.ts';
import { coverageEndpoints as c } from './contract.ts';
import { coverageColumnNames, type CoverageColumn } from './rules.ts';

let city: City;
let serial = 0;

/** Instruments as the ledger holds them, put straight there in the standings that are needed. */
async function stand(more: object, times = 1): Promise<void> {
  const { organization } = city.ids.holder;
  for (let n = 0; n < times; n++) {
    serial += 1;
    await city.database.db
      .insertInto('instrument')
      .values({
        id: randomUUID(),
        code: `TEST${String(serial).padStart(12, '0')}`,
        kind: 'price-computing-scale',
        name: '电子计价秤',
        model: 'T-1',
        serial: `C-${serial}`,
        maker: '测试衡器厂',
        holderId: organization,
        registrarId: organization,
        region: '320685',
        township: '320685100',
        place: '1 号摊',
        use: 'trade',
        parameters: '{}',
        status: 'in-use',
        demonstration: false,
        recordedAt: new Date(Date.parse('2026-01-01T00:00:00Z') + serial * 86_400_000).toISOString(),
        ...more,
      } as never)
      .execute();
  }
}

const pass = (dueOn: string | null, more: object = {}) => ({ verdict: 'pass', verifiedOn: '2025-11-01', dueOn, ...more });

before(async () => {
  city = await openCity();
  await recordDivisions(
    { db: city.database.db, now: city.clock.now.toISOString() },
    [
      { code: '320685100', name: '测试甲镇', region: '320685' },
      { code: '320685101', name: '测试乙镇', region: '320685' },
      { code: '320682001', name: '测试丙街道', region: '320682' },
    ],
    '测试虚构',
  );
  await stand(pass('2027-06-30'), 3);
  await stand(pass('2026-11-23'));
  await stand(pass('2026-12-23'));
  await stand(pass('2026-12-24'));
  await stand(pass('2026-11-22'), 2);
  await stand({ verdict: 'fail', verifiedOn: '2026-10-01' });
  await stand({ verifiedOn: '2026-10-01' });
  await stand({}, 2);
  await stand({ kind: 'water-meter', ...pass(null, { validity: 'first-only' }), township: null });
  await stand({ status: 'sealed' });
  await stand({ status: 'scrapped' });
  await stand({ region: '320682', township: '320682001', kind: 'fuel-dispenser' });
});
after(() => city.close());

const read = (who: PersonName, query: object = {}) => city.as(who).call(c.readCoverage, { query: query as never });
const listed = (who: PersonName, query: object) => city.as(who).call(c.listCovered, { query: query as never });
const counts = (row: Record<CoverageColumn, number>) => coverageColumnNames.map((column) => row[column]);

test('a county sees its townships with zeros, the unknown one last, and what is due today is valid', async () => {
  const coverage = await read('countyRegulator');
  assert.deepEqual(
    coverage.rows.map((row) => [row.township, row.townshipName, ...counts(row), row.rate]),
    [
      ['320685100', '测试甲镇', 12, 6, 2, 2, 1, 1, 2, '50.0'],
      ['320685101', '测试乙镇', 0, 0, 0, 0, 0, 0, 0, null],
      ['none', null, 1, 1, 0, 0, 0, 0, 0, '100.0'],
    ],
  );
  assert.deepEqual(counts(coverage.total), [13, 7, 2, 2, 1, 1, 2]);
  assert.deepEqual([coverage.asOf, coverage.region, coverage.by, coverage.townshipsRecorded], ['2026-11-23', '320685', 'township', true]);
});

test('the sums by county, kind, township and both are the same', async () => {
  for (const by of ['county', 'township', 'kind', 'township-kind']) {
    const { rows, total } = await read('cityRegulator', { by });
    for (const column of coverageColumnNames)
      assert.equal(
        rows.reduce((sum, row) => sum + row[column], 0),
        total[column],
        `${by} ${column}`,
      );
  }
  const kinds = await read('cityRegulator', { by: 'kind' });
  assert.equal(kinds.rows.find(({ kind }) => kind === 'electrocardiograph')?.inUse, 0, 'a kind without instruments is zero');
  const city320682 = await read('cityRegulator', { region: '320682', by: 'township' });
  assert.deepEqual(
    city320682.rows.map(({ township, inUse }) => [township, inUse]),
    [
      ['320682001', 1],
      ['none', 0],
    ],
  );
});

test('each figure is the number of instruments that it leads to', async () => {
  const { rows } = await read('countyRegulator', { by: 'township-kind' });
  for (const row of rows)
    for (const column of coverageColumnNames) {
      const list = await listed('countyRegulator', { township: row.township, kind: row.kind, column, limit: '200' });
      assert.deepEqual([list.items.length, list.total], [row[column], row[column]], `${row.township} ${row.kind} ${column}`);
    }
});

test('never verified instruments come the longest recorded first, with the days since; others by the day due', async () => {
  const never = await listed('countyRegulator', { column: 'neverVerified' });
  assert.deepEqual(
    never.items.map(({ serial: number }) => number),
    ['C-11', 'C-12'],
  );
  assert.deepEqual(
    never.items.map(({ daysRecorded, standing }) => [daysRecorded, standing]),
    [
      [315, 'never-verified'],
      [314, 'never-verified'],
    ],
  );
  for (const column of ['neverVerified', 'inUse']) {
    const all = await listed('countyRegulator', { column, limit: '200' });
    const pages: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const page: typeof all = await listed('countyRegulator', { column, limit: '1', ...(after === '' ? {} : { after }) });
      pages.push(...page.items.map(({ id }) => id));
      after = page.next;
    }
    assert.deepEqual(
      pages,
      all.items.map(({ id }) => id),
      column,
    );
  }
  const valid = await listed('countyRegulator', { column: 'valid' });
  assert.deepEqual([valid.items[0]?.dueOn, valid.items[6]?.dueOn], ['2026-11-23', null]);
});

test('nobody reaches beyond the own region; an institute sees what it is designated for', async () => {
  assert.deepEqual((await read('countyRegulator', { region: '320682' })).rows, []);
  assert.equal((await listed('countyRegulator', { region: '320682' })).total, 0);
  assert.equal((await read('instituteManager')).total.inUse, 0, 'not designated yet');
  await designate(city, 'countyRegulator', '320685', 'instituteManager');
  const institute = await read('instituteManager', { by: 'kind' });
  assert.equal(institute.total.inUse, 12);
  assert.equal((await listed('instituteManager', { kind: 'water-meter' })).items.length, 0, 'another kind');
  assert.equal((await listed('instituteManager', { column: 'failed' })).items.length, 1);
  await refused(read('holder'), 'platform.forbidden');
});

test('open places of which something is expected and nothing is recorded are listed with what is expected', async () => {
  const record = (kind: string, name: string, township: string | null = '320685100') =>
    city
      .as('countyRegulator')
      .call(placeEndpoints.recordPlace, { body: { kind, name, region: '320685', township, compared: true } as never });
  const market = await record('market', '有秤的市场');
  await record('market', '没有秤的市场');
  await record('village-clinic', '没有记录的村卫生室', null);
  await record('other', '没有预期的地方');
  const closed = await record('optician', '关了的眼镜店');
  await city
    .as('countyRegulator')
    .call(placeEndpoints.closePlace, { params: { id: closed.id }, body: { lastDay: '2026-11-01', reason: '停业' } });
  await stand({ placeId: market.id });
  const without = (query: object = {}) => city.as('countyRegulator').call(c.listPlacesWithout, { query: query as never });
  const all = await without();
  assert.deepEqual(all.items.map(({ name }) => name).sort(), ['没有秤的市场', '没有记录的村卫生室'].sort());
  assert.deepEqual(all.items.find(({ kind }) => kind === 'village-clinic')?.expected, [['sphygmomanometer', 'automated-sphygmomanometer']]);
  assert.deepEqual(
    (await without({ township: 'none' })).items.map(({ name }) => name),
    ['没有记录的村卫生室'],
  );
  assert.equal((await without({ q: '卫生室', kind: 'village-clinic', region: '320685' })).total, 1);
  const first = await without({ limit: '1' });
  assert.equal((await without({ limit: '1', after: first.next })).items.length, 1);
  const { places } = await read('countyRegulator');
  assert.deepEqual(
    places.filter(({ open }) => open > 0).map(({ kind, open, without: none, expected }) => [kind, open, none, expected]),
    [
      ['market', 2, 1, true],
      ['village-clinic', 1, 1, true],
      ['other', 1, 1, false],
    ],
  );
  assert.equal((await city.as('farInstituteManager').call(c.listPlacesWithout, { query: {} })).total, 0);
});

test('the workbook has the rows of the page and says how each column is counted', async () => {
  const { bytes } = await city.as('countyRegulator').call(c.exportCoverage, { query: { by: 'township' } });
  const book = new Excel.Workbook();
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  const [sheet] = book.worksheets;
  assert.deepEqual([sheet?.getCell('B3').value, sheet?.getCell('D3').value, sheet?.getCell('B5').value], ['测试甲镇', 13, '未注明乡镇']);
  assert.match(JSON.stringify(sheet?.getColumn(1).values), /已检有效 ÷ 应检/);
});
