/**
 * The impact of a failed standard 标准器超差的影响: the error that was found goes from certificate to certificate, directly through the effects of each record and
 * through others by the standards that were calibrated meanwhile, to any depth. Pure: who asks brings the certificates.
 */
import type { CheckEffect } from '@tongheng/procedures/effect';
import { readEffects } from '@tongheng/procedures/effect-text';
import { addErrorAt, curveOfFinding, errorAt, scaled, sum } from './impact-curve.ts';
import type { Curve, CurvePoint, Form, UnknownReason } from './impact-curve.ts';
import { factorBetween, isWrong } from './impact-finding.ts';
import type { Finding } from './impact-finding.ts';
import { graver, shareOfLimit, shiftedBy } from './impact-triage.ts';
import type { Shifted, Triage } from './impact-triage.ts';

/** Counts up when the same finding on the same certificates may give another answer. */
export const engineVersion = '1';

/** What a certificate rests on: a standard as it stood by a calibration. */
export type Use = {
  readonly standardId: string;
  /** The node of the calibration that was relied on: a certificate here, or a calibration without a record; null: none is known. */
  readonly calibrationId: string | null;
  /** Several standards of the record have this role, and it does not say which was used where. */
  readonly shared: boolean;
  /** `printEffects` of the role; null: the record cannot be calculated with. */
  readonly effects: string | null;
};

export type Certificate = {
  readonly id: string;
  readonly testedOn: string;
  /** null for a calibration without readings here. */
  readonly conclusion: 'pass' | 'fail' | null;
  readonly uses: readonly Use[];
};

export type CheckImpact = { readonly effect: CheckEffect; readonly shifted: Shifted };
export type CheckUnknown = {
  readonly check: string;
  readonly symbol: string;
  readonly reason: UnknownReason;
  readonly words?: readonly [string, string];
};

/** One step of the path of the error, from the failed standard down. */
export type PathStep = { readonly standardId: string; readonly certificateId: string | null };

export type CertificateImpact = {
  readonly id: string;
  readonly triage: Triage;
  /** The check that stands worst, and how. */
  readonly worst: CheckImpact | null;
  /** Of the worst check, before and after, as a part of its limit. */
  readonly shareBefore: number | null;
  readonly shareAfter: number | null;
  readonly checks: readonly CheckImpact[];
  readonly unknown: readonly CheckUnknown[];
  /** A verdict of fail that would not have been one. */
  readonly wronglyFailed: boolean;
  /** Checks that rest on the standard where it is not wrong. */
  readonly unaffected: number;
  /** How many certificates the error went through before this one; the shortest way. */
  readonly depth: number;
  readonly paths: readonly (readonly PathStep[])[];
};

/** The certificate's checks with what comes to each by every way; `failed` do not move with the standard. */
type Gathering = { readonly checks: readonly Gathered[]; readonly unknown: readonly CheckUnknown[]; readonly failed: readonly string[] };
type Gathered = { effect: CheckEffect; forms: readonly Form[]; unknown: UnknownReason | undefined; touched: boolean };

/** The most paths that are kept for a certificate; they are for people to follow. */
const mostPaths = 20;

/** What came of a certificate that others may rest on. */
type Outcome = { readonly impact: CertificateImpact | undefined; readonly curve: Curve | UnknownReason | undefined };

const blank = (id: string): CertificateImpact => ({
  id,
  triage: 'harmless',
  worst: null,
  shareBefore: null,
  shareAfter: null,
  checks: [],
  unknown: [],
  wronglyFailed: false,
  unaffected: 0,
  depth: 0,
  paths: [],
});

/** Each of the one with each of the other; more than a few only where the place of a load was not recorded. */
const combined = (a: readonly Form[], b: readonly Form[]): readonly Form[] => a.flatMap((one) => b.map((other) => sum(one, other)));

const sameCheck = (effect: CheckEffect): string => `${effect.check}\u0000${effect.symbol}`;

/** Whether a check tells the error of the instrument at one place, so that who uses it later has that error: not a range, a count or a difference. */
function placeOfError({ comparison, terms, check }: CheckEffect): { at: number; unit: string; sign: 1 | -1 } | undefined {
  if ((comparison !== 'within' && comparison !== 'between') || check.endsWith('.beyond')) return undefined;
  const [first] = terms.filter(({ ifCovered }) => !ifCovered);
  if (first === undefined || first.at === '' || first.condition !== '') return undefined;
  const slopes = terms
    .filter(({ ifCovered, unit }) => !ifCovered && unit === first.unit)
    .reduce((total, { sensitivity }) => total + Number(sensitivity), 0);
  // Ec = E − E₀ has two loads of opposite sign; a range or a difference has two of the same place.
  const opposite = terms.some(
    (one) =>
      !one.ifCovered && one !== first && Number(one.at) === Number(first.at) && Number(one.sensitivity) * Number(first.sensitivity) < 0,
  );
  if (opposite || (Math.abs(slopes) < 1e-9 && terms.filter(({ ifCovered }) => !ifCovered).length < 2)) return undefined;
  return { at: Number(first.at), unit: first.unit, sign: Number(first.sensitivity) < 0 ? -1 : 1 };
}

/** Evaluates certificates against one finding; certificates that others rest on are evaluated once and kept. */
export class ImpactEngine {
  readonly #finding: Finding;
  readonly #find: (id: string) => Certificate | undefined;
  readonly #errors: { readonly errors: readonly number[]; readonly U: readonly number[]; readonly wrong: readonly boolean[] };
  readonly #zero: Form;
  readonly #outcomes = new Map<string, Outcome>();
  readonly #underway = new Set<string>();
  readonly #days = new Map<string, Curve | undefined>();

  /** @param find a certificate, or a calibration without a record, that something rests on; undefined: it is not affected */
  constructor(finding: Finding, find: (id: string) => Certificate | undefined) {
    this.#finding = finding;
    this.#find = find;
    this.#zero = finding.points.map(() => 0);
    this.#errors = {
      errors: finding.points.map(({ error }) => Number(error)),
      U: finding.points.map(({ U }) => (U === null ? 0 : Number(U))),
      wrong: finding.points.map((point) => isWrong(point)),
    };
  }

  #own(day: string): Curve | undefined {
    if (!this.#days.has(day)) this.#days.set(day, curveOfFinding(this.#finding, day));
    return this.#days.get(day);
  }

  /** The error of a standard as it was used, by what it rests on; undefined: the failed standard has nothing to do with it. */
  #curveOf(use: Use, day: string): Curve | UnknownReason | undefined {
    if (use.standardId === this.#finding.standardId) {
      const own = this.#own(day);
      if (own) return own;
    }
    return use.calibrationId === null ? undefined : this.#outcome(use.calibrationId).curve;
  }

  #outcome(id: string): Outcome {
    const known = this.#outcomes.get(id);
    if (known) return known;
    if (this.#underway.has(id)) return { impact: undefined, curve: 'loop' };
    const certificate = this.#find(id);
    if (certificate === undefined) return { impact: undefined, curve: undefined };
    this.#underway.add(id);
    const outcome = certificate.conclusion === null ? this.#withoutRecord(certificate) : this.#withRecord(certificate);
    this.#underway.delete(id);
    this.#outcomes.set(id, outcome);
    return outcome;
  }

  /** A calibration without readings here: what the failed standard was wrong by it passes on, where a person said so. */
  #withoutRecord({ id, uses, testedOn }: Certificate): Outcome {
    const curves = uses.map((use) => this.#curveOf(use, testedOn)).filter((curve) => curve !== undefined);
    const [first] = curves;
    if (first === undefined) return { impact: undefined, curve: undefined };
    const impact: CertificateImpact = { ...blank(id), triage: 'unknown', unknown: [{ check: '', symbol: '', reason: 'no-record' }] };
    if (this.#finding.transfer === 'unknown' || curves.length > 1 || typeof first === 'string')
      return { impact, curve: typeof first === 'string' ? first : 'no-record' };
    return { impact, curve: first };
  }

  /** Of a certificate that nothing is known to rest on: what its instrument passes on is not asked. */
  #impactOf(certificate: Certificate): CertificateImpact | undefined {
    if (certificate.conclusion === null) return this.#withoutRecord(certificate).impact;
    const gathered = this.#gather(certificate);
    return gathered && this.#judge(certificate, gathered);
  }

  #withRecord(certificate: Certificate): Outcome {
    const gathered = this.#gather(certificate);
    if (gathered === undefined) return { impact: undefined, curve: undefined };
    return { impact: this.#judge(certificate, gathered), curve: this.#curveAfter(gathered) };
  }

  /** The certificate's checks with what comes to each by every way. undefined: the failed standard has nothing to do with it. */
  #gather(certificate: Certificate): Gathering | undefined {
    const checks = new Map<string, Gathered>();
    const unknown: CheckUnknown[] = [];
    const failed: string[] = [];
    let touched = false;
    for (const use of certificate.uses) {
      const curve = this.#curveOf(use, certificate.testedOn);
      if (curve === undefined) continue;
      touched = true;
      if (typeof curve === 'string' || use.effects === null) {
        unknown.push({ check: '', symbol: '', reason: typeof curve === 'string' ? curve : 'no-effects' });
        continue;
      }
      const effects = readEffects(use.effects);
      for (const one of effects.unknown) unknown.push({ check: one.check, symbol: one.symbol, reason: 'model', words: one.reason });
      failed.push(...effects.failed);
      this.#addUse(effects.moved, curve, use, checks);
    }
    return touched ? { checks: [...checks.values()], unknown, failed } : undefined;
  }

  #addUse(moved: readonly CheckEffect[], curve: Curve, { shared }: Use, checks: Map<string, Gathered>): void {
    const speaks =
      moved.length === 0 || moved.some(({ terms }) => terms.some((term) => factorBetween(term.unit, curve.unit) !== undefined));
    for (const effect of moved) {
      const key = sameCheck(effect);
      const before = checks.get(key) ?? { effect, forms: [this.#zero], unknown: undefined, touched: false };
      let { forms, unknown, touched } = before;
      let own: number[] | undefined;
      for (const term of effect.terms) {
        if (term.at !== '' && forms.length === 1) {
          if (own === undefined) forms = [(own = (forms[0] ?? this.#zero).slice())];
          const added = addErrorAt(curve, term, own);
          if (added === undefined) touched = true;
          else if (added === 'other-quantity') unknown ??= speaks ? undefined : 'quantity';
          else if (added !== null) unknown ??= added;
          continue;
        }
        const found = errorAt(curve, term);
        if (found === null) continue;
        if ('otherQuantity' in found) {
          // The finding is of one quantity of a standard that has several, or it is of none that this record uses.
          if (!speaks) unknown ??= 'quantity';
          continue;
        }
        if ('unknown' in found) unknown ??= found.unknown;
        else [forms, touched] = [combined(forms, found.forms), true];
      }
      if (shared && touched && unknown === undefined && !this.#staysWithout(effect, forms)) unknown = 'shared';
      checks.set(key, { effect: before.effect, forms, unknown, touched });
    }
  }

  /** With several standards in a role: whether the check stands even if this one carried everything. */
  #staysWithout(effect: CheckEffect, forms: readonly Form[]): boolean {
    return forms.every((form) => (shiftedBy(effect, form, this.#errors)?.triage ?? 'harmless') === 'harmless');
  }

  #judge({ id, conclusion }: Certificate, gathered: Gathering): CertificateImpact {
    const checks: CheckImpact[] = [];
    const unknown = [...gathered.unknown];
    let unaffected = 0;
    for (const { effect, forms, unknown: why } of gathered.checks) {
      if (why !== undefined) {
        unknown.push({ check: effect.check, symbol: effect.symbol, reason: why });
        continue;
      }
      const shifted = this.#worstOf(effect, forms);
      if (shifted) checks.push({ effect, shifted });
      else unaffected += 1;
    }
    const worst = worstCheck(checks);
    const standing =
      checks.some(({ effect, shifted }) => effect.verdict === 'fail' && shifted.triage === 'harmless') ||
      unaffectedFailure(gathered, checks, unknown);
    const triage = triageOf(conclusion, { checks, unknown, standing });
    return {
      ...blank(id),
      triage,
      worst,
      shareBefore: worst && shareOfLimit(Number(worst.effect.value), worst.effect),
      shareAfter: worst && shareOfLimit(worst.shifted.after, worst.effect),
      checks,
      unknown,
      wronglyFailed: conclusion === 'fail' && triage === 'reverify',
      unaffected,
    };
  }

  /** Where the place of the use is not recorded, the worst of the places counts. */
  #worstOf(effect: CheckEffect, forms: readonly Form[]): Shifted | undefined {
    let worst: Shifted | undefined;
    for (const form of forms) {
      const shifted = shiftedBy(effect, form, this.#errors);
      if (shifted && (worst === undefined || isGraver(shifted, worst))) worst = shifted;
    }
    return worst;
  }

  /** What the instrument of this certificate is then wrong by, who is used as a standard: at each place the mean of what its checks say. */
  #curveAfter({ checks, unknown }: Gathering): Curve | UnknownReason | undefined {
    const places = new Map<string, { at: number; form: Form; count: number; unit: string; errorUnit: string }>();
    let why: UnknownReason | undefined;
    for (const { effect, forms, unknown: reason, touched } of checks) {
      const place = placeOfError(effect);
      if (!place) continue;
      if (reason !== undefined) {
        why ??= reason;
        continue;
      }
      const [form] = forms;
      if (!touched || form === undefined) continue;
      const key = `${place.at}|${place.unit}|${effect.unit}`;
      const own = scaled(form, place.sign);
      const before = places.get(key);
      if (before) places.set(key, { ...before, form: sum(before.form, own), count: before.count + 1 });
      else places.set(key, { at: place.at, form: own, count: 1, unit: place.unit, errorUnit: effect.unit });
    }
    const all = [...places.values()];
    const [first] = all;
    if (first === undefined) return why ?? (unknown[0]?.reason || undefined);
    const own = all.filter(({ unit, errorUnit }) => unit === first.unit && errorUnit === first.errorUnit);
    const points = own
      .map(({ at, form, count }): CurvePoint => ({ at, form: scaled(form, 1 / count), condition: '' }))
      .sort((a, b) => a.at - b.at);
    return { unit: first.unit, errorUnit: first.errorUnit, whole: points.length === 1, conditional: false, points };
  }

  /** The ways from the failed standard to a certificate, the shortest first. */
  #pathsTo(certificate: Certificate, above: ReadonlySet<string>): readonly (readonly PathStep[])[] {
    const found: (readonly PathStep[])[] = [];
    for (const { standardId, calibrationId } of certificate.uses) {
      if (standardId === this.#finding.standardId && this.#own(certificate.testedOn)) found.push([{ standardId, certificateId: null }]);
      else if (calibrationId !== null && !above.has(calibrationId) && this.#outcome(calibrationId).curve !== undefined) {
        const calibration = this.#find(calibrationId);
        if (calibration)
          for (const path of this.#pathsTo(calibration, new Set([...above, calibrationId])))
            if (found.length < mostPaths) found.push([...path, { standardId, certificateId: calibrationId }]);
      }
    }
    return found.sort((a, b) => a.length - b.length);
  }

  /** What the failed standard does to a certificate; undefined: nothing, it does not rest on it in the doubtful interval. */
  evaluate(certificate: Certificate): CertificateImpact | undefined {
    const known = this.#outcomes.get(certificate.id);
    const impact = known === undefined ? this.#impactOf(certificate) : known.impact;
    if (impact === undefined) return undefined;
    const paths = this.#pathsTo(certificate, new Set([certificate.id]));
    return { ...impact, paths, depth: Math.max(0, (paths[0]?.length ?? 1) - 1) };
  }
}

const isGraver = (a: Shifted, b: Shifted): boolean =>
  a.triage === b.triage ? Math.abs(a.inside) - a.guard < Math.abs(b.inside) - b.guard : graver(a.triage, b.triage) === a.triage;

/** The worst: by class, then by how far inside its bounds as a part of the limit. */
function worstCheck(checks: readonly CheckImpact[]): CheckImpact | null {
  let worst: CheckImpact | null = null;
  const share = ({ effect, shifted }: CheckImpact): number => shareOfLimit(shifted.after, effect) ?? 0;
  for (const check of checks) {
    if (
      worst === null ||
      (check.shifted.triage === worst.shifted.triage
        ? share(check) > share(worst)
        : graver(check.shifted.triage, worst.shifted.triage) === check.shifted.triage)
    )
      worst = check;
  }
  return worst;
}

/** A failure among the gathered checks that the standard does not touch keeps the conclusion as it is. */
function unaffectedFailure(
  { checks: gathered, failed }: Gathering,
  checks: readonly CheckImpact[],
  unknown: readonly CheckUnknown[],
): boolean {
  const open = new Set([...checks.map(({ effect }) => effect.check), ...unknown.map(({ check }) => check)]);
  const all = [...failed, ...gathered.filter(({ effect }) => effect.verdict === 'fail').map(({ effect }) => effect.check)];
  return all.some((check) => !open.has(check));
}

/**
 * The class of a certificate: the gravest of its checks; one that cannot be calculated lies below one that is outside. A conclusion of fail stands while one failure
 * stands, whatever happens to the others.
 */
function triageOf(
  conclusion: Certificate['conclusion'],
  { checks, unknown, standing }: { checks: readonly CheckImpact[]; unknown: readonly CheckUnknown[]; standing: boolean },
): Triage {
  if (conclusion === 'fail' && standing) return 'harmless';
  const counted = conclusion === 'fail' ? checks.filter(({ effect }) => effect.verdict === 'fail') : checks;
  const ofChecks = counted.reduce<Triage>((gravest, { shifted }) => graver(gravest, shifted.triage), 'harmless');
  return unknown.length > 0 ? graver(ofChecks, 'unknown') : ofChecks;
}
