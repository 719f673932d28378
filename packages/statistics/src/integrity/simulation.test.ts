/**
 * False hints and power by simulation with a fixed seed. Each test holds its level: the share of p ≤ α among honest records is at most
 * α + 3 standard errors, and where p is continuous not far below α either.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { capacity } from './capacity.ts';
import { closeAgreement, smallErrors } from './close-agreement.ts';
import type { Finding } from './finding.ts';
import { limitHeaping } from './limit-heaping.ts';
import { repeatedSets } from './repeated-set.ts';
import { digitRepeats, terminalDigits, terminalDigitsAgainstPeers } from './terminal-digit.ts';
import { overlappingWork, shortDurations, type Work } from './timing.ts';

/** sfc32, with normal and Poisson draws. */
function draws(seed: number): { readonly uniform: () => number; readonly normal: () => number; readonly whole: (below: number) => number } {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, seed | 0, 1];
  const uniform = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  for (let index = 0; index < 20; index += 1) uniform();
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  return { uniform, normal, whole: (below) => Math.floor(uniform() * below) };
}

const times = <Item>(count: number, make: (index: number) => Item): Item[] => Array.from({ length: count }, (_, index) => make(index));

/** Share of p ≤ α at 5 % and 1 %; asserts the bounds. */
function holdsItsLevel(trials: number, honest: (trial: number) => Finding, isContinuous: boolean): void {
  const values = times(trials, honest).map(({ applicable, p, reason }) => {
    assert.ok(applicable && p !== null, reason?.[1]);
    return p;
  });
  for (const level of [0.05, 0.01]) {
    const rate = values.filter((p) => p <= level).length / trials;
    const error = Math.sqrt((level * (1 - level)) / trials);
    assert.ok(rate <= level + 3 * error, `${rate} at ${level}`);
    if (isContinuous) assert.ok(rate >= level - 4 * error && rate > 0, `${rate} at ${level} is too seldom`);
  }
}

function isSeen(share: number, trials: number, planted: (trial: number) => Finding): void {
  const found = times(trials, planted).filter(({ p }) => p !== null && p <= 0.01).length;
  assert.ok(found >= share * trials, `${found} of ${trials}`);
}

const steps = (whole: number, step: number): string => (Math.round(whole) * step).toFixed(2);

for (const { step, name } of [
  { step: 0.01, name: 'ten digits' },
  { step: 0.02, name: 'five digits' },
  { step: 0.05, name: 'two digits' },
]) {
  test(`terminal digits hold their level with ${name} possible, few readings and many`, () => {
    const { normal } = draws(11);
    for (const n of [40, 250]) {
      const points = times(n, () => '10');
      const honest = (): Finding =>
        terminalDigits(
          times(n, () => steps(1000 + 15 * normal(), step)),
          points,
          String(step),
        );
      // Few outcomes with two digits: p is not continuous.
      holdsItsLevel(n === 40 ? 1500 : 600, honest, step < 0.05);
    }
  });
}

test('made-up readings that favour 0 and 5 are seen, and those that never repeat a digit', () => {
  const { normal, uniform, whole } = draws(12);
  const points = times(100, () => '10');
  const favoured = (): Finding => {
    const readings = times(100, () => {
      const honest = 1000 + 15 * normal();
      return steps(uniform() < 0.4 ? Math.round(honest / 5) * 5 : honest, 0.01);
    });
    return terminalDigits(readings, points, '0.01');
  };
  isSeen(0.95, 60, favoured);
  const wary = (): Finding => {
    let last = 0;
    const readings = times(100, () => {
      const digit = whole(9);
      last = digit >= last ? digit + 1 : digit;
      return steps(900 + 10 * whole(20) + last, 0.01);
    });
    return digitRepeats(readings, points, '0.01');
  };
  isSeen(0.95, 60, wary);
});

test('digit repeats hold their level', () => {
  const { normal } = draws(13);
  const points = times(150, () => '10');
  holdsItsLevel(
    800,
    () =>
      digitRepeats(
        times(150, () => steps(1000 + 15 * normal(), 0.01)),
        points,
        '0.01',
      ),
    false,
  );
});

test('readings close to their nominal value are compared with colleagues: level and power', () => {
  const { normal, uniform } = draws(14);
  const honest = (): string => steps(1000 + 2.2 * normal(), 0.01);
  const peers = (): string[] => times(300, honest);
  holdsItsLevel(500, () => terminalDigitsAgainstPeers(times(80, honest), peers(), '0.01'), true);
  const favoured = (): string => (uniform() < 0.35 ? '10.00' : honest());
  isSeen(0.9, 60, () => terminalDigitsAgainstPeers(times(80, favoured), peers(), '0.01'));
});

test('repeated sets hold their level with instruments of their own offset and slope, and copies are seen', () => {
  const { normal } = draws(15);
  const record = (noise: number, points: number): string[] => {
    const [offset, slope] = [4 * normal(), 2 * normal()];
    return times(points, (index) => steps(100 * 2 ** index + offset + slope * index + noise * normal(), 0.01));
  };
  const year = (noise: number, points: number, n: number) =>
    times(n, (index) => ({ id: `R${index + 1}`, readings: record(noise, points) }));
  holdsItsLevel(250, () => repeatedSets(year(1.5, 5, 40), '0.01'), false);
  holdsItsLevel(250, () => repeatedSets(year(3, 6, 30), '0.01', { window: 3 }), false);
  // Nothing but noise, so that chance agreement is as frequent as the bound says.
  const bare = (): Finding =>
    repeatedSets(
      times(30, (index) => ({ id: String(index), readings: times(4, () => steps(500 + 2.2 * normal(), 0.01)) })),
      '0.01',
    );
  holdsItsLevel(300, bare, false);
  const copied = (): Finding => {
    const records = year(1.5, 6, 40);
    return repeatedSets(
      times(40, (index) => (index === 20 || index === 33 ? { id: `C${index}`, readings: records[3]!.readings } : records[index]!)),
      '0.01',
    );
  };
  isSeen(0.95, 40, copied);
  const partial = (): Finding => {
    const records = year(3, 10, 20);
    const [from, into] = [records[2]!.readings, records[15]!.readings];
    const mixed = into.map((reading, index) => (index >= 2 && index < 8 ? from[index]! : reading));
    return repeatedSets(
      times(20, (index) => (index === 15 ? { id: 'C', readings: mixed } : records[index]!)),
      '0.01',
      { window: 6 },
    );
  };
  isSeen(0.95, 40, partial);
});

test('close agreement holds its level on coarse and fine scales, with few sets and many, and invented repeats are seen', () => {
  const { normal, uniform } = draws(16);
  const sets = (count: number, noise: number, spread = noise): string[][] =>
    times(count, () => {
      const centre = 1000 + 10 * uniform();
      return times(6, () => steps(centre + spread * normal(), 0.01));
    });
  holdsItsLevel(500, () => closeAgreement(sets(8, 0.8), '0.01', '0.008'), false);
  holdsItsLevel(300, () => closeAgreement(sets(5, 30), '0.01', '0.3'), true);
  holdsItsLevel(200, () => closeAgreement(sets(60, 2), '0.01', '0.02'), false);
  isSeen(0.95, 60, () => closeAgreement(sets(8, 2, 0.7), '0.01', '0.02'));
});

test('small errors hold their level, rounded or not, and errors that are too small are seen', () => {
  const { normal } = draws(17);
  const u = times(20, (index) => 1 + index / 10);
  const none = times(20, () => 0);
  holdsItsLevel(
    2000,
    () =>
      smallErrors(
        u.map((own) => own * normal()),
        u,
        none,
      ),
    true,
  );
  const ones = times(20, () => 1);
  holdsItsLevel(
    1000,
    () =>
      smallErrors(
        u.map((own) => Math.round(own * normal())),
        u,
        ones,
      ),
    true,
  );
  isSeen(0.95, 100, () =>
    smallErrors(
      u.map((own) => 0.3 * own * normal()),
      u,
      none,
    ),
  );
});

const minute = 60_000;

test('short durations hold their level with honest slips, and a habit of short records is seen', () => {
  const { uniform } = draws(18);
  const works = (n: number, share: number): Work[] =>
    times(n, (index) => ({ id: String(index), start: 0, end: uniform() < share ? 2 * minute : (12 + 20 * uniform()) * minute }));
  holdsItsLevel(2000, () => shortDurations(works(200, 0.01), 10 * minute), false);
  isSeen(0.95, 100, () => shortDurations(works(200, 0.07), 10 * minute));
});

test('overlapping work holds its level when one record in a hundred has a wrong time, and work at two places is seen', () => {
  const { uniform, whole } = draws(19);
  // One person, one record after the other; a slip moves a record by up to a day.
  const year = (share: number): Work[] => {
    let clock = 0;
    return times(200, (index) => {
      const start = clock + 5 * minute * uniform();
      const end = start + (15 + 20 * uniform()) * minute;
      clock = end + 30 * minute;
      const slip = uniform() < share ? (uniform() - 0.5) * 1440 * minute : 0;
      return { id: String(index), person: 'P', place: `S${whole(3)}`, start: start + slip, end: end + slip };
    });
  };
  holdsItsLevel(600, () => overlappingWork(year(0.01), 'person'), false);
  const double = (): Finding =>
    overlappingWork(
      [
        ...year(0),
        ...year(0)
          .slice(0, 30)
          .map((own) => ({ ...own, id: `D${own.id}`, place: 'T' })),
      ],
      'person',
    );
  isSeen(0.95, 40, double);
});

test('capacity holds its level at a full load, and a day that cannot be is seen', () => {
  const { uniform } = draws(20);
  // Each record takes the least duration or more: an exponential part on top of nothing is the extreme case.
  const day = (mean: number): number => {
    let [count, clock] = [0, -Math.log(1 - uniform())];
    while (clock < mean) [count, clock] = [count + 1, clock - Math.log(1 - uniform())];
    return count;
  };
  const month = (mean: number): { day: string; count: number }[] =>
    times(20, (index) => ({ day: `2026-03-${String(index + 1).padStart(2, '0')}`, count: day(mean) }));
  holdsItsLevel(2000, () => capacity(month(48), 10 * minute, 480 * minute), false);
  isSeen(0.95, 100, () => capacity([...month(40), { day: '2026-04-01', count: 90 }], 10 * minute, 480 * minute));
});

test('heaping at the limit holds its level for normal errors of different spread, and moved results are seen', () => {
  const { normal, uniform } = draws(21);
  const errors = (n: number, spread: number, moved: number): string[] =>
    times(n, () => {
      const error = spread * normal();
      const isMoved = Math.abs(error) > 100 && Math.abs(error) < 112 && uniform() < moved;
      return ((isMoved ? Math.sign(error) * (95 + 5 * uniform()) : error) / 100).toFixed(2);
    });
  for (const spread of [35, 60, 200])
    holdsItsLevel(spread === 35 ? 100 : 200, () => limitHeaping(errors(spread === 35 ? 3000 : 700, spread, 0), ['1'], '0.01'), false);
  isSeen(0.9, 30, () => limitHeaping(errors(900, 60, 0.9), ['1'], '0.01'));
});
