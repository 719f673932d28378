import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { capacity } from './capacity.ts';
import { binomialAtLeast, poissonAtLeast } from './chance.ts';
import { closeAgreement, smallErrors } from './close-agreement.ts';
import { coincidence, rangeProbabilities } from './coincidence.ts';
import { chanceOf, type Finding } from './finding.ts';
import { limitHeaping } from './limit-heaping.ts';
import { adjusted, hintsAmong } from './multiple-testing.ts';
import { repeatedSets } from './repeated-set.ts';
import { digitRepeats, terminalDigits, terminalDigitsAgainstPeers } from './terminal-digit.ts';
import { overlappingWork, shortDurations, type Work } from './timing.ts';
import { unevenness } from './uniform-counts.ts';

const near = (found: number, expected: number, size = 1e-9): void =>
  assert.ok(Math.abs(found - expected) <= size, `${found} instead of ${expected}`);
const times = <Item>(count: number, make: (index: number) => Item): Item[] => Array.from({ length: count }, (_, index) => make(index));
const refused = (work: () => unknown, place: RegExp): void =>
  assert.throws(work, (error) => error instanceof InvalidInput && place.test(error.message), String(place));

/** Readings over five turns of the last digit, all ending in 0. */
const rounded = times(60, (index) => `${10 + index * 0.1}`.slice(0, 4)).map((text) => `${Number(text).toFixed(1)}0`);
const ten = times(60, () => '10');

const minute = 60_000;
const work = (id: string, start: number, end: number, place: string, person = 'P'): Work => ({
  id,
  start: start * minute,
  end: end * minute,
  place,
  person,
});

const found: readonly Finding[] = [
  terminalDigits(rounded, ten, '0.01'),
  digitRepeats(rounded, ten, '0.01'),
  terminalDigitsAgainstPeers(
    rounded,
    times(200, (index) => (10 + index / 100).toFixed(2)),
    '0.01',
  ),
  repeatedSets(
    times(6, (index) => ({
      id: `R${index}`,
      readings: times(8, (at) => String(100 * at * at + (index === 5 ? 0 : index * 7) + ((at * (index === 5 ? 1 : index + 1) * 37) % 23))),
    })),
    '1',
  ),
  closeAgreement(
    times(5, () => ['1.00', '1.00', '1.00', '1.00', '1.00']),
    '0.01',
    '0.02',
  ),
  smallErrors(
    times(10, () => 0.1),
    times(10, () => 1),
    times(10, () => 0),
  ),
  shortDurations([work('A', 0, 2, 'S'), work('B', 10, 40, 'S')], 10 * minute),
  overlappingWork([work('A', 0, 30, 'S'), work('B', 10, 40, 'T')], 'person'),
  capacity([{ day: '2026-03-02', count: 130 }], 10 * minute, 480 * minute),
  limitHeaping([...times(30, () => '0.98'), ...times(4, () => '0.85'), '1.02', '1.03'], ['1.00'], '0.01'),
];

test('every finding has p, effect, assumptions and a sentence in both languages that accuses nobody', () => {
  assert.equal(new Set(found.map(({ test: id }) => id)).size, found.length);
  for (const { test: id, applicable, p, effect, n, explanation, assumptions, measure } of found) {
    assert.ok(applicable && p !== null && p >= 0 && p <= 1 && effect !== null && Number.isFinite(effect) && n > 0, id);
    assert.match(explanation[0], /偶然.*概率.*仅为核查线索，不作结论。$/, id);
    assert.match(explanation[1], /chance gives.*hint for review and no proof\.$/, id);
    assert.doesNotMatch(explanation.join(' '), /造假|编造|伪造|抄袭|违规|fraud|fabricat|fake|cheat|invent|guilty/i, id);
    assert.doesNotMatch(explanation.join(' '), /NaN|undefined|Infinity/, id);
    assert.ok(assumptions.length >= 2 && measure.every((text) => text.length > 3), id);
  }
});

test('what is plain to see is seen, with its size', () => {
  const [digits, repeats] = found;
  assert.ok(digits!.p! < 1e-9);
  near(digits!.effect!, 1);
  assert.match(digits!.explanation[0], /末位数字 0 出现 60 次，通常约 6 次/);
  near(repeats!.effect!, 10);
  assert.equal(repeats!.p, 1);
  const byId = (id: string): Finding => found.find((own) => own.test === id)!;
  assert.ok(byId('close-agreement').p! < 1e-6 && byId('close-agreement').effect === 0);
  near(byId('small-errors').effect!, 0.1, 1e-12);
  near(byId('capacity').effect!, 130 / 48, 1e-12);
  near(byId('overlapping-work').p!, 1 - 0.99 ** 2, 1e-12);
  assert.match(byId('overlapping-work').explanation[1], /such as A and B/);
  assert.match(byId('short-duration').explanation[0], /最短的 A 为 2 min/);
  assert.ok(byId('limit-heaping').p! < 0.01 && byId('limit-heaping').effect! > 1.3);
});

test('chance is said in words that a reader of a report understands', () => {
  assert.deepEqual(chanceOf(0.0004), ['约每 2500 次有 1 次', 'about 1 in 2500 cases']);
  assert.deepEqual(chanceOf(0.25), ['约为 25 %', 'about 25 % of cases']);
  assert.match(chanceOf(0)[1], /less than 1 in/);
});

test('even counts: the exact distribution for few, against direct enumeration', () => {
  near(unevenness([10, 0]).p, 2 / 1024, 1e-15);
  near(unevenness([1, 1, 1]).p, 1, 1e-15);
  near(unevenness([3, 0, 0]).p, 3 / 27, 1e-15);
  // Four counts in three classes: 81 outcomes, of which 27 have a class with three or more.
  near(unevenness([3, 1, 0]).p, 27 / 81, 1e-15);
  near(unevenness(times(10, () => 100)).p, 1, 1e-12);
  assert.ok(unevenness([200, 100]).p < 1e-7);
});

test('upper tails of counts keep their digits far out', () => {
  near(binomialAtLeast(2, 3, 0.5), 0.5, 1e-15);
  near(binomialAtLeast(0, 3, 0.5), 1);
  assert.equal(binomialAtLeast(4, 3, 0.5), 0);
  near(binomialAtLeast(3, 3, 1e-5) / 1e-15, 1, 1e-9);
  near(poissonAtLeast(1, 0.1), 1 - Math.exp(-0.1), 1e-15);
  assert.ok(poissonAtLeast(50, 1) > 0);
});

test('agreement of rounded readings: certain on a coarse scale, rare on a fine one', () => {
  assert.equal(coincidence(0), 1);
  near(coincidence(5.0001), 1 / (2 * Math.sqrt(Math.PI) * 5.0001));
  // Rounding takes 1/(24σ²) off the density of the difference at 0.
  near(coincidence(4.9), (1 - 1 / (24 * 4.9 * 4.9)) / (2 * Math.sqrt(Math.PI) * 4.9), 1e-6);
  assert.ok(coincidence(0.3) > 0.8);
  for (const noise of [0.3, 1, 6])
    near(
      rangeProbabilities(5, noise).reduce((sum, p) => sum + p, 0),
      1,
      1e-12,
    );
  // The mean range of five normal readings is 2.326 standard deviations (ISO 7870-2, d₂).
  const mean = rangeProbabilities(5, 8).reduce((sum, p, range) => sum + p * range, 0);
  near(mean / 8, 2.326, 0.005);
});

test('where the data cannot tell, the reason is said and there is no p', () => {
  const no = ({ applicable, p, effect, reason, explanation }: Finding, expected: RegExp): void => {
    assert.deepEqual([applicable, p, effect], [false, null, null]);
    assert.match(reason?.[1] ?? '', expected);
    assert.match(explanation[0], /^不适用：/);
  };
  no(terminalDigits(['1.0'], ['1'], '0.1'), /fewer than 20/);
  no(
    terminalDigits(
      times(40, (index) => `10.0${index % 4}`),
      times(40, () => '10'),
      '0.01',
    ),
    /too close/,
  );
  no(
    terminalDigits(
      times(40, (index) => `${index * 100}.01`),
      times(40, String),
      '0.01',
    ),
    /most points have one reading/,
  );
  no(digitRepeats(['1.0'], ['1'], '0.1'), /fewer than 20/);
  no(terminalDigitsAgainstPeers(['1'], ['1'], '1'), /fewer than 20/);
  no(
    terminalDigitsAgainstPeers(
      times(30, () => '1'),
      times(30, () => '1'),
      '1',
    ),
    /too few different/,
  );
  const set = (id: number, readings: readonly string[]) => ({ id: String(id), readings });
  no(repeatedSets([], '1'), /fewer than 2 records/);
  no(repeatedSets([set(1, ['1']), set(2, ['1'])], '1'), /fewer than 4/);
  no(
    repeatedSets(
      times(20, (index) => set(index, ['100', '200', '300', index % 2 === 0 ? '400' : '401'])),
      '1',
    ),
    /equal sets are normal/,
  );
  no(
    repeatedSets(
      times(20, (index) => set(index, ['1', '2', '3', '4'])),
      '1',
    ),
    /nominal values are needed/,
  );
  no(closeAgreement([], '1', '1'), /no repeated readings/);
  no(closeAgreement([['1', '1']], '1', '0.01'), /far coarser/);
  no(closeAgreement([['1', '1']], '1', '0.5'), /data are few/);
  no(smallErrors([0], [1], [0]), /fewer than 5/);
  no(
    smallErrors(
      times(9, () => 0),
      times(9, () => 1),
      times(9, () => 5),
    ),
    /far coarser/,
  );
  no(shortDurations([], minute), /no records/);
  no(overlappingWork([work('A', 0, 9, 'S'), work('B', 1, 9, 'S')], 'person'), /different places/);
  no(overlappingWork([{ id: 'A', start: 0, end: 1 }], 'standard'), /different places/);
  no(capacity([], minute, minute), /no days/);
  no(limitHeaping(['0.9'], ['1'], '0.1'), /fewer than 10/);
  no(
    limitHeaping(
      times(20, () => '0.9'),
      ['1'],
      '0.3',
    ),
    /rounding itself/,
  );
});

test('copies of one record throughout are seen when the nominal values are given', () => {
  const readings = ['100.3', '199.1', '301.8', '399.6', '500.9', '598.7'];
  const nominals = ['100', '200', '300', '400', '500', '600'];
  const all = repeatedSets(
    times(10, (index) => ({ id: String(index), readings })),
    '0.1',
    { nominals },
  );
  assert.ok(all.applicable && all.p! < 1e-9, String(all.p));
  near(all.effect!, 0.9);
});

test('one record is enough of a slip for many overlaps, and the way between two places takes its time', () => {
  const day = times(8, (index) => work(`A${index}`, index * 60, index * 60 + 30, 'S'));
  near(overlappingWork([...day, work('X', 0, 480, 'T')], 'person').effect!, 1 / 9, 1e-12);
  const apart = [work('A', 0, 30, 'S'), work('B', 40, 60, 'T')];
  assert.equal(overlappingWork(apart, 'person').effect, 0);
  assert.equal(overlappingWork(apart, 'person', 30 * minute).effect, 0.5);
  const others = [work('A', 0, 30, 'S'), work('B', 0, 30, 'T', 'Q'), work('C', 40, 50, 'T')];
  assert.equal(overlappingWork(others, 'person').effect, 0);
  const standard = apart.map((own) => ({ ...own, start: 0, standard: 'M1' }));
  assert.equal(overlappingWork(standard, 'standard').effect, 0.5);
});

test('what remains after setting aside the conflicting records has no overlap at two places', () => {
  const one = fc.record({
    start: fc.integer({ min: 0, max: 100 }),
    length: fc.integer({ min: 1, max: 30 }),
    place: fc.constantFrom('S', 'T', 'U'),
  });
  fc.assert(
    fc.property(fc.array(one, { minLength: 2, maxLength: 12 }), (list) => {
      const records = list.map(({ start, length, place }, index) => work(String(index), start, start + length, place));
      const { applicable, effect } = overlappingWork(records, 'person');
      const anyOverlap = records.some((a) => records.some((b) => a.place !== b.place && a.start < b.end && b.start < a.end));
      if (applicable) assert.equal(effect! > 0, anyOverlap);
      else assert.equal(anyOverlap, false);
    }),
    { numRuns: 200, seed: 5 },
  );
});

test('many persons are looked at: Holm and Benjamini–Hochberg, by hand', () => {
  assert.deepEqual(adjusted([0.01, 0.04, null], 'holm'), [0.02, 0.04, null]);
  const values = [0.01, 0.02, 0.03, 0.5];
  adjusted(values, 'holm').forEach((p, index) => near(p!, [0.04, 0.06, 0.06, 0.5][index]!, 1e-15));
  adjusted(values, 'benjamini-hochberg').forEach((p, index) => near(p!, [0.04, 0.04, 0.04, 0.5][index]!, 1e-15));
  refused(() => adjusted([2], 'holm'), /^values\[0\]/);
  const examined = found.map((finding, index) => ({ id: `T${index}`, finding }));
  const hints = hintsAmong(examined, 'holm', 0.01);
  assert.ok(hints.length >= 4 && hints.length < found.length);
  hints.forEach(({ adjustedP, finding }, index) =>
    assert.ok(adjustedP >= finding.p! && (index === 0 || adjustedP >= hints[index - 1]!.adjustedP)),
  );
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 }), (list) => {
      const [holm, hochberg] = [adjusted(list, 'holm'), adjusted(list, 'benjamini-hochberg')];
      list.forEach((p, index) => assert.ok(p <= hochberg[index]! + 1e-12 && hochberg[index]! <= holm[index]! + 1e-12 && holm[index]! <= 1));
    }),
    { seed: 6 },
  );
});

test('unusable input is refused by its place', () => {
  const pair = ['1', '2'];
  refused(() => terminalDigits(['1.005'], ['1'], '0.01'), /^readings\[0\]: the reading is not a multiple/);
  refused(() => terminalDigits(['x'], ['1'], '0.01'), /^readings\[0\]/);
  refused(() => terminalDigits(pair, ['1'], '1'), /^points/);
  refused(() => terminalDigits(pair, pair, '0'), /^resolution/);
  refused(() => terminalDigitsAgainstPeers(pair, ['0.5'], '1'), /^peers\[0\]/);
  refused(() => closeAgreement([['1']], '1', '1'), /^sets\[0\]/);
  refused(() => closeAgreement([pair], '1', '-1'), /^repeatability/);
  refused(() => smallErrors([Number.NaN], [1], [0]), /^errors\[0\]/);
  refused(() => smallErrors([1], [0], [0]), /^uncertainties\[0\]/);
  refused(() => smallErrors([1], [1], [-1]), /^resolutions\[0\]/);
  refused(() => smallErrors([1], [], [0]), /^uncertainties/);
  const records = [1, 2].map((id) => ({ id: String(id), readings: ['1', '2', '3', '4'] }));
  refused(() => repeatedSets([...records, { id: '3', readings: ['1'] }], '1'), /^records\[2\].readings/);
  refused(() => repeatedSets(records, '1', { window: 2 }), /^window/);
  refused(() => repeatedSets(records, '1', { nominals: ['1'] }), /^nominals/);
  refused(() => shortDurations([{ id: 'A', start: 2, end: 1 }], 1), /^records\[0\].end/);
  refused(() => shortDurations([{ id: 'A', start: Number.NaN, end: 1 }], 1), /^records\[0\]/);
  refused(() => shortDurations([], 0), /^minimum/);
  refused(() => shortDurations([], 1, 0), /^slips/);
  refused(() => overlappingWork([], 'person', -1), /^travel/);
  refused(
    () =>
      overlappingWork(
        times(1001, (index) => work(String(index), 0, 1, String(index))),
        'person',
      ),
    /^records: more than 1000 places/,
  );
  refused(() => capacity([{ day: 'd', count: 1.5 }], 1, 1), /^days\[0\].count/);
  refused(() => capacity([], 0, 1), /^duration/);
  refused(() => limitHeaping(pair, ['1', '1', '1'], '1'), /^limits/);
  refused(() => limitHeaping(pair, ['0'], '1'), /^limits\[0\]/);
});
