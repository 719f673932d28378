import { printCursor } from '../../../kernel/page.ts';
import { Problem, platformProblems } from '../../../kernel/problem.ts';
import { inLanguage, type Text } from '../../../kernel/text.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { isPositiveDecimal } from '../../standard/rules.ts';
import { traceabilityProblems, type graphEndpoints } from '../contract/graph.ts';
import { nodeKey, type Level } from '../rules/graph.ts';
import * as store from '../store/reference.ts';
import { chainOf } from './graph.ts';

const toReference = (row: store.ReferenceRow) => ({
  id: row.id as never,
  institute: { id: row.instituteId as never, name: row.institute },
  level: row.level as Level,
  quantity: row.quantity,
  item: row.item,
  number: row.number,
  issuer: row.issuer,
  calibratedOn: row.calibratedOn,
  validUntil: row.validUntil,
  uncertainty: row.value === null || row.unit === null ? null : { value: row.value, unit: row.unit, k: row.coverageFactor },
  accuracyClass: row.accuracyClass,
  above: Number(row.above),
  below: Number(row.below),
  demonstration: row.demonstration,
  recordedAt: row.recordedAt,
});

async function getReference(ctx: Context, id: string): Promise<store.ReferenceRow> {
  const row = await store.findReference(ctx.db, ctx.caller.scope, id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return row;
}

type Names = 'listReferences' | 'recordReference' | 'linkReference' | 'withdrawLink';

export const referenceService: Pick<Service<typeof graphEndpoints>, Names> = {
  async listReferences({ query }, ctx) {
    const { rows, total } = await store.listReferences(ctx.db, ctx.caller.scope, query);
    const shown = rows.slice(0, query.limit);
    const last = shown[shown.length - 1];
    return {
      items: shown.map(toReference),
      next: rows.length > query.limit && last ? printCursor({ at: last.recordedAt, id: last.id }) : null,
      total,
    };
  },

  async recordReference({ body }, ctx) {
    const { value, unit, coverageFactor, calibratedOn, validUntil } = body;
    const wrong = (field: string, text: Text) => ({ path: [field], message: inLanguage(text, ctx.language) });
    const decimal: Text = ['应为大于零的十进制数', 'a decimal above zero is expected'];
    const issues = [
      ...(calibratedOn > ctx.today ? [wrong('calibratedOn', ['不能晚于今天', 'not later than today'])] : []),
      ...(validUntil !== null && validUntil < calibratedOn ? [wrong('validUntil', ['早于校准日期', 'before the calibration'])] : []),
      ...(value !== null && !isPositiveDecimal(value) ? [wrong('value', decimal)] : []),
      ...(coverageFactor !== null && !isPositiveDecimal(coverageFactor) ? [wrong('coverageFactor', decimal)] : []),
      ...((value === null) === (unit === null) ? [] : [wrong('unit', ['不确定度的数值与单位须同时填写', 'value and unit go together'])]),
    ];
    if (issues.length > 0) throw new Problem(traceabilityProblems.referenceWrong, { issues });
    const id = ctx.newId();
    const isNew = await store.insertReference(ctx.db, {
      ...body,
      id,
      instituteId: ctx.caller.organizationId,
      region: ctx.caller.region,
      demonstration: ctx.demonstration,
      personId: ctx.caller.personId,
      recordedAt: ctx.now,
    });
    if (!isNew) throw new Problem(traceabilityProblems.referenceTaken);
    ctx.record({ kind: 'traceability.referenceRecorded', subject: id, detail: { number: body.number, level: body.level } });
    return toReference(await getReference(ctx, id));
  },

  async linkReference({ body }, ctx) {
    const reference = await getReference(ctx, body.referenceId);
    const lower = await store.findLower(ctx.db, body.lower.kind, body.lower.id);
    if (lower === undefined || lower.instituteId !== ctx.caller.organizationId) throw new Problem(platformProblems.notFound);
    if (lower.level === 'si') throw new Problem(traceabilityProblems.above);
    await store.lockLinks(ctx.db, ctx.caller.organizationId);
    const { edges } = await chainOf(ctx, { kind: 'reference', id: reference.id }, ctx.now);
    const isBelow = [nodeKey({ kind: 'reference', id: reference.id }), ...edges.map(({ upper }) => nodeKey(upper))].includes(
      nodeKey(body.lower),
    );
    if (isBelow) throw new Problem(traceabilityProblems.loop);
    const id = ctx.newId();
    const isNew = await store.insertLink(ctx.db, {
      id,
      lowerKind: body.lower.kind,
      lowerId: body.lower.id,
      referenceId: reference.id,
      instituteId: ctx.caller.organizationId,
      personId: ctx.caller.personId,
      recordedAt: ctx.now,
    });
    if (!isNew) throw new Problem(traceabilityProblems.linked);
    ctx.record({ kind: 'traceability.linked', subject: id, detail: { lower: body.lower, reference: reference.number } });
    return { id: id as never };
  },

  async withdrawLink({ params, body }, ctx) {
    const link = await store.findLink(ctx.db, params.id);
    if (link === undefined || link.instituteId !== ctx.caller.organizationId) throw new Problem(platformProblems.notFound);
    if (link.endedAt === null)
      await store.endLink(ctx.db, link.id, { endedAt: ctx.now, endedBy: ctx.caller.personId, endingReason: body.reason });
    ctx.record({ kind: 'traceability.linkWithdrawn', subject: link.id, reason: body.reason });
    return { id: link.id as never };
  },
};
