/** The last result of an instrument: how long it counts by the edition that holds for its kind, and which of several counts. */
import { editionFor, findProcedure, validityEnd } from '@tongheng/procedures/registry';
import type { Text } from '../../../kernel/text.ts';
import { editionsOf, type InstrumentKind } from '../../catalogue/rules/kinds.ts';
import type { Parameters } from './nameplate.ts';
import type { Validity } from './standing.ts';

export const resultOrigins = {
  platform: ['本平台出具', 'Issued here'],
  reported: ['使用单位自报（平台以外机构出具），仅供参考', 'Reported by the holder (issued elsewhere), for reference only'],
} as const satisfies Record<string, Text>;
export type ResultOrigin = keyof typeof resultOrigins;

export type Result = {
  readonly verdict: 'pass' | 'fail';
  readonly verifiedOn: string;
  readonly certificateNumber: string;
  readonly verifiedBy: string;
  /** null: without an end, or a fail. */
  readonly dueOn: string | null;
  readonly validity: Validity | null;
  readonly origin: ResultOrigin;
  /** The instant at which it was issued or entered. */
  readonly at: string;
};

/** When an instrument came back from its last repair. */
export type Repair = { readonly onDay: string; readonly at: string };

/** How an instrument of this nameplate is verified, by the edition that holds on a day; null where no edition says it. */
export function validityOf(kind: InstrumentKind, parameters: Parameters, day: string): Validity | null {
  const edition = editionFor(kind, day) ?? editionsOf(kind)[0];
  if (edition === undefined) return null;
  const said = edition.applies.find(({ instrument }) => instrument === kind)?.nameplate ?? {};
  const found = findProcedure(edition.id)?.validity({ ...parameters, ...said })?.form;
  if (found !== undefined) return found;
  // A nameplate that is not complete yet decides nothing, unless all rules of the edition say the same.
  const forms = new Set(edition.validity.rules.map(({ form }) => form));
  return forms.size === 1 ? ([...forms][0] ?? null) : null;
}

/**
 * The last day that a verification of this day counts: the day before the next is due, or the use-by date of a limited use, which runs
 * from the first verification. null: it has no end, or no edition says it.
 */
export function dueAfter(kind: InstrumentKind, parameters: Parameters, verifiedOn: string): string | null {
  const edition = editionFor(kind, verifiedOn);
  if (edition === undefined) return null;
  const said = edition.applies.find(({ instrument }) => instrument === kind)?.nameplate ?? {};
  try {
    return validityEnd(edition.id, { ...parameters, ...said }, verifiedOn);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const later = (one: Result, other: Result): number =>
  one.verifiedOn === other.verifiedOn ? (one.at < other.at ? 1 : -1) : one.verifiedOn < other.verifiedOn ? 1 : -1;

/** True for a result that a repair has ended: what was found before it says nothing of the instrument that came back. */
export const endedByRepair = (result: Result, repair: Repair | undefined): boolean =>
  repair !== undefined && (result.verifiedOn < repair.onDay || (result.verifiedOn === repair.onDay && result.at <= repair.at));

/** The one of several results that counts: of the latest verification, and of two of one day the one that was entered last. */
export const lastResult = (results: readonly Result[]): Result | undefined => [...results].sort(later)[0];

/** A limited use runs from the first verification that passed: a later one does not make it longer. */
export function dueOf(last: Result, results: readonly Result[]): string | null {
  if (last.validity !== 'limited-use' || last.dueOn === null) return last.dueOn;
  const ends = results.flatMap(({ verdict, validity, dueOn }) =>
    verdict === 'pass' && validity === 'limited-use' && dueOn !== null ? [dueOn] : [],
  );
  return ends.sort()[0] ?? last.dueOn;
}
