import { Problem, platformProblems } from '../../../kernel/problem.ts';
import { reaches } from '../../../kernel/scope.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { timelineOf } from '../../../register/event/service.ts';
import { cardsOf, getFiles } from '../../../register/file/service.ts';
import { getItem, titlesOf } from '../../task/service/show.ts';
import type { assessmentEndpoints } from '../contract.ts';
import type { Briefing } from '../contract/briefing.ts';
import { assessmentProblems } from '../contract/shapes.ts';
import * as store from '../store/briefing.ts';

type Names = 'listBriefings' | 'readBriefing' | 'recordBriefing' | 'followUpIssue';

const toBriefing = (row: store.BriefingRow): Briefing =>
  ({
    id: row.id,
    heldOn: row.heldOn,
    level: row.level,
    region: row.region,
    organization: { id: row.organizationId, name: row.organizationName },
    addressee: row.addressee,
    topic: row.topic,
    issues: row.issues,
    openIssues: row.openIssues,
    demonstration: row.demonstration,
  }) as Briefing;

async function getBriefing(ctx: Context, id: string): Promise<store.BriefingRow> {
  const row = await store.findBriefing(ctx.db, ctx.caller.scope, id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return row;
}

/** Recorded by whoever is in charge of the region; a body only reads. */
const mayRecord = (ctx: Context, region: string): boolean =>
  ctx.caller.permits.has('assessment.record') && reaches(ctx.caller.scope, { organizations: [], region });

export const briefingService: Pick<Service<typeof assessmentEndpoints>, Names> = {
  async listBriefings({ query }, ctx) {
    const { rows, total } = await store.listBriefings(ctx.db, ctx.caller.scope, query);
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    return { items: items.map(toBriefing), next: rows.length > query.limit && last ? `${last.heldOn}|${last.id}` : null, total };
  },

  async readBriefing({ params }, ctx) {
    const row = await getBriefing(ctx, params.id);
    const [issues, followUps] = await Promise.all([store.listIssues(ctx.db, row.id), store.listFollowUps(ctx.db, row.id)]);
    const titles = await titlesOf(
      ctx,
      followUps.flatMap((each) => each.itemId ?? []),
    );
    const toFollowUp = ({ itemId, text, settled, person, at }: (typeof followUps)[number]) => ({
      item: itemId === null ? null : { id: itemId as never, title: titles.find((each) => each.id === itemId)?.title ?? '' },
      text,
      settled,
      person,
      at,
    });
    return {
      ...toBriefing(row),
      summary: row.summary,
      files: await cardsOf(ctx, row.files),
      issueList: issues.map((issue) => {
        const own = followUps.filter((each) => each.issueId === issue.id);
        return { id: issue.id as never, text: issue.text, settled: own.some((each) => each.settled), followUps: own.map(toFollowUp) };
      }),
      timeline: await timelineOf(ctx, row.id),
      recordedAt: row.recordedAt,
      mayFollowUp: mayRecord(ctx, row.region),
    };
  },

  async recordBriefing({ body }, ctx) {
    if (!mayRecord(ctx, body.region)) throw new Problem(assessmentProblems.otherRegion);
    await getFiles(ctx, body.files);
    const { issues, ...rest } = body;
    const id = ctx.newId();
    await store.insertBriefing(
      ctx.db,
      {
        ...rest,
        id,
        organizationId: ctx.caller.organizationId,
        demonstration: ctx.demonstration,
        personId: ctx.caller.personId,
        recordedAt: ctx.now,
      },
      issues.map((text) => ({ id: ctx.newId(), text })),
    );
    ctx.record({ kind: 'assessment.briefed', subject: id, detail: { heldOn: body.heldOn, level: body.level, issues: issues.length } });
    return toBriefing(await getBriefing(ctx, id));
  },

  async followUpIssue({ params, body }, ctx) {
    const row = await getBriefing(ctx, params.id);
    if (!mayRecord(ctx, row.region)) throw new Problem(assessmentProblems.otherRegion);
    if ((await store.findIssue(ctx.db, row.id, params.issue)) === undefined) throw new Problem(platformProblems.notFound);
    const earlier = (await store.listFollowUps(ctx.db, row.id)).filter((each) => each.issueId === params.issue);
    if (earlier.some((each) => each.settled)) throw new Problem(assessmentProblems.issueSettled);
    if (body.itemId !== null) await getItem(ctx, body.itemId);
    await store.insertFollowUp(ctx.db, { ...body, id: ctx.newId(), issueId: params.issue, personId: ctx.caller.personId, at: ctx.now });
    ctx.record({
      kind: body.settled ? 'assessment.issueSettled' : 'assessment.issueFollowed',
      subject: row.id,
      reason: body.text,
      detail: { issue: params.issue, item: body.itemId },
    });
    return toBriefing(await getBriefing(ctx, row.id));
  },
};
