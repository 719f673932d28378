/**
 * One entry for all rules: the calibration interval that a history supports. A calibration interval (校准间隔) is the owner's decision.
 * It has no meaning for verification: 检定周期 is set by the verification regulation and is neither lengthened nor shortened by these
 * rules; the answer says so.
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { adjustByAttributes, type AttributesAdjustment, type AttributesRule } from './attributes.ts';
import { adjustByStaircase, type AsFound, type StaircaseRule, type StaircaseStep } from './staircase.ts';
import {
  fitDrift,
  intervalForReliability,
  intervalForUncertainty,
  type Drift,
  type ReliabilityTarget,
  type VariablesInterval,
} from './variables.ts';

export type History = {
  /** In-tolerance counts at one interval, for the rule `attributes`. */
  readonly attributes?: { readonly passed: number; readonly calibrated: number; readonly interval: number };
  /** Changes between calibrations, for the rules `uncertainty` and `reliability`. */
  readonly drifts?: readonly Drift[];
  /** Errors as found, oldest first, for the rule `staircase`. */
  readonly asFound?: readonly AsFound[];
};

export type IntervalRule =
  | ({ readonly kind: 'attributes' } & AttributesRule)
  | { readonly kind: 'uncertainty'; readonly u0: number; readonly largest: number; readonly degree?: number }
  | ({ readonly kind: 'reliability'; readonly degree?: number } & ReliabilityTarget)
  | ({ readonly kind: 'staircase' } & StaircaseRule);

export type AdjustedInterval = {
  /** In the unit of the history's times; null when a drift does not use up the target within ten times the longest observed time. */
  readonly interval: number | null;
  readonly detail: AttributesAdjustment | VariablesInterval | readonly StaircaseStep[];
  /** What the figure is and is not, Chinese first. */
  readonly note: readonly [zh: string, en: string];
};

export const intervalNote: readonly [zh: string, en: string] = [
  '本结果是供使用者自行决定的校准间隔建议，不适用于检定：检定周期由检定规程规定，不得据此延长或缩短。',
  'This is a suggested calibration interval, for the owner to decide; it does not apply to verification, whose period is set by the verification regulation and is not changed by it.',
];

function required<Part>(part: Part | undefined, name: string): Part {
  if (part === undefined) throw new InvalidInput(`history.${name}`, ['该规则需要此项历史数据', 'the rule needs this part of the history']);
  return part;
}

/**
 * The interval that a rule finds in a history. Throws InvalidInput naming what is missing or impossible.
 * @example adjustInterval({ attributes: { passed: 42, calibrated: 50, interval: 365 } }, { kind: 'attributes', target: 0.9 }).interval // 328.8…
 */
export function adjustInterval(history: History, rule: IntervalRule): AdjustedInterval {
  switch (rule.kind) {
    case 'attributes': {
      const detail = adjustByAttributes(required(history.attributes, 'attributes'), rule, 'history.attributes');
      return { interval: detail.interval, detail, note: intervalNote };
    }
    case 'staircase': {
      const detail = adjustByStaircase(required(history.asFound, 'asFound'), rule, 'history.asFound');
      return { interval: detail[detail.length - 1]?.interval ?? null, detail, note: intervalNote };
    }
    case 'uncertainty': {
      const detail = intervalForUncertainty(fitDrift(required(history.drifts, 'drifts'), rule.degree, 'history.drifts'), rule);
      return { interval: detail.interval, detail, note: intervalNote };
    }
    case 'reliability': {
      const detail = intervalForReliability(fitDrift(required(history.drifts, 'drifts'), rule.degree, 'history.drifts'), rule);
      return { interval: detail.interval, detail, note: intervalNote };
    }
    default:
      throw new InvalidInput('rule.kind', [
        '应为 attributes、uncertainty、reliability 或 staircase',
        'attributes, uncertainty, reliability or staircase is expected',
      ]);
  }
}
