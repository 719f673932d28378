/**
 * Whether the standards of a record are those that the edition asks for and were good enough on the day. Where both sides are numbers of
 * one unit they are compared (JJF 1094-2002: error or U of the standard against a part of the instrument's MPE); elsewhere a person
 * states why, and the statement is shown.
 */
import type { Check } from '@tongheng/procedures/calculation';
import type { Edition, Kind, RequiredStandard } from '@tongheng/procedures/edition';
import { abs, parse } from '@tongheng/quantity/decimal';
import { compare, divide, fromDecimal, multiply, type Rational } from '@tongheng/quantity/rational';
import { compatible, parseUnit, unitFactor, type Unit } from '@tongheng/quantity/unit';
import { accuracyLine, type CertificateKind, type Quality, type StandardStatus } from '../../standard/rules.ts';
import { roleOf } from './conditions.ts';

export type UsedStandard = {
  readonly role: string;
  readonly standard: string;
  readonly statement: string | null;
  readonly number: string;
  /** The roles it is registered for. */
  readonly roles: readonly string[];
  readonly state: StandardStatus | null;
  readonly certificate: {
    readonly kind: CertificateKind;
    readonly number: string;
    readonly calibratedOn: string;
    readonly validUntil: string;
    readonly quality: Quality;
    readonly value: string | null;
    readonly unit: string | null;
    readonly coverageFactor: string | null;
    readonly accuracyClass: string | null;
  } | null;
};

export type StandardFindings = {
  /** Roles of the edition that no chosen standard is registered for, by their Chinese title. */
  readonly vacant: readonly string[];
  readonly chosen: readonly string[];
  readonly outOfService: readonly string[];
  readonly outOfDate: readonly string[];
  readonly compared: readonly string[];
  readonly stated: readonly string[];
  /** Compared, and not good enough. */
  readonly insufficient: readonly string[];
  /** Not to be compared, and nobody said why it will do. */
  readonly unsaid: readonly string[];
};

function unitOrNone(text: string): Unit | undefined {
  try {
    return parseUnit(text);
  } catch {
    return undefined;
  }
}

const inCoherent = (text: string, unit: Unit): Rational => multiply(fromDecimal(abs(parse(text))), unitFactor(unit).value);

function ratioOf(text: string): Rational | undefined {
  const [, top, bottom] = /^(\d+(?:\.\d+)?)(?:\/(\d+(?:\.\d+)?))?$/.exec(text) ?? [];
  if (top === undefined) return undefined;
  const below = fromDecimal(parse(bottom ?? '1'));
  return below.top === 0n ? undefined : divide(fromDecimal(parse(top)), below);
}

/** The limits of errors in the unit of the standard: the narrowest and the widest decide. */
function errorLimits(checks: readonly Check[], unit: Unit): { readonly value: Rational; readonly text: string }[] {
  return checks.flatMap(({ comparison, limit, unit: printed }) => {
    if (limit === null || (comparison !== 'within' && comparison !== 'between')) return [];
    const own = unitOrNone(printed);
    if (own === undefined || !compatible(own, unit)) return [];
    const value = inCoherent(limit, own);
    return value.top === 0n ? [] : [{ value, text: `${limit} ${printed}` }];
  });
}

type Sufficiency = { readonly kind: 'good' | 'poor' | 'open'; readonly how: string };

/** Compares a standard with the limits it is used for. open: nothing can be said by numbers alone. */
export function sufficiencyOf(
  certificate: NonNullable<UsedStandard['certificate']>,
  ratio: string | undefined,
  checks: readonly Check[],
): Sufficiency {
  const { quality, value, unit } = certificate;
  const part = ratio === undefined ? undefined : ratioOf(ratio);
  const own = unit === null ? undefined : unitOrNone(unit);
  const open: Sufficiency = { kind: 'open', how: accuracyLine(certificate) };
  if (part === undefined || own === undefined || value === null || quality === 'class') return open;
  const limits = errorLimits(checks, own).sort((a, b) => compare(a.value, b.value));
  const [narrowest, widest] = [limits[0], limits[limits.length - 1]];
  if (narrowest === undefined || widest === undefined) return open;
  const error = inCoherent(value, own);
  if (compare(error, multiply(part, narrowest.value)) <= 0)
    return { kind: 'good', how: `${accuracyLine(certificate)} ≤ ${ratio} × ${narrowest.text}` };
  if (compare(error, multiply(part, widest.value)) > 0)
    return { kind: 'poor', how: `${accuracyLine(certificate)} > ${ratio} × ${widest.text}` };
  // Good enough for some of the points only: which ones it served is for a person to say.
  return open;
}

/** A standard that serves certain items only is not asked for where none of them is tested. */
export const isNeeded = ({ items }: Pick<RequiredStandard, 'items'>, checks: readonly Pick<Check, 'item'>[]): boolean =>
  items === undefined || checks.some(({ item }) => items.includes(item));

export function judgeStandards(
  { regulation, standards: required }: Pick<Edition, 'regulation' | 'standards'>,
  used: readonly UsedStandard[],
  checks: readonly Check[],
  testedOn: string,
): StandardFindings {
  const serving = used.filter(({ role, roles }) => roles.includes(role));
  const vacant = required
    .filter((one) => isNeeded(one, checks))
    .filter(({ id }) => !serving.some(({ role }) => role === roleOf(regulation, id)));
  const compared: string[] = [];
  const stated: string[] = [];
  const insufficient: string[] = [];
  const unsaid: string[] = [];
  for (const { role, number, certificate, statement } of used) {
    if (certificate === null) continue;
    const ratio = required.find(({ id }) => roleOf(regulation, id) === role)?.ratio?.value;
    const { kind, how } = sufficiencyOf(certificate, ratio, checks);
    if (kind === 'good') compared.push(`${number}: ${how}`);
    else if (kind === 'poor') insufficient.push(`${number}: ${how}`);
    else if (statement === null || statement.trim() === '') unsaid.push(`${number}: ${how}`);
    else stated.push(`${number}: ${how}; ${statement}`);
  }
  return {
    vacant: vacant.map(({ title }) => title[0]),
    chosen: used.map(({ role, number }) => `${number} (${role})`),
    outOfService: used.filter(({ state }) => state !== 'in-service').map(({ number, state }) => `${number}: ${state ?? '-'}`),
    outOfDate: used
      .filter(({ certificate }) => certificate === null || testedOn < certificate.calibratedOn || testedOn > certificate.validUntil)
      .map(({ number, certificate }) => `${number}: ${certificate === null ? '-' : certificate.validUntil}`),
    compared,
    stated,
    insufficient,
    unsaid,
  };
}

/** An edition may hold beside another on one day: the one that was used has to be among those that hold. */
export const holdsOn = ({ applies }: Pick<Edition, 'applies'>, instrumentKind: string, day: string): boolean =>
  applies.some(({ instrument, from, to }) => instrument === instrumentKind && from.value <= day && (to.value === null || day <= to.value));

/** The items that the edition asks for in this kind of record and that no check stands for. */
export const itemsWithoutCheck = ({ items }: Pick<Edition, 'items'>, kind: Kind, checks: readonly Check[]): string[] =>
  items.filter(({ id, required }) => required.value.includes(kind) && !checks.some(({ item }) => item === id)).map(({ title }) => title[0]);
