import { canonical } from '@tongheng/seal/canonical';
import { Problem } from '../../../../kernel/problem.ts';
import type { Context, Service } from '../../../../platform/context.ts';
import { getFiles } from '../../../../register/file/service.ts';
import type { PlacedIndicator } from '../../../plan/rules/clauses.ts';
import { cityPlan } from '../../../plan/service/city-plan.ts';
import type { denominatorEndpoints } from '../../contract/denominator.ts';
import { indicatorProblems } from '../../contract/problems.ts';
import { enters, itemChanges, leaves, type Counted } from '../../rules/denominator/count.ts';
import { earliestDay, sayDefinition, versionOn, type Definition } from '../../rules/denominator/definition.ts';
import { setsOf, type Choice } from '../../rules/denominator/proposal.ts';
import { standsIn } from '../../rules/denominator/words.ts';
import * as store from '../../store/denominator.ts';
import { getIndicator } from '../indicator.ts';
import { momentOf, type Moment } from '../moment.ts';
import { countDay, countOn } from './count.ts';
import { countsOfCounties } from './county.ts';
import { toWorkbook } from './workbook.ts';
import { pageItems } from './item.ts';
import { toFigures, toVersion, words } from './print.ts';
import { listCatalogues, toDefinition, toNumbers } from './proposal.ts';
import { readVersions, type DecidedVersion } from './versions.ts';

const plan = () => cityPlan();

/** An indicator that has a denominator to decide. */
function getShare(id: string): PlacedIndicator & { counting: { rule: 'catalogueCoverage' | 'demandServed' } } {
  const indicator = getIndicator(plan(), id);
  const { rule } = indicator.counting;
  if (rule !== 'catalogueCoverage' && rule !== 'demandServed') throw new Problem(indicatorProblems.noDenominator);
  return { ...indicator, counting: { rule } };
}

/** The version that is asked for, or the one that holds on the day. */
async function getVersion(ctx: Context, indicator: PlacedIndicator, at: Moment, asked: number | undefined): Promise<DecidedVersion> {
  const versions = await readVersions(ctx, plan(), indicator, at.knownAt);
  const found = asked === undefined ? versionOn(versions, at.asOf) : versions.find(({ version }) => version === asked);
  if (found === undefined) throw new Problem(indicatorProblems.versionMissing);
  return found as DecidedVersion;
}

/** Every version with the figures that the records of the day give under it. */
async function historyOf(ctx: Context, indicator: PlacedIndicator, at: Moment) {
  const versions = await readVersions(ctx, plan(), indicator, at.knownAt);
  const counted = await Promise.all(versions.map(({ definition }) => countDay(ctx, definition, at.asOf, at)));
  return Promise.all(versions.map((version, index) => toVersion(ctx, versions, version, counted[index]?.counted ?? null)));
}

/** Two definitions give the same figures when all their parts agree; words of the catalogue play no part. */
const isSame = (one: Definition, other: Definition): boolean => canonical(one) === canonical(other);

type Effect = { readonly holding: DecidedVersion | undefined; readonly before: Counted | null; readonly after: Counted | null };

async function effectOf(ctx: Context, indicator: PlacedIndicator, definition: Definition, at: Moment): Promise<Effect> {
  const versions = await readVersions(ctx, plan(), indicator, at.knownAt);
  const holding = versionOn(versions, at.asOf) as DecidedVersion | undefined;
  const [before, after] = await Promise.all([
    holding === undefined ? null : countDay(ctx, holding.definition, at.asOf, at),
    countDay(ctx, definition, at.asOf, at),
  ]);
  return { holding, before: before?.counted ?? null, after: after.counted };
}

export const denominatorService: Service<typeof denominatorEndpoints> = {
  async listDenominators({ params, query }, ctx) {
    const indicator = getShare(params.id);
    const at = momentOf(ctx, query);
    const [versions, catalogues] = await Promise.all([historyOf(ctx, indicator, at), listCatalogues(ctx)]);
    return {
      id: indicator.id,
      title: words(indicator.title),
      rule: indicator.counting.rule,
      target: indicator.target,
      unit: words(indicator.unit),
      asOf: at.asOf,
      knownAt: at.knownAt,
      mayDecide: ctx.caller.permits.has('indicator.publish'),
      earliestDay: earliestDay(versions.filter(({ version }) => version > 0).length, ctx.today, plan().period),
      sets: [...setsOf(indicator.counting.rule)],
      catalogues:
        indicator.counting.rule === 'demandServed'
          ? []
          : catalogues.map(({ id, title, numbering, complete }) => ({ id, title, numbering, complete })),
      versions: versions.reverse(),
    };
  },

  async previewDenominator({ params, query }, ctx) {
    const indicator = getShare(params.id);
    const at = momentOf(ctx, query);
    const { chosen, catalogue = null, level = null, weight = null, months = null, threshold = null, reported } = query;
    const choice: Choice = { chosen, catalogue, level, weight, months, threshold, reported, entries: toNumbers(query.entries) };
    const { definition, unknownNumbers } = await toDefinition(ctx, indicator, choice);
    const { holding, before, after } = await effectOf(ctx, indicator, definition, at);
    const changes = itemChanges(before?.items ?? [], after?.items ?? []);
    const told = changes.map((change) => ({ ...change, name: change.name === null ? null : words(change.name) }));
    const [was, is] = await Promise.all([
      holding === undefined ? undefined : countsOfCounties(ctx, plan(), holding.definition, at),
      countsOfCounties(ctx, plan(), definition, at),
    ]);
    return {
      asOf: at.asOf,
      statement: words(sayDefinition(definition)),
      holding:
        holding === undefined
          ? null
          : {
              version: holding.version,
              statement: words(sayDefinition(holding.definition)),
              reported: holding.definition.reported,
              figures: toFigures(before),
            },
      proposed: toFigures(after),
      reported,
      inDenominator: (after?.items ?? []).filter(({ verdict }) => standsIn(verdict)).length,
      entering: told.filter(enters),
      leaving: told.filter(leaves),
      judged: told.filter(
        (change) => !enters(change) && !leaves(change) && change.before !== null && change.after !== null && standsIn(change.after),
      ),
      unknownNumbers,
      counties: is.map(({ code, name, counted }) => ({
        code,
        name,
        before: toFigures(was?.find((county) => county.code === code)?.counted ?? null),
        after: toFigures(counted),
      })),
    };
  },

  async decideDenominator({ params, body }, ctx) {
    const indicator = getShare(params.id);
    const { id: planId, period } = plan();
    await store.lockDenominators(ctx.db, planId, indicator.id);
    const at = momentOf(ctx, {});
    const { definition } = await toDefinition(ctx, indicator, body);
    if (definition.rule === 'catalogueCoverage' && definition.items.every(({ left }) => left !== null))
      throw new Problem(indicatorProblems.emptyDenominator);
    const versions = await readVersions(ctx, cityPlan(), indicator, at.knownAt);
    const decided = versions.filter(({ version }) => version > 0).length;
    const earliest = earliestDay(decided, ctx.today, period);
    if (body.holdsFrom < earliest) throw new Problem(indicatorProblems.passedDay, { issues: [{ path: ['holdsFrom'], message: earliest }] });
    const there = versionOn(versions, body.holdsFrom);
    if (there !== undefined && there.version > 0 && isSame(there.definition, definition))
      throw new Problem(indicatorProblems.sameDenominator);
    await getFiles(ctx, body.files);
    const { before, after } = await effectOf(ctx, indicator, definition, at);
    const id = ctx.newId();
    const version = decided + 1;
    const coverage = definition.rule === 'catalogueCoverage' ? definition : undefined;
    const shown = { asOf: at.asOf, before: toFigures(before), after: toFigures(after) };
    await store.insertDenominator(ctx.db, {
      id,
      planId,
      indicator: indicator.id,
      version,
      chosen: definition.chosen,
      catalogue: coverage?.catalogue ?? null,
      edition: coverage?.edition[0] ?? null,
      editionEn: coverage?.edition[1] ?? null,
      level: coverage?.level ?? null,
      items: coverage?.items ?? [],
      weight: coverage?.weight ?? null,
      months: definition.months,
      threshold: definition.rule === 'demandServed' ? definition.threshold : null,
      reported: definition.reported,
      holdsFrom: body.holdsFrom,
      effect: shown.after === null ? null : shown,
      documentNumber: body.documentNumber,
      files: body.files,
      reason: body.reason,
      personId: ctx.caller.personId,
      organizationId: ctx.caller.organizationId,
      recordedAt: ctx.now,
      demonstration: ctx.demonstration,
    });
    const detail = {
      indicator: indicator.id,
      version,
      set: definition.chosen,
      reported: definition.reported,
      holdsFrom: body.holdsFrom,
      documentNumber: body.documentNumber,
    };
    ctx.record({ kind: 'indicator.decided', subject: id, reason: body.reason, detail });
    const made = (await historyOf(ctx, indicator, at)).find((each) => each.id === id);
    if (made === undefined) throw new Error('the version was not found');
    return made;
  },

  async listDenominatorItems({ params, query }, ctx) {
    const indicator = getShare(params.id);
    const at = momentOf(ctx, query);
    const { definition } = await getVersion(ctx, indicator, at, query.version);
    const { evidence } = await countDay(ctx, definition, at.asOf, at);
    const counted = evidence.isRecorded ? countOn(definition, at.asOf, evidence, query.region) : null;
    return pageItems(counted?.items ?? [], evidence, query);
  },

  async exportDenominator({ params, query }, ctx) {
    const indicator = getShare(params.id);
    const at = momentOf(ctx, query);
    const version = await getVersion(ctx, indicator, at, query.version);
    const [versions, { counted, evidence }, counties] = await Promise.all([
      historyOf(ctx, indicator, at),
      countDay(ctx, version.definition, at.asOf, at),
      countsOfCounties(ctx, plan(), version.definition, at),
    ]);
    return toWorkbook({ indicator, at, version, versions, counted, evidence, counties }, ctx.language);
  },
};
