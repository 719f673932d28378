import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Calculation } from '../src/calculation.ts';
import { editionFor } from '../src/registry.ts';
import { jjg1204 } from './procedure.ts';

type Row = Record<string, string>;
type Group = Record<string, unknown> & { rows: Row[] };
type Input = { kind: string; instrument: Row; environment: Row; readings: Record<string, Group> };

const text = readFileSync(new URL('./examples/pass-initial.json', import.meta.url), 'utf8');
const changed = (change: (input: Input) => void): Calculation => {
  const { input } = JSON.parse(text) as { input: Input };
  change(input);
  return jjg1204.calculate(input as never);
};
const group = (input: Input, id: string): Group => input.readings[id] as Group;
const paths = (result: Calculation) => result.errors.map(({ path, reason }) => `${path}: ${reason}`);

test('JJG 539-2016 holds for price-computing scales until 2027-01-07, JJG 1204-2025 from the day after', () => {
  assert.equal(editionFor('price-computing-scale', '2027-01-07')?.id, 'jjg-0539-2016');
  assert.equal(editionFor('price-computing-scale', '2027-01-08')?.id, 'jjg-1204-2025');
  assert.equal(editionFor('digital-indicating-scale', '2027-01-08')?.id, 'jjg-0539-2016');
});

test('a verification by this edition waits for the national registry', () => {
  assert.equal(jjg1204.edition.networkCheck?.value, true);
});

test('a scale without its production code, software identification or type certificate is no complete record', () => {
  for (const [id, field] of [
    ['identity', 'productionCode'],
    ['software', 'version'],
    ['certificate', 'number'],
  ] as const) {
    const result = changed((input) => (group(input, id)[field] = ' '));
    assert.deepEqual(paths(result), [`readings.${id}.${field}: missing`]);
  }
  assert.equal(changed((input) => delete group(input, 'identity')['repairCode']).conclusion, 'pass');
});

test('each feature of identity and security that is not met rejects the scale', () => {
  const features = [
    'appearance.marks',
    'appearance.security',
    'appearance.seal',
    'certificate.consistent',
    'identity.unique',
    'software.identified',
    'lock.locks',
    'lock.unlocks',
  ];
  for (const feature of features) {
    const [id = '', field = ''] = feature.split('.');
    const result = changed((input) => (group(input, id)[field] = 'not-ok'));
    assert.equal(result.document, 'notice-of-rejection', feature);
    assert.deepEqual(
      result.checks.filter(({ verdict }) => verdict === 'fail').map((check) => check.id),
      [feature],
    );
  }
  assert.equal(changed((input) => (group(input, 'appearance')['level'] = 'none')).conclusion, 'pass');
});

test('a price to pay is right at the nearest interval, at both at a tie, and nowhere else, whatever the unit price is for', () => {
  const cases = fc.record({
    steps: fc.integer({ min: 20, max: 3000 }),
    cents: fc.integer({ min: 1, max: 20000 }),
    per: fc.constantFrom('1 kg', '500 g', '100 g'),
    unit: fc.constantFrom('g', 'kg'),
  });
  fc.assert(
    fc.property(cases, ({ steps, cents, per, unit }) => {
      const grams = BigInt(2 * steps);
      const divisor = { '1 kg': 1000n, '500 g': 500n, '100 g': 100n }[per] as bigint;
      const money = (value: bigint) => `${value / 100n}.${String(value % 100n).padStart(2, '0')}`;
      const [whole, rest] = [(grams * BigInt(cents)) / divisor, (grams * BigInt(cents)) % divisor];
      const verdictOf = (shown: bigint) => {
        const result = jjg1204.progress({
          ...JSON.parse(text).input,
          readings: {
            sheet: { unit },
            price: {
              per,
              rows: [
                {
                  weight: unit === 'g' ? String(grams) : `${grams / 1000n}.${String(grams % 1000n).padStart(3, '0')}`,
                  unitPrice: money(BigInt(cents)),
                  shown: money(shown),
                },
              ],
            },
          },
        });
        assert.deepEqual(result.errors, []);
        return result.checks.find(({ id }) => id === 'price.1')?.verdict;
      };
      assert.equal(verdictOf(whole), 2n * rest <= divisor ? 'pass' : 'fail');
      assert.equal(verdictOf(whole + 1n), 2n * rest >= divisor ? 'pass' : 'fail');
      assert.equal(verdictOf(whole + 2n), 'fail');
    }),
  );
});

test('a tare is tried at a net load of zero, or of 10 e with zero tracking, and does not correct the errors', () => {
  const { checks } = changed((input) => (group(input, 'tare')['added'] = '1.6'));
  const verdicts = Object.fromEntries(checks.map(({ id, value, verdict }) => [id, `${value} ${verdict}`]));
  assert.equal(verdicts['tare'], '-0.6 fail');
  assert.equal(verdicts['weighing.5'], '1.6 pass');
  assert.deepEqual(
    paths(
      changed((input) => {
        input.instrument['zeroTracking'] = 'yes';
      }),
    ),
    ['readings.zero.load: load', 'readings.tare.load: load'],
  );
});

test('a nameplate without a price interval, or a price that the scale cannot show, is refused at its place', () => {
  assert.deepEqual(paths(changed((input) => (input.instrument['priceInterval'] = '0'))), ['instrument.priceInterval: too-small']);
  assert.deepEqual(paths(changed((input) => delete input.instrument['priceInterval'])), ['instrument.priceInterval: missing']);
  assert.deepEqual(paths(changed((input) => (group(input, 'price').rows[0]!['shown'] = '12.605'))), [
    'readings.price.rows.0.shown: not-a-step',
  ]);
});
