import { addDays } from '../../../kernel/day.ts';
import { printCursor, readCursor } from '../../../kernel/page.ts';
import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { measurementStandardProblems as refusals } from '../contract.ts';
import type { dossierEndpoints } from '../contract/dossier.ts';
import * as store from '../store/dossier.ts';
import { loadDossiers, type Loaded } from './card.ts';
import { readDetails } from './details.ts';
import { openFor, refuseFuture, wrongPart } from './open.ts';
import { partService } from './part.ts';
import { writeDossiers } from './workbook.ts';

type Filter = store.DossierFilter & {
  state?: string | undefined;
  renewal?: string | undefined;
  lapsesWithin?: number | undefined;
};

/** The dossiers that a filter finds. States are told by days and certificates, so they are compared after loading. */
async function findDossiers(ctx: Context, filter: Filter): Promise<Loaded[]> {
  const rows = await store.listDossiers(ctx.db, ctx.caller.scope, filter);
  const until = filter.lapsesWithin === undefined ? undefined : addDays(ctx.today, filter.lapsesWithin);
  return (await loadDossiers(ctx, rows, ctx.today)).filter(
    ({ card }) =>
      (filter.state === undefined || card.state === filter.state) &&
      (filter.renewal === undefined || card.renewal === filter.renewal) &&
      (until === undefined || (card.state === 'in-force' && card.validUntil !== null && card.validUntil <= until)),
  );
}

const names = [
  'listMeasurementStandards',
  'downloadMeasurementStandards',
  'readMeasurementStandard',
  'openMeasurementStandard',
  'correctMeasurementStandard',
] as const;

const own: Pick<Service<typeof dossierEndpoints>, (typeof names)[number]> = {
  async listMeasurementStandards({ query }, ctx) {
    const found = await findDossiers(ctx, query);
    const cursor = readCursor(query.after);
    const start =
      cursor === undefined
        ? 0
        : found.findIndex(({ row }) => row.recordedAt < cursor.at || (row.recordedAt === cursor.at && row.id < cursor.id));
    const items = start < 0 ? [] : found.slice(start, start + query.limit);
    const last = items[items.length - 1];
    const hasMore = start >= 0 && start + query.limit < found.length;
    return {
      items: items.map(({ card }) => card),
      next: hasMore && last ? printCursor({ at: last.row.recordedAt, id: last.row.id }) : null,
      total: found.length,
    };
  },

  async downloadMeasurementStandards({ query }, ctx) {
    return writeDossiers(
      (await findDossiers(ctx, query)).map(({ card }) => card),
      ctx,
    );
  },

  readMeasurementStandard: ({ params, query }, ctx) => readDetails(ctx, params.id, query.day),

  async openMeasurementStandard({ body }, ctx) {
    const keeper = await store.findKeeper(ctx.db, ctx.caller.organizationId);
    if (keeper === undefined) throw new Problem(refusals.notAnInstitute);
    const { since, ...description } = body;
    refuseFuture(ctx, 'since', since);
    const id = ctx.newId();
    await store.insertDossier(ctx.db, {
      ...description,
      id,
      instituteId: keeper.id,
      region: keeper.region,
      entryId: null,
      demonstration: ctx.demonstration,
      recordedAt: ctx.now,
    });
    await store.insertState(ctx.db, {
      id: ctx.newId(),
      measurementStandardId: id,
      state: 'building',
      since,
      documentNumber: null,
      reason: null,
      personId: ctx.caller.personId,
      at: ctx.now,
    });
    ctx.record({ kind: 'measurementStandard.opened', subject: id, detail: { name: body.name, kind: body.kind, since } });
    return readDetails(ctx, id);
  },

  async correctMeasurementStandard({ params, body }, ctx) {
    const { row, standing, card } = await openFor(ctx, params.id, 'correct');
    const { version, reason, kind, ...description } = body;
    if (row.version !== version) throw new Problem(platformProblems.stale);
    if (kind !== row.kind) throw wrongPart(ctx, 'kind', ['类别不能更改，请另行建档', 'the kind does not change: open another dossier']);
    if (standing === 'building' && ['applied', 'examining'].includes(card.state)) throw new Problem(refusals.wrongState);
    if (description.name !== row.name)
      await store.insertFormerName(ctx.db, {
        id: ctx.newId(),
        measurementStandardId: row.id,
        name: row.name,
        lastDay: ctx.today,
        personId: ctx.caller.personId,
        at: ctx.now,
      });
    await store.changeDossier(ctx.db, row.id, { ...description, version: version + 1 });
    const { name, level, top, code, quantity, place } = row;
    ctx.record({
      kind: 'measurementStandard.corrected',
      subject: row.id,
      reason,
      detail: { before: { name, level, top, code, quantity, place } },
    });
    return readDetails(ctx, row.id);
  },
};

export const dossierService: Service<typeof dossierEndpoints> = { ...own, ...partService };
