/**
 * An error over the range of a standard as a linear form: one coefficient for each found point of the failed standard. Errors that come by several
 * ways from the same standard are added coefficient by coefficient, so that they are correlated through it and never taken as independent.
 */
import type { EffectTerm } from '@tongheng/procedures/effect';
import { factorBetween, grownOn } from './impact-finding.ts';
import type { Finding } from './impact-finding.ts';

/** Coefficients of the errors at the found points. */
export type Form = readonly number[];

export type CurvePoint = { readonly at: number; readonly form: Form; readonly condition: string };

/** The error of a standard over its range in `errorUnit`, '%' being of the value at the place. */
export type Curve = {
  readonly unit: string;
  readonly errorUnit: string;
  readonly whole: boolean;
  /** Whether its points are told apart by conditions. */
  readonly conditional: boolean;
  readonly points: readonly CurvePoint[];
};

/** Why a term could not be told. other-quantity: the error is known of another quantity of the same standard. */
export const unknownReasons = {
  'outside-points': ['使用点在已知误差的范围之外', 'it was used beyond the points whose error is known'],
  quantity: ['已知误差的量与使用的量不同', 'the error is known of another quantity than the one that was used'],
  unit: ['误差单位与使用的量不能换算', 'the unit of the error does not go with the quantity'],
  condition: ['此条件下的误差未知', 'the error under this condition is not known'],
  'no-effects': ['证书没有可计算的原始数据', 'the certificate has no data that can be calculated with'],
  model: ['规程模型未说明此项如何受标准器影响', 'the model of the regulation does not say how the standard moves this item'],
  shared: [
    '同一角色有多件标准器，记录未说明哪一点用哪一件',
    'several standards share the role and the record does not say which was used where',
  ],
  'no-record': ['校准没有本平台的原始记录', 'the calibration has no record on this platform'],
  loop: ['证书是自己的上级', 'the certificate stands above itself'],
} as const;
export type UnknownReason = keyof typeof unknownReasons;
export const unknownReasonNames = Object.keys(unknownReasons) as [UnknownReason, ...UnknownReason[]];

/** The curve of the failed standard itself on a day; undefined outside the doubtful interval. */
export function curveOfFinding(finding: Finding, day: string): Curve | undefined {
  const grown = grownOn(finding, day);
  if (grown === undefined) return undefined;
  return {
    unit: finding.unit,
    errorUnit: finding.errorUnit,
    whole: finding.span === 'whole',
    conditional: finding.points.some(({ condition }) => condition !== ''),
    points: finding.points
      .map(({ at, condition }, index) => ({
        at: Number(at),
        form: finding.points.map((_, other) => (other === index ? grown : 0)),
        condition,
      }))
      .sort((a, b) => a.at - b.at),
  };
}

export const scaled = (form: Form, factor: number): Form => form.map((one) => one * factor);
export const sum = (a: Form, b: Form): Form => a.map((one, index) => one + (b[index] ?? 0));

/** By how much an error on the curve is multiplied to become one in the unit of the term; undefined where the units do not go together. */
function errorFactor({ errorUnit }: Curve, { per, reference, referenceUnit }: EffectTerm): number | undefined {
  if (errorUnit === '%' && per === '%') return 1;
  const value = Math.abs(Number(reference));
  const known = reference !== '' && Number.isFinite(value);
  if (errorUnit === '%') {
    const factor = factorBetween(referenceUnit, per);
    return known && factor !== undefined ? (value * factor) / 100 : undefined;
  }
  if (per === '%') {
    const factor = factorBetween(errorUnit, referenceUnit);
    return known && value > 0 && factor !== undefined ? (factor / value) * 100 : undefined;
  }
  return factorBetween(errorUnit, per);
}

/** A tenth of a millionth of the range is rounding of the conversion, not another place. */
const near = 1e-7;

function interpolated(points: readonly CurvePoint[], at: number): Form | undefined {
  const [first, last] = [points[0], points[points.length - 1]];
  if (!first || !last) return undefined;
  const slack = near * Math.max(Math.abs(first.at), Math.abs(last.at), Math.abs(at));
  if (at < first.at - slack || at > last.at + slack) return undefined;
  const index = points.findIndex((point) => point.at >= at);
  const above = points[index < 0 ? points.length - 1 : index] ?? last;
  const below = points[index <= 0 ? 0 : index - 1] ?? first;
  if (above.at - below.at <= slack) return above.form;
  const share = Math.min(1, Math.max(0, (at - below.at) / (above.at - below.at)));
  return sum(scaled(below.form, 1 - share), scaled(above.form, share));
}

/** What a term adds to the checked value: one form, several where the place is not recorded and any may have been used, or why not known. */
export type Found = { readonly forms: readonly Form[] } | { readonly unknown: UnknownReason } | { readonly otherQuantity: true } | null;

/** The error that a curve has at the place of a term, times its sensitivity. null: the term does not count, another standard was used there. */
export function errorAt(curve: Curve, term: EffectTerm): Found {
  const axis = factorBetween(term.unit, curve.unit);
  if (axis === undefined) return term.ifCovered ? null : { otherQuantity: true };
  const factor = errorFactor(curve, term);
  if (factor === undefined) return { unknown: 'unit' };
  const slope = factor * Number(term.sensitivity);
  const points =
    curve.conditional && term.condition !== ''
      ? curve.points.filter(({ condition }) => condition === '' || condition === term.condition)
      : curve.points;
  if (points.length === 0) return { unknown: 'condition' };
  if (term.at === '') return { forms: points.map(({ form }) => scaled(form, slope)) };
  const at = Number(term.at) * axis;
  if (curve.whole) {
    const only = points[0]?.form ?? [];
    // Small weights beside a standard of one value were others.
    return term.ifCovered ? null : { forms: [scaled(only, slope)] };
  }
  const form = interpolated(points, at);
  if (form === undefined) return term.ifCovered ? null : { unknown: 'outside-points' };
  return { forms: [scaled(form, slope)] };
}

/**
 * The same added to one form, without a form for each term: a hundred thousand certificates have some millions of them. Only for a term whose place is recorded.
 * undefined: it was added; null: it does not count.
 */
export function addErrorAt(curve: Curve, term: EffectTerm, target: number[]): UnknownReason | 'other-quantity' | null | undefined {
  const axis = factorBetween(term.unit, curve.unit);
  if (axis === undefined || curve.conditional || curve.whole) {
    const found = errorAt(curve, term);
    if (found === null) return null;
    if ('otherQuantity' in found) return 'other-quantity';
    if ('unknown' in found) return found.unknown;
    add(target, found.forms[0] ?? [], 1);
    return undefined;
  }
  const factor = errorFactor(curve, term);
  if (factor === undefined) return 'unit';
  const slope = factor * Number(term.sensitivity);
  const at = Number(term.at) * axis;
  const { points } = curve;
  const [first, last] = [points[0], points[points.length - 1]];
  const slack = near * Math.max(Math.abs(first?.at ?? 0), Math.abs(last?.at ?? 0), Math.abs(at));
  if (!first || !last || at < first.at - slack || at > last.at + slack) return term.ifCovered ? null : 'outside-points';
  let index = 0;
  while (index < points.length - 1 && (points[index]?.at ?? 0) < at) index += 1;
  const above = points[index] ?? last;
  const below = points[Math.max(0, index - 1)] ?? first;
  if (above.at - below.at <= slack) {
    add(target, above.form, slope);
    return undefined;
  }
  const share = Math.min(1, Math.max(0, (at - below.at) / (above.at - below.at)));
  if (share < 1) add(target, below.form, slope * (1 - share));
  if (share > 0) add(target, above.form, slope * share);
  return undefined;
}

function add(target: number[], form: Form, factor: number): void {
  for (let index = 0; index < target.length; index += 1) target[index] = (target[index] ?? 0) + factor * (form[index] ?? 0);
}
