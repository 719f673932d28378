import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { cardsOf, getFiles } from '../../../register/file/service.ts';
import { findOrganizations } from '../../../register/organization/service/lookup.ts';
import { sentencesOf } from '../../plan/rules/clauses.ts';
import { cityPlan } from '../../plan/service/city-plan.ts';
import type { assessmentEndpoints } from '../contract.ts';
import type { Commendation } from '../contract/practice.ts';
import { assessmentProblems } from '../contract/shapes.ts';
import * as store from '../store/practice.ts';

type Names = 'listCommendations' | 'recordCommendation';

/** 四（四）: “鼓励争先创优，对…典型做法，…给予褒奖。” The word finds the sentence, so that the quotation is the document's own. */
const basis = 'S4';
const quoted = '褒奖';

async function basisOf(id: string): Promise<Commendation['basis']> {
  const plan = cityPlan();
  const clause = plan.safeguards.find((each) => each.id === id)?.clause ?? '';
  const sentence = sentencesOf(plan, clause).find((each) => each.text.includes(quoted));
  return { clause, text: [sentence?.text ?? '', sentence?.textEn ?? sentence?.text ?? ''] };
}

export async function toCommendation(ctx: Context, row: store.CommendationRow): Promise<Commendation> {
  return {
    id: row.id,
    documentNumber: row.documentNumber,
    issuedOn: row.issuedOn,
    organization: { id: row.organizationId, name: row.organizationName },
    region: row.region,
    practice: row.practiceId === null ? null : { id: row.practiceId, title: row.practiceTitle ?? '' },
    basis: await basisOf(row.basis),
    text: row.text,
    files: await cardsOf(ctx, row.files),
    demonstration: row.demonstration,
  } as Commendation;
}

export const commendationService: Pick<Service<typeof assessmentEndpoints>, Names> = {
  async listCommendations({ query }, ctx) {
    const { rows, total } = await store.listCommendations(ctx.db, query);
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    return {
      items: await Promise.all(items.map((row) => toCommendation(ctx, row))),
      next: rows.length > query.limit && last ? `${last.issuedOn}|${last.id}` : null,
      total,
    };
  },

  async recordCommendation({ body }, ctx) {
    const [organization] = await findOrganizations(ctx, [body.organizationId]);
    if (organization === undefined) throw new Problem(platformProblems.notFound);
    if (body.practiceId !== null) {
      const practice = await store.findPractice(ctx.db, ctx.caller.scope, body.practiceId);
      if (practice === undefined) throw new Problem(platformProblems.notFound);
      if (practice.state !== 'recognised') throw new Problem(assessmentProblems.state);
    }
    await getFiles(ctx, body.files);
    const id = ctx.newId();
    const recorded = await store.insertCommendation(ctx.db, {
      ...body,
      id,
      region: organization.region,
      basis,
      demonstration: ctx.demonstration,
      personId: ctx.caller.personId,
      recordedAt: ctx.now,
    });
    if (!recorded) throw new Problem(assessmentProblems.numberTaken);
    ctx.record({
      kind: 'assessment.commended',
      subject: id,
      detail: { documentNumber: body.documentNumber, organization: organization.id },
    });
    const row = await store.findCommendation(ctx.db, id);
    if (row === undefined) throw new Problem(platformProblems.notFound);
    return toCommendation(ctx, row);
  },
};
