/** What stands in the form of a test, and the test that it says. */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import type { Text } from '../../../kernel/text.ts';
import type { CheckPlan, RecordDetails } from '../contract/performance-shapes.ts';
import type { PerformanceKind, StabilityMethod, StabilityPhase, ValueUse, VerificationMethod } from '../rules/performance.ts';
import { issueOf, type Earlier, type PerformanceAnswer, type PerformanceTest } from '../rules/performance-answer.ts';
import { judge } from '../rules/performance-judge.ts';

export type EntryGroup = { readonly day: string; readonly readings: readonly string[] };
export type EntryResult = { readonly laboratory: string; readonly y: string; readonly U: string };

export type Entry = {
  readonly kind: PerformanceKind;
  readonly testedOn: string;
  readonly quantity: string;
  readonly point: string;
  readonly unit: string;
  readonly objectName: string;
  readonly objectModel: string;
  readonly objectNumber: string;
  readonly standard: string;
  readonly temperature: string;
  readonly humidity: string;
  readonly tester: string;
  readonly remark: string;
  readonly groups: readonly EntryGroup[];
  readonly reported: string;
  readonly reportedFrom: string;
  readonly method: StabilityMethod;
  readonly phase: StabilityPhase;
  readonly use: ValueUse;
  readonly limit: string;
  readonly limitFrom: string;
  readonly previousDay: string;
  readonly previousMean: string;
  readonly previousFrom: string;
  readonly statedValue: string;
  readonly statedRelation: 'below' | 'at-most';
  readonly statedClause: string;
  readonly verification: VerificationMethod;
  readonly results: readonly EntryResult[];
  readonly k: string;
  readonly plan: string;
  readonly reason: string;
};

export const blankEntry = (kind: PerformanceKind): Entry => ({
  kind,
  testedOn: '',
  quantity: '',
  point: '',
  unit: '',
  objectName: '',
  objectModel: '',
  objectNumber: '',
  standard: '',
  temperature: '',
  humidity: '',
  tester: '',
  remark: '',
  groups: [{ day: '', readings: [] }],
  reported: '',
  reportedFrom: '',
  method: 'check-standard',
  phase: 'in-use',
  use: 'nominal',
  limit: '',
  limitFrom: '',
  previousDay: '',
  previousMean: '',
  previousFrom: '',
  statedValue: '',
  statedRelation: 'below',
  statedClause: '',
  verification: 'transfer',
  results: [
    { laboratory: '', y: '', U: '' },
    { laboratory: '', y: '', U: '' },
  ],
  k: '2',
  plan: '',
  reason: '',
});

/** The form of a record that is to be corrected. */
export function entryOf(record: RecordDetails): Entry {
  const { test } = record;
  const condition = (name: string): string => record.conditions.find(({ quantity }) => quantity === name)?.value ?? '';
  const common = {
    ...blankEntry(record.kind),
    testedOn: record.testedOn,
    quantity: record.quantity,
    point: record.point,
    unit: record.unit,
    objectName: record.object.name,
    objectModel: record.object.model ?? '',
    objectNumber: record.object.number ?? '',
    standard: record.standard?.id ?? '',
    temperature: condition('温度'),
    humidity: condition('相对湿度'),
    tester: record.tester ?? '',
    remark: record.remark ?? '',
  };
  switch (test.kind) {
    case 'repeatability':
      return {
        ...common,
        groups: test.groups.map((readings) => ({ day: '', readings })),
        reported: test.reported ?? '',
        reportedFrom: test.reportedFrom ?? '',
      };
    case 'stability':
      return {
        ...common,
        groups: test.groups.length === 0 ? common.groups : test.groups,
        method: test.method,
        phase: test.phase,
        use: test.use,
        limit: test.limit ?? '',
        limitFrom: test.limitFrom ?? '',
        previousDay: test.previous?.day ?? '',
        previousMean: test.previous?.mean ?? '',
        previousFrom: test.previous?.from ?? '',
        statedValue: test.stated?.value ?? '',
        statedRelation: test.stated?.relation ?? 'below',
        statedClause: test.stated?.clause ?? '',
      };
    case 'verification':
      return { ...common, verification: test.method, results: [{ laboratory: '', ...test.own }, ...test.others], k: test.k };
    case 'intermediate-check':
      return { ...common, plan: test.plan, groups: [{ day: '', readings: test.readings }] };
  }
}

const written = (readings: readonly string[]): string[] => readings.map((one) => one.trim()).filter((one) => one !== '');
const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** The test that the form says so far. */
export function testOf(entry: Entry): PerformanceTest {
  const groups = entry.groups
    .map(({ day, readings }) => ({ day, readings: written(readings) }))
    .filter(({ readings }) => readings.length > 0);
  switch (entry.kind) {
    case 'repeatability':
      return {
        kind: 'repeatability',
        groups: groups.map(({ readings }) => readings),
        reported: orNull(entry.reported),
        reportedFrom: orNull(entry.reportedFrom),
      };
    case 'stability':
      return {
        kind: 'stability',
        method: entry.method,
        phase: entry.phase,
        use: entry.use,
        limit: entry.method === 'control-chart' ? null : orNull(entry.limit),
        limitFrom: orNull(entry.limitFrom),
        groups:
          entry.method === 'regulation-method'
            ? []
            : groups.map((group) => ({ ...group, day: group.day === '' ? entry.testedOn : group.day })),
        previous:
          entry.previousMean.trim() === ''
            ? null
            : { day: entry.previousDay, mean: entry.previousMean.trim(), from: entry.previousFrom.trim() },
        stated:
          entry.method === 'regulation-method'
            ? { value: entry.statedValue.trim(), relation: entry.statedRelation, clause: entry.statedClause.trim() }
            : null,
      };
    case 'verification': {
      const [own, ...others] = entry.results;
      return {
        kind: 'verification',
        method: entry.verification,
        own: { y: own?.y.trim() ?? '', U: own?.U.trim() ?? '' },
        k: entry.k.trim(),
        others: others
          .filter(({ y }) => y.trim() !== '')
          .map(({ laboratory, y, U }) => ({ laboratory: laboratory.trim(), y: y.trim(), U: U.trim() })),
      };
    }
    case 'intermediate-check':
      return { kind: 'intermediate-check', plan: entry.plan, readings: groups[0]?.readings ?? [] };
  }
}

export type Live = { readonly answer: PerformanceAnswer } | { readonly fault: Text; readonly path: readonly (string | number)[] };

/** The same rules as on the server, on what was typed so far. */
export function judgeEntry(entry: Entry, earlier: readonly Earlier[], plan: CheckPlan | undefined): Live {
  const test = testOf(entry);
  try {
    return {
      answer: judge(
        test,
        earlier.filter(({ day }) => day < entry.testedOn),
        plan ?? null,
      ),
    };
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const { path, message } = issueOf(test.kind, error);
    return { fault: message, path };
  }
}

const conditionsOf = ({ temperature, humidity }: Entry) => [
  ...(temperature.trim() === '' ? [] : [{ quantity: '温度', value: temperature.trim(), unit: '℃' }]),
  ...(humidity.trim() === '' ? [] : [{ quantity: '相对湿度', value: humidity.trim(), unit: '%' }]),
];

/** The body of the request; an intermediate check takes its subject from its plan. */
export function bodyOf(entry: Entry, plan: CheckPlan | undefined) {
  return {
    testedOn: entry.testedOn,
    quantity: plan?.quantity ?? entry.quantity,
    point: plan?.point ?? entry.point,
    unit: plan?.unit ?? entry.unit,
    objectName: plan?.objectName ?? (entry.kind === 'verification' && entry.objectName.trim() === '' ? '/' : entry.objectName),
    objectModel: orNull(entry.objectModel),
    objectNumber: plan?.objectNumber ?? orNull(entry.objectNumber),
    standard: plan === undefined ? orNull(entry.standard) : null,
    conditions: conditionsOf(entry),
    tester: orNull(entry.tester),
    remark: orNull(entry.remark),
    test: testOf(entry),
  };
}
