import type { Context } from '../../../../platform/context.ts';
import type { PlanDocument } from '../../../plan/contract/document.ts';
import type { PlacedIndicator } from '../../../plan/rules/clauses.ts';
import type { CatalogueItem } from '../../rules/denominator/catalogue-item.ts';
import { planMethod, type Definition, type Version } from '../../rules/denominator/definition.ts';
import type { CatalogueLevel, CoverageSet, DemandSet, DemandWeight, Measure } from '../../rules/denominator/words.ts';
import { listDenominators, type DenominatorRow } from '../../store/denominator.ts';

function toDefinition(row: DenominatorRow): Definition {
  const reported = row.reported as Measure;
  if (row.threshold !== null) {
    return { rule: 'demandServed', chosen: row.chosen as DemandSet, months: row.months, threshold: row.threshold, reported };
  }
  return {
    rule: 'catalogueCoverage',
    chosen: row.chosen as CoverageSet,
    catalogue: row.catalogue,
    edition: [row.edition ?? '', row.editionEn ?? row.edition ?? ''],
    level: row.level as CatalogueLevel | null,
    items: row.items as unknown as CatalogueItem[],
    weight: row.weight as DemandWeight,
    months: row.months,
    reported,
  };
}

/** A version with the record of its decision; the method of the plan has none. */
export type DecidedVersion = Version & { readonly row: DenominatorRow | null };

const methodOfPlan: DecidedVersion = { id: null, version: 0, definition: planMethod, holdsFrom: null, row: null };

/** The versions of a denominator that are known at an instant, in the order in which they were decided. */
export async function readVersions(
  ctx: Pick<Context, 'db'>,
  plan: PlanDocument,
  indicator: PlacedIndicator,
  knownAt: string,
): Promise<DecidedVersion[]> {
  const rows = await listDenominators(ctx.db, plan.id, indicator.id, knownAt);
  const decided = rows.map((row): DecidedVersion => ({
    id: row.id,
    version: row.version,
    definition: toDefinition(row),
    holdsFrom: row.holdsFrom,
    row,
  }));
  return indicator.counting.rule === 'demandServed' ? [methodOfPlan, ...decided] : decided;
}
