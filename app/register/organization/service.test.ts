import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { eventEndpoints } from '../event/contract.ts';
import { organizationEndpoints } from './contract.ts';
import { recordFirstOrganizations } from './service.ts';

const { readSetting, listOrganizations, readOrganization, registerOrganization, renameOrganization, endOrganization } =
  organizationEndpoints;

let city: City;
before(async () => {
  city = await openCity();
});
after(() => city.close());

const shop = { kind: 'enterprise', name: '测试甲县江边超市', creditCode: '91350100M000100Y43', region: '320685' } as const;

test('anybody learns which city this is and whether it is a demonstration', async () => {
  const setting = await city.stranger().call(readSetting, {});
  assert.deepEqual(setting.city, { code: '320600', name: ['南通市', 'Nantong'] });
  assert.equal(setting.demonstration, false);
});

test('an enterprise is registered once per credit code, and its code is checked', async () => {
  const registered = await city.as('countyRegulator').call(registerOrganization, { body: shop });
  assert.equal(registered.creditCode, shop.creditCode);
  await refused(city.as('countyRegulator').call(registerOrganization, { body: shop }), 'organization.creditCodeTaken');
  await refused(
    city.as('countyRegulator').call(registerOrganization, { body: { ...shop, creditCode: '91350100M000100Y44' } }),
    'organization.creditCode',
  );
});

test('a county registers only in its own county', async () => {
  await refused(
    city.as('countyRegulator').call(registerOrganization, { body: { ...shop, creditCode: null, region: '320682' } }),
    'platform.forbidden',
  );
});

test('institutes and authorities are found by everybody, enterprises only within one’s scope', async () => {
  const seen = async (who: 'holder' | 'farHolder' | 'countyRegulator' | 'cityRegulator') =>
    (await city.as(who).call(listOrganizations, { query: { limit: 200 } })).items.map((item) => item.name);
  assert.ok((await seen('holder')).includes('测试甲县计量检定测试所'));
  assert.ok((await seen('holder')).includes('测试甲县惠民菜市场'));
  assert.ok(!(await seen('farHolder')).includes('测试甲县惠民菜市场'));
  assert.ok((await seen('countyRegulator')).includes('测试甲县惠民菜市场'));
  assert.ok(!(await seen('countyRegulator')).includes('测试乙县供销超市'));
  assert.ok((await seen('cityRegulator')).includes('测试乙县供销超市'));
  await refused(
    city.as('farHolder').call(readOrganization, { params: { id: city.ids.holder.organization as never } }),
    'platform.notFound',
  );
});

test('a list comes in pages without losing or doubling a row', async () => {
  const all = (await city.as('cityRegulator').call(listOrganizations, { query: { limit: 200 } })).items.map((item) => item.id);
  const paged: string[] = [];
  let after: string | undefined;
  do {
    const page = await city.as('cityRegulator').call(listOrganizations, { query: { limit: 3, ...(after === undefined ? {} : { after }) } });
    paged.push(...page.items.map((item) => item.id));
    after = page.next ?? undefined;
  } while (after !== undefined);
  assert.deepEqual(paged, all);
});

test('a renamed organization is still found by its former name; an ended one names its successor', async () => {
  const { id } = await city
    .as('cityRegulator')
    .call(registerOrganization, { body: { kind: 'bureau', name: '测试市大数据管理局', region: '320600' } });
  const { id: successorId } = await city
    .as('cityRegulator')
    .call(registerOrganization, { body: { kind: 'bureau', name: '测试市数据局', region: '320600' } });
  await city
    .as('cityRegulator')
    .call(renameOrganization, { params: { id }, body: { name: '测试市大数据发展局', from: '2026-01-01', reason: '机构改革' } });
  const found = await city.as('cityRegulator').call(listOrganizations, { query: { q: '大数据管理' } });
  assert.deepEqual(
    found.items.map((item) => item.name),
    ['测试市大数据发展局'],
  );
  await city
    .as('cityRegulator')
    .call(endOrganization, { params: { id }, body: { validTo: '2026-06-30', successorId, reason: '职责划转' } });
  const details = await city.as('holder').call(readOrganization, { params: { id } });
  assert.equal(details.successor?.name, '测试市数据局');
  assert.deepEqual(
    details.formerNames.map((item) => [item.name, item.validTo]),
    [['测试市大数据管理局', '2025-12-31']],
  );
  assert.deepEqual(
    details.timeline.map((event) => event.kind),
    ['organization.registered', 'organization.renamed', 'organization.ended'],
  );
  await refused(
    city
      .as('cityRegulator')
      .call(endOrganization, { params: { id }, body: { validTo: '2026-07-01', successorId: null, reason: '重复办理' } }),
    'organization.ended',
  );
});

test('the first organizations are recorded once, however often the city starts', async () => {
  const ctx = { db: city.database.db, now: '2026-11-23T02:00:00.000Z', newId: () => crypto.randomUUID() };
  const first = [{ kind: 'body', name: '测试责任单位', region: '320600', body: 'test-body' }];
  assert.equal(await recordFirstOrganizations(ctx, first), 1);
  assert.equal(await recordFirstOrganizations(ctx, first), 0);
});

test('auditors read the audit trail by kind; others do not', async () => {
  const { items } = await city.as('auditor').call(eventEndpoints.listEvents, { query: { kind: 'organization.' } });
  assert.ok(items.length >= 4 && items.every((item) => item.kind.startsWith('organization.')));
  await refused(city.as('cityRegulator').call(eventEndpoints.listEvents, { query: {} }), 'platform.forbidden');
});

test('a sign of LIKE in a search is only a sign', async () => {
  const found = async (q: string) => (await city.as('cityRegulator').call(organizationEndpoints.listOrganizations, { query: { q } })).total;
  assert.deepEqual([await found('%'), await found('_'), await found('\\')], [0, 0, 0]);
  assert.ok((await found('测试')) > 0);
});
