import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { effectsOf } from '@tongheng/procedures/effect';
import { editions, findProcedure } from '@tongheng/procedures/registry';
import { parseUnit, compatible } from '@tongheng/quantity/unit';
import { rangesOfText, rangesOn } from './range-day.ts';
import { judgeRangeUse, printUse, readOpen } from './range-use.ts';
import { printRange, printRanges, readRange, readRangeText, type StandardRange } from './range.ts';
import { foreignRange, roleUseOf } from './role-use.ts';

const rangeOf = (text: string): StandardRange => {
  const read = readRange(text);
  if ('reason' in read) assert.fail(`${text}: ${read.reason[1]}`);
  return read.range;
};
const reasonOf = (text: string): string => {
  const read = readRange(text);
  return 'reason' in read ? read.reason[0] : assert.fail(`${text} was read as ${printRange(read.range)}`);
};

test('a range is read as certificates write it, whatever the width of the signs', () => {
  const same = ['(0～60) MPa', '(0~60)MPa', '（０～６０）MPa', '0-60 MPa', '0 MPa～60 MPa', '压力 (0～60) MPa', '0 至 60 MPa'];
  assert.deepEqual(new Set(same.map((text) => printRange(rangeOf(text)))), new Set(['(0～60) MPa']));
  assert.equal(printRange(rangeOf('1 mg～20 kg')), '1 mg～20 kg');
  assert.equal(printRange(rangeOf('±25 m⁻¹')), '(-25～25) m⁻¹');
  assert.equal(printRange(rangeOf('(-0.1-60) MPa')), '(-0.1～60) MPa');
  assert.equal(printRange(rangeOf('20 kg×5, 1 kg、2 kg×2')), '1 kg、2 kg×2、20 kg×5');
  assert.equal(printRange(rangeOf('(5、10、20) L')), '5 L、10 L、20 L');
});

test('what is no range is refused with the reason', () => {
  assert.match(reasonOf('(0～60)'), /单位/);
  assert.match(reasonOf('(0～60) MPaa'), /不能识别/);
  assert.match(reasonOf('1 mg～20 m'), /不是同一种量/);
  assert.match(reasonOf('(60～0) MPa'), /下限大于上限/);
  assert.match(reasonOf('1 kg、1000 g'), /两次/);
  for (const doubtful of [
    'DN15～DN50',
    '不大于 60 MPa',
    'E2 级 1 mg～500 g',
    '',
    '满足要求',
    '(0～1e3) Pa',
    '约 (0～60) MPa',
    '(0～60) MPa 表压',
  ])
    assert.equal(readRangeText(doubtful), undefined, doubtful);
});

test('a text with several ranges gives them all; one value alone is a range only of what is used piece by piece', () => {
  assert.equal(printRanges(readRangeText('220 V，(0.1～100) A') ?? []), '220 V；(0.1～100) A');
  assert.equal(rangesOfText('60 MPa', ['jjg-0052:pressure-standard']), undefined);
  assert.equal(rangesOfText('20 L', ['jjg-0443:metal-measure'])?.length, 1);
  assert.equal(rangesOfText('20 kg', ['jjg-0539:weights', 'unknown-role:x']), undefined);
});

const amount = fc.integer({ min: -10_000, max: 10_000 }).map((digits) => String(digits / 100));
const unit = fc.constantFrom('MPa', 'kPa', 'kg', 'mg', '°C', 'L', 'm³/h', 'm⁻¹', 'A', 'kV');
test('every range that can be written is read again as it was', () => {
  fc.assert(
    fc.property(amount, amount, unit, (a, b, own) => {
      const [from, to] = Number(a) <= Number(b) ? [a, b] : [b, a];
      const range: StandardRange = { from: { value: from, unit: own }, to: { value: to, unit: own }, nominals: [] };
      assert.deepEqual(rangeOf(printRange(range)), range);
    }),
  );
  const piece = fc.record({ digits: fc.integer({ min: 1, max: 500 }), pieces: fc.option(fc.integer({ min: 1, max: 99 })) });
  fc.assert(
    fc.property(fc.uniqueArray(piece, { minLength: 1, maxLength: 12, selector: ({ digits }) => digits }), (given) => {
      const text = given.map(({ digits, pieces }) => `${digits} g${pieces === null ? '' : `×${pieces}`}`).join('、');
      const range = rangeOf(text);
      assert.equal(range.nominals.length, given.length);
      assert.deepEqual(rangeOf(printRange(range)), range);
    }),
  );
});

test('no text makes the reader fail', () => {
  const sign = fc.constantFrom(...Array.from('0123456789.-+±()（）～~至to,，、;； MPakgm℃°×x力压'));
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 24 }), (signs) => void readRangeText(signs.join(''))),
    { numRuns: 600 },
  );
});

const at = (value: string, of = 'MPa') =>
  ({ at: value, unit: of, sensitivity: '1', per: of, reference: value, referenceUnit: of, condition: '', ifCovered: false }) as const;
const gauge = 'jjg-0052:pressure-standard';
const one = (...texts: string[]) => [{ number: 'S', ranges: texts.map(rangeOf) }];

test('a value inside is exactly one between both ends, in whatever unit they are written', () => {
  const units = { Pa: 1, kPa: 1000, MPa: 1_000_000 } as const;
  const name = fc.constantFrom('Pa' as const, 'kPa' as const, 'MPa' as const);
  const whole = fc.integer({ min: 0, max: 5000 });
  fc.assert(
    fc.property(whole, whole, name, whole, name, (a, b, rangeUnit, value, valueUnit) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      const isInside = from * units[rangeUnit] <= value * units[valueUnit] && value * units[valueUnit] <= to * units[rangeUnit];
      const use = judgeRangeUse(gauge, one(`(${from}～${to}) ${rangeUnit}`), [at(String(value), valueUnit)]);
      assert.deepEqual([use.inside, use.outside.length, use.open.length], isInside ? [1, 0, 0] : [0, 1, 0]);
    }),
  );
});

test('what cannot be judged says why, and is neither inside nor outside', () => {
  const open = (standards: Parameters<typeof judgeRangeUse>[1], ...terms: Parameters<typeof judgeRangeUse>[2]) =>
    judgeRangeUse(gauge, standards, terms).open.map(({ reason }) => reason);
  assert.deepEqual(open([{ number: 'S', ranges: [] }], at('1')), ['not-stated']);
  assert.deepEqual(open(one('(4～20) mA'), at('1')), ['other-quantity']);
  assert.deepEqual(open(one('(0～60) MPa'), at('')), ['no-place']);
  // The second standard of the role may have given the value: its range is not known.
  assert.deepEqual(open([...one('(0～60) kPa'), { number: 'T', ranges: [] }], at('1')), ['not-stated']);
  const [line = ''] = printUse(judgeRangeUse(gauge, [{ number: 'S', ranges: [] }], [at('1')])).open;
  assert.deepEqual(readOpen(line), { reason: ['测量范围未登记', 'its range is not stated'], rest: 'S [?]: 1 MPa' });
});

test('two standards of a role cover together; small weights that no range has were others', () => {
  const both = [...one('(0～60) kPa'), ...one('(0.1～60) MPa')];
  assert.equal(judgeRangeUse(gauge, both, [at('0.05'), at('1')]).inside, 2);
  assert.equal(judgeRangeUse(gauge, both, [at('0.07')]).outside.length, 1);
  const small = { ...at('0.5', 'g'), ifCovered: true };
  const use = judgeRangeUse('jjg-0539:weights', one('1 kg～20 kg'), [small, at('5', 'kg')]);
  assert.deepEqual([use.inside, use.outside.length, use.open.length], [1, 0, 0]);
});

test('loads are made up of weights up to what the set gives; more is neither inside nor forbidden', () => {
  const judge = (text: string, value: string) => {
    const { inside, outside, beyond } = judgeRangeUse('jjg-0539:weights', one(text), [at(value, 'kg')]);
    return inside > 0 ? 'inside' : outside.length > 0 ? 'outside' : beyond.length > 0 ? 'beyond' : 'open';
  };
  assert.equal(judge('1 mg～20 kg', '30'), 'inside');
  assert.equal(judge('1 mg～500 g', '15'), 'beyond');
  assert.equal(judge('20 kg×50', '1000'), 'inside');
  assert.equal(judge('20 kg×50', '1001'), 'beyond');
  assert.equal(judge('20 kg×50', '10'), 'outside');
});

test('a lens and a measure are used at their actual value, a little beside the nominal one', () => {
  const lens = (value: string) => judgeRangeUse('jjg-0580:standard-lenses', one('±20 m⁻¹'), [at(value, 'm⁻¹')]).outside.length;
  assert.deepEqual(['20.03', '-20.1', '22'].map(lens), [0, 0, 1]);
});

test('the ranges of a day are those stated last up to it; a statement of none is no return to the text', () => {
  const standard = { range: '(0～60) MPa', roles: [gauge] };
  const said = (since: string, recordedAt: string, ...texts: string[]) => ({ since, recordedAt, ranges: texts.map(rangeOf) });
  const statements = [said('2026-03-01', '2026-03-02', '(0～40) MPa'), said('2026-06-01', '2026-06-01')];
  assert.deepEqual(
    ['2026-02-28', '2026-03-01', '2026-07-01'].map((day) => {
      const { basis, ranges } = rangesOn(standard, statements, day);
      return [basis, printRanges(ranges)];
    }),
    [
      ['text', '(0～60) MPa'],
      ['stated', '(0～40) MPa'],
      ['none', ''],
    ],
  );
});

test('a range of a quantity that no role asks for is found; where a role is not known nothing is refused', () => {
  assert.equal(foreignRange([gauge], [rangeOf('(0～60) kg')])?.to.unit, 'kg');
  assert.equal(foreignRange([gauge], [rangeOf('(0～300) mmHg')]), undefined);
  assert.equal(foreignRange([gauge, 'jjg-0517:bench-device'], [rangeOf('(0～60) kg')]), undefined);
});

test('the quantities of a role are those in which every worked example of its editions uses it', () => {
  let places = 0;
  for (const edition of editions) {
    const folder = new URL(`../../../../packages/procedures/${edition.id}/examples/`, import.meta.url);
    for (const file of readdirSync(folder)) {
      const { input } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { input: never };
      const calculation = findProcedure(edition.id)?.calculate(input);
      if (calculation === undefined) continue;
      for (const { role, moved } of effectsOf(edition, input, calculation)) {
        const use = roleUseOf(`${edition.regulation}:${role}`);
        if (use === undefined) continue;
        for (const { at: value, unit: written } of moved.flatMap(({ terms }) => terms)) {
          if (value === '' || written === '') continue;
          places += 1;
          assert.ok(
            use.units.some((own) => compatible(parseUnit(own), parseUnit(written))),
            `${edition.id} ${role}: ${value} ${written}`,
          );
        }
      }
    }
  }
  assert.ok(places > 500, `${places} places`);
});
