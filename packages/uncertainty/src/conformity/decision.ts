/**
 * A statement of conformity for one measured value: JCGM 106:2012 and ILAC-G8:09/2019. What the words of the file mean:
 * - `simple`: accepted within the tolerance limits (JCGM 106 8.2, ILAC-G8 4.2.1), the rule of verification;
 * - `shared`: the same limits, agreed by parties who share the risk, for an expanded uncertainty of at most `maximumU` (JCGM 106 8.2);
 * - `guarded`: acceptance limits drawn inside the tolerance limits by a guard band, or outside for guarded rejection (JCGM 106 8.3);
 *   `binary` gives pass and fail (ILAC-G8 4.2.2), `non-binary` four answers with the same guard band on both sides of the limit (4.2.3).
 * A value on a limit is within it. Limits that follow from decimals are compared exactly; a computed guard band has 15 digits.
 */
import {
  add,
  compare,
  divideExactly,
  multiply,
  negate,
  parse,
  print,
  subtract,
  trim,
  whole,
  type Decimal,
} from '@tongheng/quantity/decimal';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { measurementCapability } from './capability.ts';
import { decimalOf, numberOf, textOf } from './decimal-number.ts';
import { globalRisk, type GlobalRisk } from './global-risk.ts';
import { guardRules, ratioRules } from './guard-rule.ts';
import type { ConformityInput, GuardRequest, Rule, Statement } from './input.ts';
import { posterior } from './posterior.ts';
import { priorFrom } from './prior-input.ts';
import { guardBandFor, probabilityOutside, probabilityWithin, type Interval } from './probability.ts';
import { verificationOf, type VerificationCheck } from './verification.ts';

/** The words of the Digital Calibration Certificate. */
export type Decision = 'pass' | 'conditionalPass' | 'conditionalFail' | 'fail';

export type Guard = {
  /** Exact where the file's decimals allow it; negative where acceptance limits lie outside. */
  readonly w: string;
  readonly form: GuardRequest['kind'];
  readonly source: string | null;
  readonly confirmed: boolean | null;
};

export type Conformity = {
  readonly decision: Decision;
  readonly rule: Rule;
  readonly statement: Statement;
  /** P(true value within the tolerance limits), from the measurement alone. */
  readonly probability: number;
  readonly risks: {
    /** Of this item: of accepting it where it was accepted, of rejecting it where it was rejected; null for what was not done. */
    readonly specific: { readonly consumer: number | null; readonly producer: number | null };
    readonly global: GlobalRisk | null;
  };
  readonly acceptance: { readonly lower: string | null; readonly upper: string | null };
  readonly guard: Guard | null;
  readonly uncertainty: { readonly u: string; readonly k: string; readonly U: string; readonly dof: number | null };
  /** C_m = T / (4 u); null for one limit. */
  readonly capability: number | null;
  /** After a normal prior (JCGM 106 A.4.4); null without one, or where prior or measurement are not normal. */
  readonly posterior: { readonly value: string; readonly u: string; readonly probability: number } | null;
  /** Of the rule shared: whether U is at most what was agreed; null where nothing was. */
  readonly agreed: { readonly maximumU: string; readonly met: boolean } | null;
  readonly verification: VerificationCheck;
};

type Limits = { readonly lower: Decimal | undefined; readonly upper: Decimal | undefined };

const deviations = ({ lower, upper }: Limits, from: Decimal): Interval => ({
  lower: lower ? numberOf(subtract(lower, from)) : -Infinity,
  upper: upper ? numberOf(subtract(upper, from)) : Infinity,
});

const inside = (value: Decimal, { lower, upper }: Limits): boolean =>
  (lower === undefined || compare(value, lower) >= 0) && (upper === undefined || compare(value, upper) <= 0);

const narrowed = ({ lower, upper }: Limits, w: Decimal): Limits => ({
  lower: lower && add(lower, w),
  upper: upper && subtract(upper, w),
});

type Uncertainty = { readonly u: number; readonly uText: string; readonly expanded: Decimal; readonly k: Decimal };

function uncertaintyOf({ given, k }: ConformityInput): Uncertainty {
  if (given.kind === 'u') return { u: numberOf(given.size), uText: print(given.size), expanded: multiply(given.size, k), k };
  const exact = divideExactly(given.size, k);
  const u = numberOf(given.size) / numberOf(k);
  return { u, uText: exact ? print(exact) : textOf(u), expanded: given.size, k };
}

function widthOf(request: GuardRequest, limits: Limits, { u, expanded }: Uncertainty, dof: number): Decimal {
  const tolerance = limits.lower && limits.upper && subtract(limits.upper, limits.lower);
  switch (request.kind) {
    case 'width':
      return request.width;
    case 'factor':
      return trim(multiply(expanded, request.factor));
    case 'named':
      return trim(multiply(expanded, parse(guardRules[request.name]?.factor ?? '0')));
    case 'ratio': {
      if (!tolerance) throw new InvalidInput('guard', ['该规则需要上、下两个允许限', 'this rule needs both tolerance limits']);
      const half = numberOf(tolerance) / 2;
      return decimalOf(half * (1 - ratioRules[request.name].factor(half / numberOf(expanded))));
    }
    case 'probability': {
      const { probability, side } = request;
      const wanted = side === 'acceptance' ? probability : 1 - probability;
      const w = guardBandFor(wanted, tolerance ? numberOf(tolerance) : Infinity, { u, dof });
      if (w === undefined) {
        throw new InvalidInput('guard.probability', [
          '不确定度过大，没有测得值能达到该合格概率',
          'the uncertainty is too large: no measured value reaches this probability',
        ]);
      }
      return decimalOf(w);
    }
  }
}

function guardOf(request: GuardRequest, w: Decimal): Guard {
  const rule = request.kind === 'named' ? guardRules[request.name] : undefined;
  const source = rule?.source ?? (request.kind === 'ratio' ? ratioRules[request.name].source : null);
  return { w: print(w), form: request.kind, source, confirmed: rule?.confirmed ?? null };
}

function decide(value: Decimal, tolerance: Limits, acceptance: Limits, w: Decimal, statement: Statement): Decision {
  if (statement === 'binary') return inside(value, acceptance) ? 'pass' : 'fail';
  if (inside(value, acceptance)) return 'pass';
  if (inside(value, tolerance)) return 'conditionalPass';
  return inside(value, narrowed(tolerance, negate(w))) ? 'conditionalFail' : 'fail';
}

function posteriorOf(input: ConformityInput, tolerance: Limits, u: number): Conformity['posterior'] {
  const { prior, value, dof } = input;
  if (prior?.shape !== 'normal' || dof !== Infinity) return null;
  const after = posterior({ mean: numberOf(subtract(prior.mean, value)), u: numberOf(prior.spread) }, { mean: 0, u });
  const limits = deviations(tolerance, value);
  const seen = { lower: limits.lower - after.mean, upper: limits.upper - after.mean };
  const mean = add(value, decimalOf(after.mean));
  return { value: print(trim(mean)), u: textOf(after.u), probability: probabilityWithin(seen, { u: after.u, dof: Infinity }) };
}

/** Decides about one measured value. Throws InvalidInput for a guard band that leaves nothing to accept. */
export function decideConformity(input: ConformityInput): Conformity {
  const { value, dof, rule, statement, purpose, maximumU } = input;
  const tolerance: Limits = { lower: input.lower, upper: input.upper };
  const uncertainty = uncertaintyOf(input);
  const { u, uText, expanded, k } = uncertainty;
  const w = input.guard ? widthOf(input.guard, tolerance, uncertainty, dof) : whole(0);
  const acceptance = narrowed(tolerance, w);
  if (acceptance.lower && acceptance.upper && compare(acceptance.lower, acceptance.upper) > 0) {
    throw new InvalidInput('guard', [
      `保护带 w = ${print(w)} 超过允许区间的一半，没有可接受的测得值`,
      `the guard band w = ${print(w)} is more than half of the tolerance: no measured value could be accepted`,
    ]);
  }
  if (statement === 'non-binary' && w.digits < 0n) {
    throw new InvalidInput('guard', ['非二元结论的保护带不能为负', 'the guard band of a non-binary statement cannot be negative']);
  }
  const decision = decide(value, tolerance, acceptance, w, statement);
  const spread = { u, dof };
  const limits = deviations(tolerance, value);
  const probability = probabilityWithin(limits, spread);
  const isAccepted = decision === 'pass' || decision === 'conditionalPass';
  const origin = tolerance.lower ?? tolerance.upper ?? whole(0);
  const toleranceWidth = tolerance.lower && tolerance.upper && subtract(tolerance.upper, tolerance.lower);
  return {
    decision,
    rule,
    statement,
    probability,
    risks: {
      specific: { consumer: isAccepted ? probabilityOutside(limits, spread) : null, producer: isAccepted ? null : probability },
      global: input.prior
        ? globalRisk(priorFrom(input.prior, origin), spread, deviations(tolerance, origin), deviations(acceptance, origin))
        : null,
    },
    acceptance: { lower: acceptance.lower ? print(acceptance.lower) : null, upper: acceptance.upper ? print(acceptance.upper) : null },
    guard: input.guard ? guardOf(input.guard, w) : null,
    uncertainty: { u: uText, k: print(k), U: print(expanded), dof: dof === Infinity ? null : dof },
    capability: toleranceWidth ? measurementCapability(numberOf(toleranceWidth), u) : null,
    posterior: posteriorOf(input, tolerance, u),
    agreed: rule === 'shared' && maximumU ? { maximumU: print(maximumU), met: compare(expanded, maximumU) <= 0 } : null,
    verification: verificationOf(inside(value, tolerance), toleranceWidth, expanded, purpose),
  };
}
