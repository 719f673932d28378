import type { CatalogueLevel, DemandWeight, DenominatorSet, Measure } from './words.ts';
import { coverageSetNames, demandSetNames } from './words.ts';

/** What somebody chooses, before the numbers of the catalogue are read. */
export type Choice = {
  readonly chosen: DenominatorSet;
  readonly catalogue: string | null;
  readonly level: CatalogueLevel | null;
  readonly entries: readonly string[];
  readonly weight: DemandWeight | null;
  readonly months: number | null;
  readonly threshold: number | null;
  readonly reported: Measure;
};

export type ChoiceField = Exclude<keyof Choice, 'reported'>;

export const setsOf = (rule: string): readonly DenominatorSet[] =>
  rule === 'catalogueCoverage' ? coverageSetNames : rule === 'demandServed' ? demandSetNames : [];

/** Which parts belong to a choice; the others are not asked for and not kept. */
export function fieldsOf({ chosen, weight }: Pick<Choice, 'chosen' | 'weight'>): readonly ChoiceField[] {
  if (chosen === 'decided' || chosen === 'submitted') return ['months', 'threshold'];
  const own: ChoiceField[] = ['catalogue', chosen === 'listed' ? 'entries' : 'level', 'weight'];
  return chosen === 'demanded' || weight === 'requests' ? [...own, 'months'] : own;
}

/** The parts that a choice needs and does not have. Without months, demand counts since the beginning. */
export function missingFields(choice: Choice): ChoiceField[] {
  return fieldsOf(choice).filter((field) => {
    if (field === 'entries') return choice.entries.length === 0;
    if (field === 'months' && setsOf('demandServed').includes(choice.chosen)) return false;
    return choice[field] === null;
  });
}
