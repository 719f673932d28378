import { Problem, platformProblems } from '../../kernel/problem.ts';
import { printCursor } from '../../kernel/page.ts';
import { inLanguage, type Text } from '../../kernel/text.ts';
import type { Context, Service } from '../../platform/context.ts';
import type { Remark } from '../../register/ledger-import/rules/field.ts';
import { surroundingsOf, templateFields, writeBook, type Line } from '../../register/ledger-import/service.ts';
import { ecqsEndpoints, type EcqsImport, type EcqsResult, type EcqsRow } from './contract.ts';
import { fieldLabel, layoutSource, reservationFields, reservationOf, type RowOutcome } from './rules.ts';
import { importReservations } from './service/import.ts';
import { writeResults } from './service/results.ts';
import * as store from './store.ts';

const toImport = (row: store.ImportRow): EcqsImport => ({
  id: row.id as EcqsImport['id'],
  fileName: row.fileName,
  person: row.personName,
  counts: { rows: row.rowCount, requested: row.requestedCount, repeated: row.repeatedCount, refused: row.refusedCount },
  recordedAt: row.recordedAt,
  demonstration: row.demonstration,
});

async function details(ctx: Context, id: string) {
  const row = await store.findImport(ctx.db, ctx.caller.organizationId, id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return { ...toImport(row), notices: (row.notices as unknown as Text[]).map((text) => inLanguage(text, ctx.language)) };
}

type Row = Awaited<ReturnType<typeof store.listRows>>['rows'][number];

function toRow(ctx: Context, row: Row): EcqsRow {
  const cells = row.cells as Record<string, string>;
  return {
    row: row.rowNumber,
    reservation: row.reservation,
    outcome: row.outcome as RowOutcome,
    holder: cells['holderName'] ?? '',
    name: cells['name'] ?? '',
    model: cells['model'] ?? '',
    serial: cells['serial'] ?? '',
    registered: row.registered,
    remarks: (row.remarks as unknown as Remark[]).map(({ text, ...remark }) => ({
      ...remark,
      label: inLanguage(fieldLabel(remark.field), ctx.language),
      text: inLanguage(text, ctx.language),
    })),
    instrumentId: row.instrumentId as EcqsRow['instrumentId'],
    requestId: row.requestId,
  };
}

const toResult = (row: store.ResultRow): EcqsResult => ({
  id: row.id,
  reservation: row.requestNumber === null ? null : reservationOf(row.requestNumber),
  holder: row.holderName,
  name: row.name,
  model: row.model,
  serial: row.serial,
  passed: row.documentKind === 'certificate',
  testedOn: row.testedOn,
  validUntil: row.validUntil,
  certificateNumber: row.number,
});

const help: readonly Text[] = [['e-CQS 预约单导入说明', 'How reservations of e-CQS are imported'], layoutSource.text];

const write = async (ctx: Context, name: Text, lines: readonly Line[], isExample = false) =>
  writeBook(
    {
      name: inLanguage(name, ctx.language),
      sheet: ['预约单', 'Reservations'],
      fields: templateFields(reservationFields),
      surroundings: await surroundingsOf(ctx),
      lines,
      isExample,
      help,
    },
    ctx.language,
  );

const example: Line = {
  cells: {
    number: '示例',
    reservation: 'YY-2026-0001',
    holderName: '（示例）菜市场',
    name: '电子计价秤',
    discipline: '非自动衡器',
    model: 'ACS-30',
    measuringRange: '0 kg～30 kg',
    accuracyClass: 'III',
    serial: '00123456',
    maker: '（示例）衡器有限公司',
    place: '一楼 12 号摊位',
    count: '1',
    use: '贸易结算',
    whereDone: '送检',
    appliedOn: '2026-11-20',
  },
  remarks: [],
};

export const ecqsService: Service<typeof ecqsEndpoints> = {
  downloadReservationTemplate: (_call, ctx) => write(ctx, ['e-CQS预约单列名', 'e-CQS reservation columns'], [example], true),

  async listReservationImports({ query }, ctx) {
    const { rows, total } = await store.listImports(ctx.db, ctx.caller.organizationId, query);
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    const next = rows.length > query.limit && last !== undefined ? printCursor({ at: last.recordedAt, id: last.id }) : null;
    return { items: items.map(toImport), next, total };
  },

  readReservationImport: ({ params }, ctx) => details(ctx, params.id),

  async listReservationRows({ params, query }, ctx) {
    await details(ctx, params.id);
    const after = /^\d{1,7}$/.test(query.after ?? '') ? Number(query.after) : 0;
    const { rows, total } = await store.listRows(ctx.db, params.id, { ...query, after });
    const items = rows.slice(0, query.limit).map((row) => toRow(ctx, row));
    const last = items[items.length - 1];
    return { items, next: rows.length > query.limit && last !== undefined ? String(last.row) : null, total };
  },

  async importReservations({ query }, ctx) {
    const id = await importReservations(ctx, query.name, {
      verificationKind: query.verificationKind,
      accept: query.accept === 'true',
      registerHolders: query.registerHolders === 'true',
    });
    return details(ctx, id);
  },

  async downloadRefusedReservations({ params }, ctx) {
    const { fileName } = await details(ctx, params.id);
    const { rows } = await store.listRows(ctx.db, params.id, { outcome: 'refused', limit: 5_000, after: 0 });
    const base = fileName.replace(/\.[a-z]{2,5}$/i, '');
    return write(
      ctx,
      [`${base}-未受理`, `${base}-not taken`],
      rows.map((row) => ({ cells: row.cells as Record<string, string>, remarks: row.remarks as unknown as Remark[] })),
    );
  },

  async listEcqsResults({ query }, ctx) {
    const { rows, total } = await store.listResults(ctx.db, ctx.caller.organizationId, query, query);
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    const next = rows.length > query.limit && last !== undefined ? printCursor({ at: last.issuedAt, id: last.id }) : null;
    return { items: items.map(toResult), next, total };
  },

  async exportEcqsResults({ query }, ctx) {
    const { rows } = await store.listResults(ctx.db, ctx.caller.organizationId, query);
    return writeResults(ctx, [...rows].reverse(), `${query.from}-${query.to}`, query.format);
  },
};
