import { addDays, type Day } from '../../../../kernel/day.ts';
import type { Text } from '../../../../kernel/text.ts';
import type { CatalogueItem } from './catalogue-item.ts';
import {
  catalogueLevels,
  coverageSets,
  demandSets,
  demandWeights,
  measures,
  type CatalogueLevel,
  type CoverageSet,
  type DemandSet,
  type DemandWeight,
  type DenominatorState,
  type Measure,
} from './words.ts';

export type CoverageDefinition = {
  readonly rule: 'catalogueCoverage';
  readonly chosen: CoverageSet;
  /** Id of the edition of the catalogue; null: only its name is known. */
  readonly catalogue: string | null;
  readonly edition: Text;
  /** null: the numbers are named one by one. */
  readonly level: CatalogueLevel | null;
  /** As they stood when it was decided: a later edition of the catalogue or of this program changes nothing. */
  readonly items: readonly CatalogueItem[];
  readonly weight: DemandWeight;
  readonly months: number | null;
  readonly reported: Measure;
};

export type DemandDefinition = {
  readonly rule: 'demandServed';
  readonly chosen: DemandSet;
  readonly months: number | null;
  /** Percent of a kind's instruments that must be served for the kind to count, unweighted. */
  readonly threshold: number;
  readonly reported: Measure;
};

export type Definition = CoverageDefinition | DemandDefinition;

/** The method that the plan file states for G3-5, until somebody decides otherwise. */
export const planMethod: DemandDefinition = { rule: 'demandServed', chosen: 'decided', months: null, threshold: 95, reported: 'weighted' };

/** What the exact tally can answer: all decided demand since the beginning. */
export const isTallied = (definition: Definition): definition is DemandDefinition =>
  definition.rule === 'demandServed' && definition.chosen === 'decided' && definition.months === null;

/** What has to be read of the records: for the set alone, or for its weights as well. */
export const asksLedger = (definition: Definition, withWeights: boolean): boolean =>
  definition.rule === 'catalogueCoverage' && (definition.chosen === 'ledger' || (withWeights && definition.weight === 'ledger'));
export const asksRequests = (definition: Definition, withWeights: boolean): boolean =>
  definition.rule === 'catalogueCoverage' && (definition.chosen === 'demanded' || (withWeights && definition.weight === 'requests'));

/** Whether the reported figure rests on nothing but the authorised items, so that it changes only when one of those begins or ends. */
export const restsOnScopes = (definition: Definition): boolean =>
  definition.rule === 'catalogueCoverage' &&
  definition.reported === 'unweighted' &&
  (definition.chosen === 'catalogue' || definition.chosen === 'listed');

const periodOf = (months: number | null): Text =>
  months === null ? ['自始累计', 'since the beginning'] : [`截至当日的 ${months} 个月`, `in the ${months} months up to the day`];

/** The denominator in one sentence, the same on pages, prints and exports. */
export function sayDefinition(definition: Definition): Text {
  const reported = measures[definition.reported];
  if (definition.rule === 'demandServed') {
    const [set, period] = [demandSets[definition.chosen], periodOf(definition.months)];
    return [
      `分母：${set[0]}，${period[0]}；不加权＝需求中 ${definition.threshold}% 以上已出具证书或通知书的器具种类数÷有需求的种类数，加权＝已出具的器具数÷需求的器具数；报送${reported[0]}`,
      `Denominator: ${set[1]}, ${period[1]}; unweighted: kinds of which at least ${definition.threshold} % were served ÷ kinds demanded; weighted: instruments served ÷ instruments demanded; reported: ${reported[1].toLowerCase()}`,
    ];
  }
  const set = coverageSets[definition.chosen];
  const level: Text =
    definition.level === null
      ? ['', '']
      : [`，按${catalogueLevels[definition.level][0]}`, `, ${catalogueLevels[definition.level][1].toLowerCase()}`];
  const isPeriod = definition.chosen === 'demanded' || definition.weight === 'requests';
  const period: Text = isPeriod ? [`（期：${periodOf(definition.months)[0]}）`, ` (period: ${periodOf(definition.months)[1]})`] : ['', ''];
  return [
    `分母：${definition.edition[0]}，${set[0]}${level[0]}；权重：${demandWeights[definition.weight][0]}${period[0]}；报送${reported[0]}`,
    `Denominator: ${definition.edition[1]}; ${set[1]}${level[1]}; weight: ${demandWeights[definition.weight][1]}${period[1]}; reported: ${reported[1].toLowerCase()}`,
  ];
}

/** One version of a denominator. Version 0 is the method of the plan, on which nobody has decided. */
export type Version = {
  readonly id: string | null;
  readonly version: number;
  readonly definition: Definition;
  /** null: every day until the next version holds. */
  readonly holdsFrom: Day | null;
};

const begins = ({ holdsFrom }: Version): string => holdsFrom ?? '';

/** Versions in the order in which they take over: by their first day, and of one day the one decided last. */
const inOrder = (versions: readonly Version[]): Version[] =>
  [...versions].sort((one, other) => (begins(one) < begins(other) ? -1 : begins(one) > begins(other) ? 1 : one.version - other.version));

/** The version that holds on a day, of those that are known; undefined while none does. */
export function versionOn(versions: readonly Version[], day: Day): Version | undefined {
  const begun = inOrder(versions).filter((one) => begins(one) <= day);
  return begun[begun.length - 1];
}

/** The last day of a version, null while it is open; undefined when another took its place on its first day. */
export function lastDayOf(versions: readonly Version[], version: Version): Day | null | undefined {
  const order = inOrder(versions);
  const next = order[order.indexOf(version) + 1];
  if (next === undefined) return null;
  return begins(next) === begins(version) ? undefined : addDays(begins(next), -1);
}

/** The versions that took the place of another until a day, each with its first day. */
export const takeovers = (versions: readonly Version[], until: Day): { version: number; holdsFrom: Day }[] =>
  inOrder(versions)
    .slice(1)
    .flatMap(({ version, holdsFrom }) => (holdsFrom === null || holdsFrom > until ? [] : [{ version, holdsFrom }]))
    .filter(({ holdsFrom }, index, all) => all[index + 1]?.holdsFrom !== holdsFrom);

export function stateOf(versions: readonly Version[], version: Version, today: Day): DenominatorState {
  const last = lastDayOf(versions, version);
  if (last === undefined) return 'never-held';
  if (last !== null && last < today) return 'ended';
  if (begins(version) > today) return 'scheduled';
  return version.version === 0 ? 'plan-method' : 'holding';
}

/**
 * The first day from which a version that is decided today may hold: the first one of all may reach back to the beginning of the plan, since no
 * denominator held before; whatever was decided once is changed for today and the days to come, never for days that have passed.
 */
export const earliestDay = (decided: number, today: Day, plan: { readonly from: Day }): Day => (decided === 0 ? plan.from : today);
