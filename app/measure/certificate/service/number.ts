import type { Download } from '../../../kernel/endpoint.ts';
import { Problem } from '../../../kernel/problem.ts';
import { inLanguage } from '../../../kernel/text.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { certificateProblems } from '../contract/shapes.ts';
import type { numberEndpoints } from '../contract/number.ts';
import { certificateNumber, isCertificateNumber } from '../rules.ts';
import { numberFateNames, numberFates, type NumberFate } from '../rules/number.ts';
import * as store from '../store/number.ts';
import { codeOf, takeNumbers } from './issue.ts';
import { toTable } from './table.ts';

const sequenceOf = (number: string): number => Number(number.slice(-7, -1));
const yearOf = (number: string): number => Number(number.slice(-11, -7));

const toGiven = (row: store.GivenRow, year: number) => ({
  number: row.number ?? certificateNumber(row.code, year, row.sequence),
  sequence: row.sequence,
  institute: { id: row.instituteId as never, name: row.instituteName },
  fate: row.fate as NumberFate,
  purpose: row.purpose,
  device: row.device,
  reason: row.reason,
  document: row.document,
  person: row.person,
  at: row.at,
});

/** The reserved and free ones of the numbers; throws when one of them is not. */
async function getReserved(ctx: Context, numbers: readonly string[]) {
  const { organizationId } = ctx.caller;
  const refuse = (wrong: readonly string[]): never => {
    throw new Problem(certificateProblems.notReserved, {
      issues: wrong.map((number) => ({ path: ['numbers', number], message: number })),
    });
  };
  const wanted = [...new Set(numbers)].sort();
  const code = await codeOf(ctx, organizationId);
  const strange = wanted.filter((number) => !isCertificateNumber(number) || number.slice(0, -11) !== code);
  if (strange.length > 0) refuse(strange);
  const found = [];
  for (const year of new Set(wanted.map(yearOf))) {
    await store.lockSeries(ctx.db, organizationId, year);
    const ofYear = wanted.filter((number) => yearOf(number) === year);
    const reserved = new Map(
      (await store.listReserved(ctx.db, organizationId, year, ofYear.map(sequenceOf))).map(({ sequence, blockId }) => [sequence, blockId]),
    );
    const gone = ofYear.filter((number) => !reserved.has(sequenceOf(number)));
    if (gone.length > 0) refuse(gone);
    found.push(
      ...ofYear.map((number) => ({ number, year, sequence: sequenceOf(number), blockId: reserved.get(sequenceOf(number)) ?? '' })),
    );
  }
  return found;
}

/** Refuses a number that is not reserved and free at the caller's institute; its series stays locked until the change commits. */
export const holdReserved = async (ctx: Context, number: string): Promise<void> => void (await getReserved(ctx, [number]));

const mostExported = 200_000;

async function* allGiven(ctx: Context, query: store.Which) {
  let after: string | undefined;
  for (let count = 0; count < mostExported; count += 5000) {
    const { rows } = await store.listGiven(ctx.db, ctx.caller.scope, query, { limit: 5000, after });
    yield* rows.slice(0, 5000);
    const last = rows[4999];
    if (rows.length <= 5000 || last === undefined) return;
    after = `${last.instituteId} ${last.sequence}`;
  }
}

export const numberService: Service<typeof numberEndpoints> = {
  async listCertificateNumbers({ query }, ctx) {
    const { limit, after, ...asked } = query;
    const which = { ...asked, year: asked.year ?? Number(ctx.today.slice(0, 4)) };
    const { scope } = ctx.caller;
    const { rows, total } = await store.listGiven(ctx.db, scope, which, { limit, after });
    const items = rows.slice(0, limit);
    const last = items[items.length - 1];
    const counted = new Map(
      (await store.countFates(ctx.db, scope, { year: which.year, institute: which.institute })).map(({ fate, count }) => [fate, count]),
    );
    return {
      items: items.map((row) => toGiven(row, which.year)),
      next: rows.length > limit && last ? `${last.instituteId} ${last.sequence}` : null,
      total,
      year: which.year,
      counts: Object.fromEntries(numberFateNames.map((fate) => [fate, counted.get(fate) ?? 0])) as Record<NumberFate, number>,
      institutes: (await store.listInstitutes(ctx.db, scope, which.year)).map(({ id, name }) => ({ id: id as never, name })),
      mayReserve: ctx.caller.permits.has('certificate.number'),
    };
  },

  async exportCertificateNumbers({ query }, ctx): Promise<Download> {
    const { as, ...asked } = query;
    const which = { ...asked, year: asked.year ?? Number(ctx.today.slice(0, 4)) };
    const say = (text: readonly [string, string]) => inLanguage(text, ctx.language);
    const lines = [];
    for await (const row of allGiven(ctx, which)) {
      const one = toGiven(row, which.year);
      const fate = say(numberFates[one.fate]);
      lines.push([one.number, one.institute.name, fate, one.purpose, one.device, one.reason, one.document, one.person, one.at]);
    }
    const heads = (
      [
        ['证书编号', 'Number'],
        ['机构', 'Institute'],
        ['去向', 'What became of it'],
        ['预留用途', 'Reserved for'],
        ['设备', 'Device'],
        ['理由', 'Reason'],
        ['该件的证书编号', 'Document of the instrument'],
        ['经办人', 'Person'],
        ['时间', 'At'],
      ] as const
    ).map(say);
    return toTable(`${say(['证书编号', 'certificate-numbers'])}-${which.year}`, heads, lines, as);
  },

  async reserveCertificateNumbers({ body }, ctx) {
    const { organizationId, personId } = ctx.caller;
    const year = Number(ctx.today.slice(0, 4));
    const registered = body.deviceId === null ? undefined : await store.findDevice(ctx.db, organizationId, body.deviceId);
    if (body.deviceId !== null && registered === undefined) throw new Problem(certificateProblems.unknownDevice);
    const device = registered?.name ?? body.device;
    const { issuer, from, to } = await takeNumbers(ctx, organizationId, year, body.count);
    const numbers = Array.from({ length: body.count }, (_, index) => certificateNumber(issuer, year, from + index));
    const { purpose, deviceId } = body;
    await store.insertBlock(ctx.db, {
      id: ctx.newId(),
      instituteId: organizationId,
      year,
      first: from,
      last: to,
      purpose,
      device,
      deviceId,
      numbers: deviceId === null ? null : numbers,
      personId,
      at: ctx.now,
    });
    ctx.record({ kind: 'certificate.numbersReserved', subject: organizationId, detail: { year, from, to, purpose, device } });
    return { year, from, to, numbers };
  },

  async returnCertificateNumbers({ body }, ctx) {
    const { organizationId, personId } = ctx.caller;
    const reserved = await getReserved(ctx, body.numbers);
    await store.insertUnused(
      ctx.db,
      reserved.map(({ year, sequence, blockId }) => ({
        instituteId: organizationId,
        year,
        sequence,
        blockId,
        reason: body.reason,
        personId,
        at: ctx.now,
      })),
    );
    const numbers = reserved.map(({ number }) => number);
    ctx.record({
      kind: 'certificate.numbersReturned',
      subject: organizationId,
      reason: body.reason,
      detail: { count: numbers.length, first: numbers[0], last: numbers[numbers.length - 1] },
    });
    return { numbers };
  },
};
