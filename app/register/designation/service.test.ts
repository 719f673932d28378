import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { designate } from '../../../test/support/thread.ts';
import { designationEndpoints } from './contract.ts';
import { servedBy } from './service.ts';

const { listDesignations, designateForKinds, endDesignation } = designationEndpoints;

let city: City;
before(async () => {
  city = await openCity();
});
after(() => city.close());

test('an authority designates inside its region, one institute at a time', async () => {
  await refused(designate(city, 'countyRegulator', '320682', 'instituteManager'), 'platform.forbidden');
  await refused(designate(city, 'countyRegulator', '320685', 'holder'), 'designation.notAnInstitute');
  const designation = await designate(city, 'countyRegulator', '320685', 'instituteManager');
  assert.equal(designation.authority, '测试甲县市场监督管理局');
  await refused(designate(city, 'countyRegulator', '320685', 'farInstituteManager'), 'designation.designatedAlready');
  const { items } = await city.as('holder').call(listDesignations, { query: { region: '320685' } });
  assert.deepEqual(
    items.map(({ institute }) => institute.name),
    ['测试甲县计量检定测试所'],
  );
});

test('one document designates an institute for several kinds, whole or not at all', async () => {
  const document = (region: string, instrumentKinds: string[]) =>
    city.as('cityRegulator').call(designateForKinds, {
      body: {
        region,
        instrumentKinds: instrumentKinds as never,
        instituteId: city.ids.technician.organization as never,
        documentNumber: '测市监〔2026〕2号',
        validFrom: '2026-01-01',
      },
    });
  const { items } = await document('320682', ['water-meter', 'pressure-gauge', 'water-meter']);
  assert.deepEqual(
    items.map(({ instrumentKind }) => instrumentKind),
    ['water-meter', 'pressure-gauge'],
  );
  const refusal = await refused(document('320682', ['fuel-dispenser', 'water-meter']), 'designation.designatedAlready');
  assert.match(JSON.stringify(refusal.body), /水表/);
  const { items: found } = await city.as('holder').call(listDesignations, { query: { region: '320682' } });
  assert.ok(!found.some(({ instrumentKind }) => instrumentKind === 'fuel-dispenser'), 'nothing of a refused document is recorded');
  await refused(document('320682', ['ruler']), 'platform.invalid');
});

test('a designation ends by a document, not before it began and only once', async () => {
  const { items } = await city.as('countyRegulator').call(listDesignations, { query: { region: '320685', ended: 'false' } });
  const params = { id: items[0]!.id };
  const end = (lastDay: string) =>
    city.as('countyRegulator').call(endDesignation, { params, body: { lastDay, documentNumber: '测市监〔2026〕9号', reason: '机构调整' } });
  await refused(end('2025-12-31'), 'platform.invalid');
  const ended = await end('2026-11-22');
  assert.deepEqual([ended.validTo, ended.ending?.documentNumber], ['2026-11-22', '测市监〔2026〕9号']);
  await refused(end('2026-11-22'), 'designation.ended');
  const ctx = { db: city.database.db, today: '2026-11-23' } as const;
  const institute = city.ids.instituteManager.organization;
  assert.ok(!(await servedBy(ctx, institute)).some(({ region }) => region === '320685'), 'what has ended is served no more');
  assert.ok(
    (await servedBy(ctx, institute, '2026-11-22')).some(({ region }) => region === '320685'),
    'and was served on the last day',
  );
});
