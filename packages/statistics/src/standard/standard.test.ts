import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { intermediateCheck } from './intermediate-check.ts';
import { pooledRepeatability, repeatability } from './repeatability.ts';
import { isMoreThanAMonth, stabilityInUse, stabilityToSetUp } from './stability.ts';
import { verifyByIntercomparison, verifyByTransfer } from './verification-of-results.ts';

const readings = ['10.0012', '10.0015', '10.0011', '10.0014', '10.0013', '10.0012', '10.0016', '10.0013', '10.0012', '10.0014'];

function refused(work: () => unknown, place: string): void {
  assert.throws(work, (error: unknown) => error instanceof InvalidInput && error.place === place && /[\u4e00-\u9fff]/.test(error.text[0]));
}

test('repeatability of ten readings', () => {
  const { value, mean, n, ok, limit } = repeatability({ readings });
  assert.deepEqual({ value, mean, n, ok, limit }, { value: '0.00015492', mean: '10.00132', n: 10, ok: null, limit: null });
  refused(() => repeatability({ readings: readings.slice(1) }), 'readings');
  refused(() => repeatability({ readings: [...readings, 'x'] }), 'readings[10]');
  refused(() => repeatability({ readings, reported: '0' }), 'reported');
  refused(() => repeatability({ readings: 'x' }), 'readings');
});

test('a repeated test passes while its s is not above the reported one, decided without rounding', () => {
  assert.equal(repeatability({ readings, reported: '0.00015492' }).ok, true);
  // s is 1.549193…e-4
  assert.equal(repeatability({ readings, reported: '0.0001549193' }).ok, false);
  assert.equal(repeatability({ readings, reported: '0.0001549194' }).ok, true);
  const unit = ['-1.5', '-1.5', '0', '0', '0', '0', '0', '0', '1.5', '1.5'];
  assert.deepEqual(
    [repeatability({ readings: unit, reported: '1' }).ok, repeatability({ readings: unit, reported: '0.9999999999' }).ok],
    [true, false],
  );
});

test('groups of few readings are pooled with their degrees of freedom', () => {
  const groups = [
    ['1', '2', '3', '4', '5', '6', '7'],
    ['10', '12', '11', '13'],
  ];
  // Sums of squares 28 and 5 with 6 and 3 degrees of freedom: √(33/9).
  assert.equal(pooledRepeatability({ groups }).value, '1.9149');
  assert.equal(pooledRepeatability({ groups: [readings] }).value, repeatability({ readings }).value);
  refused(() => pooledRepeatability({ groups: [['1', '2', '3']] }), 'groups');
  refused(() => pooledRepeatability({ groups: [readings, ['1']] }), 'groups[1]');
});

const groups = ['10.00132', '10.00141', '10.00128', '10.00137'].map((mean) => ({ mean }));

test('stability of a standard to be set up is the greatest difference of four groups or more', () => {
  const { value, ok, limit } = stabilityToSetUp(groups, { use: 'nominal', mpe: '0.0005' });
  assert.deepEqual({ value, ok, limit }, { value: '0.00013', ok: true, limit: '0.0005' });
  assert.equal(stabilityToSetUp(groups, { use: 'correction', U: '0.00014' }).ok, true);
  // Smaller than the limit, not equal to it.
  assert.equal(stabilityToSetUp(groups, { use: 'correction', U: '0.00013' }).ok, false);
  refused(() => stabilityToSetUp(groups.slice(1), { use: 'nominal', mpe: '1' }), 'groups');
  refused(() => stabilityToSetUp(groups, { use: 'nominal', mpe: '-1' }), 'basis.mpe');
  refused(() => stabilityToSetUp(groups, { use: 'other' } as never), 'basis.use');
  refused(() => stabilityToSetUp([...groups, {}], { use: 'nominal', mpe: '1' }), 'groups[4]');
});

test('groups are read from their readings as well, exactly', () => {
  const thirds = [{ readings: ['1', '1', '2'] }, { readings: ['1', '2', '2'] }, { mean: '1.5' }, { mean: '1.5' }];
  const { value, means } = stabilityToSetUp(thirds, { use: 'nominal', mpe: '0.333333333333' });
  assert.deepEqual([value, means], ['0.33', ['1.33', '1.67', '1.5', '1.5']]);
  assert.equal(stabilityToSetUp(thirds, { use: 'nominal', mpe: '0.333333333333' }).ok, false);
  assert.equal(stabilityToSetUp(thirds, { use: 'nominal', mpe: '0.333333333334' }).ok, true);
});

test('the groups of a standard to be set up lie more than a month apart', () => {
  const dated = (days: string[]) => groups.map(({ mean }, index) => ({ mean, day: days[index] }));
  const basis = { use: 'nominal', mpe: '1' } as const;
  assert.equal(stabilityToSetUp(dated(['2025-01-10', '2025-02-11', '2025-03-15', '2025-12-01']), basis).ok, true);
  refused(() => stabilityToSetUp(dated(['2025-01-10', '2025-02-10', '2025-03-15', '2025-12-01']), basis), 'groups[1].day');
  refused(() => stabilityToSetUp(dated(['2025-01-10', '2024-02-10', '2025-03-15', '2025-12-01']), basis), 'groups[1].day');
  assert.deepEqual([isMoreThanAMonth('2025-12-31', '2026-01-31'), isMoreThanAMonth('2025-12-31', '2026-02-01')], [false, true]);
  assert.ok(isMoreThanAMonth('2025-01-31', '2025-03-01') && !isMoreThanAMonth('2025-01-31', '2025-02-28'));
});

test('stability of a standard in use is the difference to the year before, whichever is greater', () => {
  const years = { previous: { mean: '10.00141' }, current: { mean: '10.00132' } };
  const { value, ok } = stabilityInUse(years, { use: 'correction', U: '0.0002' });
  assert.deepEqual([value, ok], ['0.00009', true]);
  assert.equal(stabilityInUse(years, { use: 'correction', U: '0.00009' }).ok, false);
});

test('a result is verified by transfer', () => {
  const laboratory = { y: '100.012', U: '0.010' };
  const verified = verifyByTransfer({ laboratory, reference: { y: '100.003', U: '0.006' } });
  assert.deepEqual([verified.value, verified.limit, verified.ok, verified.isReferenceNeglected], ['0.009', '0.011662', true, false]);
  assert.equal(verifyByTransfer({ laboratory, reference: { y: '100.0003', U: '0.006' } }).ok, false);
  // 0.005² + 0.012² = 0.013²: equality passes.
  const exact = { laboratory: { y: '1.013', U: '0.005' }, reference: { y: '1.000', U: '0.012' } };
  assert.deepEqual([verifyByTransfer(exact).limit, verifyByTransfer(exact).ok], ['0.013', true]);
  assert.equal(verifyByTransfer({ ...exact, laboratory: { y: '1.01300001', U: '0.005' } }).ok, false);
  refused(() => verifyByTransfer({ laboratory, reference: { y: '1', U: '0' } }), 'reference.U');
});

test('an uncertainty of the reference of a third or less is neglected', () => {
  const laboratory = { y: '100.010', U: '0.0090' };
  const small = verifyByTransfer({ laboratory, reference: { y: '100.001', U: '0.003' } });
  assert.deepEqual([small.limit, small.ok, small.isReferenceNeglected], ['0.009', true, true]);
  assert.equal(verifyByTransfer({ laboratory, reference: { y: '100.0009', U: '0.003' } }).ok, false);
  assert.equal(verifyByTransfer({ laboratory, reference: { y: '100.0009', U: '0.0031' } }).isReferenceNeglected, false);
});

test('a result is verified by intercomparison', () => {
  const results = ['100.012', '100.005', '100.003', '100.008'].map((y) => ({ y, U: '0.010' }));
  const { value, limit, ok, mean, n } = verifyByIntercomparison(results);
  assert.deepEqual({ value, limit, ok, mean, n }, { value: '0.005', limit: '0.0086603', ok: true, mean: '100.007', n: 4 });
  const far = verifyByIntercomparison([{ y: '100.025', U: '0.010' }, ...results.slice(1)]);
  assert.equal(far.ok, false);
  refused(() => verifyByIntercomparison(results.slice(0, 1)), 'results');
  refused(() => verifyByIntercomparison(results, 7), 'laboratory');
});

test('an intermediate check is judged by its limit or by the normalized deviation, without rounding', () => {
  const readings = ['100.002', '100.004', '100.003'];
  const within = intermediateCheck({ readings, reference: '100.000', limit: '0.003' });
  assert.deepEqual([within.value, within.deviation, within.mean, within.ok, within.n], ['0.003', '0.003', '100.003', true, 3]);
  assert.equal(intermediateCheck({ readings, reference: '100.0000001', limit: '0.0029998' }).ok, false);
  assert.equal(intermediateCheck({ readings, reference: '100.005', limit: '0.005' }).deviation, '-0.002');
  // 0.013² = 0.005² + 0.012²: |En| = 1 passes.
  const en = { readings: ['1.013'], reference: '1', U: '0.005', referenceU: '0.012' };
  assert.deepEqual([intermediateCheck(en).value, intermediateCheck(en).ok], ['1', true]);
  assert.deepEqual(
    [intermediateCheck({ ...en, readings: ['1.0130001'] }).ok, intermediateCheck({ ...en, readings: ['1'] }).value],
    [false, '0'],
  );
  refused(() => intermediateCheck({ readings, reference: '', limit: '1' }), 'reference');
  refused(() => intermediateCheck({ readings: [], reference: '1', limit: '1' }), 'readings');
  refused(() => intermediateCheck({ ...en, referenceU: '0' }), 'referenceU');
});
