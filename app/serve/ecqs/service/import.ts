import { Problem } from '../../../kernel/problem.ts';
import type { Context } from '../../../platform/context.ts';
import { submitFor } from '../../../measure/request/service/submit.ts';
import type { VerificationKind, PlaceDone } from '../../../measure/request/rules.ts';
import { registerMany } from '../../../register/instrument/service.ts';
import { limits } from '../../../register/ledger-import/rules/limits.ts';
import { isSample } from '../../../register/ledger-import/rules/ledger-row.ts';
import type { Remark } from '../../../register/ledger-import/rules/field.ts';
import { openTable, surroundingsOf, together, toNew, Unreadable } from '../../../register/ledger-import/service.ts';
import { registerEnterprise } from '../../../register/organization/service/enterprise.ts';
import type { Text } from '../../../kernel/text.ts';
import { ecqsProblems } from '../contract.ts';
import { readReservationRow, requestNumber, reservationFields, type RowOutcome } from '../rules.ts';
import * as store from '../store.ts';

/** Reservations come by the dozen; a larger file is a ledger and belongs into the import of ledgers. */
const mostRows = 2_000;

export type Options = { readonly verificationKind: VerificationKind; readonly accept: boolean; readonly registerHolders: boolean };

/** A row on its way: what it says, whose it is, and what has become of it. */
type Row = {
  readonly number: number;
  readonly cells: Readonly<Record<string, string>>;
  readonly said: Readonly<Record<string, string>>;
  readonly remarks: Remark[];
  holder?: { readonly id: string; readonly region: string };
  known?: { readonly id: string; readonly kind: string; readonly region: string };
  outcome?: RowOutcome;
  instrument?: string;
  request?: string;
  registered?: boolean;
};

const reservationOf = (row: Row): string => row.said['reservation'] ?? '';

function settle(row: Row, outcome: RowOutcome, field: string, text: Text): void {
  row.outcome = outcome;
  row.remarks.push({ field, refuses: outcome === 'refused', text });
}

async function readRows(ctx: Context): Promise<{ rows: Row[]; notices: readonly Text[] }> {
  const { lookup } = await surroundingsOf(ctx);
  try {
    const table = await openTable(ctx.upload, reservationFields, { ...limits, rows: mostRows });
    const rows: Row[] = [];
    for await (const { number, cells } of table.rows) {
      if (isSample(cells)) continue;
      const { said, remarks } = readReservationRow(cells, lookup);
      const written = Object.fromEntries(
        Object.entries(cells).map(([field, { text }]) => [field, text.slice(0, limits.cellCharacters).replaceAll('\u0000', '')]),
      );
      rows.push({
        number,
        cells: written,
        said,
        remarks,
        ...(remarks.some(({ refuses }) => refuses) ? { outcome: 'refused' as const } : {}),
      });
    }
    if (rows.length === 0) throw new Unreadable(['表头下没有填写的行', 'No row below the heading is filled in']);
    return { rows, notices: table.notices };
  } catch (error) {
    if (error instanceof Unreadable) throw new Problem(ecqsProblems.unreadable, { detail: error.text });
    throw error;
  }
}

const undecided = (rows: readonly Row[]): Row[] => rows.filter(({ outcome }) => outcome === undefined);

async function findHolders(ctx: Context, rows: readonly Row[], { registerHolders }: Options): Promise<void> {
  const codes = [...new Set(undecided(rows).flatMap(({ said }) => said['creditCode'] ?? []))];
  let known = new Map((await store.listHolders(ctx.db, codes)).map((holder) => [holder.creditCode ?? '', holder]));
  if (registerHolders) {
    for (const row of undecided(rows)) {
      const creditCode = row.said['creditCode'] ?? '';
      if (known.has(creditCode)) continue;
      await registerEnterprise(ctx, {
        creditCode,
        name: row.said['holderName'] ?? creditCode,
        region: row.said['region'] ?? ctx.caller.region,
      });
      known = new Map((await store.listHolders(ctx.db, codes)).map((holder) => [holder.creditCode ?? '', holder]));
    }
  }
  for (const row of undecided(rows)) {
    const holder = known.get(row.said['creditCode'] ?? '');
    if (holder === undefined)
      settle(row, 'refused', 'creditCode', [
        '没有登记过这个使用单位；可在导入时选择“登记未知的使用单位”',
        'No such holder is registered; choose to register unknown holders',
      ]);
    else if (holder.validTo !== null && holder.validTo < ctx.today)
      settle(row, 'refused', 'creditCode', ['该使用单位已终止', 'This holder has ended']);
    else row.holder = holder;
  }
}

async function findInstruments(ctx: Context, rows: readonly Row[]): Promise<void> {
  const named = await store.findNamed(
    ctx.db,
    undecided(rows).map(({ number, said, holder }) => ({
      row: number,
      holderId: holder?.id ?? '',
      ecqsNumber: said['ecqsNumber'] ?? null,
      maker: said['maker'] ?? '',
      model: said['model'] ?? '',
      serial: said['serial'] ?? '',
    })),
  );
  const first = new Map<string, number>();
  for (const row of undecided(rows)) {
    const found = named.get(row.number);
    const { said } = row;
    const key = found?.id ?? [row.holder?.id, said['maker'], said['model'], said['serial']].join('\n').normalize('NFKC').toUpperCase();
    const earlier = first.get(key);
    if (earlier !== undefined) {
      settle(row, 'refused', 'serial', [`与第 ${earlier} 行是同一台器具`, `The same instrument as row ${earlier}`]);
      continue;
    }
    first.set(key, row.number);
    if (found === undefined) continue;
    if (found.holderId !== row.holder?.id)
      settle(row, 'refused', 'ecqsNumber', ['这个编号的器具不在该申请单位名下', 'The instrument of this number is not this applicant’s']);
    else if (found.status !== 'in-use')
      settle(row, 'refused', 'serial', [
        '台账中该器具不是在用状态，请先核对台账',
        'In the ledger this instrument is not in use: check the ledger first',
      ]);
    else if (said['kind'] !== undefined && said['kind'] !== found.kind)
      settle(row, 'refused', 'name', ['与台账中该器具的种类不一致', 'In the ledger this instrument is of another kind']);
    else {
      row.known = found;
      row.instrument = found.id;
    }
  }
}

/** Nobody applies twice: what stands in a request here is told, whoever filed it. */
async function sayRequested(ctx: Context, rows: readonly Row[]): Promise<void> {
  const asked = undecided(rows).flatMap((row) =>
    row.known === undefined ? [] : [{ instrument: row.known.id, reservation: reservationOf(row) }],
  );
  const requested = await store.listRequested(ctx.db, asked);
  for (const row of undecided(rows)) {
    const found = row.known === undefined ? undefined : requested.get(row.known.id);
    if (found === undefined) continue;
    row.request = found.requestId;
    const number = found.number === null ? '' : `（预约单号 ${found.number}）`;
    settle(
      row,
      'repeated',
      'reservation',
      found.open
        ? [
            `已在 ${found.day} 提交的未办结申请中${number}，不重复申请`,
            `Stands in an open request of ${found.day} already; nobody applies twice`,
          ]
        : [`本预约单已于 ${found.day} 转为申请并办结`, `This reservation became a request on ${found.day} and is served`],
    );
  }
}

const groupKey = (row: Row, { verificationKind }: Options): string =>
  [
    reservationOf(row),
    row.holder?.id,
    row.known?.kind ?? row.said['kind'],
    row.known?.region ?? row.said['region'] ?? row.holder?.region,
    row.said['whereDone'] ?? 'institute',
    row.said['verificationKind'] ?? verificationKind,
  ].join('\n');

/** One request: the instruments that are not in the ledger yet are entered with it, and all of it stands or none. */
async function requestGroup(ctx: Context, group: readonly Row[], number: string, options: Options): Promise<void> {
  const [first] = group;
  if (first?.holder === undefined) return;
  const holder = first.holder;
  const fresh = group.filter(({ known }) => known === undefined);
  const { request, entered } = await together(ctx, async (part) => {
    const registered = await registerMany(
      part,
      fresh.map(({ said }) => toNew(said, holder)),
    );
    const ids = new Map(fresh.map((row, index) => [row.number, registered[index]?.id ?? '']));
    const { requestId } = await submitFor(part, {
      holderId: holder.id,
      instrumentIds: group.map((row) => row.known?.id ?? ids.get(row.number) ?? ''),
      verificationKind: (first.said['verificationKind'] as VerificationKind | undefined) ?? options.verificationKind,
      whereDone: (first.said['whereDone'] as PlaceDone | undefined) ?? 'institute',
      note: first.said['appliedOn'] === undefined ? null : `e-CQS 申请日期 ${first.said['appliedOn']}`,
      ecqsNumber: number,
      accepted: options.accept,
    });
    return { request: requestId, entered: ids };
  });
  for (const row of group) {
    row.request = request;
    row.instrument = row.known?.id ?? entered.get(row.number) ?? '';
    row.registered = row.known === undefined;
    row.outcome = 'requested';
  }
}

async function requestAll(ctx: Context, rows: readonly Row[], options: Options): Promise<void> {
  const groups = new Map<string, Row[]>();
  for (const row of undecided(rows)) groups.set(groupKey(row, options), [...(groups.get(groupKey(row, options)) ?? []), row]);
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined) continue;
    const taken = new Set(await store.listNumbers(ctx.db, reservationOf(first)));
    let n = 1;
    while (taken.has(requestNumber(reservationOf(first), n))) n += 1;
    try {
      await requestGroup(ctx, group, requestNumber(reservationOf(first), n), options);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const { text, next } = error.definition;
      for (const row of group) settle(row, 'refused', 'reservation', [`${text[0]}。${next[0]}`, `${text[1]}. ${next[1]}`]);
    }
  }
}

/** Takes a reservation file as requests, row by row: what is right goes in, what is wrong comes back, what was requested is told. */
export async function importReservations(ctx: Context, fileName: string, options: Options): Promise<string> {
  await store.lockExchange(ctx.db, ctx.caller.organizationId);
  const { rows, notices } = await readRows(ctx);
  await findHolders(ctx, rows, options);
  await findInstruments(ctx, rows);
  await sayRequested(ctx, rows);
  await requestAll(ctx, rows, options);
  const count = (wanted: RowOutcome): number => rows.filter(({ outcome }) => outcome === wanted).length;
  const counts = {
    rowCount: rows.length,
    requestedCount: count('requested'),
    repeatedCount: count('repeated'),
    refusedCount: count('refused'),
  };
  const id = ctx.newId();
  const { personId, organizationId, region } = ctx.caller;
  await store.insertImport(ctx.db, {
    id,
    organizationId,
    region,
    personId,
    fileName,
    fileDigest: await ctx.files.save(ctx.upload),
    notices,
    ...counts,
    recordedAt: ctx.now,
    demonstration: ctx.demonstration,
  });
  await store.insertRows(
    ctx.db,
    id,
    rows.map((row) => ({
      row: row.number,
      reservation: row.said['reservation'] ?? null,
      cells: row.cells,
      outcome: row.outcome ?? 'refused',
      remarks: row.remarks,
      instrument: row.outcome === 'refused' ? null : (row.instrument ?? null),
      request: row.request ?? null,
      registered: row.registered ?? false,
    })),
  );
  ctx.record({ kind: 'ecqs.reservationsImported', subject: id, detail: counts });
  return id;
}
