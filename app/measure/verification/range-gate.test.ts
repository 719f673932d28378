import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { effectsOf } from '@tongheng/procedures/effect';
import { findEdition, findProcedure } from '@tongheng/procedures/registry';
import {
  acceptedItem,
  adopt,
  designate,
  equip,
  example,
  submitDraft,
  weightsCertificate,
  withoutKind,
} from '../../../test/support/thread.ts';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { readRange, type StandardRange } from '../standard/rules/range.ts';
import { standardEndpoints } from '../standard/contract.ts';
import { verificationEndpoints } from './contract.ts';
import { judgeRanges } from './rules/range-gate.ts';

const { takeUpItem, saveDraft, readGates } = verificationEndpoints;

const rangeOf = (text: string): StandardRange => {
  const read = readRange(text);
  return 'range' in read ? read.range : assert.fail(text);
};
function gauge(ranges: string[], statement: string | null = null) {
  const edition = findEdition('jjg-0052-2013');
  const procedure = findProcedure('jjg-0052-2013');
  assert.ok(edition && procedure);
  const folder = new URL('../../../packages/procedures/jjg-0052-2013/examples/', import.meta.url);
  const { input } = JSON.parse(readFileSync(new URL('pass-initial.json', folder), 'utf8')) as { input: never };
  const role = 'jjg-0052:pressure-standard';
  const used = { role, number: 'YL-01', statement, roles: [role], ranges: ranges.map(rangeOf) };
  return judgeRanges(edition, [used], effectsOf(edition, input, procedure.calculate(input)));
}

test('a gauge beyond the range of its standard is found with the values, in whatever unit of pressure; a statement does not help', () => {
  assert.deepEqual(gauge(['(0～60) MPa']).outside, []);
  assert.match(gauge(['(0～60) MPa']).judged[0] ?? '', /^YL-01 \[\(0～60\) MPa\]: .* … .* MPa \(\d+\)$/);
  assert.match(gauge(['(0～500) kPa'], '只有这一台').outside[0] ?? '', /MPa.* ∉ YL-01 \[\(0～500\) kPa\]$/);
  assert.deepEqual(
    gauge([]).open.map((line) => line.split(' ')[0]),
    ['not-stated'],
  );
  assert.deepEqual([gauge([]).outside, gauge(['(4～20) mA']).outside], [[], []]);
});

let city: City;
before(async () => {
  city = await openCity();
  await designate(city, 'countyRegulator', '320685', 'instituteManager');
  await adopt(city, { proposer: 'technicalManager', second: 'approver' });
  await equip(city);
});
after(() => city.close());

async function weights(number: string, range: string, statement: string | null = null) {
  const { id } = await city.as('technicalManager').call(standardEndpoints.registerStandard, {
    body: {
      number,
      name: '砝码组',
      model: 'M',
      serial: number,
      range,
      roles: ['jjg-0539:weights'],
      since: '2025-01-01',
      ...weightsCertificate,
      certificateNumber: `校 ${number}`,
    },
  });
  return { role: 'jjg-0539:weights', standard: id, statement };
}

async function saved(serial: string, standards: Awaited<ReturnType<typeof weights>>[]) {
  const { item } = await acceptedItem(city, serial);
  const { id, version } = await city.as('technician').call(takeUpItem, { body: { item } });

  await city
    .as('technician')
    .call(saveDraft, { params: { id }, body: { version, testedOn: '2026-11-23', ...withoutKind(example('pass-initial')), standards } });
  return id;
}
const rangeGate = async (id: Awaited<ReturnType<typeof saved>>) => {
  const { gates } = await city.as('technician').call(readGates, { params: { id } });
  const found = gates.find(({ gate }) => gate === 'standards-in-range');
  return found ?? assert.fail('no such gate');
};

test('loads that a set of weights cannot give close the gate with the numbers until it is said how they were made up', async () => {
  const small = await weights('FM-11', '1 mg～500 g');
  const id = await saved('R-1', [small]);
  const gate = await rangeGate(id);
  assert.match(gate.reason ?? '', /超出砝码组所能组成的载荷.* > FM-11 \[1 mg～500 g\]/);
  const refusal = await refused(submitDraft(city, id), 'verification.gateClosed');
  assert.match(JSON.stringify(refusal.body['issues']), /标准器在其测量范围内使用/);
  const said = await saved('R-2', [{ ...small, statement: '500 g 砝码 40 个，另附清单' }]);
  const open = await rangeGate(said);
  assert.deepEqual([open.passed, open.reason], [true, null]);
  assert.match(String(open.found['stated']), /500 g 砝码 40 个/);
});

test('a load below the smallest weight is outside, whatever is said; one that is not stated is shown and closes nothing', async () => {
  const large = await rangeGate(await saved('R-3', [await weights('FM-12', '20 kg×10', '只有大砝码')]));
  assert.deepEqual([large.passed, /^超出标准器的测量范围：.*∉ FM-12 \[20 kg×10\]/.test(large.reason ?? '')], [false, true]);
  const unknown = await rangeGate(await saved('R-4', [await weights('FM-13', '见证书')]));
  assert.equal(unknown.passed, true);
  assert.match(String(unknown.found['open']), /^not-stated FM-13/);
});

test('what was stated later for the day of the test counts; from a later day it does not', async () => {
  const set = await weights('FM-14', '见证书');
  const state = (range: string, since: string) =>
    city.as('technicalManager').call(standardEndpoints.stateRanges, {
      params: { id: set.standard },
      body: { since, ranges: [range], reason: '照证书' },
    });
  await state('1 mg～20 kg', '2026-11-01');
  const id = await saved('R-5', [set]);
  const gate = await rangeGate(id);
  assert.match(String(gate.found['judged']), /^FM-14 \[1 mg～20 kg\]: /);
  const record = await submitDraft(city, id);
  assert.equal(record.status, 'submitted');
});
