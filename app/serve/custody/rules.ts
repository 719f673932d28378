/**
 * Custody 收发样: what is brought to an institute is received against a slip 收样单, keeps a label, is somewhere until it leaves, and leaves
 * once: fetched with its certificate or notice, or returned untested with the reason. JJF 1069 asks the institute to know it at any time.
 */
import type { Text } from '../../kernel/text.ts';
import { mayFollow, type RequestStep } from '../../measure/request/rules/step.ts';
import { checkCharacter } from '../../register/instrument/rules/code.ts';

export const custodyStates = {
  held: ['在所', 'Held'],
  fetched: ['已领取', 'Fetched'],
  returned: ['未检退回', 'Returned untested'],
} as const satisfies Record<string, Text>;
export type CustodyStatus = keyof typeof custodyStates;
export const custodyStatusNames = Object.keys(custodyStates) as [CustodyStatus, ...CustodyStatus[]];

export type CustodyAction = 'move' | 'fetch' | 'return';
export const custodyLifeCycle = {
  held: { move: 'held', fetch: 'fetched', return: 'returned' },
  fetched: {},
  returned: {},
} as const satisfies Record<CustodyStatus, Partial<Record<CustodyAction, CustodyStatus>>>;

export const conditions = {
  sound: ['完好', 'Sound'],
  worn: ['外观有瑕疵', 'Worn'],
  damaged: ['有损坏', 'Damaged'],
  incomplete: ['缺件', 'Incomplete'],
} as const satisfies Record<string, Text>;
export type Condition = keyof typeof conditions;
export const conditionNames = Object.keys(conditions) as [Condition, ...Condition[]];

export const locations = {
  counter: ['收样台', 'Counter'],
  shelf: ['样品架', 'Shelf'],
  bench: ['检定台位', 'Bench'],
  person: ['人员手中', 'With a person'],
  outside: ['外送', 'Sent out'],
  left: ['已离所', 'Left'],
} as const satisfies Record<string, Text>;
export type Location = keyof typeof locations;
export const locationNames = Object.keys(locations) as [Location, ...Location[]];
/** Where an instrument that is held may be put; it leaves by being fetched or returned only. */
export const placesInside = ['counter', 'shelf', 'bench', 'person', 'outside'] as const satisfies readonly Location[];

export const proofs = {
  code: ['取件码', 'Pick-up code'],
  signature: ['签字', 'Signature'],
} as const satisfies Record<string, Text>;
export type Proof = keyof typeof proofs;
export const proofNames = Object.keys(proofs) as [Proof, ...Proof[]];

/** Sizes of paper for the slip, and of labels, millimetres. */
export const slipSizes = ['A4', 'A5'] as const;
export const labelSizes = ['40x30', '50x30'] as const;

/** From how many days after its certificate an instrument stays too long: the house's own number, no regulation names one. */
export const longStayDays = 30;

/** @param sequence 1 to 999999; otherwise RangeError. @example slipNumber(2026, 1) // 'SY2026000001H' */
export function slipNumber(year: number, sequence: number): string {
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > 999_999) throw new RangeError(`no number of a series: ${sequence}`);
  const body = `SY${String(year).padStart(4, '0')}${String(sequence).padStart(6, '0')}`;
  return `${body}${checkCharacter(body) ?? ''}`;
}

/** A slip's number as it is typed or scanned, with or without the number of a label; undefined where it is none. */
export function readSlipNumber(text: string): { readonly number: string; readonly label: number | null } | undefined {
  const [, number, label] = /^(SY\d{10}[0-9A-Z])(?:-(\d{1,4}))?$/.exec(text.trim().toUpperCase()) ?? [];
  if (number === undefined || checkCharacter(number.slice(0, -1)) !== number.slice(-1)) return undefined;
  return { number, label: label === undefined ? null : Number(label) };
}

/** What stands on the label. @example labelNumber('SY2026000001H', 2) // 'SY2026000001H-02' */
export const labelNumber = (number: string, sequence: number): string => `${number}-${String(sequence).padStart(2, '0')}`;

/** The signs of a pick-up code: none that a reader mistakes for another (0 O, 1 I L, 5 S, 8 B). */
export const pickUpAlphabet = '234679ACDEFGHJKMNPQRTUVWXYZ';
export const pickUpLength = 6;
export const isSameCode = (typed: string, code: string): boolean => typed.replace(/[\s-]/g, '').toUpperCase() === code;

/** Why an instrument of a request cannot be received; null: it can. */
export type ReceptionRefusal = 'held' | 'not-accepted' | 'tested' | 'closed';
export const receptionRefusals = {
  held: ['已在所，不能重复收样', 'Held already'],
  'not-accepted': ['申请尚未受理', 'The request is not accepted yet'],
  tested: ['已检定，无须再收样', 'Tested already'],
  closed: ['申请已办结、已撤回或不予受理', 'The request is closed, withdrawn or refused'],
} as const satisfies Record<ReceptionRefusal, Text>;

/** Steps in which the work on an instrument is under way: it stays until its certificate or notice is issued. */
const underWay: readonly RequestStep[] = ['tested', 'returned', 'checked', 'approved'];

export function receptionRefusal(item: { readonly step: RequestStep; readonly isHeld: boolean }): ReceptionRefusal | null {
  if (item.isHeld || item.step === 'received') return 'held';
  if (mayFollow(item.step, 'received')) return null;
  if (item.step === 'submitted' || item.step === 'referred') return 'not-accepted';
  return underWay.includes(item.step) ? 'tested' : 'closed';
}

type Held = { readonly status: CustodyStatus; readonly step: RequestStep; readonly instituteId: string };
type Caller = { readonly organizationId: string; readonly permits: ReadonlySet<string> };

/** What this person may do with an instrument: fetched once its document is issued, returned as long as it is not tested. */
export function allowedCustodyActions(held: Held, { organizationId, permits }: Caller): CustodyAction[] {
  if (held.instituteId !== organizationId || !permits.has('custody.record')) return [];
  return (Object.keys(custodyLifeCycle[held.status]) as CustodyAction[]).filter((action) => {
    if (action === 'fetch') return held.step === 'issued';
    if (action === 'return') return held.step !== 'issued' && !underWay.includes(held.step);
    return true;
  });
}
