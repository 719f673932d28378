import { createHash } from 'node:crypto';
import { Problem, platformProblems } from '../../../kernel/problem.ts';
import { printCursor } from '../../../kernel/page.ts';
import { inLanguage, type Text } from '../../../kernel/text.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { timelineOf } from '../../event/service.ts';
import {
  ledgerImportProblems,
  type ledgerImportEndpoints,
  type LedgerImport,
  type LedgerImportDetails,
  type LedgerImportRow,
} from '../contract.ts';
import type { Remark } from '../rules/field.ts';
import { ledgerFields } from '../rules/ledger-fields.ts';
import { limits } from '../rules/limits.ts';
import { allowedImportActions, stalledMinutes, type ImportDecision, type ImportStatus, type RowVerdict } from '../rules/states.ts';
import * as store from '../store/import.ts';
import { chooseRows, listRefused, listRows, type ImportedRow } from '../store/row.ts';
import { jobOf } from './resume.ts';
import { surroundingsOf } from './surroundings.ts';
import { signatureRefusal } from './workbook/signature.ts';
import { writeRefusals, writeTemplate } from './workbook/template.ts';
import { Unreadable } from './workbook/unreadable.ts';
import { openArchive } from './workbook/zip.ts';

const ledgerFieldsById = new Map(ledgerFields.map((field) => [field.id, field]));
const labelOf = (ctx: Context, field: string): string => inLanguage(ledgerFieldsById.get(field)?.label ?? [field, field], ctx.language);

const toImport = (ctx: Context, row: store.ImportRow): LedgerImport => ({
  id: row.id as LedgerImport['id'],
  fileName: row.fileName,
  sizeBytes: row.sizeBytes,
  format: row.format as LedgerImport['format'],
  organization: row.organizationName,
  person: row.personName,
  manyHolders: row.manyHolders,
  registerHolders: row.registerHolders,
  status: row.status as ImportStatus,
  refusal: row.refusal === null ? null : inLanguage(row.refusal as unknown as Text, ctx.language),
  counts: {
    rows: row.rowCount,
    new: row.newCount,
    changed: row.changedCount,
    unchanged: row.unchangedCount,
    refused: row.refusedCount,
    warned: row.warningCount,
    chosen: row.chosenCount,
    applied: row.appliedCount,
    open: row.open,
  },
  recordedAt: row.recordedAt,
  comparedAt: row.comparedAt,
  endedAt: row.endedAt,
  demonstration: row.demonstration,
});

async function getImport(ctx: Context, id: string): Promise<store.ImportRow> {
  const row = await store.findWithin(ctx.db, ctx.caller.scope, id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return row;
}

const allowedFor = (ctx: Context, row: store.ImportRow): ImportDecision[] =>
  allowedImportActions(
    {
      ...row,
      status: row.status as ImportStatus,
      isStalled: Date.parse(ctx.now) - Date.parse(row.progressAt) > stalledMinutes * 60_000,
    },
    ctx.caller,
  );

async function details(ctx: Context, id: string): Promise<LedgerImportDetails> {
  const row = await getImport(ctx, id);
  const columns = row.columns as unknown as { field: string; heading: string }[];
  return {
    ...toImport(ctx, row),
    notices: (row.notices as unknown as Text[]).map((text) => inLanguage(text, ctx.language)),
    columns: columns.map((column) => ({ ...column, label: labelOf(ctx, column.field) })),
    allowed: allowedFor(ctx, row),
    timeline: await timelineOf(ctx, id),
  };
}

/** What a row's difference is written in: words of the closed lists, days as they stand. */
function wordFor(ctx: Context, field: string, value: string | null): string | null {
  if (value === null) return null;
  const choice = ledgerFieldsById.get(field)?.choices?.find((one) => one.value === value);
  return choice === undefined ? value : inLanguage(choice.text, ctx.language);
}

function toRow(ctx: Context, row: ImportedRow): LedgerImportRow {
  const said = row.said as Record<string, string>;
  const cells = row.cells as Record<string, string>;
  const difference = (row.difference ?? {}) as Record<string, { before: string | null; after: string }>;
  const shown = (field: string): string => said[field] ?? cells[field] ?? '';
  return {
    row: row.rowNumber,
    verdict: row.verdict as RowVerdict | null,
    name: shown('name'),
    model: shown('model'),
    serial: shown('serial'),
    maker: shown('maker'),
    holder: row.knownHolder ?? row.holderName,
    remarks: (row.remarks as unknown as Remark[]).map(({ text, ...remark }) => ({
      ...remark,
      label: labelOf(ctx, remark.field),
      text: inLanguage(text, ctx.language),
    })),
    difference: Object.entries(difference).map(([field, { before, after }]) => ({
      field,
      label: labelOf(ctx, field),
      before: wordFor(ctx, field, before),
      after: wordFor(ctx, field, after) ?? after,
    })),
    instrumentId: row.instrumentId as LedgerImportRow['instrumentId'],
    appliedAt: row.appliedAt,
  };
}

/** What can be told of a file at once, before it is kept: whether it is a workbook or a text at all, and whether it would burst. */
async function refuseUnreadable(content: Uint8Array): Promise<void> {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  try {
    const refusal = await signatureRefusal(bytes);
    if (refusal !== undefined) throw new Unreadable(refusal);
    if (bytes.readUInt32LE(0) === 0x04034b50) openArchive(bytes, limits);
  } catch (error) {
    if (error instanceof Unreadable) throw new Problem(ledgerImportProblems.unreadable, { detail: error.text });
    throw error;
  }
}

/** Locks an import for a decision of this caller. */
async function openFor(ctx: Context, id: string, action: ImportDecision): Promise<store.ImportRow> {
  await getImport(ctx, id);
  if (action !== 'resume') await store.lockImport(ctx.db, id);
  const row = await getImport(ctx, id);
  if (!allowedFor(ctx, row).includes(action)) throw new Problem(ledgerImportProblems.notNow);
  return row;
}

export const ledgerImportService: Service<typeof ledgerImportEndpoints> = {
  async downloadLedgerTemplate(_call, ctx) {
    return writeTemplate(ctx.language, await surroundingsOf(ctx));
  },

  async listLedgerImports({ query }, ctx) {
    const { rows, total } = await store.listImports(ctx.db, ctx.caller.scope, query);
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    const next = rows.length > query.limit && last !== undefined ? printCursor({ at: last.recordedAt, id: last.id }) : null;
    return { items: items.map((row) => toImport(ctx, row)), next, total };
  },

  readLedgerImport: ({ params }, ctx) => details(ctx, params.id),

  async listLedgerImportRows({ params, query }, ctx) {
    await getImport(ctx, params.id);
    const { warned, after, ...filter } = query;
    const page = await listRows(ctx.db, params.id, {
      ...filter,
      warned: warned === undefined ? undefined : warned === 'true',
      after: /^\d{1,7}$/.test(after ?? '') ? Number(after) : 0,
    });
    const items = page.rows.slice(0, query.limit).map((row) => toRow(ctx, row));
    const last = items[items.length - 1];
    return { items, next: page.rows.length > query.limit && last !== undefined ? String(last.row) : null, total: page.total };
  },

  async uploadLedger({ query }, ctx) {
    const manyHolders = query.manyHolders === 'true';
    if (manyHolders && !ctx.caller.roles.includes('institute-manager')) throw new Problem(platformProblems.forbidden);
    await refuseUnreadable(ctx.upload);
    const id = ctx.newId();
    await store.insertImport(ctx.db, {
      id,
      organizationId: ctx.caller.organizationId,
      region: ctx.caller.region,
      personId: ctx.caller.personId,
      fileName: query.name,
      fileDigest: await ctx.files.save(ctx.upload),
      sizeBytes: ctx.upload.byteLength,
      manyHolders,
      registerHolders: manyHolders && query.registerHolders === 'true',
      recordedAt: ctx.now,
      demonstration: ctx.demonstration,
    });
    const digest = createHash('sha256').update(ctx.upload).digest('hex');
    ctx.record({ kind: 'ledgerImport.uploaded', subject: id, detail: { digest, sizeBytes: ctx.upload.byteLength } });
    await ctx.later('readLedger', { id }, { key: `ledgerImport:${id}` });
    return details(ctx, id);
  },

  async applyLedgerImport({ params, body }, ctx) {
    const row = await openFor(ctx, params.id, 'apply');
    const chosen = await chooseRows(ctx.db, row.id, body.choice === 'rows' ? body.rows : body.choice);
    if (chosen === 0) throw new Problem(ledgerImportProblems.nothingChosen);
    await store.updateImport(ctx.db, row.id, { status: 'applying', lastRow: 0, begunAt: ctx.now, progressAt: ctx.now });
    await store.recount(ctx.db, row.id);
    ctx.record({ kind: 'ledgerImport.begun', subject: row.id, detail: { chosen } });
    await ctx.later('applyLedgerImport', { id: row.id }, { key: `ledgerImport:${row.id}` });
    return details(ctx, row.id);
  },

  async resumeLedgerImport({ params }, ctx) {
    const row = await openFor(ctx, params.id, 'resume');
    ctx.record({ kind: 'ledgerImport.continued', subject: row.id });
    await ctx.later(jobOf(row.status), { id: row.id }, { key: `ledgerImport:${row.id}:again` });
    return details(ctx, row.id);
  },

  async abandonLedgerImport({ params }, ctx) {
    const row = await openFor(ctx, params.id, 'abandon');
    await store.updateImport(ctx.db, row.id, { status: 'abandoned', endedAt: ctx.now });
    ctx.record({ kind: 'ledgerImport.abandoned', subject: row.id });
    return details(ctx, row.id);
  },

  async downloadRefusedRows({ params }, ctx) {
    const row = await getImport(ctx, params.id);
    return writeRefusals(ctx.language, await surroundingsOf(ctx), row.fileName, await listRefused(ctx.db, row.id));
  },
};
