/**
 * U of checked values, stated by a person for a submitted result: from the budget of the edition (JJF 1059.1 by packages/procedures, the standard at the
 * largest error that the regulation allows it), or as the institute itself evaluated it, by its report. None is invented, none is carried over to
 * another result.
 */
import type { Text } from '../../../kernel/text.ts';

export const uncertaintyOrigins = {
  budget: ['规程预算', 'Budget of the procedure'],
  institute: ['本机构评定', 'Evaluated by the institute'],
} as const satisfies Record<string, Text>;
export type UncertaintyOrigin = keyof typeof uncertaintyOrigins;
export const uncertaintyOriginNames = Object.keys(uncertaintyOrigins) as [UncertaintyOrigin, ...UncertaintyOrigin[]];

export type StatedUncertainty = {
  readonly check: string;
  /** U = k·u, k: decimal text. */
  readonly U: string;
  readonly k: string;
  readonly unit: string;
  /** Such as '95%'; null: not stated. */
  readonly probability: string | null;
  readonly origin: UncertaintyOrigin;
};

/**
 * U with two significant digits, rounded up so that nothing is claimed that was not found (JJF 1059.1-2012 5.3.8 allows one or two digits; confidence
 * high). Decimal text without an exponent; undefined for what is no uncertainty.
 *
 * @example printUncertainty(0.07617219589) // '0.077'
 */
export function printUncertainty(U: number): string | undefined {
  if (!Number.isFinite(U) || U <= 0) return undefined;
  const place = Math.floor(Math.log10(U)) - 1;
  // What differs by less than the rounding of binary numbers is the same number.
  const digits = Math.ceil(U / 10 ** place - 1e-9);
  return place >= 0 ? String(Math.round(digits * 10 ** place)) : (digits / 10 ** -place).toFixed(-place);
}

/** Decimal text above zero. */
export const isPositive = (text: string): boolean => /^\d{1,12}(?:\.\d{1,12})?$/.test(text) && /[1-9]/.test(text);

type Measured = { readonly status: string; readonly instituteId: string; readonly technicianId: string; readonly purpose: string };
type Caller = { readonly personId: string; readonly organizationId: string; readonly permits: ReadonlySet<string> };

/**
 * Who states U, while the record waits for its check: the checker who is not its tester; in a calibration also whoever calibrated, since U is
 * part of the result there.
 */
export const mayStateUncertainty = (
  { status, instituteId, technicianId, purpose }: Measured,
  { personId, organizationId, permits }: Caller,
): boolean =>
  status === 'submitted' &&
  instituteId === organizationId &&
  permits.has('verification.stateUncertainty') &&
  (personId === technicianId ? purpose === 'calibration' : permits.has('verification.check'));
