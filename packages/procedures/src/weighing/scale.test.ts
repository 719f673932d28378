import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse, print, trim } from '@tongheng/quantity/decimal';
import fc from 'fast-check';
import { limits } from '../../jjg-0539-2016/limits.ts';
import { isMass, readMass } from '../mass.ts';
import type { Nameplate } from '../rule.ts';
import { discriminationPoints } from './digital.ts';
import { eccentricLoading, weighingLoads, writtenLoad } from './loads.ts';
import { changeover } from './method.ts';
import { displayStep, scalesOf } from './scale.ts';

const scales = scalesOf(limits);

/** A nameplate by its texts, with the refusals it gets. */
function read(texts: Readonly<Record<string, string>>) {
  const refused: string[] = [];
  const maybeMass: Nameplate['maybeMass'] = (field) => {
    const mass = readMass(texts[field] ?? '');
    return isMass(mass) ? mass : undefined;
  };
  const plate: Nameplate = {
    decimal: (field) => parse(texts[field] ?? ''),
    maybe: (field) => (texts[field] === undefined ? undefined : parse(texts[field])),
    mass: (field) => maybeMass(field) ?? assert.fail(field),
    maybeMass,
    text: (field) => texts[field] ?? '',
    number: ((number: { value: string }) => parse(number.value)) as Nameplate['number'],
    refuse: (field, reason) => refused.push(`${field}: ${reason}`),
  };
  return { scale: scales.read(plate), refused };
}
const scaleOf = (texts: Readonly<Record<string, string>>) => {
  const { scale, refused } = read(texts);
  assert.deepEqual(refused, []);
  return scale ?? assert.fail('refused');
};
/** Max 2/5/15 kg, e = 1/2/10 g: the example of OIML R 76-1:2006, 3.3. */
const several = {
  class: 'III',
  max: '15 kg',
  min: '20 g',
  e: '10 g',
  d: '10 g',
  max1: '2 kg',
  e1: '1 g',
  max2: '5 kg',
  e2: '2 g',
  supports: '4',
};
const single = { class: 'III', max: '15 kg', min: '100 g', e: '5 g', d: '5 g', supports: '4' };
const mpe = (texts: Readonly<Record<string, string>>, grams: string) =>
  print(trim(scales.mpeOf(scales.inUnit(scaleOf(texts), 'g'), 'initial', parse(grams)).limit));

test('a multi-interval scale has the MPE of its partial range, as in the example of OIML R 76-1', () => {
  const cases = { 400: '0.5', 1600: '1', 2000: '1', 2100: '2', 4000: '2', 4250: '3', 5000: '3', 5100: '10', 15000: '10' };
  for (const [grams, limit] of Object.entries(cases)) assert.equal(mpe(several, grams), limit, grams);
});

test('its loads are where the MPE changes, the ends of its ranges among them', () => {
  const loads = weighingLoads(scales.inUnit(scaleOf(several), 'g'), limits);
  assert.deepEqual(
    loads.map(({ id, load }) => `${id} ${writtenLoad(load)}`),
    ['Min 20', '500e 500', 'Max1 2000', '2000e 4000', 'Max2 5000', '½ Max 7500', 'Max 15000'],
  );
});

test('a changeover and a discrimination have the e of the range in which they are', () => {
  const scale = scales.inUnit(scaleOf(several), 'g');
  const before = (indication: string, added: string) =>
    print(changeover.result({ indication: parse(indication), added: parse(added) }, scale));
  assert.deepEqual([before('2000', '0.5'), before('2002', '0.5'), before('5010', '0.5')], ['2000.0', '2002.5', '5014.5']);
  assert.deepEqual(
    discriminationPoints(scale, limits, ['鉴别阈', 'discrimination']).map(({ given }) => given['extra']),
    ['1.4', '14', '14'],
  );
  const refusals: string[] = [];
  const to = { refuse: (id: string, reason: string) => refusals.push(`${id} ${reason}`) } as never;
  changeover.refuse({ indication: parse('2001'), added: parse('1.5') }, scale, to);
  changeover.refuse({ indication: parse('1999'), added: parse('1.5') }, scale, to);
  assert.deepEqual(refusals, ['indication not-a-step', 'added added']);
});

test('the display of a scale with several intervals shows multiples of what they have in common', () => {
  const stepOf = (texts: Readonly<Record<string, string>>, unit: 'g' | 'kg') =>
    print(trim(displayStep(scales.inUnit(scaleOf(texts), unit))));
  const two = { ...single, min: '40 g', max1: '6 kg', e1: '2 g' };
  assert.deepEqual([stepOf(two, 'g'), stepOf(two, 'kg'), stepOf(several, 'kg'), stepOf(single, 'kg')], ['1', '0.001', '0.001', '0.005']);
});

test('ranges that are incomplete, do not rise, or have too few intervals of the next are refused at their field', () => {
  const refusals = (more: Readonly<Record<string, string>>) => read({ ...several, ...more }).refused;
  assert.deepEqual(refusals({ e1: '' }), ['e1: incomplete']);
  assert.deepEqual(refusals({ max2: '' }), ['max2: incomplete']);
  assert.deepEqual(refusals({ e2: '1 g' }), ['max1: not-rising']);
  assert.deepEqual(refusals({ max1: '5 kg' }), ['max1: not-rising']);
  assert.deepEqual(refusals({ max1: '0.9 kg' }), ['max1: not-in-class']);
  assert.deepEqual(refusals({ max2: '25 kg' }), ['max2: not-in-class', 'max2: not-rising']);
  assert.deepEqual(refusals({ e2: '3 g' }), ['e2: not-in-class']);
  assert.deepEqual(refusals({ min: '19 g' }), ['min: not-in-class']);
  assert.deepEqual(refusals({ max1: '0 kg' }), ['max1: too-small']);
});

test('the MPE of a single interval is that of the table, written out again, in every unit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 15000 }), fc.constantFrom('mg', 'g', 'kg', 't'), (grams, unit) => {
      const powers = { mg: 3, g: 0, kg: -3, t: -6 };
      const scale = scales.inUnit(scaleOf(single), unit);
      const limit = Number(print(scales.mpeOf(scale, 'initial', parse((grams * 10 ** powers[unit]).toFixed(6))).limit));
      const expected = grams <= 2500 ? 2.5 : grams <= 10000 ? 5 : 7.5;
      assert.ok(Math.abs(limit / (expected * 10 ** powers[unit]) - 1) < 1e-9);
    }),
  );
});

test('a scale is loaded off its centre as its supports and its receptor ask', () => {
  const of = (more: Readonly<Record<string, string>>) => {
    const { load, positions } = eccentricLoading(scaleOf({ ...single, ...more }), limits);
    return `${writtenLoad(load)} × ${positions}`;
  };
  assert.equal(of({}), '5000 × 4');
  assert.equal(of({ additiveTare: '3 kg' }), '6000 × 4');
  assert.equal(of({ supports: '7' }), '2500 × 7');
  assert.equal(of({ supports: '6', receptor: 'hopper' }), '1500 × 6');
});
