import { createHash } from 'node:crypto';
import { canonical } from '@tongheng/seal/canonical';
import { Problem, platformProblems } from '../../../kernel/problem.ts';
import { readMatrixAt } from '../../../measure/capability/service/matrix.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { cityPlan } from '../../plan/service/city-plan.ts';
import type { PlanDocument } from '../../plan/contract/document.ts';
import type { indicatorEndpoints } from '../contract.ts';
import { indicatorProblems } from '../contract/problems.ts';
import type { FrozenFigure, SnapshotCard, SnapshotContent } from '../contract/shapes.ts';
import { compareCells, compareFigures } from '../rules/comparison.ts';
import { entryRule } from '../rules/counting.ts';
import * as figures from '../store/figures.ts';
import * as store from '../store/snapshot.ts';
import { readShareDigest } from './denominator/digest.ts';
import { momentOf, readFigures, type Reading } from './figures.ts';
import type { Moment } from './moment.ts';
import { toIndicator } from './page.ts';

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

async function recordsDigest(ctx: Context, plan: PlanDocument, { indicator, shares }: Reading, at: Moment): Promise<string> {
  const { counting } = indicator;
  switch (counting.rule) {
    case 'entries': {
      const rule = entryRule(indicator, plan.period);
      return rule === undefined ? '' : figures.readEntryDigest(ctx.db, rule, at);
    }
    case 'measurementStandards':
      return figures.readStandardDigest(ctx.db, at);
    case 'cells':
      return figures.readCellDigest(ctx.db, plan.id, counting.list, at);
    case 'demandServed':
    case 'catalogueCoverage':
      return shares === null ? '' : readShareDigest(ctx, shares.version.definition, at);
  }
}

/** Everything a snapshot keeps, computed at its day and its knowledge: the same function freezes and recomputes. */
async function contentOf(ctx: Context, plan: PlanDocument, at: Moment): Promise<SnapshotContent> {
  const readings = await readFigures(ctx, plan, at);
  const frozen = await Promise.all(
    readings.map(async (reading): Promise<FrozenFigure> => {
      const { id, title, unit, target, due, value, numerator, denominator, valueAtDue, state, reachedOn, basis, method, shares } =
        toIndicator(reading, plan);
      const records = reading.value === null ? '' : await recordsDigest(ctx, plan, reading, at);
      return {
        id,
        title,
        unit,
        target,
        due,
        value,
        numerator,
        denominator,
        valueAtDue,
        state,
        reachedOn,
        basis,
        method: method[0],
        records,
        ...(shares === null ? {} : { shares }),
      };
    }),
  );
  const matrices = await Promise.all(plan.tables.map((table) => readMatrixAt(ctx, table.id, at)));
  return {
    plan: plan.id,
    documentNumber: plan.documentNumber,
    asOf: at.asOf,
    knownAt: at.knownAt,
    figures: frozen,
    cells: matrices.flatMap((matrix) =>
      matrix.counties.flatMap((county) =>
        county.cells.map(({ item, state, since, basis }) => ({ list: matrix.list, region: county.code, item, state, since, basis })),
      ),
    ),
  };
}

type Row = NonNullable<Awaited<ReturnType<typeof store.findSnapshot>>>;

const toCard = ({ id, title, asOf, knownAt, digest, reason, person, recordedAt, demonstration }: Omit<Row, 'content'>): SnapshotCard =>
  ({ id, title, asOf, knownAt, digest, reason, person, recordedAt, demonstration }) as SnapshotCard;

export async function getSnapshot(ctx: Pick<Context, 'db'>, id: string): Promise<{ card: SnapshotCard; content: SnapshotContent }> {
  const row = await store.findSnapshot(ctx.db, id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return { card: toCard(row), content: row.content as unknown as SnapshotContent };
}

type SnapshotService = Pick<Service<typeof indicatorEndpoints>, 'listSnapshots' | 'takeSnapshot' | 'readSnapshot' | 'compareSnapshot'>;

export const snapshotService: SnapshotService = {
  async listSnapshots({ query }, ctx) {
    const { rows, total } = await store.listSnapshots(ctx.db, cityPlan().id, query);
    const items = rows.slice(0, query.limit).map(toCard);
    const last = items[items.length - 1];
    return { items, next: rows.length > query.limit && last ? `${last.recordedAt} ${last.id}` : null, total };
  },

  async takeSnapshot({ body }, ctx) {
    const isEarly = body.asOf > ctx.today || (body.knownAt !== undefined && body.knownAt > ctx.now);
    if (isEarly) throw new Problem(indicatorProblems.future, { issues: [{ path: ['asOf'], message: indicatorProblems.future.text[0] }] });
    const plan = cityPlan();
    // The instant is fixed, so that recomputing later asks for exactly what was known now.
    const at: Moment = { ...momentOf(ctx, { asOf: body.asOf, knownAt: body.knownAt ?? ctx.now }), isNow: false };
    const content = await contentOf(ctx, plan, at);
    const id = ctx.newId();
    const digest = digestOf(canonical(content));
    await store.insertSnapshot(ctx.db, {
      id,
      planId: plan.id,
      title: body.title,
      asOf: at.asOf,
      knownAt: at.knownAt,
      content,
      digest,
      reason: body.reason,
      personId: ctx.caller.personId,
      organizationId: ctx.caller.organizationId,
      recordedAt: ctx.now,
      demonstration: ctx.demonstration,
    });
    ctx.record({ kind: 'indicator.frozen', subject: id, reason: body.reason, detail: { asOf: at.asOf, knownAt: at.knownAt, digest } });
    return (await getSnapshot(ctx, id)).card;
  },

  async readSnapshot({ params }, ctx) {
    const { card, content } = await getSnapshot(ctx, params.id);
    return { ...card, content };
  },

  async compareSnapshot({ params }, ctx) {
    const { card, content } = await getSnapshot(ctx, params.id);
    const again = await contentOf(ctx, cityPlan(), {
      asOf: card.asOf,
      knownAt: card.knownAt,
      isNow: false,
      today: ctx.today,
    });
    return {
      intact: digestOf(canonical(content)) === card.digest,
      digest: digestOf(canonical(again)),
      differences: [...compareFigures(content.figures, again.figures), ...compareCells(content.cells, again.cells)],
    };
  },
};
