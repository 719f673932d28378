import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { editionFor } from '@tongheng/procedures/registry';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import type { PersonName } from '../../../test/support/story.ts';
import { allNumbers, designate, edition } from '../../../test/support/thread.ts';
import { catalogueEndpoints } from '../../register/catalogue/contract.ts';
import { requestEndpoints } from './contract.ts';
import { itemReadinessOf, readinessOf } from './rules/readiness.ts';

let city: City;
before(async () => {
  city = await openCity();
});
after(() => city.close());

const asked = (who: PersonName = 'technician', institute?: string) =>
  city.as(who).call(requestEndpoints.readVerifiableItems, { query: institute === undefined ? {} : { institute: institute as never } });
const scales = async (who: PersonName = 'technician') => {
  const { items } = await asked(who);
  const item = items.find((one) => one.item === 'B2')!;
  return { item: item.readiness, kind: item.kinds.find(({ kind }) => kind === 'price-computing-scale')! };
};

test('all 22 items of the annex are answered, each with the kinds of instruments it is made of', async () => {
  const { items, others, institute } = await asked();
  assert.equal(institute?.name, '测试甲县计量检定测试所');
  assert.equal(items.length, 22);
  assert.ok(items.every(({ kinds, readiness }) => kinds.length > 0 && readiness === 'none'));
  for (const kind of [...items.flatMap(({ kinds }) => kinds), ...others]) {
    const holds = editionFor(kind.kind, '2026-11-23');
    assert.equal(kind.edition?.id, holds?.id, kind.kind);
    assert.equal(kind.readiness === 'no-procedure', holds === undefined, kind.kind);
  }
});

test('a kind becomes verifiable by its adoption, the second person and the designation, in this order', async () => {
  assert.deepEqual([(await scales()).kind.readiness, (await scales()).item], ['not-adopted', 'none']);
  const { id } = await city
    .as('technicalManager')
    .call(catalogueEndpoints.proposeAdoption, { body: { edition, source: '测试用文本，非正式文本', numbers: allNumbers() } });
  assert.equal((await scales()).kind.readiness, 'second-person');
  await city.as('approver').call(catalogueEndpoints.confirmAdoption, { params: { id } });
  assert.equal((await scales()).kind.readiness, 'not-designated');
  await designate(city, 'countyRegulator', '320685', 'technician');
  const { kind, item } = await scales();
  assert.deepEqual([kind.readiness, kind.regions, item], ['verifiable', ['320685'], 'some']);
  assert.equal(kind.edition?.to, '2027-01-07');
});

test('an institute sees itself, an authority the institutes of its region, a holder nobody', async () => {
  const own = await asked('technician');
  assert.deepEqual(own.institutes.length, 1);
  const far = city.ids.farInstituteManager.organization;
  await refused(asked('technician', far), 'platform.notFound');
  const authority = await asked('cityRegulator');
  assert.deepEqual([authority.institute, authority.institutes.length], [null, 2]);
  assert.equal((await asked('cityRegulator', far)).items[1]?.kinds[0]?.readiness, 'not-adopted');
  await refused(asked('countyRegulator', far), 'platform.notFound');
  await refused(asked('holder'), 'platform.forbidden');
});

test('what is missing is said in the order in which it has to be done', () => {
  const editionThat = (adoption: 'adopted' | 'proposed' | 'changed' | 'none', openCount = 0) => ({ adoption, openCount });
  assert.equal(readinessOf(undefined, true), 'no-procedure');
  assert.equal(readinessOf(editionThat('none', 2), true), 'limits-open');
  assert.equal(readinessOf(editionThat('none'), true), 'not-adopted');
  assert.equal(readinessOf(editionThat('proposed', 2), true), 'second-person');
  assert.equal(readinessOf(editionThat('changed', 2), true), 'data-changed');
  assert.equal(readinessOf(editionThat('adopted', 2), false), 'not-designated');
  assert.equal(readinessOf(editionThat('adopted', 2), true), 'verifiable');
  assert.equal(itemReadinessOf(['verifiable', 'verifiable']), 'all');
  assert.equal(itemReadinessOf(['verifiable', 'not-adopted']), 'some');
  assert.equal(itemReadinessOf(['no-procedure']), 'none');
});
