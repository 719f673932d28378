import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { CalculationInput } from '@tongheng/procedures/calculation';
import { editions, findEdition, findProcedure, unknownLimits } from '@tongheng/procedures/registry';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { catalogueEndpoints } from './contract.ts';
import { numbersOf, type Comparison } from './rules.ts';
import { adoptedLimitsOf, digestOfAdoption, findAdoptionOf } from './service.ts';

const { listEditions, readEdition, readAdoption, proposeAdoption, confirmAdoption, withdrawAdoption } = catalogueEndpoints;
/** An edition that leaves at least one limit open, whatever other editions there are. */
const edition = 'jjg-0692-2010';
const open = unknownLimits(findEdition(edition)!).map(({ path }) => path);
const [first] = open;

type Given = Comparison & { clause: string };
const given = (value: string | undefined, change: (entries: Given[]) => Given[] = (entries) => entries): Given[] =>
  change(
    numbersOf(findEdition(edition)!).map(({ path }) => ({
      path,
      clause: '测试条款',
      ...(value !== undefined && open.includes(path) ? { value } : {}),
    })),
  );

let city: City;
before(async () => {
  city = await openCity();
});
after(() => city.close());

const propose = (numbers: Given[]) =>
  city.as('technicalManager').call(proposeAdoption, { body: { edition, source: '测试用文本，非正式文本', numbers: numbers as never } });
const institute = () => city.ids.technician.organization;
const limits = () => adoptedLimitsOf({ db: city.database.db }, institute(), edition);

test('an edition says how many of its limits are open, and what each is', async () => {
  const { items } = await city.as('holder').call(listEditions, {});
  for (const { id, openCount } of items) assert.equal(openCount, unknownLimits(editions.find((each) => each.id === id)!).length, id);
  const { numbers, examples } = await city.as('holder').call(readEdition, { params: { id: edition } });
  const asked = numbers.find(({ path }) => path === first);
  assert.deepEqual([asked?.open, asked?.value], [true, 'null']);
  assert.ok((asked?.label?.[0] ?? '') !== '');
  assert.ok(examples.some(({ conclusion }) => conclusion === 'pass') && examples.some(({ conclusion }) => conclusion === 'fail'));
});

test('an open limit is not adopted without a value, nor with words', async () => {
  for (const value of [undefined, '', '2.5 次', '约 1', '1,5', '１']) {
    const refusal = await refused(propose(given(value)), 'catalogue.values');
    const paths = (refusal.body['issues'] as { path: string[]; message: string }[]).map(({ path }) => path.join(' '));
    assert.deepEqual(
      paths,
      open.map((path) => `numbers ${path} value`),
      value,
    );
  }
  const body = { edition, source: 'a text for a test', numbers: given('two') as never };
  const call = city.as('technicalManager').call(proposeAdoption, { body }, { language: 'en' });
  const english = await refused(call, 'catalogue.values');
  assert.doesNotMatch(JSON.stringify(english.body), /[\u4e00-\u9fff]/);
});

test('a number that the program has is not given another value', async () => {
  const known = numbersOf(findEdition(edition)!).find((number) => !number.open && number.path.startsWith('limits.'))!;
  const other = given('1', (entries) => entries.map((entry) => (entry.path === known.path ? { ...entry, value: '99' } : entry)));
  const refusal = await refused(propose(other), 'catalogue.values');
  assert.deepEqual(
    (refusal.body['issues'] as { path: string[] }[]).map(({ path }) => path[1]),
    [known.path],
  );
});

test('the second person sees the value entered; it holds, with a digest of its own, only once confirmed', async () => {
  const { id, digest, contentDigest } = await propose(given('1.0'));
  assert.notEqual(contentDigest, digest);
  assert.deepEqual(await limits(), {}, 'proposed is not adopted');
  const seen = await city.as('approver').call(readAdoption, { params: { id } });
  assert.deepEqual(
    seen.confirmations.filter(({ entered }) => entered).map(({ path, value }) => [path, value]),
    open.map((path) => [path, '"1.0"']),
  );
  await city.as('approver').call(confirmAdoption, { params: { id } });
  const entered = Object.fromEntries(open.map((path) => [path, '1.0']));
  assert.deepEqual(await limits(), entered);
  assert.equal(digestOfAdoption(digest, entered), contentDigest);
  const finding = await findAdoptionOf({ db: city.database.db }, institute(), edition);
  assert.deepEqual([finding.holds, finding.contentDigest], [true, contentDigest]);
  assert.deepEqual(await adoptedLimitsOf({ db: city.database.db }, city.ids.farInstituteManager.organization, edition), {});
});

test('a value entered wrongly is corrected by another adoption; the first holds until that one is confirmed', async () => {
  const before = await findAdoptionOf({ db: city.database.db }, institute(), edition);
  await refused(propose(given('1.0')), 'catalogue.adoptedAlready');
  const again = await propose(given('2.0'));
  assert.equal(again.digest, before.adoptedDigest, 'the data is the same');
  assert.notEqual(again.contentDigest, before.contentDigest, 'the content is not');
  assert.equal((await limits())[first ?? ''], '1.0');
  await city.as('approver').call(confirmAdoption, { params: { id: again.id } });
  assert.equal((await limits())[first ?? ''], '2.0');
  const replaced = await city.as('technician').call(readAdoption, { params: { id: before.adoption as never } });
  assert.equal(replaced.status, 'replaced');
  await city.as('technicalManager').call(withdrawAdoption, { params: { id: again.id }, body: { reason: '测试停用' } });
  assert.deepEqual(await limits(), {});
});

test('the digest is the SHA-256 of a text that anybody can write down', () => {
  const text = '{"edition":"ab","values":{"limits.a":"1","limits.b":"2.0"}}';
  assert.equal(digestOfAdoption('ab', { 'limits.b': '2.0', 'limits.a': '1' }), createHash('sha256').update(text).digest('hex'));
});

test('with the entered values the procedure decides, without them nothing is concluded', () => {
  const procedure = findProcedure(edition)!;
  const folder = new URL(`../../../packages/procedures/${edition}/examples/`, import.meta.url);
  const inputs = readdirSync(folder).map(
    (name) => (JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as { input: CalculationInput }).input,
  );
  const whole = inputs.filter((input) => procedure.calculate(input).conclusion !== null);
  const needing = whole.filter(({ adopted: _adopted, ...input }) =>
    procedure.calculate(input).errors.some(({ reason, path }) => reason === 'limit-unknown' && open.includes(path)),
  );
  assert.ok(needing.length > 0);
  for (const { adopted: _adopted, ...input } of needing) {
    assert.equal(procedure.calculate(input).conclusion, null);
    assert.notEqual(procedure.calculate({ ...input, adopted: Object.fromEntries(open.map((path) => [path, '1.0'])) }).conclusion, null);
  }
});
