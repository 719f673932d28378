/**
 * Reference values and scores of a round, from nothing but points, method and results: whoever has the export computes the same. The
 * order and the numbers of the laboratories change nothing. Formulas: packages/statistics, JJF 1117-2010, ISO 13528:2022.
 */
import { divideExactly, parse, print, subtract, type Decimal } from '@tongheng/quantity/decimal';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { algorithmA } from '@tongheng/statistics/proficiency/algorithm-a';
import {
  comparisonScore,
  needsZPrime,
  zetaScore,
  zPrimeScore,
  zScore,
  type Score,
  type Verdict,
} from '@tongheng/statistics/proficiency/score';
import { referenceValue } from '@tongheng/statistics/proficiency/weighted-mean';
import { numberOf, textOf } from '@tongheng/statistics/sample/decimal-text';
import type { LaboratoryResult, Method, Note, ScoreKind } from './method.ts';
import { checkResults, type Fault, type Point, type Remark, type Result } from './result.ts';

/** A laboratory by its number; null where it gave no results, or did not reveal them. */
export type Laboratory = {
  readonly code: number;
  readonly results: readonly Result[] | null;
  readonly state: 'revealed' | 'unrevealed' | 'missed';
};
export type Exclusion = { readonly code: number; readonly point: string | null; readonly reason: string };

export type Reference = {
  readonly value: string;
  readonly u: string;
  /** Numbers of those whose results are part of it. */
  readonly contributors: readonly number[];
  readonly chiSquare: string | null;
  readonly p: string | null;
  readonly birge: string | null;
  readonly isConsistent: boolean | null;
};
export type ScoredResult = {
  readonly code: number;
  readonly value: string;
  readonly U: string;
  readonly k: string;
  readonly u: string;
  readonly difference: string;
  readonly isContributor: boolean;
  readonly scores: readonly { readonly kind: ScoreKind; readonly value: string; readonly verdict: Verdict }[];
  /** By the first score of the method; null: it is the reference itself, or could not be scored. */
  readonly verdict: Verdict | null;
};
export type EvaluatedPoint = {
  readonly point: string;
  readonly reference: Reference | null;
  /** σ_pt that was used. */
  readonly sigma: string | null;
  readonly results: readonly ScoredResult[];
  readonly notes: readonly Note[];
};
export type Outcome = {
  readonly points: readonly EvaluatedPoint[];
  readonly laboratories: readonly {
    readonly code: number;
    readonly result: LaboratoryResult;
    readonly faults: readonly Fault[];
    readonly remarks: readonly Remark[];
  }[];
};

type Own = { readonly code: number; readonly result: Result; readonly u: Decimal; readonly isOut: boolean };

/** U/k, exact where that is a decimal, else with 15 significant digits. */
export function standardOf(U: string, k: string): Decimal {
  const [expanded, factor] = [parse(U), parse(k)];
  return divideExactly(expanded, factor) ?? parse(textOf(numberOf(expanded) / numberOf(factor)));
}

/** By value and uncertainty, so that sums do not depend on who is which number. */
const inOrder = (all: readonly Own[]): Own[] =>
  [...all].sort(
    (one, other) => numberOf(parse(one.result.value)) - numberOf(parse(other.result.value)) || numberOf(one.u) - numberOf(other.u),
  );

type Found = { readonly reference: Reference; readonly spread: string | null };

function weighted(offered: readonly Own[]): Found {
  const { x, u, chiSquare, p, birge, isConsistent } = referenceValue(
    offered.map(({ code, result, u: own }) => ({ id: String(code), x: numberOf(parse(result.value)), u: numberOf(own) })),
  );
  const contributors = offered.map(({ code }) => code).sort((a, b) => a - b);
  return {
    reference: {
      value: textOf(x),
      u: textOf(u),
      contributors,
      chiSquare: textOf(chiSquare, 6),
      p: textOf(p, 6),
      birge: textOf(birge, 6),
      isConsistent,
    },
    spread: null,
  };
}

function robust(offered: readonly Own[]): Found {
  const { x, s, u } = algorithmA(offered.map(({ result }) => numberOf(parse(result.value))));
  const contributors = offered.map(({ code }) => code).sort((a, b) => a - b);
  return {
    reference: { value: textOf(x), u: textOf(u), contributors, chiSquare: null, p: null, birge: null, isConsistent: null },
    spread: s > 0 ? textOf(s) : null,
  };
}

function referenceOf(method: Method, all: readonly Own[], pilot: number): Found | undefined {
  if (method.reference === 'pilot') {
    const own = all.find(({ code }) => code === pilot);
    if (own === undefined) return undefined;
    const reference = {
      value: own.result.value,
      u: print(own.u),
      contributors: [pilot],
      chiSquare: null,
      p: null,
      birge: null,
      isConsistent: null,
    };
    return { reference, spread: null };
  }
  const offered = inOrder(all.filter(({ isOut }) => !isOut));
  if (offered.length < 2) return undefined;
  return method.reference === 'weighted-mean' ? weighted(offered) : robust(offered);
}

/** undefined where the score needs what is not there. */
function scoreOf(kind: ScoreKind, own: Own, found: Found, sigma: Decimal | undefined, point: Point, method: Method): Score | undefined {
  const [x, reference, uReference] = [parse(own.result.value), parse(found.reference.value), parse(found.reference.u)];
  if (kind === 'zeta') return zetaScore(x, reference, own.u, uReference);
  if (kind === 'en') {
    const correlated = method.reference === 'weighted-mean' && !own.isOut;
    return comparisonScore(x, reference, {
      u: own.u,
      uReference,
      uTransfer: parse(point.uTransfer ?? '0'),
      k: parse(method.k),
      correlated,
    });
  }
  if (sigma === undefined) return undefined;
  return kind === 'z' ? zScore(x, reference, sigma) : zPrimeScore(x, reference, sigma, uReference);
}

function scored(
  own: Own,
  found: Found,
  sigma: Decimal | undefined,
  point: Point,
  method: Method,
  isReference: boolean,
): [ScoredResult, boolean] {
  let isWhole = true;
  const scores = isReference
    ? []
    : method.scores.flatMap((kind) => {
        try {
          const score = scoreOf(kind, own, found, sigma, point, method);
          return score === undefined ? [] : [{ kind, value: textOf(score.score, 12), verdict: score.verdict }];
        } catch (error) {
          if (!(error instanceof InvalidInput)) throw error;
          isWhole = false;
          return [];
        }
      });
  const { value, U, k } = own.result;
  const result: ScoredResult = {
    code: own.code,
    value,
    U,
    k,
    u: print(own.u),
    difference: print(subtract(parse(value), parse(found.reference.value))),
    isContributor: found.reference.contributors.includes(own.code),
    scores,
    verdict: scores.find(({ kind }) => kind === method.scores[0])?.verdict ?? null,
  };
  return [result, isWhole];
}

function evaluatePoint(point: Point, method: Method, all: readonly Own[], pilot: number): EvaluatedPoint {
  const found = referenceOf(method, all, pilot);
  if (found === undefined) return { point: point.id, reference: null, sigma: point.sigma, results: [], notes: ['no-reference'] };
  const sigma = point.sigma ?? found.spread;
  const sigmaPt = sigma === null ? undefined : parse(sigma);
  const notes = new Set<Note>();
  if (found.reference.isConsistent === false) notes.add('inconsistent');
  if (method.reference === 'robust-mean' && found.reference.contributors.length < 12) notes.add('few-laboratories');
  if (method.reference === 'robust-mean' && method.scores.includes('en')) notes.add('correlation-neglected');
  if (method.scores.some((kind) => kind === 'z' || kind === 'z-prime') && sigmaPt === undefined) notes.add('no-sigma');
  if (method.scores.includes('z') && sigmaPt !== undefined && needsZPrime(parse(found.reference.u), sigmaPt)) notes.add('use-z-prime');
  const results = all.map((own) => {
    const isReference = method.reference === 'pilot' && own.code === pilot;
    const [result, isWhole] = scored(own, found, sigmaPt, point, method, isReference);
    if (!isWhole) notes.add('no-variance');
    return result;
  });
  return { point: point.id, reference: found.reference, sigma, results, notes: [...notes].sort() };
}

const ranks: readonly Verdict[] = ['satisfactory', 'questionable', 'unsatisfactory'];

function resultOf(
  laboratory: Laboratory,
  faults: readonly Fault[],
  points: readonly EvaluatedPoint[],
  isReference: boolean,
): LaboratoryResult {
  if (laboratory.state !== 'revealed') return laboratory.state;
  if (faults.some(({ fault }) => fault !== 'point-unknown')) return 'unusable';
  if (isReference) return 'reference';
  const own = points.map(({ results }) => results.find(({ code }) => code === laboratory.code)?.verdict ?? null);
  const verdicts = own.filter((verdict) => verdict !== null);
  if (verdicts.length < own.length && !verdicts.includes('unsatisfactory')) return 'not-scored';
  return ranks[Math.max(...verdicts.map((verdict) => ranks.indexOf(verdict)))] ?? 'not-scored';
}

/**
 * Evaluates a round. `pilot` is the number of the pilot laboratory; excluded results have no part in the reference value and are still
 * scored. Nothing is chosen by the program: an inconsistent mean is said to be so, and people decide.
 */
export function evaluateRound(
  points: readonly Point[],
  method: Method,
  laboratories: readonly Laboratory[],
  pilot: number,
  exclusions: readonly Exclusion[] = [],
): Outcome {
  const ordered = [...laboratories].sort((one, other) => one.code - other.code);
  const checked = new Map(ordered.map(({ code, results }) => [code, checkResults(points, results ?? [])]));
  const evaluated = points.map((point) => {
    const all = ordered.flatMap(({ code }): Own[] => {
      const result = checked.get(code)?.usable.find((one) => one.point === point.id);
      const isOut = exclusions.some((one) => one.code === code && (one.point === null || one.point === point.id));
      return result === undefined ? [] : [{ code, result, u: standardOf(result.U, result.k), isOut }];
    });
    return evaluatePoint(point, method, all, pilot);
  });
  return {
    points: evaluated,
    laboratories: ordered.map((laboratory) => {
      const { faults, remarks } = checked.get(laboratory.code) ?? { faults: [], remarks: [] };
      const isReference = method.reference === 'pilot' && laboratory.code === pilot;
      const own = laboratory.state === 'revealed' ? { faults, remarks } : { faults: [], remarks: [] };
      return { code: laboratory.code, result: resultOf(laboratory, own.faults, evaluated, isReference), ...own };
    }),
  };
}
