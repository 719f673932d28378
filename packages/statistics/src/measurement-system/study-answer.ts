/** What `tongheng gauge` answers for machines; numbers as decimal text. */
import { chartAnswer, type ChartAnswer } from '../control-chart/chart-answer.ts';
import { readChartInput } from '../control-chart/chart-input.ts';
import { printRatio, numberOf } from '../sample/decimal-text.ts';
import { countOf, exactScale, lengthOf, printLength, printPlace, type ExactScale } from '../sample/exact-scale.ts';
import type { Text } from '../control-chart/run-rule.ts';
import { biasStudy, type BiasStudy } from './bias-study.ts';
import { gaugeAnswer, type GaugeAnswer } from './gauge-answer.ts';
import { linearityStudy, type Tested } from './linearity-study.ts';
import type { StudyInput } from './study-input.ts';
import { typeOneStudy, type TypeOneConvention } from './type-one-study.ts';

type TestedAnswer = { readonly value: string; readonly standardError: string; readonly t: string | null; readonly p: string | null };
type Interval = readonly [string, string];

export type BiasAnswer = {
  readonly study: 'bias';
  readonly n: number;
  readonly mean: string;
  readonly s: string;
  readonly bias: string;
  readonly standardError: string;
  readonly dof: string | null;
  readonly t: string | null;
  readonly p: string | null;
  readonly interval: Interval;
  readonly level: string;
  readonly significant: boolean;
  /** |bias| in percent of the tolerance. */
  readonly percentTolerance: string | null;
  readonly warnings: readonly Text[];
};

export type LinearityAnswer = {
  readonly study: 'linearity';
  readonly slope: TestedAnswer;
  readonly intercept: TestedAnswer;
  readonly s: string;
  readonly dof: number;
  readonly R2: string | null;
  readonly points: readonly {
    readonly reference: string;
    readonly bias: string;
    readonly interval: Interval;
    readonly significant: boolean;
    readonly fitted: string;
    readonly band: Interval;
    readonly holdsZero: boolean;
  }[];
  readonly linear: boolean;
  readonly level: string;
  readonly warnings: readonly Text[];
};

export type TypeOneAnswer = Omit<BiasAnswer, 'study' | 'warnings'> & {
  readonly study: 'type-1';
  readonly Cg: string | null;
  readonly Cgk: string | null;
  readonly capable: boolean | null;
  readonly convention: Omit<TypeOneConvention, 'title'>;
  /** Percent of the tolerance. */
  readonly resolution: string | null;
  readonly warnings: readonly Text[];
};

export type StabilityAnswer = { readonly study: 'stability' } & ChartAnswer;
export type StudyAnswer = GaugeAnswer | BiasAnswer | LinearityAnswer | TypeOneAnswer | StabilityAnswer;

const few = (count: number, usual: number): Text[] =>
  count >= usual ? [] : [[`只有 ${count} 个读数，通常要求不少于 ${usual} 个`, `${count} readings; ${usual} or more are usual`]];

const noSpread: Text = ['读数没有差异：请检查分辨力', 'the readings do not differ: look at the resolution'];

const orNull = (value: number | null): string | null => (value === null ? null : printRatio(value));

function printBias(found: BiasStudy, scale: ExactScale, level: number, tolerance?: number): Omit<BiasAnswer, 'study' | 'warnings'> {
  const length = (value: number): string => printLength(value, scale);
  return {
    n: found.count,
    mean: printPlace(found.mean, scale),
    s: length(found.deviation),
    bias: length(found.bias),
    standardError: length(found.standardError),
    dof: found.dof === Number.POSITIVE_INFINITY ? null : printRatio(found.dof),
    t: orNull(found.t),
    p: orNull(found.p),
    interval: [length(found.interval[0]), length(found.interval[1])],
    level: printRatio(level),
    significant: found.significant,
    percentTolerance: tolerance === undefined ? null : printRatio((100 * Math.abs(found.bias)) / tolerance),
  };
}

function biasAnswer(input: Extract<StudyInput, { study: 'bias' }>): BiasAnswer {
  const { reference, values, referenceUncertainty, tolerance, level } = input;
  const beside = [referenceUncertainty, tolerance].flatMap((value) => value ?? []);
  const scale = exactScale([reference, ...values, ...beside]);
  const uncertainty = referenceUncertainty === undefined ? 0 : lengthOf(referenceUncertainty, scale);
  const found = biasStudy(
    values.map((value) => countOf(value, scale)),
    countOf(reference, scale),
    uncertainty,
    level,
  );
  const width = tolerance === undefined ? undefined : lengthOf(tolerance, scale);
  return {
    study: 'bias',
    ...printBias(found, scale, level, width),
    warnings: [...few(values.length, 10), ...(found.deviation > 0 ? [] : [noSpread])],
  };
}

function typeOneAnswer(input: Extract<StudyInput, { study: 'type-1' }>): TypeOneAnswer {
  const { reference, values, tolerance, resolution, convention, level } = input;
  const scale = exactScale([reference, ...values, tolerance]);
  const width = lengthOf(tolerance, scale);
  const found = typeOneStudy(
    values.map((value) => countOf(value, scale)),
    countOf(reference, scale),
    width,
    convention,
    level,
  );
  const { title: _title, ...shown } = convention;
  const share = resolution === undefined ? null : (100 * numberOf(resolution)) / numberOf(tolerance);
  const coarse: Text[] = share !== null && share > 5 ? [['分辨力大于公差的 5 %', 'the resolution is more than 5 % of the tolerance']] : [];
  return {
    study: 'type-1',
    ...printBias(found, scale, level, width),
    Cg: orNull(found.Cg),
    Cgk: orNull(found.Cgk),
    capable: found.capable,
    convention: shown,
    resolution: orNull(share),
    warnings: [...few(values.length, 50), ...coarse, ...(found.deviation > 0 ? [] : [noSpread])],
  };
}

function linearityAnswer({ parts, level }: Extract<StudyInput, { study: 'linearity' }>): LinearityAnswer {
  const scale = exactScale(parts.flatMap(({ reference, values }) => [reference, ...values]));
  const counted = parts.map(({ reference, values }) => ({
    reference: countOf(reference, scale),
    values: values.map((value) => countOf(value, scale)),
  }));
  const found = linearityStudy(counted, countOf({ digits: 0n, scale: 0 }, scale), level);
  const length = (value: number): string => printLength(value, scale);
  const pair = ([low, high]: readonly [number, number]): Interval => [length(low), length(high)];
  const tested = ({ value, standardError, t, p }: Tested, print: (value: number) => string): TestedAnswer => ({
    value: print(value),
    standardError: print(standardError),
    t: orNull(t),
    p: orNull(p),
  });
  return {
    study: 'linearity',
    slope: tested(found.slope, printRatio),
    intercept: tested(found.intercept, length),
    s: length(found.deviation),
    dof: found.dof,
    R2: orNull(found.determination),
    points: found.points.map(({ reference, bias, interval, significant, fitted, band, holdsZero }) => ({
      reference: printPlace(reference, scale),
      bias: length(bias),
      interval: pair(interval),
      significant,
      fitted: length(fitted),
      band: pair(band),
      holdsZero,
    })),
    linear: found.linear,
    level: printRatio(level),
    warnings:
      parts.length >= 5 ? [] : [[`只有 ${parts.length} 个参考值，通常要求不少于 5 个`, `${parts.length} references; 5 or more are usual`]],
  };
}

/** The answer of the study that the input names; the input has been read and is of the right form. */
export function studyAnswer(input: StudyInput): StudyAnswer {
  switch (input.study) {
    case 'grr':
      return gaugeAnswer(input);
    case 'bias':
      return biasAnswer(input);
    case 'linearity':
      return linearityAnswer(input);
    case 'type-1':
      return typeOneAnswer(input);
    case 'stability':
      return { study: 'stability', ...chartAnswer(readChartInput(input.chart)).answer };
  }
}
