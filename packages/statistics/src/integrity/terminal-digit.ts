/**
 * Terminal-digit preference: where readings spread over many times the value of their last digit, the last digits are even;
 * numbers that were made up or estimated by habit favour some (Mosimann, Wiseman, Edelman, Accountability in Research 4 (1995) 31).
 * Only digits that the resolution allows are counted: d = 2 gives five, d = 5 gives two. Where readings keep close to their
 * nominal value the digits are not even by nature, and only the comparison with colleagues at the same points can tell.
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { chiSquareUpper } from '@tongheng/uncertainty/distribution/chi-square';
import { binomialAtLeast } from './chance.ts';
import { finding, notApplicable, type Finding, type Text } from './finding.ts';
import { multiplesOf, resolutionOf } from './grid.ts';
import { unevenness } from './uniform-counts.ts';

/** Fewer readings show no preference that is worth a look. */
const leastReadings = 20;
/** Standard deviation at one point, in full turns of the last digit, from which on digits of any smooth distribution are even. */
const leastTurns = 1;

const measure: Text = ['克莱姆 V（0 为均匀，1 为只有一个数字）', "Cramér's V (0 even, 1 a single digit)"];

type Digits = { readonly digits: readonly number[]; readonly possible: readonly number[]; readonly units: readonly bigint[] };

function digitsOf(readings: readonly string[], resolution: string, place: string): Digits {
  const d = resolutionOf(resolution);
  const units = multiplesOf(readings, d, place);
  // d = step × 10^k with a step that does not end in 0: the last digit written is that of reading / 10^k.
  let step = d.digits;
  while (step % 10n === 0n) step /= 10n;
  const digit = (unit: bigint): number => Number((unit < 0n ? -unit * step : unit * step) % 10n);
  const possible = [...new Set(Array.from({ length: 10 }, (_, index) => digit(BigInt(index))))].sort((a, b) => a - b);
  return { digits: units.map(digit), possible, units };
}

function countsOf({ digits, possible }: Digits): number[] {
  return possible.map((digit) => digits.filter((own) => own === digit).length);
}

/** The pooled standard deviation within points in steps of the resolution; null where most points have one reading. */
function spreadWithin(units: readonly bigint[], points: readonly string[]): number | null {
  const groups = new Map<string, number[]>();
  const origin = units[0] ?? 0n;
  units.forEach((unit, index) => {
    const group = groups.get(points[index] ?? '') ?? [];
    group.push(Number(unit - origin));
    groups.set(points[index] ?? '', group);
  });
  let [squares, dof] = [0, 0];
  for (const group of groups.values()) {
    const centre = group.reduce((sum, value) => sum + value, 0) / group.length;
    squares += group.reduce((sum, value) => sum + (value - centre) * (value - centre), 0);
    dof += group.length - 1;
  }
  return dof < units.length / 2 ? null : Math.sqrt(squares / dof);
}

function largestExcess(counts: readonly number[], expected: readonly number[], possible: readonly number[]): Text {
  const excess = counts.map((count, index) => count - (expected[index] ?? 0));
  const index = excess.indexOf(Math.max(...excess));
  const [digit, count, usual] = [possible[index], counts[index], Number((expected[index] ?? 0).toFixed(1))];
  return [
    `末位数字 ${digit} 出现 ${count} 次，通常约 ${usual} 次`,
    `the last digit ${digit} stands ${count} times where some ${usual} are usual`,
  ];
}

const assumptions: readonly Text[] = [
  ['每个读数来自不同的器具或相互独立的测量', 'each reading comes from another instrument or an independent measurement'],
  ['同一测量点的读数平滑分布，跨越末位数字多个周期', 'readings at one point are smoothly distributed over several turns of the last digit'],
  ['读数按给定分辨力记录，未经换算', 'readings are recorded with the stated resolution and were not converted'],
];

/**
 * Last digits against even ones. Effect: Cramér's V.
 * @param readings decimal text, each a multiple of the resolution
 * @param points the measuring point (nominal value) of each reading; readings of one point are compared with each other for their spread
 * @param resolution of the indication, decimal text
 * @example terminalDigits(readings, points, '0.01').p
 */
export function terminalDigits(readings: readonly string[], points: readonly string[], resolution: string): Finding {
  const found = digitsOf(readings, resolution, 'readings');
  const n = readings.length;
  if (points.length !== n) throw new InvalidInput('points', ['测量点与读数的个数应相同', 'as many points as readings are needed']);
  const no = (reason: Text): Finding => notApplicable('terminal-digit', n, reason, measure, assumptions);
  if (n < leastReadings) return no([`读数少于 ${leastReadings} 个`, `fewer than ${leastReadings} readings`]);
  const spread = spreadWithin(found.units, points);
  if (spread === null) {
    return no([
      '多数测量点只有一个读数，无法判断末位数字是否应当均匀',
      'most points have one reading: whether the digits should be even cannot be told',
    ]);
  }
  if (spread < leastTurns * found.possible.length) {
    return no([
      '同一测量点的读数过于集中，末位数字本来就不均匀，请改用与同行比较的检验',
      'readings at one point lie too close for even digits: compare with colleagues instead',
    ]);
  }
  const counts = countsOf(found);
  const { statistic, p } = unevenness(counts);
  const even = counts.map(() => n / counts.length);
  const [zh, en] = largestExcess(counts, even, found.possible);
  return finding('terminal-digit', [`${n} 个读数中，${zh}`, `Among ${n} readings, ${en}`], {
    p,
    effect: Math.sqrt(statistic / (n * (counts.length - 1))),
    n,
    measure,
    assumptions,
  });
}

const peerAssumptions: readonly Text[] = [
  ['每个读数来自不同的器具或相互独立的测量', 'each reading comes from another instrument or an independent measurement'],
  ['两组读数为同类器具、相同测量点和相同分辨力', 'both groups are of one kind of instrument, the same points and the same resolution'],
];

/** Expected counts below this are put together with others before the chi-square test (Cochran's rule). */
const leastExpected = 5;

/**
 * Last digits of one person against those of colleagues: holds whatever the true distribution is. Effect: Cramér's V of the table.
 * @param peers readings of others at the same points
 */
export function terminalDigitsAgainstPeers(readings: readonly string[], peers: readonly string[], resolution: string): Finding {
  const [own, others] = [digitsOf(readings, resolution, 'readings'), digitsOf(peers, resolution, 'peers')];
  const [n, m] = [readings.length, peers.length];
  const no = (reason: Text): Finding => notApplicable('terminal-digit-peers', n, reason, measure, peerAssumptions);
  if (n < leastReadings || m < leastReadings)
    return no([`一方的读数少于 ${leastReadings} 个`, `fewer than ${leastReadings} readings on one side`]);
  const [counts, usual] = [countsOf(own), countsOf(others)];
  const least = (leastExpected * (n + m)) / Math.min(n, m);
  const columns = own.possible
    .map((digit, index) => ({ digit, a: counts[index] ?? 0, b: usual[index] ?? 0 }))
    .sort((x, y) => x.a + x.b - y.a - y.b);
  const merged: { a: number; b: number }[] = [];
  let open = { a: 0, b: 0 };
  for (const { a, b } of columns) {
    open = { a: open.a + a, b: open.b + b };
    if (open.a + open.b >= least) {
      merged.push(open);
      open = { a: 0, b: 0 };
    }
  }
  if (merged.length < 2) return no(['末位数字的种类或读数太少，无法比较', 'too few different digits or readings for a comparison']);
  const last = merged[merged.length - 1];
  if (last !== undefined) [last.a, last.b] = [last.a + open.a, last.b + open.b];
  const statistic = merged.reduce((sum, { a, b }) => {
    const [ofA, ofB] = [((a + b) * n) / (n + m), ((a + b) * m) / (n + m)];
    return sum + ((a - ofA) * (a - ofA)) / ofA + ((b - ofB) * (b - ofB)) / ofB;
  }, 0);
  const [zh, en] = largestExcess(
    counts,
    usual.map((count) => (count * n) / m),
    own.possible,
  );
  return finding(
    'terminal-digit-peers',
    [`与同行 ${m} 个读数相比，${n} 个读数中${zh}`, `Against ${m} readings of colleagues, among ${n} readings ${en}`],
    {
      p: chiSquareUpper(statistic, merged.length - 1),
      effect: Math.sqrt(statistic / (n + m)),
      n,
      measure,
      assumptions: peerAssumptions,
    },
  );
}

const repeatMeasure: Text = ['相邻末位数字相同的比例除以偶然比例', 'share of equal neighbouring digits divided by that of chance'];

/**
 * Whoever makes numbers up avoids the same last digit twice in a row: too few repeats among neighbouring readings, lower tail.
 * Chance gives one in k, k digits being possible. Effect: observed repeats / expected ones.
 * @param readings in the order in which they were taken, spread as for `terminalDigits`
 */
export function digitRepeats(readings: readonly string[], points: readonly string[], resolution: string): Finding {
  const even = terminalDigits(readings, points, resolution);
  const n = readings.length;
  const inOrder: readonly Text[] = [...assumptions, ['读数按测量顺序给出', 'readings are given in the order in which they were taken']];
  if (!even.applicable) return notApplicable('digit-repeats', n, even.reason ?? ['', ''], repeatMeasure, inOrder);
  const { digits, possible } = digitsOf(readings, resolution, 'readings');
  const repeats = digits.filter((digit, index) => index > 0 && digit === digits[index - 1]).length;
  const expected = (n - 1) / possible.length;
  const usual = Number(expected.toFixed(1));
  return finding(
    'digit-repeats',
    [
      `${n - 1} 对相邻读数中末位数字相同的有 ${repeats} 对，通常约 ${usual} 对`,
      `Among ${n - 1} neighbouring readings ${repeats} repeat the last digit where some ${usual} are usual`,
    ],
    {
      p: binomialAtLeast(n - 1 - repeats, n - 1, 1 - 1 / possible.length),
      effect: repeats / expected,
      n,
      measure: repeatMeasure,
      assumptions: inOrder,
    },
  );
}
