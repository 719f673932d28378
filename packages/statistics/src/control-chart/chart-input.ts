/**
 * The input of `tongheng chart`. Limits are not part of it: a limit that somebody typed in says what somebody wished, so a field that
 * sounds like one is refused by name. Limits of an earlier phase are had by giving the records they come from ("established").
 * A target and a sigma that are known about the process are process parameters with a source, not limits.
 */
import { compare, type Decimal } from '@tongheng/quantity/decimal';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { readSpecification, type SpecificationInput } from '../capability-index/specification.ts';
import type { Entries } from '../sample/read-input.ts';
import { chartKinds, type ChartKind } from './chart.ts';
import type { EwmaLimits } from './ewma-chart.ts';
import { largestRangeGroup } from './range-distribution.ts';
import { checkCount, readChoice, readDecimal, readFields, readGroups, readLevel, readList, readPositive } from './read-input.ts';
import type { RuleSet } from './rule-choice.ts';
import { nelsonRules, westernElectricRules, type RunRuleId, type Text } from './run-rule.ts';

export type Records = { readonly groups: readonly (readonly Decimal[])[]; readonly sizes: readonly Decimal[] };

export type ChartInput = {
  readonly chart: ChartKind;
  readonly records: Records;
  readonly established?: Records;
  readonly lambda?: Decimal;
  readonly width?: Decimal;
  readonly ewmaLimits: EwmaLimits;
  readonly k?: Decimal;
  readonly h?: Decimal;
  readonly inSigma: boolean;
  readonly target?: Decimal;
  readonly sigma?: Decimal;
  readonly source?: string;
  readonly specification?: SpecificationInput;
  readonly level: number;
  readonly ruleSet: RuleSet;
  readonly rules?: readonly RunRuleId[];
  readonly warnings: readonly Text[];
};

const isAttributes = (chart: ChartKind): boolean => chart === 'p' || chart === 'np' || chart === 'c' || chart === 'u';
const isSequence = (chart: ChartKind): boolean => chart === 'ewma' || chart === 'cusum';

const limitWords =
  /^(u|l)?(control|action|warning|sigma|three|upper|lower)*(limits?|cl|wl)(upper|lower)?$|^(upper|lower)$|^cent(re|er)(line)?$/;
const known = [
  'chart', 'data', 'sizes', 'lambda', 'L', 'ewmaLimits', 'k', 'h', 'in', 'target', 'sigma', 's', 'source', 'established', 'specification',
  'level', 'ruleSet', 'rules',
]; // prettier-ignore

function refuseLimits(fields: Entries, path: string): void {
  for (const name of Object.keys(fields)) {
    if (!limitWords.test(name.replace(/[^A-Za-z]/g, '').toLowerCase())) continue;
    throw new InvalidInput(`${path}${name}`, [
      '控制限不能填写，只能由数据计算：请删去该项；要用前一阶段的控制限，请在 established 中给出当时的数据',
      'control limits cannot be typed in, they are computed from data: leave this out; for limits of an earlier phase give its data in "established"',
    ]);
  }
}

function readRecords(fields: Entries, chart: ChartKind, path: string): Records {
  if (fields['data'] === undefined) throw new InvalidInput(`${path}data`, ['缺少数据', 'the data are missing']);
  const groups = readGroups(fields['data'], `${path}data`, 2);
  if (isAttributes(chart)) return readCounts(fields, groups, chart, path);
  if (fields['sizes'] !== undefined)
    throw new InvalidInput(`${path}sizes`, ['只有 p、np、u 图需要样本量', 'sizes belong to p, np and u charts only']);
  groups.forEach((group, index) => checkGroup(group.length, groups[0]?.length ?? 0, chart, `${path}data[${index}]`));
  return { groups, sizes: [] };
}

function checkGroup(size: number, first: number, chart: ChartKind, place: string): void {
  if (chart === 'i-mr' && size !== 1)
    throw new InvalidInput(place, [
      '单值图每点只有一个读数；子组数据请用 xbar-s',
      'an individuals chart has one reading at each point; use xbar-s for subgroups',
    ]);
  if ((chart === 'xbar-r' || chart === 'xbar-s') && size < 2)
    throw new InvalidInput(place, [
      '子组至少需要 2 个读数；单值请用 i-mr',
      'a subgroup needs at least 2 readings; use i-mr for single ones',
    ]);
  if (chart === 'xbar-r' && size > largestRangeGroup)
    throw new InvalidInput(place, [
      `极差图的子组最多 ${largestRangeGroup} 个读数，请用 xbar-s`,
      `at most ${largestRangeGroup} readings for a range; use xbar-s`,
    ]);
  if (chart === 'xbar-r' && size !== first)
    throw new InvalidInput(place, [
      `子组大小不一致（${size}，首组 ${first}）；不等子组请用 xbar-s`,
      `subgroups of unequal size (${size}, the first has ${first}); use xbar-s for these`,
    ]);
}

function readCounts(fields: Entries, groups: Records['groups'], chart: ChartKind, path: string): Records {
  groups.forEach(([count, ...others], index) => {
    const at = `${path}data[${index}]`;
    if (count === undefined || others.length > 0)
      throw new InvalidInput(at, ['计数图每点只有一个数', 'a chart of counts has one number at each point']);
    checkCount(count, at);
  });
  const sizes = readSizes(fields['sizes'], groups.length, chart, `${path}sizes`);
  if (chart === 'p' || chart === 'np') {
    groups.forEach(([count], index) => {
      const size = sizes[index];
      if (count !== undefined && size !== undefined && compare(count, size) > 0)
        throw new InvalidInput(`${path}data[${index}]`, ['不合格品数大于样本量', 'more nonconforming items than were inspected']);
    });
  }
  return { groups, sizes };
}

function readSizes(value: unknown, count: number, chart: ChartKind, place: string): Decimal[] {
  if (chart === 'c') {
    if (value !== undefined)
      throw new InvalidInput(place, [
        'c 图各点的检查范围相同，不需要样本量；不同时请用 u',
        'a c chart inspects the same at every point and has no sizes; use u otherwise',
      ]);
    return Array.from({ length: count }, () => readDecimal(1, place));
  }
  if (value === undefined)
    throw new InvalidInput(place, ['缺少样本量：一个数或每点一个', 'the sizes are missing: one number, or one for each point']);
  const list = Array.isArray(value) ? readList(value, place, 1) : Array.from({ length: count }, () => value);
  if (list.length !== count)
    throw new InvalidInput(place, [`有 ${list.length} 个样本量，数据有 ${count} 点`, `${list.length} sizes for ${count} points`]);
  const sizes = list.map((size, index) => {
    const at = Array.isArray(value) ? `${place}[${index}]` : place;
    const read = readPositive(size, at);
    if (chart !== 'u') checkCount(read, at);
    return read;
  });
  const odd = chart === 'np' ? sizes.findIndex((size) => compare(size, sizes[0] ?? size) !== 0) : -1;
  if (odd >= 0)
    throw new InvalidInput(`${place}[${odd}]`, ['np 图的样本量必须相同，不同时请用 p', 'an np chart needs equal sizes; use p otherwise']);
  return sizes;
}

function readRules(value: unknown, set: RuleSet): RunRuleId[] {
  const ids = (set === 'nelson' ? nelsonRules : westernElectricRules).map(({ id }) => id);
  return readList(value, 'rules', 1).map((one, index) => {
    const found = ids.find((id) => String(id) === String(one));
    if (found !== undefined) return found;
    throw new InvalidInput(`rules[${index}]`, [
      `没有该准则，可选 ${ids.join('、')}`,
      `there is no such rule; choose from ${ids.join(', ')}`,
    ]);
  });
}

/** Reads the input of a chart; throws InvalidInput with the place of what cannot be used. */
export function readChartInput(value: unknown): ChartInput {
  const fields = readFields(value, '');
  refuseLimits(fields, '');
  const chart = readChoice(fields['chart'], 'chart', chartKinds);
  const warnings: Text[] = Object.keys(fields)
    .filter((name) => !known.includes(name))
    .map((name) => [`未使用的字段：${name}`, `not used: ${name}`]);
  const ruleSet = fields['ruleSet'] === undefined ? 'nelson' : readChoice(fields['ruleSet'], 'ruleSet', ['nelson', 'western-electric']);
  return {
    chart,
    records: readRecords(fields, chart, ''),
    ...readEstablished(fields, chart),
    ...readSequence(fields, chart),
    ...(fields['specification'] === undefined ? {} : { specification: readSpecificationOf(fields['specification'], chart) }),
    level: readLevel(fields['level'], 'level'),
    ruleSet,
    ...(fields['rules'] === undefined ? {} : { rules: readRules(fields['rules'], ruleSet) }),
    warnings,
  };
}

function readEstablished(fields: Entries, chart: ChartKind): { established?: Records } {
  if (fields['established'] === undefined) return {};
  const established = readFields(fields['established'], 'established');
  refuseLimits(established, 'established.');
  const sizes = chart === 'p' || chart === 'np' || chart === 'u' ? { sizes: established['sizes'] ?? undefined } : {};
  return { established: readRecords({ ...established, ...sizes }, chart, 'established.') };
}

function readSpecificationOf(value: unknown, chart: ChartKind): SpecificationInput {
  if (isAttributes(chart))
    throw new InvalidInput('specification', [
      '计数图没有规范限，过程能力只对计量值计算',
      'a chart of counts has no specification; capability is for measured values',
    ]);
  return readSpecification(value, 'specification');
}

type Sequence = Pick<ChartInput, 'lambda' | 'width' | 'ewmaLimits' | 'k' | 'h' | 'inSigma' | 'target' | 'sigma' | 'source'>;

function readSequence(fields: Entries, chart: ChartKind): Sequence {
  const sigma = fields['sigma'] === undefined ? 's' : 'sigma';
  const belong: readonly (readonly [name: string, charts: readonly ChartKind[]])[] = [
    ['lambda', ['ewma']],
    ['L', ['ewma']],
    ['ewmaLimits', ['ewma']],
    ['k', ['cusum']],
    ['h', ['cusum']],
    ['in', ['cusum']],
    ['target', ['ewma', 'cusum']],
    ['sigma', ['ewma', 'cusum']],
    ['s', ['ewma', 'cusum']],
  ];
  for (const [name, charts] of belong) {
    if (fields[name] === undefined || charts.includes(chart)) continue;
    throw new InvalidInput(name, [`${chart} 图没有该参数`, `a chart ${chart} has no such parameter`]);
  }
  if (!isSequence(chart)) return { ewmaLimits: 'asymptotic', inSigma: false };
  const lambda = optional(fields['lambda'], (value) => readPositive(value, 'lambda'));
  if (lambda !== undefined && compare(lambda, readDecimal(1, 'lambda')) > 0)
    throw new InvalidInput('lambda', ['λ 不得大于 1', 'lambda is at most 1']);
  return {
    ewmaLimits:
      fields['ewmaLimits'] === undefined ? 'asymptotic' : readChoice(fields['ewmaLimits'], 'ewmaLimits', ['asymptotic', 'time-varying']),
    inSigma: fields['in'] === undefined ? false : readChoice(fields['in'], 'in', ['data', 'sigma']) === 'sigma',
    ...entry('lambda', lambda),
    ...entry(
      'width',
      optional(fields['L'], (value) => readPositive(value, 'L')),
    ),
    ...entry(
      'k',
      optional(fields['k'], (value) => readNotNegative(value, 'k')),
    ),
    ...entry(
      'h',
      optional(fields['h'], (value) => readPositive(value, 'h')),
    ),
    ...entry(
      'target',
      optional(fields['target'], (value) => readDecimal(value, 'target')),
    ),
    ...entry(
      'sigma',
      optional(fields[sigma], (value) => readPositive(value, sigma)),
    ),
    ...entry(
      'source',
      optional(fields['source'], (value) => readSource(value)),
    ),
  };
}

const optional = <Read>(value: unknown, read: (value: unknown) => Read): Read | undefined =>
  value === undefined || value === null ? undefined : read(value);
const entry = <Name extends string, Value>(name: Name, value: Value | undefined): { [N in Name]?: Value } =>
  (value === undefined ? {} : { [name]: value }) as { [N in Name]?: Value };

function readNotNegative(value: unknown, place: string): Decimal {
  const read = readDecimal(value, place);
  if (read.digits >= 0n) return read;
  throw new InvalidInput(place, ['不得小于 0', 'must not be less than 0']);
}

function readSource(value: unknown): string {
  if (typeof value === 'string' && value.length <= 200) return value;
  throw new InvalidInput('source', ['来源应为不超过 200 字的文字', 'the source is a text of at most 200 characters']);
}
