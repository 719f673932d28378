import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { editions } from '@tongheng/procedures/registry';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import type { PersonName } from '../../../test/support/story.ts';
import { catalogueEndpoints } from './contract.ts';
import type { CatalogueDocument } from './contract/catalogue-document.ts';
import { readCatalogueText } from './contract/read-catalogue.ts';
import { catalogueDifferences, entryKey, holdingOn } from './rules/catalogue.ts';
import { instrumentKinds } from './rules/kinds.ts';

const { listCatalogueEditions, readCatalogueEdition, proposeCatalogueEdition, recordCatalogueEdition, refuseCatalogueEdition } =
  catalogueEndpoints;
const builtInText = readFileSync(new URL('../../../data/catalogue/2020.json', import.meta.url), 'utf8');
const builtIn = readCatalogueText(builtInText);
const later = (change: Partial<CatalogueDocument> = {}): CatalogueDocument => ({
  ...builtIn,
  edition: '2027',
  title: ['测试用目录', 'A catalogue for a test'],
  inForceFrom: '2026-12-01',
  ...change,
});

let city: City;
before(async () => {
  city = await openCity();
});
after(() => city.close());

const propose = async (content: unknown, who: PersonName = 'cityRegulator', name = 'catalogue.json') => {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const file = await city.as(who).upload(name, Buffer.from(text));
  return city.as(who).call(proposeCatalogueEdition, { body: { file: file.id as never } });
};
const holding = async (who: PersonName = 'holder') => (await city.as(who).call(listCatalogueEditions, {})).items.find(({ holds }) => holds);

test('the catalogue that the program brings says that it is a working table, and leaves out what is weak', () => {
  assert.deepEqual([builtIn.numbering, builtIn.complete, builtIn.entries.length], ['working', false, 34]);
  const numbers = builtIn.entries.map(({ number }) => number);
  for (let weak = 34; weak <= 39; weak++) assert.ok(!numbers.includes(weak), `row ${weak} is weak`);
  assert.equal(builtIn.entries.filter(({ nameConfirmed }) => nameConfirmed).length, 10);
  assert.ok(builtIn.entries.every(({ source, nameSource }) => source.length > 10 && nameSource.length > 10));
  assert.match(builtIn.notices[0]?.[0] ?? '', /工作序号/);
});

test('every kind of instrument and every edition stands under an entry that the catalogue has', () => {
  const names = new Set(builtIn.entries.map(({ name }) => entryKey(name[0])));
  for (const [kind, { entry }] of Object.entries(instrumentKinds)) assert.ok(names.has(entryKey(entry)), `${kind}: ${entry}`);
  for (const { id, catalogue, applies } of editions) {
    for (const entry of catalogue.value) assert.ok(names.has(entryKey(entry)), `${id}: ${entry}`);
    for (const { instrument } of catalogue.value.length === 0 ? [] : applies) {
      const { entry } = instrumentKinds[instrument as keyof typeof instrumentKinds];
      assert.ok(catalogue.value.map(entryKey).includes(entryKey(entry)), `${id}: ${instrument} stands under ${entry}`);
    }
  }
});

test('everybody reads the catalogue that holds, entry by entry', async () => {
  const card = await holding();
  assert.deepEqual([card?.id, card?.status, card?.numbering], ['2020', null, 'working']);
  const details = await city.as('holder').call(readCatalogueEdition, { params: { id: '2020' } });
  assert.equal(details.content.entries.length, 34);
  assert.deepEqual([details.follows, details.differences], [null, []]);
  await refused(city.as('holder').call(readCatalogueEdition, { params: { id: '1999' } }), 'platform.notFound');
});

test('a file that is no JSON, or has other columns, is refused with the place', async () => {
  const broken = await refused(propose(builtInText.slice(0, -20)), 'catalogueFile.notJson');
  assert.match(String(broken.body['detail']), /行/);
  await refused(propose('名称,方式\n体温计,P+V\n', 'cityRegulator', 'catalogue.csv'), 'catalogueFile.notJson');
  const [first, ...rest] = builtIn.entries;
  const { mode: _mode, ...without } = first!;
  const columns = await refused(propose({ ...later(), entries: [{ ...without, way: 'P+V', number: '1' }, ...rest] }), 'catalogueFile.form');
  assert.match(String(columns.body['detail']), /体温计 mode/);
  const paths = (columns.body['issues'] as { path: unknown[] }[]).map(({ path }) => path.join('.'));
  assert.ok(paths.includes('file.entries.0.mode') && paths.includes('file.entries.0.number'), paths.join());
  await refused(propose({ ...later(), entries: [...builtIn.entries, builtIn.entries[0]] }), 'catalogueFile.form');
  await refused(propose({ ...later(), complete: true }), 'catalogueFile.form');
  await refused(propose([]), 'catalogueFile.form');
});

test('an edition without a day, an older one and one that is there already are refused', async () => {
  await refused(propose(later({ inForceFrom: null })), 'catalogueEdition.noDay');
  await refused(propose(later({ inForceFrom: '2019-10-01' })), 'catalogueEdition.older');
  await refused(propose(later({ edition: '2020' })), 'catalogueEdition.recordedAlready');
  await refused(propose(later(), 'holder'), 'platform.forbidden');
});

test('an imported edition shows what it changes, holds only after a second look, and from its day on', async () => {
  const [thermometers, ...rest] = builtIn.entries;
  const entries = [
    { ...thermometers!, mode: 'V' as const },
    ...rest.slice(1),
    { ...rest[0]!, name: ['测试用器具', 'An instrument for a test'] as [string, string] },
  ];
  const { id, status, holds } = await propose(later({ entries }));
  assert.deepEqual([status, holds], ['proposed', false]);
  await refused(propose(later({ edition: '2028' })), 'catalogueEdition.proposedAlready');
  const seen = await city.as('planOffice').call(readCatalogueEdition, { params: { id } });
  assert.deepEqual(
    seen.differences.map(({ entry, change }) => [entry[0], change]),
    [
      ['体温计', 'changed'],
      ['测试用器具', 'added'],
      ['非自动衡器', 'removed'],
    ],
  );
  assert.deepEqual(seen.differences[0]?.parts, [
    {
      title: ['管理方式', 'Mode'],
      before: ['型式批准、强制检定', 'type approval and compulsory verification'],
      after: ['强制检定', 'compulsory verification'],
    },
  ]);
  await refused(city.as('holder').call(readCatalogueEdition, { params: { id } }), 'platform.notFound');
  await refused(city.as('cityRegulator').call(recordCatalogueEdition, { params: { id } }), 'catalogueEdition.samePerson');
  const recorded = await city.as('planOffice').call(recordCatalogueEdition, { params: { id } });
  assert.deepEqual([recorded.status, recorded.holds], ['recorded', false]);
  assert.equal((await holding())?.id, '2020');
  await refused(city.as('planOfficeSecond').call(recordCatalogueEdition, { params: { id } }), 'catalogueEdition.decided');
  await refused(city.as('planOffice').call(recordCatalogueEdition, { params: { id: '2020' } }), 'catalogueEdition.decided');
  city.clock.now = new Date('2026-12-01T02:00:00Z');
  assert.equal((await holding())?.id, id);
  await refused(propose(later({ edition: '2027-1', inForceFrom: '2026-11-30' })), 'catalogueEdition.older');
});

test('a refused edition keeps its reason and makes room for another file', async () => {
  const { id } = await propose(later({ edition: '2028', inForceFrom: '2028-01-01' }), 'planOffice');
  const answer = await city.as('cityRegulator').call(refuseCatalogueEdition, { params: { id }, body: { reason: '条目与公告不符' } });
  assert.deepEqual([answer.status, answer.reason, answer.decidedBy], ['refused', '条目与公告不符', '沈琳']);
  const again = await propose(later({ edition: '2028', inForceFrom: '2028-01-01' }), 'planOffice');
  assert.equal(again.status, 'proposed');
});

test('the latest edition whose day has come holds; one without a day holds until another does', () => {
  const at = (inForceFrom: string | null) => ({ inForceFrom, document: { published: '2020-10' } });
  const [one, two, three] = [at(null), at('2026-12-01'), at('2027-06-01')];
  assert.equal(holdingOn([one, two, three], '2026-11-30'), one);
  assert.equal(holdingOn([one, three, two], '2026-12-01'), two);
  assert.equal(holdingOn([one, two, three], '2030-01-01'), three);
  assert.equal(holdingOn([one, two], '2001-01-01'), one);
});

test('an entry is the same entry in whatever width its signs are written', () => {
  const entry = builtIn.entries.find(({ name }) => name[0] === '血压计（表）')!;
  assert.deepEqual(catalogueDifferences([entry], [{ ...entry, name: ['血压计 (表)', entry.name[1]] }]), []);
});
