import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import Excel from 'exceljs';
import fc from 'fast-check';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import type { PersonName } from '../../../test/support/story.ts';
import { designationEndpoints } from '../../register/designation/contract.ts';
import { qualificationEndpoints } from './contract.ts';
import { ableOn, coverStateOf, endingSoon, isPossible, singlePointsOf, type Able, type Held } from './rules/cover.ts';

const { readCover, exportCover, registerQualification, authoriseApprover, endQualification } = qualificationEndpoints;

let city: City;
before(async () => {
  city = await openCity();
});
after(() => city.close());

const able = (testers: string, checkers: string, approvers: string): Able => ({
  test: testers.split(''),
  check: checkers.split(''),
  approve: approvers.split(''),
});

test('cover is two deep only when any one person may be away', () => {
  assert.equal(coverStateOf(able('', 'AB', 'C')), 'no-tester');
  assert.equal(coverStateOf(able('A', '', 'C')), 'no-checker');
  assert.equal(coverStateOf(able('A', 'A', 'C')), 'no-pair');
  assert.equal(coverStateOf(able('A', 'B', 'A')), 'no-approver');
  assert.equal(coverStateOf(able('A', 'B', 'B')), 'single-point');
  assert.deepEqual(
    singlePointsOf(able('AB', 'AB', 'CD')),
    ['A', 'B'],
    'two who do both are not enough: one alone cannot be tester and checker',
  );
  assert.equal(coverStateOf(able('ABC', 'ABC', 'D')), 'single-point');
  assert.deepEqual(singlePointsOf(able('ABC', 'ABC', 'D')), ['D']);
  assert.equal(coverStateOf(able('ABC', 'ABC', 'DE')), 'two-deep');
});

test('a single point of failure is exactly one without whom no tester, other checker and approver remain', () => {
  const people = fc.subarray(['A', 'B', 'C', 'D']);
  fc.assert(
    fc.property(people, people, people, (testers, checkers, approvers) => {
      const of = { test: testers, check: checkers, approve: approvers };
      const byHand = (away: string): boolean => {
        for (const t of testers)
          for (const c of checkers) for (const a of approvers) if (t !== c && a !== t && ![t, c, a].includes(away)) return true;
        return false;
      };
      assert.equal(isPossible(of), byHand('nobody'));
      assert.deepEqual(new Set(singlePointsOf(of)), new Set(byHand('nobody') ? ['A', 'B', 'C', 'D'].filter((one) => !byHand(one)) : []));
    }),
  );
});

test('what is renewed in time does not end soon, what has a gap does', () => {
  const held = (from: string, until: string | null): Held => ({
    holderId: 'A',
    activities: ['test'],
    regulations: ['jjg-0539'],
    validFrom: from,
    validUntil: until,
    lastDay: null,
  });
  const soon = (...all: Held[]) => endingSoon(all, 'jjg-0539', '2026-11-23').map(({ lastDay }) => lastDay);
  assert.deepEqual(soon(held('2026-01-01', '2026-12-31')), ['2026-12-31']);
  assert.deepEqual(soon(held('2026-01-01', '2026-12-31'), held('2027-01-01', null)), []);
  assert.deepEqual(soon(held('2026-01-01', '2026-12-31'), held('2027-01-02', null)), ['2026-12-31']);
  assert.deepEqual(soon(held('2026-01-01', '2027-06-30')), []);
  assert.deepEqual(ableOn([held('2026-01-01', '2026-12-31')], 'jjg-0539', '2027-01-01').test, []);
});

const person = (name: PersonName) => city.ids[name].person as never;
const register = (holder: PersonName, activities: ('test' | 'check')[], validUntil: string | null = null) =>
  city.as('instituteManager').call(registerQualification, {
    body: {
      holder: person(holder),
      activities,
      regulations: ['jjg-0539'],
      documentNumber: '测计资〔2026〕8号',
      validFrom: '2026-01-01',
      validUntil,
    },
  });

test('an institute sees its designated kinds with who may do what, today and later; a later regulation asks anew', async () => {
  await city.as('countyRegulator').call(designationEndpoints.designateForKinds, {
    body: {
      region: '320685',
      instrumentKinds: ['price-computing-scale', 'digital-indicating-scale'],
      instituteId: city.ids.instituteManager.organization as never,
      documentNumber: '测市监〔2026〕5号',
      validFrom: '2026-01-01',
    },
  });
  const board = (query: object = {}, who: PersonName = 'technician') => city.as(who).call(readCover, { query });
  const scale = async (query: object = {}) => (await board(query)).rows.find(({ kind }) => kind === 'price-computing-scale');
  const empty = await scale();
  assert.deepEqual([empty?.regulation, empty?.items, empty?.bases, empty?.regions], ['jjg-0539', ['B2'], ['designated'], ['320685']]);
  assert.equal(empty?.covers[0]?.state, 'no-tester');

  await register('technician', ['test'], '2027-01-31');
  const { id } = await register('checker', ['check']);
  await city.as('instituteManager').call(authoriseApprover, {
    body: { holder: person('approver'), regulations: [], documentNumber: '测计授〔2026〕9号', validFrom: '2026-01-01' },
  });
  const single = await scale();
  assert.deepEqual(
    [single?.covers[0]?.state, single?.covers[0]?.singlePoints.map(({ name }) => name)],
    ['single-point', ['陈立', '吴敏', '孙涛']],
  );
  assert.deepEqual(single?.ending, [{ person: { id: city.ids.technician.person, name: '陈立' }, activity: 'test', lastDay: '2027-01-31' }]);
  // JJG 1204-2025 takes the place of JJG 539 for these scales on 2027-01-08: nobody is registered for it.
  assert.deepEqual(single?.falls, { day: '2027-01-08', state: 'no-tester' });
  const later = await scale({ later: '2027-01-20' });
  assert.deepEqual(
    later?.covers.map(({ day, regulation, state }) => [day, regulation, state]),
    [
      ['2026-11-23', 'jjg-0539', 'single-point'],
      ['2027-01-20', 'jjg-1204', 'no-tester'],
    ],
  );

  await register('allRounder', ['test', 'check']);
  await register('technicalManager', ['test', 'check']);
  await city.as('instituteManager').call(authoriseApprover, {
    body: { holder: person('technicalManager'), regulations: [], documentNumber: '测计授〔2026〕10号', validFrom: '2026-01-01' },
  });
  const deep = await board();
  assert.deepEqual(deep.counts, { ...deep.counts, 'two-deep': 2 });
  assert.deepEqual(deep.days, ['2026-11-23', '2027-02-21', '2027-11-23']);
  await city.as('instituteManager').call(endQualification, { params: { id }, body: { lastDay: '2026-11-22', reason: '调离检定岗位' } });
  assert.equal((await scale())?.covers[0]?.check.length, 2);
  assert.deepEqual((await board({ state: 'no-tester' })).rows, []);
});

test('a regulator asks per institute within its reach, others see their own, and the whole is a workbook', async () => {
  const institute = city.ids.instituteManager.organization as never;
  assert.equal((await city.as('cityRegulator').call(readCover, { query: { institute } })).rows.length, 2);
  assert.equal((await city.as('cityRegulator').call(readCover, { query: {} })).institutes.length, 2);
  await refused(city.as('farInstituteManager').call(readCover, { query: { institute } }), 'platform.notFound');
  await refused(city.as('holder').call(readCover, { query: {} }), 'platform.forbidden');
  assert.deepEqual((await city.as('farInstituteManager').call(readCover, { query: {} })).rows, []);
  const { bytes } = await city.as('instituteManager').call(exportCover, { query: {} });
  const book = new Excel.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as never);
  const sheet = book.worksheets[0];
  assert.equal(sheet?.getRow(3).getCell(3).value, '电子计价秤');
  assert.equal(sheet?.getRow(3).getCell(7).value, '双人覆盖');
});
