/**
 * Runs of a meter at its flows 流量点: the error of each run is exact (see relative-error.ts), the mean of the runs at a flow is held against the
 * MPE. Where a flow was run three times or more, three standard deviations can be held against the MPE as well (OIML R 49-1: s ≤ ⅓ MPE).
 */
import { multiply, print } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import { compare, fromDecimal, multiply as times, negate } from '@tongheng/quantity/rational';
import type { Rational } from '@tongheng/quantity/rational';
import type { Limit, Sourced, Text } from '../edition.ts';
import { signed } from '../print.ts';
import { meanOf, rootWrittenTo, varianceOf, writtenTo } from '../relative-error.ts';
import { rowRule, seriesRule } from '../rule.ts';
import type { At, Cells, ReadLimit, Recorder, Rule } from '../rule.ts';

export type RunLimit = { readonly limit: Decimal | undefined; readonly numbers: readonly Sourced<unknown>[] };

export type Runs<P, N extends string> = {
  readonly needs: readonly N[];
  readonly fields: readonly string[];
  /** The exact error in %; undefined where the run cannot be, which was then refused. */
  readonly error: (
    cells: Cells<N>,
    fields: Cells<string>,
    maybe: (id: string) => Decimal | undefined,
    number: ReadLimit,
  ) => Rational | undefined;
  /** How the error came about, without the result. */
  readonly steps: (cells: Cells<N>, maybe: (id: string) => Decimal | undefined, number: ReadLimit) => string;
  /** The MPE at a flow. */
  readonly limit: (point: string, at: At<P>, fields: Cells<string>) => RunLimit;
  /** What forbids a run, such as a flow that is not the one of its point. */
  readonly conditions: (cells: Cells<N>, at: At<P>, to: Recorder) => void;
  /** Of three runs or more at a flow. */
  readonly repeated?: {
    /** Runs from which the repeatability is judged; fewer, beside one, are too few. */
    readonly least: Sourced<string>;
    /** How many runs may lie beyond the MPE when the mean does not. */
    readonly beyond: Sourced<string>;
    /** s may be this part of the MPE, as a divisor: '3'. */
    readonly divisor: Sourced<string>;
  };
};

const decimals = 3;

/** Whether the mean of a flow's runs is what is judged, or its only run. */
const symbolOf = (count: number): string => (count === 1 ? 'E' : 'Ē');

function judgeRepeated<P, N extends string>(
  { beyond, divisor }: NonNullable<Runs<P, N>['repeated']>,
  errors: readonly Rational[],
  { limit, numbers }: RunLimit,
  at: At<P>,
  to: Recorder,
): void {
  const count = limit && errors.filter((error) => isBeyond(error, limit)).length;
  to.check({
    symbol: 'n',
    value: { digits: BigInt(count ?? 0), scale: 0 },
    limit: limit && at.number(beyond),
    comparison: 'at-most',
    unit: '',
    id: 'beyond',
    numbers: [beyond, ...numbers],
    how: (): Text => [`${errors.length} 次中超出误差限 ${count ?? 0} 次`, `${count ?? 0} of ${errors.length} runs beyond the limit`],
  });
  const factor = at.number(divisor);
  const square = times(varianceOf(errors), times(fromDecimal(factor), fromDecimal(factor)));
  const value = rootWrittenTo(square, decimals, limit);
  to.check({
    symbol: `${print(factor)} s`,
    value,
    limit,
    comparison: 'at-most',
    unit: '%',
    id: 'repeatability',
    numbers: [divisor, ...numbers],
    how: (): Text => [
      `${errors.length} 次示值误差的标准偏差 s，${print(factor)} s = ${print(value)} %`,
      `standard deviation s of ${errors.length} errors, ${print(factor)} s = ${print(value)} %`,
    ],
  });
}

const isBeyond = (error: Rational, limit: Decimal): boolean => {
  const bound = fromDecimal(limit);
  return compare(error, bound) > 0 || compare(error, negate(bound)) < 0;
};

/** The rules of the group 'runs', whose rows name their flow in the column 'point'. */
export function meterRunRules<P, const N extends string>(runs: Runs<P, N>): readonly Rule<P>[] {
  const { needs, fields, error, steps, limit, conditions, repeated } = runs;
  const single = rowRule<P, N, string>({
    item: 'error',
    group: 'runs',
    needs,
    fields,
    judge: (cells, at, to, given) => {
      conditions(cells, at, to);
      const found = error(cells, given, (id) => at.maybe(id), at.number);
      if (found) to.note('E', writtenTo(found, decimals, limit(at.text('point'), at, given).limit), '%');
      else to.refuse(needs[needs.length - 1] ?? '', 'too-small', ['应大于 0', 'must be greater than 0']);
    },
  });

  const flows = seriesRule<P, N, string>({
    item: 'error',
    group: 'runs',
    needs,
    fields,
    by: 'point',
    judge: (rows, at, to, given) => {
      const point = rows[0]?.text('point') ?? '';
      const of = (row: (typeof rows)[number]) => (id: string) => (row.cells as Readonly<Record<string, Decimal | undefined>>)[id];
      const errors = rows.flatMap((row) => error(row.cells, given, of(row), at.number) ?? []);
      if (errors.length < rows.length) return;
      if (repeated && rows.length > 1 && rows.length < Number(repeated.least.value))
        to.refuse('rows', 'runs', [
          `流量点 ${point} 应测 1 次或至少 ${repeated.least.value} 次`,
          `the flow ${point} is run once, or ${repeated.least.value} times at least`,
        ]);
      const found = limit(point, at, given);
      const value = writtenTo(meanOf(errors), decimals, found.limit);
      to.check({
        symbol: symbolOf(errors.length),
        value,
        ...found,
        comparison: 'within',
        unit: '%',
        how: () => {
          const all = rows.map((row) => steps(row.cells, of(row), at.number)).join('; ');
          const text = `${symbolOf(errors.length)} = ${signed(value)} %`;
          return [`${point}：${all}；${text}`, `${point}: ${all}; ${text}`];
        },
      });
      if (repeated && rows.length >= Number(repeated.least.value)) judgeRepeated(repeated, errors, found, at, to);
    },
  });

  return [single, flows];
}

/** The MPE of an in-use inspection, a multiple of the other. */
export function limitIn<P>({ kind, number }: At<P>, limit: Sourced<string>, factor: Limit): RunLimit {
  if (kind !== 'in-use') return { limit: number(limit), numbers: [limit] };
  const times = number(factor);
  return { limit: times && multiply(number(limit), times), numbers: [limit, factor] };
}
