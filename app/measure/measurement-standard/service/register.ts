import { createHash } from 'node:crypto';
import { printCursor } from '../../../kernel/page.ts';
import { Problem, platformProblems } from '../../../kernel/problem.ts';
import { reaches } from '../../../kernel/scope.ts';
import { inLanguage, type Text } from '../../../kernel/text.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { getFiles } from '../../../register/file/service.ts';
import { measurementStandardProblems as refusals } from '../contract.ts';
import type { ImportDetails, registerEndpoints } from '../contract/register.ts';
import { decidingKind, type ExaminedKind } from '../rules.ts';
import { differences, identifyingNumber, readRegisterRow, rowVerdicts, type RegisterRow, type RowVerdict } from '../rules/register-row.ts';
import { listByNumbers } from '../store/certificate.ts';
import * as dossiers from '../store/dossier.ts';
import * as store from '../store/register.ts';
import { loadDossiers, type Loaded } from './card.ts';
import { addCertificate, certificateGaps } from './certificate.ts';
import { takeOverService } from './take-over.ts';
import { readRegister, writeRemarks, writeTemplate } from './workbook.ts';

const largestRegister = 5000;
type KeptRow = {
  readonly row: number;
  readonly verdict: RowVerdict;
  readonly remarks: readonly Text[];
  readonly cells: Readonly<Record<string, string>>;
};

const certificateOf = (row: RegisterRow, number: string) => ({
  number,
  issuer: row.issuer,
  issuedOn: row.issuedOn,
  validFrom: row.issuedOn,
  validUntil: row.validUntil,
});

type Compared = { readonly rows: readonly KeptRow[]; readonly basis: string };
type Known = { readonly loaded: Loaded; readonly validUntil: string; readonly validFrom: string };

/** Each row beside what is recorded. Nothing is changed by it. */
async function compare(ctx: Context, sheet: readonly { row: number; cells: Readonly<Record<string, string>> }[]): Promise<Compared> {
  const read = sheet.map((one) => ({ ...one, ...readRegisterRow(one.cells) }));
  const keepers = await store.listKeepers(ctx.db, [...new Set(read.map(({ row }) => row.institute))]);
  const found = await Promise.all(
    (['public', 'examination'] as const).map((kind) =>
      listByNumbers(
        ctx.db,
        kind,
        read.flatMap(({ row }) => (decidingKind(row.kind) === kind ? [identifyingNumber(row)] : [])),
      ).then((rows) => rows.map((one) => ({ ...one, kind }))),
    ),
  );
  const holders = found.flat();
  const loaded = await loadDossiers(
    ctx,
    await dossiers.listDossiers(ctx.db, { kind: 'city' }, { ids: holders.map(({ measurementStandardId }) => measurementStandardId) }),
    ctx.today,
  );
  const seen = new Map<string, number>();
  const rows = sheet.map(({ row: number, cells }): KeptRow => {
    const { row, faults } = readRegisterRow(cells);
    return judge(ctx, { number, cells, said: row, faults }, keepers, holders, loaded, seen);
  });
  const state = loaded.map(({ row, certificates, standing }) => [row.id, row.version, standing, certificates.map(({ id }) => id)]);
  const basis = createHash('sha256')
    .update(JSON.stringify([state.map((one) => JSON.stringify(one)).sort(), keepers.map(({ id }) => id).sort()]))
    .digest('hex');
  return { rows, basis };
}

const knownOf = (loaded: Loaded, kind: ExaminedKind): Known | undefined => {
  const own = loaded.certificates.filter((one) => one.kind === kind);
  const last = own[own.length - 1];
  return last === undefined ? undefined : { loaded, validUntil: last.validUntil, validFrom: last.validFrom };
};

function judge(
  ctx: Context,
  { number, cells, said, faults }: { number: number; cells: KeptRow['cells']; said: RegisterRow; faults: readonly Text[] },
  keepers: Awaited<ReturnType<typeof store.listKeepers>>,
  holders: readonly { kind: ExaminedKind; numberKey: string; measurementStandardId: string }[],
  loaded: readonly Loaded[],
  seen: Map<string, number>,
): KeptRow {
  const refuse = (...remarks: Text[]): KeptRow => ({ row: number, verdict: 'refused', remarks, cells });
  if (faults.length > 0) return refuse(...faults);
  const own = keepers.filter(({ name }) => name === said.institute);
  const [keeper] = own;
  if (keeper === undefined) return refuse([`平台上没有“${said.institute}”`, `“${said.institute}” is not known on the platform`]);
  if (own.length > 1) return refuse([`有多个单位名为“${said.institute}”`, `several organizations are called “${said.institute}”`]);
  if (!reaches(ctx.caller.scope, { organizations: [keeper.id], region: keeper.region }))
    return refuse(['建标单位不在您的辖区内', 'the keeper is outside of your region']);
  if (keeper.id === ctx.caller.organizationId) return refuse(['不能登记本单位的计量标准', 'not those of your own organization']);
  const wrong = certificateGaps(ctx, certificateOf(said, ''));
  if (wrong.length > 0) return refuse(...wrong.map(({ text }) => text));
  const kind = decidingKind(said.kind);
  const key = `${kind} ${identifyingNumber(said)}`;
  const before = seen.get(key);
  if (before !== undefined) return refuse([`与第${before}行证书号相同`, `the same certificate number as in row ${before}`]);
  seen.set(key, number);
  const holder = holders.find((one) => `${one.kind} ${one.numberKey}` === key);
  const dossier = loaded.find(({ row }) => row.id === holder?.measurementStandardId);
  const known = dossier === undefined ? undefined : knownOf(dossier, kind);
  if (dossier === undefined || known === undefined) return { row: number, verdict: 'fresh', remarks: [], cells };
  if (dossier.row.instituteId !== keeper.id)
    return refuse([`证书号属于“${dossier.row.instituteName}”`, `the number belongs to “${dossier.row.instituteName}”`]);
  if (dossier.row.kind !== said.kind) return refuse(['类别与档案不符', 'the kind differs from that of the dossier']);
  if (dossier.standing === 'withdrawn') return refuse(['该计量标准已撤销', 'the measurement standard is withdrawn']);
  if (said.validUntil < known.validUntil)
    return refuse([`档案载明有效期至 ${known.validUntil}，更正请在档案中办理`, `the dossier says ${known.validUntil}: correct it there`]);
  // A later end with the same first day is a correction of what was recorded, not a renewal.
  if (said.validUntil > known.validUntil && said.issuedOn <= known.validFrom)
    return refuse([
      '有效期与已登记的证书重叠，更正请在档案中办理',
      'the validity overlaps with the recorded one: correct it in the dossier',
    ]);
  const { name, quantity, code, level, place } = dossier.row;
  const changes = differences(said, { name, quantity, code, level, place, validUntil: known.validUntil });
  return { row: number, verdict: changes.length === 0 ? 'same' : 'changed', remarks: changes, cells };
}

const countOf = (rows: readonly KeptRow[], verdict: RowVerdict): number => rows.filter((row) => row.verdict === verdict).length;

function toCard(row: store.ImportRow) {
  const rows = row.rows as unknown as KeptRow[];
  return {
    id: row.id,
    state: row.state as ImportDetails['state'],
    fileName: row.fileName,
    fresh: countOf(rows, 'fresh'),
    changed: countOf(rows, 'changed'),
    same: countOf(rows, 'same'),
    refused: countOf(rows, 'refused'),
    person: row.person,
    recordedAt: row.recordedAt,
    takenBy: row.taker,
    takenAt: row.takenAt,
  };
}

async function getImport(ctx: Context, id: string): Promise<store.ImportRow> {
  const row = await store.findImport(ctx.db, ctx.caller.scope, id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return row;
}

async function details(ctx: Context, id: string): Promise<ImportDetails> {
  const row = await getImport(ctx, id);
  return {
    ...toCard(row),
    mayTake: row.state === 'compared' && row.organizationId === ctx.caller.organizationId,
    rows: (row.rows as unknown as KeptRow[]).map(({ row: number, verdict, remarks, cells }) => ({
      row: number,
      verdict,
      name: cells['name'] ?? '',
      institute: cells['institute'] ?? '',
      certificateNumber: (cells['certificateNumber'] ?? '') || (cells['examinationNumber'] ?? ''),
      validUntil: cells['validUntil'] ?? '',
      remarks: remarks.map(([zh, en]): [string, string] => [zh, en]),
    })),
  };
}

async function takeRow(ctx: Context, said: RegisterRow, keeper: { id: string; region: string }, verdict: RowVerdict): Promise<void> {
  const kind = decidingKind(said.kind);
  const [holder] = await listByNumbers(ctx.db, kind, [identifyingNumber(said)]);
  if (verdict === 'fresh' || holder === undefined) {
    const id = ctx.newId();
    const { name, quantity, code, level, place } = said;
    await dossiers.insertDossier(ctx.db, {
      id,
      instituteId: keeper.id,
      region: keeper.region,
      kind: said.kind,
      level,
      top: null,
      name,
      code,
      quantity,
      place,
      entryId: null,
      demonstration: ctx.demonstration,
      recordedAt: ctx.now,
    });
    await addNumbers(ctx, id, [], said, false);
    await dossiers.insertState(ctx.db, {
      id: ctx.newId(),
      measurementStandardId: id,
      state: 'in-force',
      since: said.issuedOn,
      documentNumber: said.certificateNumber ?? said.examinationNumber,
      reason: null,
      personId: ctx.caller.personId,
      at: ctx.now,
    });
    ctx.record({ kind: 'measurementStandard.certified', subject: id, detail: { register: true, number: identifyingNumber(said) } });
    return;
  }
  await dossiers.lockDossier(ctx.db, holder.measurementStandardId);
  const [loaded] = await loadDossiers(
    ctx,
    await dossiers.listDossiers(ctx.db, ctx.caller.scope, { ids: [holder.measurementStandardId] }),
    ctx.today,
  );
  if (loaded === undefined) throw new Problem(platformProblems.notFound);
  const { row } = loaded;
  if (said.name !== row.name)
    await dossiers.insertFormerName(ctx.db, {
      id: ctx.newId(),
      measurementStandardId: row.id,
      name: row.name,
      lastDay: ctx.today,
      personId: ctx.caller.personId,
      at: ctx.now,
    });
  await dossiers.changeDossier(ctx.db, row.id, {
    name: said.name,
    quantity: said.quantity,
    code: said.code ?? row.code,
    level: said.level ?? row.level,
    place: said.place ?? row.place,
    top: row.top,
    version: row.version + 1,
  });
  const known = knownOf(loaded, kind);
  if (known !== undefined && said.validUntil > known.validUntil) await addNumbers(ctx, row.id, loaded.certificates, said, true);
  ctx.record({ kind: 'measurementStandard.corrected', subject: row.id, detail: { register: true, validUntil: said.validUntil } });
}

async function addNumbers(ctx: Context, id: string, present: Loaded['certificates'], said: RegisterRow, replaces: boolean): Promise<void> {
  const pairs = [
    ['examination', said.examinationNumber],
    ['public', said.kind === 'public' ? said.certificateNumber : null],
  ] as const;
  for (const [kind, number] of pairs)
    if (number !== null) await addCertificate(ctx, id, present, kind, certificateOf(said, number), { replaces, basis: 'register' });
}

const names = [
  'downloadRegisterTemplate',
  'compareRegister',
  'listRegisterImports',
  'readRegisterImport',
  'downloadRegisterRemarks',
  'takeRegister',
] as const;

const own: Pick<Service<typeof registerEndpoints>, (typeof names)[number]> = {
  downloadRegisterTemplate: (_call, ctx) => writeTemplate(ctx.language),

  async compareRegister({ body }, ctx) {
    const [workbook] = await getFiles(ctx, [body.workbook]);
    const sheet = workbook === undefined ? undefined : await readRegister(await ctx.files.read(workbook.digest));
    if (sheet === undefined || sheet.length === 0 || sheet.length > largestRegister) throw new Problem(refusals.workbook);
    const { rows, basis } = await compare(ctx, sheet);
    const id = ctx.newId();
    await store.insertImport(ctx.db, {
      id,
      workbook: body.workbook,
      state: 'compared',
      rows: JSON.stringify(rows),
      basis,
      organizationId: ctx.caller.organizationId,
      region: ctx.caller.region,
      personId: ctx.caller.personId,
      recordedAt: ctx.now,
      demonstration: ctx.demonstration,
    });
    ctx.record({
      kind: 'measurementStandard.registerCompared',
      subject: id,
      detail: { rows: rows.length, fresh: countOf(rows, 'fresh'), changed: countOf(rows, 'changed'), refused: countOf(rows, 'refused') },
    });
    return details(ctx, id);
  },

  async listRegisterImports({ query }, ctx) {
    const { rows, total } = await store.listImports(ctx.db, ctx.caller.scope, query);
    const items = rows.slice(0, query.limit).map(toCard);
    const last = items[items.length - 1];
    return { items, next: rows.length > query.limit && last ? printCursor({ at: last.recordedAt, id: last.id }) : null, total };
  },

  readRegisterImport: ({ params }, ctx) => details(ctx, params.id),

  async downloadRegisterRemarks({ params }, ctx) {
    const row = await getImport(ctx, params.id);
    const say = (text: Text): string => inLanguage(text, ctx.language);
    const rows = (row.rows as unknown as KeptRow[]).map((one) => ({
      row: one.row,
      cells: one.cells,
      remark: [say(rowVerdicts[one.verdict]), ...one.remarks.map(say)].join('；'),
    }));
    return writeRemarks(rows, row.fileName.replace(/(\.xlsx)?$/i, `-${say(['比对结果', 'compared'])}`), ctx.language);
  },

  async takeRegister({ params, body }, ctx) {
    await getImport(ctx, params.id);
    await store.lockImport(ctx.db, params.id);
    const row = await getImport(ctx, params.id);
    if (row.organizationId !== ctx.caller.organizationId) throw new Problem(platformProblems.forbidden);
    if (row.state !== 'compared') throw new Problem(refusals.importTaken);
    if (body.take) {
      await dossiers.lockNumbers(ctx.db);
      const kept = row.rows as unknown as KeptRow[];
      const again = await compare(ctx, kept);
      if (again.basis !== row.basis) throw new Problem(refusals.importStale);
      const keepers = await store.listKeepers(ctx.db, [...new Set(kept.map(({ cells }) => (cells['institute'] ?? '').trim()))]);
      for (const one of again.rows) {
        if (one.verdict !== 'fresh' && one.verdict !== 'changed') continue;
        const { row: said } = readRegisterRow(one.cells);
        const keeper = keepers.find(({ name }) => name === said.institute);
        if (keeper !== undefined) await takeRow(ctx, said, keeper, one.verdict);
      }
    }
    await store.finishImport(ctx.db, row.id, {
      state: body.take ? 'taken' : 'discarded',
      takenBy: ctx.caller.personId,
      takenAt: ctx.now,
      reason: body.reason,
    });
    ctx.record({
      kind: body.take ? 'measurementStandard.registerTaken' : 'measurementStandard.registerDiscarded',
      subject: row.id,
      reason: body.reason,
    });
    return details(ctx, row.id);
  },
};

export const registerService: Service<typeof registerEndpoints> = { ...own, ...takeOverService };
