/**
 * Calibration intervals proposed from the history of a standard (ILAC-G24 / OIML D 10, NCSLI RP-1 A3, NASA-HDBK-8739.19-5). A proposal
 * stands beside the present interval and is never applied by itself; where the standard is verified, the period of the regulation caps it.
 */
import { parse, print, subtract } from '@tongheng/quantity/decimal';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { adjustInterval, intervalNote, type IntervalRule } from '@tongheng/uncertainty/interval/adjust-interval';
import type { AttributesAdjustment } from '@tongheng/uncertainty/interval/attributes';
import type { StaircaseStep } from '@tongheng/uncertainty/interval/staircase';
import type { VariablesInterval } from '@tongheng/uncertainty/interval/variables';
import { toDayNumber, type Day } from '../../../kernel/day.ts';
import type { Text } from '../../../kernel/text.ts';
import { decimalOf } from './performance-answer.ts';

export const intervalMethods = {
  staircase: ['阶梯法（ILAC-G24 方法一）', 'Staircase (ILAC-G24, method 1)'],
  attributes: ['在限比例法（NCSLI RP-1 A3）', 'In-tolerance records (NCSLI RP-1, A3)'],
  uncertainty: ['漂移法，不确定度不超过目标', 'Drift, uncertainty target (NASA-HDBK-8739.19-5)'],
  reliability: ['漂移法，可靠度不低于目标', 'Drift, reliability target (NASA-HDBK-8739.19-5)'],
} as const satisfies Record<string, Text>;
export type IntervalMethod = keyof typeof intervalMethods;
export const intervalMethodNames = Object.keys(intervalMethods) as [IntervalMethod, ...IntervalMethod[]];

/** One calibration of a series: the value as it was found, and as it was left where it was adjusted. */
export type Found = {
  readonly day: Day;
  readonly value: string;
  readonly leftAt: string | null;
  readonly U: string | null;
  readonly k: string | null;
};

export type IntervalQuestion = {
  readonly method: IntervalMethod;
  /** The nominal value; '0' where the values are errors already. */
  readonly nominal: string;
  /** |MPE| or the size of change that may be tolerated, in the unit of the series. */
  readonly limit: string;
  /** Wanted share in tolerance, between 0 and 1. */
  readonly target: number;
  /** Degree of the polynomial through the origin that drifts are fitted by. */
  readonly degree: 1 | 2;
};

export type Present = { readonly days: number; readonly kind: 'calibration' | 'verification' };

export type IntervalProposal = {
  readonly method: IntervalMethod;
  /** Whole days, not above the cap; null: the drift does not use up the target within ten times the longest observed time. */
  readonly days: number | null;
  /** What the rule itself found, before the cap. */
  readonly uncapped: number | null;
  readonly capped: boolean;
  readonly present: Present;
  readonly used: number;
  readonly notes: readonly Text[];
};

/** Points that a rule needs before it says anything. */
const fewestOf = ({ method, degree }: IntervalQuestion): number =>
  ({ staircase: 1, attributes: 2, uncertainty: degree + 3, reliability: degree + 3 })[method];

const numberOf = (text: string, place: string): number => {
  const value = decimalOf(text);
  if (value === undefined) throw new InvalidInput(place, ['应为十进制数', 'a decimal number is expected']);
  return Number(print(value));
};

/** Changes between calibrations: from the value that was left to the next one that was found, in exact decimals. */
export const driftsOf = (history: readonly Found[]): { readonly elapsed: number; readonly change: number }[] =>
  history.slice(1).flatMap((one, index) => {
    const before = history[index];
    if (before === undefined) return [];
    const elapsed = toDayNumber(one.day) - toDayNumber(before.day);
    if (elapsed <= 0) return [];
    return [{ elapsed, change: Number(print(subtract(parse(one.value), parse(before.leftAt ?? before.value)))) }];
  });

/** Standard uncertainty of a calibration, from U and k; null where either is not written. */
const uOf = ({ U, k }: Found): number | null => {
  const [expanded, factor] = [U === null ? undefined : decimalOf(U), k === null ? undefined : decimalOf(k)];
  if (expanded === undefined || factor === undefined || factor.digits === 0n) return null;
  return Number(print(expanded)) / Number(print(factor));
};

const short = (fewest: number, used: number): InvalidInput =>
  new InvalidInput('history', [
    `该方法至少需要 ${fewest} 次可用的溯源结果，现有 ${used} 次`,
    `this method takes at least ${fewest} usable calibrations, there are ${used}`,
  ]);

function ruleOf(question: IntervalQuestion, history: readonly Found[], present: Present, limit: number): IntervalRule {
  const last = history[history.length - 1];
  const u0 = last === undefined ? null : uOf(last);
  switch (question.method) {
    case 'staircase':
      return { kind: 'staircase', interval: present.days };
    case 'attributes':
      return { kind: 'attributes', target: question.target };
    default: {
      if (u0 === null || last === undefined) {
        throw new InvalidInput('history', [
          '最近一次溯源结果没有写明 U 和 k，无法采用漂移法',
          'the last calibration states no U and k: drift methods need them',
        ]);
      }
      if (question.method === 'uncertainty') return { kind: 'uncertainty', u0, largest: limit, degree: question.degree };
      const error = Number(print(subtract(parse(last.leftAt ?? last.value), parse(question.nominal))));
      return { kind: 'reliability', degree: question.degree, value: error, u0, lower: -limit, upper: limit, confidence: question.target };
    }
  }
}

/** Proposes an interval in days. Throws InvalidInput with what is missing. `history` is oldest first, one unit. */
export function proposeInterval(question: IntervalQuestion, history: readonly Found[], present: Present): IntervalProposal {
  const limit = numberOf(question.limit, 'limit');
  if (!(limit > 0)) throw new InvalidInput('limit', ['应大于 0', 'is to be above 0']);
  numberOf(question.nominal, 'nominal');
  if (history.length < fewestOf(question)) throw short(fewestOf(question), history.length);
  const errors = history.map(({ value }) => Number(print(subtract(parse(value), parse(question.nominal)))));
  const passed = errors.filter((error) => Math.abs(error) <= limit).length;
  const drifts = driftsOf(history);
  const { interval, detail } = adjustInterval(
    {
      attributes: { passed, calibrated: errors.length, interval: present.days },
      // Earlier steps have made the present interval what it is: the latest finding changes it.
      asFound: errors.slice(-1).map((error) => ({ error, limit })),
      drifts,
    },
    ruleOf(question, history, present, limit),
  );
  // A fraction of a day is not slept on: the interval never becomes longer by rounding.
  const uncapped = interval === null ? null : Math.max(1, Math.floor(interval));
  const isVerified = present.kind === 'verification';
  const capped = isVerified && (uncapped === null || uncapped > present.days);
  return {
    method: question.method,
    days: capped ? present.days : uncapped,
    uncapped,
    capped,
    present,
    used: history.length,
    notes: [
      ...notesOf(question.method, detail, { passed, calibrated: errors.length }),
      ...capNotes(isVerified, capped, present.days),
      intervalNote,
    ],
  };
}

type Counts = { readonly passed: number; readonly calibrated: number };

function notesOf(
  method: IntervalMethod,
  detail: AttributesAdjustment | VariablesInterval | readonly StaircaseStep[],
  { passed, calibrated }: Counts,
): Text[] {
  if (method === 'attributes') {
    const { isConfirmed } = detail as AttributesAdjustment;
    return [
      [`${calibrated} 次溯源中 ${passed} 次在限内。`, `${passed} of ${calibrated} calibrations were in tolerance.`],
      ...(isConfirmed
        ? []
        : ([
            ['延长部分由公式对称推得，未与 RP-1 原文核对。', 'Lengthening follows by symmetry and is not confirmed against RP-1.'],
          ] as const)),
    ];
  }
  if (method === 'staircase') {
    const decision = (detail as readonly StaircaseStep[])[0]?.decision ?? 'kept';
    const words: Readonly<Record<StaircaseStep['decision'], Text>> = {
      lengthened: ['最近一次远在限内，延长。', 'The latest finding lies well within the limit: longer.'],
      kept: ['最近一次接近限值，保持。', 'The latest finding lies near the limit: kept.'],
      shortened: ['最近一次超出限值，缩短。', 'The latest finding lies beyond the limit: shorter.'],
    };
    return [words[decision], ['步长 ×1.25 与 ×0.5 为本系统取值。', 'Steps of × 1.25 and × 0.5 are the values of this program.']];
  }
  const { isExtrapolated } = detail as VariablesInterval;
  return isExtrapolated
    ? [['建议超出已观察到的最长间隔，属于外推。', 'The proposal is longer than any interval that was observed: an extrapolation.']]
    : [];
}

const capNotes = (isVerified: boolean, capped: boolean, days: number): Text[] => {
  if (!isVerified) return [];
  const base: Text = [
    `最近一份为检定证书，其周期 ${days} 天由检定规程规定，建议不超过它。`,
    `The latest certificate is one of verification: its period of ${days} days is set by the regulation and caps the proposal.`,
  ];
  return capped ? [base, ['已按法定周期截止。', 'Cut to the statutory period.']] : [base];
};
