/**
 * The eight tests of L. S. Nelson (Journal of Quality Technology 16, 1984, 237–239; the 判异准则 of GB/T 4091-2001, which are those of
 * ISO 8258:1991) and the four of the Western Electric handbook (1956). Definitions where the sources leave room:
 * "beyond" a line is strictly beyond it, and a point nearer to a line than 1e-9 sigma lies on it; a point on the centre line is on
 * neither side and ends a run; equal neighbours end a trend and an alternation; six points rising are five steps up, fourteen
 * alternating are thirteen steps; a point on the one-sigma line is within it. Two of three and four of five count on one side of
 * the centre line. A rule is broken at the point that completes the pattern and belongs to it.
 */
export type Text = readonly [zh: string, en: string];
export type NelsonRule = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
export type WesternElectricRule = 'WE1' | 'WE2' | 'WE3' | 'WE4';
export type RunRuleId = NelsonRule | WesternElectricRule;

type Pattern =
  | { readonly kind: 'beyond-limits' }
  | { readonly kind: 'one-side'; readonly length: number }
  | { readonly kind: 'trend'; readonly length: number }
  | { readonly kind: 'alternation'; readonly length: number }
  | { readonly kind: 'some-beyond'; readonly count: number; readonly length: number; readonly sigmas: number }
  | { readonly kind: 'all-within'; readonly length: number }
  | { readonly kind: 'none-within'; readonly length: number };

export type RunRule = {
  readonly id: RunRuleId;
  readonly pattern: Pattern;
  /** How many points the pattern looks at. */
  readonly length: number;
  readonly text: Text;
  /** What usually stands behind it. */
  readonly meaning: Text;
};

const rule = (id: RunRuleId, pattern: Pattern, text: Text, meaning: Text): RunRule => ({
  id,
  pattern,
  length: 'length' in pattern ? pattern.length : 1,
  text,
  meaning,
});

const sudden: Text = ['突发的异常原因，或计算、记录差错', 'a sudden cause, or a slip in computing or recording'];
const shifted: Text = ['过程水平偏移', 'the level has shifted'];

export const nelsonRules: readonly RunRule[] = [
  rule(1, { kind: 'beyond-limits' }, ['1 点落在控制限之外', 'one point beyond a control limit'], sudden),
  rule(2, { kind: 'one-side', length: 9 }, ['连续 9 点落在中心线同一侧', 'nine points in a row on one side of the centre line'], shifted),
  rule(
    3,
    { kind: 'trend', length: 6 },
    ['连续 6 点递增或递减', 'six points in a row rising, or falling'],
    ['趋势性变化：磨损、温升、逐渐失准', 'a drift: wear, warming, slow loss of adjustment'],
  ),
  rule(
    4,
    { kind: 'alternation', length: 14 },
    ['连续 14 点中相邻点交替上下', 'fourteen points in a row alternating up and down'],
    ['两种来源轮流：两台设备、两名人员或过度调整', 'two sources taking turns: two machines, two persons, over-adjustment'],
  ),
  rule(
    5,
    { kind: 'some-beyond', count: 2, length: 3, sigmas: 2 },
    ['连续 3 点中有 2 点落在中心线同一侧 2σ 线之外', 'two of three points in a row beyond two sigma on one side'],
    shifted,
  ),
  rule(
    6,
    { kind: 'some-beyond', count: 4, length: 5, sigmas: 1 },
    ['连续 5 点中有 4 点落在中心线同一侧 1σ 线之外', 'four of five points in a row beyond one sigma on one side'],
    shifted,
  ),
  rule(
    7,
    { kind: 'all-within', length: 15 },
    ['连续 15 点落在中心线两侧 1σ 线之内', 'fifteen points in a row within one sigma of the centre line'],
    ['子组分层不当或控制限过宽、数据不真实', 'subgroups that mix sources, limits that are too wide, or readings that are not real'],
  ),
  rule(
    8,
    { kind: 'none-within', length: 8 },
    ['连续 8 点落在中心线两侧且无一在 1σ 线之内', 'eight points in a row on both sides with none within one sigma'],
    ['数据来自两个不同的总体', 'readings from two different populations'],
  ),
];

export const westernElectricRules: readonly RunRule[] = [
  rule('WE1', { kind: 'beyond-limits' }, ['1 点落在 3σ 控制限之外', 'one point beyond three sigma'], sudden),
  rule(
    'WE2',
    { kind: 'some-beyond', count: 2, length: 3, sigmas: 2 },
    ['连续 3 点中有 2 点落在同一侧 2σ 线之外', 'two of three points in a row beyond two sigma on one side'],
    shifted,
  ),
  rule(
    'WE3',
    { kind: 'some-beyond', count: 4, length: 5, sigmas: 1 },
    ['连续 5 点中有 4 点落在同一侧 1σ 线之外', 'four of five points in a row beyond one sigma on one side'],
    shifted,
  ),
  rule(
    'WE4',
    { kind: 'one-side', length: 8 },
    ['连续 8 点落在中心线同一侧', 'eight points in a row on one side of the centre line'],
    shifted,
  ),
];

/** @throws RangeError when there is no such rule */
export function runRule(id: RunRuleId): RunRule {
  const found = [...nelsonRules, ...westernElectricRules].find((one) => one.id === id);
  if (found === undefined) throw new RangeError(`no rule ${id}`);
  return found;
}

/** A plotted point in the unit of its chart. Sigma is that of the plotted statistic, limits may differ from point to point. */
export type ChartPoint = {
  readonly value: number;
  readonly centre: number;
  readonly sigma: number;
  readonly lower: number;
  readonly upper: number;
};

const onLine = 1e-9;

type Seen = {
  /** Distance from the centre in sigmas; 0 on the centre line. */
  readonly z: number;
  readonly value: number;
  readonly step: -1 | 0 | 1;
  readonly beyond: boolean;
};

function see(points: readonly ChartPoint[]): Seen[] {
  return points.map(({ value, centre, sigma, lower, upper }, index) => {
    const away = value - centre;
    const z = sigma > 0 ? away / sigma : away === 0 ? 0 : away > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    const slack = onLine * sigma;
    const before = points[index - 1]?.value ?? value;
    const moved = Math.abs(value - before) <= slack ? 0 : value > before ? 1 : -1;
    return { z: Math.abs(z) <= onLine ? 0 : z, value, step: moved, beyond: value > upper + slack || value < lower - slack };
  });
}

/** For each point whether the condition has held for `length` points in a row that end with it. */
function runs(length: number, count: number, holds: (index: number) => boolean): boolean[] {
  let inRow = 0;
  return Array.from({ length: count }, (_, index) => {
    inRow = holds(index) ? inRow + 1 : 0;
    return inRow >= length;
  });
}

const either = (one: readonly boolean[], other: readonly boolean[]): boolean[] =>
  one.map((broken, index) => broken || other[index] === true);

function someBeyond(seen: readonly Seen[], count: number, length: number, sigmas: number, side: 1 | -1): boolean[] {
  const isBeyond = seen.map(({ z }) => side * z > sigmas + onLine);
  return isBeyond.map(
    (beyond, index) => beyond && isBeyond.slice(Math.max(0, index - length + 1), index + 1).filter(Boolean).length >= count,
  );
}

function breaches(pattern: Pattern, seen: readonly Seen[]): boolean[] {
  const z = (index: number): number => seen[index]?.z ?? 0;
  const step = (index: number): number => seen[index]?.step ?? 0;
  const row = (length: number, holds: (index: number) => boolean): boolean[] => runs(length, seen.length, holds);
  switch (pattern.kind) {
    case 'beyond-limits':
      return seen.map(({ beyond }) => beyond);
    case 'one-side':
      return either(
        row(pattern.length, (index) => z(index) > 0),
        row(pattern.length, (index) => z(index) < 0),
      );
    case 'trend':
      return either(
        row(pattern.length - 1, (index) => step(index) > 0),
        row(pattern.length - 1, (index) => step(index) < 0),
      );
    case 'alternation':
      // Fourteen points are thirteen steps, twelve of which turn against the one before.
      return row(pattern.length - 2, (index) => index > 1 && step(index) * step(index - 1) < 0);
    case 'some-beyond':
      return either(
        someBeyond(seen, pattern.count, pattern.length, pattern.sigmas, 1),
        someBeyond(seen, pattern.count, pattern.length, pattern.sigmas, -1),
      );
    case 'all-within':
      return row(pattern.length, (index) => Math.abs(z(index)) <= 1 + onLine);
    case 'none-within':
      return row(pattern.length, (index) => Math.abs(z(index)) > 1 + onLine);
  }
}

/**
 * Which rules each point breaks, in the order of the rules. Lines of one and two sigma follow each point's own sigma (unequal
 * subgroups); trends and alternation follow the plotted values.
 * @example brokenRules([{ value: 4, centre: 0, sigma: 1, lower: -3, upper: 3 }], nelsonRules) // [[1]]
 */
export function brokenRules(points: readonly ChartPoint[], rules: readonly RunRule[]): RunRuleId[][] {
  const seen = see(points);
  const found = rules.map(({ id, pattern }) => ({ id, broken: breaches(pattern, seen) }));
  return points.map((_, index) => found.filter(({ broken }) => broken[index] === true).map(({ id }) => id));
}
