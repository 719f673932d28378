/**
 * Measurement standards 计量标准 after JJF 1033: what stands when. A certificate ends on its last day, or on the day before the next one
 * of its kind begins; suspended or withdrawn days do not count. The database has the same in measurement_standard_span; a test compares.
 */
import { addDays, type Day } from '../../kernel/day.ts';
import type { Text } from '../../kernel/text.ts';

export const measurementStandardKinds = {
  public: ['社会公用计量标准', 'Public measurement standard'],
  'highest-enterprise': ['企业、事业单位最高计量标准', 'Highest measurement standard of an enterprise or institution'],
  'highest-department': ['部门最高计量标准', 'Highest measurement standard of a department'],
} as const satisfies Record<string, Text>;
export type MeasurementStandardKind = keyof typeof measurementStandardKinds;
export const measurementStandardKindNames = Object.keys(measurementStandardKinds) as [
  MeasurementStandardKind,
  ...MeasurementStandardKind[],
];

export const standardLevels = {
  county: ['县级', 'County'],
  city: ['市级', 'City'],
  province: ['省级', 'Province'],
  national: ['国家级', 'National'],
} as const satisfies Record<string, Text>;
export type StandardLevel = keyof typeof standardLevels;
export const standardLevelNames = Object.keys(standardLevels) as [StandardLevel, ...StandardLevel[]];

export const examinedKinds = {
  examination: ['计量标准考核证书', 'Examination certificate'],
  public: ['社会公用计量标准证书', 'Certificate of the public measurement standard'],
} as const satisfies Record<string, Text>;
export type ExaminedKind = keyof typeof examinedKinds;
export const examinedKindNames = Object.keys(examinedKinds) as [ExaminedKind, ...ExaminedKind[]];

/** Where a certificate comes from. */
export const certificateBases = {
  examination: ['本平台考核', 'Examined on this platform'],
  register: ['台账导入', 'From an imported register'],
  entry: ['由登记转入', 'Taken over from the register of entries'],
} as const satisfies Record<string, Text>;
export type CertificateBasis = keyof typeof certificateBases;

export const measurementStandardStates = {
  building: ['筹建', 'Being built'],
  applied: ['已申请', 'Applied'],
  examining: ['考核中', 'Under examination'],
  returned: ['退回补正', 'Returned'],
  refused: ['未通过', 'Refused'],
  'in-force': ['已考核', 'Examined, in force'],
  suspended: ['封存', 'Suspended'],
  lapsed: ['已失效', 'Lapsed'],
  withdrawn: ['撤销', 'Withdrawn'],
} as const satisfies Record<string, Text>;
export type MeasurementStandardState = keyof typeof measurementStandardStates;
export const measurementStandardStateNames = Object.keys(measurementStandardStates) as [
  MeasurementStandardState,
  ...MeasurementStandardState[],
];

/**
 * `lapse` is nobody's button: the last day of the certificate passes.
 * @public printed to docs/generated/life-cycles.md
 */
export const measurementStandardLifeCycle = {
  building: { apply: 'applied', withdraw: 'withdrawn' },
  applied: { accept: 'examining', return: 'returned', refuse: 'refused', cancel: 'building' },
  examining: { grant: 'in-force', return: 'returned', refuse: 'refused' },
  returned: { resubmit: 'applied', cancel: 'building' },
  refused: { apply: 'applied', withdraw: 'withdrawn' },
  'in-force': { renew: 'in-force', suspend: 'suspended', withdraw: 'withdrawn', lapse: 'lapsed' },
  suspended: { resume: 'in-force', withdraw: 'withdrawn' },
  lapsed: { renew: 'in-force', withdraw: 'withdrawn', suspend: 'suspended' },
  withdrawn: {},
} as const satisfies Record<MeasurementStandardState, Readonly<Record<string, MeasurementStandardState>>>;

export type Standing = 'building' | 'in-force' | 'suspended' | 'withdrawn';
export type StandingRow = { readonly state: Standing; readonly since: Day };
export type Term = { readonly kind: ExaminedKind; readonly validFrom: Day; readonly validUntil: Day };
/** From a day to the day after the last; null: open. */
export type Span = { readonly from: Day; readonly to: Day | null };

const earlier = (a: Day | null, b: Day | null): Day | null => (a === null ? b : b === null ? a : a < b ? a : b);
const overlapOf = (one: Span, other: Span): Span | undefined => {
  const from = one.from > other.from ? one.from : other.from;
  const to = earlier(one.to, other.to);
  return to === null || from < to ? { from, to } : undefined;
};
export const intersect = (some: readonly Span[], others: readonly Span[]): Span[] =>
  some.flatMap((one) => others.flatMap((other) => overlapOf(one, other) ?? []));

/** The last state that began up to the day. Rows in the order of their beginning, then of their recording. */
export const standingOn = (rows: readonly StandingRow[], day: Day): StandingRow | undefined =>
  rows.reduce<StandingRow | undefined>((last, row) => (row.since <= day ? row : last), undefined);

/** The days of a state. */
export function standingSpans(rows: readonly StandingRow[], state: Standing): Span[] {
  return rows.flatMap((row, index): Span[] => {
    const to = rows[index + 1]?.since ?? null;
    return row.state === state && (to === null || to > row.since) ? [{ from: row.since, to }] : [];
  });
}

/** What each certificate of a kind covers: to its last day, or to the beginning of the next one. */
export function termSpans<One extends Term>(certificates: readonly One[], kind: ExaminedKind): { readonly of: One; readonly span: Span }[] {
  const own = certificates.filter((one) => one.kind === kind).sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  return own.flatMap((of, index) => {
    const to = earlier(addDays(of.validUntil, 1), own[index + 1]?.validFrom ?? null);
    return to === null || to > of.validFrom ? [{ of, span: { from: of.validFrom, to } }] : [];
  });
}

/** Which certificate decides for a kind of measurement standard. */
export const decidingKind = (kind: MeasurementStandardKind): ExaminedKind => (kind === 'public' ? 'public' : 'examination');

/**
 * The days on which it is examined, not suspended, not withdrawn and not lapsed. Where no examination certificate is recorded, the
 * certificate of the public measurement standard stands alone (it presupposes the examination) and the gap is shown.
 */
export function validSpans(kind: MeasurementStandardKind, states: readonly StandingRow[], certificates: readonly Term[]): Span[] {
  const standing = standingSpans(states, 'in-force');
  const deciding = termSpans(certificates, decidingKind(kind)).map(({ span }) => span);
  const examined = termSpans(certificates, 'examination').map(({ span }) => span);
  const both = intersect(standing, deciding);
  return examined.length === 0 ? both : intersect(both, examined);
}

export const coversDay = (spans: readonly Span[], day: Day): boolean =>
  spans.some(({ from, to }) => from <= day && (to === null || day < to));

/** The last day of what holds on a day without a gap; null: it does not hold, or is open. */
export function lastDayFrom(spans: readonly Span[], day: Day): Day | null {
  const sorted = [...spans].sort((a, b) => (a.from < b.from ? -1 : 1));
  let end: Day | null | undefined;
  for (const { from, to } of sorted) {
    if (end === undefined ? from <= day && (to === null || day < to) : end !== null && from <= end) {
      if (end === undefined || to === null || (end !== null && to > end)) end = to;
    }
  }
  return end === undefined || end === null ? null : addDays(end, -1);
}

/** What people see: the states of the row, of the open application, and the lapse that the days bring. */
export function shownState(
  day: Day,
  standing: Standing,
  spans: readonly Span[],
  application: 'applied' | 'examining' | 'returned' | 'refused' | 'granted' | 'cancelled' | null,
): MeasurementStandardState {
  if (standing === 'withdrawn' || standing === 'suspended') return standing;
  if (standing === 'in-force') return coversDay(spans, day) ? 'in-force' : 'lapsed';
  return application === null || application === 'granted' || application === 'cancelled' ? 'building' : application;
}
