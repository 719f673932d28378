import { Problem, platformProblems } from '../../../../kernel/problem.ts';
import { inLanguage, type Text } from '../../../../kernel/text.ts';
import type { Context } from '../../../../platform/context.ts';
import { catalogueEditionService } from '../../../../register/catalogue/service/catalogue-edition.ts';
import type { CatalogueDocument } from '../../../../register/catalogue/contract/catalogue-document.ts';
import type { PlacedIndicator } from '../../../plan/rules/clauses.ts';
import { indicatorProblems } from '../../contract/problems.ts';
import { itemsOf, listedItems, numberKey } from '../../rules/denominator/catalogue-item.ts';
import { planMethod, type Definition } from '../../rules/denominator/definition.ts';
import { fieldsOf, missingFields, setsOf, type Choice, type ChoiceField } from '../../rules/denominator/proposal.ts';
import type { CoverageSet, DemandSet } from '../../rules/denominator/words.ts';

/** The editions of the catalogue that a denominator may rest on: those that count, not what waits for its second look. */
export async function listCatalogues(ctx: Context) {
  const { items } = await catalogueEditionService.listCatalogueEditions({} as never, ctx);
  return items.filter(({ status }) => status === null || status === 'recorded');
}

async function readCatalogue(ctx: Context, id: string): Promise<CatalogueDocument> {
  const found = (await listCatalogues(ctx)).find((edition) => edition.id === id);
  if (found === undefined) throw new Problem(indicatorProblems.catalogueMissing, { issues: [{ path: ['catalogue'], message: id }] });
  const call = { params: { id } } as Parameters<typeof catalogueEditionService.readCatalogueEdition>[0];
  return (await catalogueEditionService.readCatalogueEdition(call, ctx)).content;
}

const fieldWords: Readonly<Record<ChoiceField, Text>> = {
  chosen: ['请选择分母', 'Choose the denominator'],
  catalogue: ['请选择目录版本', 'Choose the edition of the catalogue'],
  level: ['请选择按一级还是二级序号', 'Choose first-level or second-level numbers'],
  entries: ['请至少列出一个序号', 'List at least one number'],
  weight: ['请选择按什么加权', 'Choose by what it is weighted'],
  months: ['请填写期的月数', 'Enter the months of the period'],
  threshold: ['请填写一种器具视为满足的百分比', 'Enter the percentage at which a kind is satisfied'],
};

/** A definition from what was chosen; what does not belong to it is dropped, what is missing is named. */
export async function toDefinition(
  ctx: Context,
  indicator: PlacedIndicator,
  given: Choice,
): Promise<{ definition: Definition; unknownNumbers: string[] }> {
  const { rule } = indicator.counting;
  if (rule !== 'catalogueCoverage' && rule !== 'demandServed') throw new Problem(indicatorProblems.noDenominator);
  if (!setsOf(rule).includes(given.chosen)) {
    throw new Problem(indicatorProblems.otherSet, {
      issues: [{ path: ['chosen'], message: inLanguage(indicatorProblems.otherSet.text, ctx.language) }],
    });
  }
  const belongs = new Set<ChoiceField>(fieldsOf(given));
  const choice: Choice = { ...given, months: belongs.has('months') ? given.months : null };
  const missing = missingFields(choice);
  if (missing.length > 0) {
    const issues = missing.map((field) => ({ path: [field], message: inLanguage(fieldWords[field], ctx.language) }));
    throw new Problem(indicatorProblems.denominatorIncomplete, { issues });
  }
  const { chosen, months, reported } = choice;
  if (rule === 'demandServed') {
    const threshold = choice.threshold ?? planMethod.threshold;
    return { definition: { rule, chosen: chosen as DemandSet, months, threshold, reported }, unknownNumbers: [] };
  }
  if (choice.catalogue === null || choice.weight === null) throw new Problem(platformProblems.notFound);
  const content = await readCatalogue(ctx, choice.catalogue);
  const level = chosen === 'listed' ? null : choice.level;
  const items = level === null ? listedItems(content, choice.entries) : itemsOf(content, level);
  const edition = content.title;
  return {
    definition: {
      rule,
      chosen: chosen as CoverageSet,
      catalogue: choice.catalogue,
      edition,
      level,
      items,
      weight: choice.weight,
      months,
      reported,
    },
    unknownNumbers: items.filter(({ name }) => name === null).map(({ key }) => key),
  };
}

/** Numbers as somebody types or pastes them. */
export const toNumbers = (typed: string | undefined): string[] =>
  (typed ?? '')
    .split(/[\s,，、;；]+/)
    .map(numberKey)
    .filter((number) => number !== '');
