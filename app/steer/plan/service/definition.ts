import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { cardsOf, getFiles } from '../../../register/file/service.ts';
import type { DefinitionDecision, DefinitionRecord, planEndpoints } from '../contract/endpoints.ts';
import { chainOf } from '../rules/chain.ts';
import * as store from '../store/definition.ts';
import { cityPlan } from './city-plan.ts';
import { pageFrom } from './page.ts';

/** The definitions of the plan with every version of what was decided about them. */
async function definitionsOf(ctx: Context): Promise<DefinitionRecord[]> {
  const plan = cityPlan();
  const decided = await store.listDefinitionDecisions(ctx.db, plan.id);
  const cards = await cardsOf(ctx, [...new Set(decided.flatMap((row) => row.files))]);
  const toVersion = (row: store.DefinitionDecisionRow): DefinitionDecision =>
    ({
      id: row.id,
      meaning: row.meaning,
      meaningEn: row.meaningEn,
      evidence: row.evidence,
      documentNumber: row.documentNumber,
      files: cards.filter((card) => row.files.includes(card.id)),
      by: { name: row.personName, organization: row.organizationName },
      at: row.recordedAt,
    }) as DefinitionDecision;
  return plan.definitions.map((definition) => {
    const versions = chainOf(decided.filter((row) => row.definitionId === definition.id)).map(toVersion);
    const sentence = plan.sentences.find((each) => each.id === definition.sentence);
    return {
      ...definition,
      clause: sentence?.clause ?? '',
      text: sentence?.text ?? '',
      textEn: sentence?.textEn ?? null,
      status: versions.length > 0 ? 'defined' : 'undefined',
      versions,
      allowed: ctx.caller.permits.has('plan.settle') ? ['decide'] : [],
    };
  });
}

async function getDefinition(ctx: Context, id: string): Promise<DefinitionRecord> {
  const definition = (await definitionsOf(ctx)).find((each) => each.id === id);
  if (definition === undefined) throw new Problem(platformProblems.notFound);
  return definition;
}

export const definitionService: Pick<Service<typeof planEndpoints>, 'listDefinitions' | 'decideDefinition'> = {
  async listDefinitions({ query }, ctx) {
    const q = query.q?.trim() ?? '';
    const found = (await definitionsOf(ctx)).filter(
      (each) =>
        (query.defined === undefined || (each.status === 'defined') === (query.defined === 'true')) &&
        (q === '' || [each.phrase, each.text, ...each.question].some((text) => text.includes(q))),
    );
    return pageFrom(found, query);
  },

  async decideDefinition({ params, body }, ctx) {
    const definition = await getDefinition(ctx, params.id);
    if ((definition.versions[0]?.id ?? null) !== body.supersedes) throw new Problem(platformProblems.stale);
    await getFiles(ctx, body.files);
    const { id: planId } = cityPlan();
    const decided = await store.insertDefinitionDecision(ctx.db, {
      ...body,
      id: ctx.newId(),
      planId,
      definitionId: definition.id,
      personId: ctx.caller.personId,
      organizationId: ctx.caller.organizationId,
      recordedAt: ctx.now,
      demonstration: ctx.demonstration,
    });
    if (!decided) throw new Problem(platformProblems.stale);
    ctx.record({
      kind: 'plan.definitionDecided',
      subject: definition.id,
      detail: { plan: planId, version: definition.versions.length + 1, documentNumber: body.documentNumber },
    });
    return getDefinition(ctx, definition.id);
  },
};
