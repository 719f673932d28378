import { Problem } from '../../../kernel/problem.ts';
import type { Context, Service } from '../../../platform/context.ts';
import type { RecordNumber, numberEndpoints } from '../contract/number.ts';
import { verificationProblems } from '../contract/problems.ts';
import { mayVoidNumber, recordNumber, type NumberFate } from '../rules/record-number.ts';
import * as store from '../store/number.ts';

export type NumberBlock = { readonly year: number; readonly from: number; readonly to: number; readonly numbers: readonly string[] };

const yearOf = (ctx: Pick<Context, 'today'>): number => Number(ctx.today.slice(0, 4));

/** Gives the next number of the institute to a record that begins in this transaction. */
export async function takeRecordNumber(ctx: Context, instituteId: string, verificationId: string): Promise<string> {
  const year = yearOf(ctx);
  const { to } = await store.takeFromSeries(ctx.db, instituteId, year, 1);
  const number = recordNumber(year, to, await store.findCode(ctx.db, instituteId));
  await store.insertNumbers(ctx.db, [
    { instituteId, year, sequence: to, number, fate: 'used', verificationId, device: null, personId: ctx.caller.personId, at: ctx.now },
  ]);
  return number;
}

/** Gives a record the number that its device reserved before. */
export async function takeReservedNumber(ctx: Context, instituteId: string, verificationId: string, number: string): Promise<string> {
  const use = { verificationId, personId: ctx.caller.personId, at: ctx.now };
  if (!(await store.useReserved(ctx.db, instituteId, number, use))) throw new Problem(verificationProblems.numberNotReserved);
  return number;
}

/** Reserves the next numbers of the institute for a device that works without a network. */
export async function reserveRecordNumbers(ctx: Context, instituteId: string, deviceId: string, count: number): Promise<NumberBlock> {
  const year = yearOf(ctx);
  const { from, to } = await store.takeFromSeries(ctx.db, instituteId, year, count);
  const code = await store.findCode(ctx.db, instituteId);
  const numbers = Array.from({ length: count }, (_, index) => recordNumber(year, from + index, code));
  await store.insertNumbers(
    ctx.db,
    numbers.map((number, index) => ({
      instituteId,
      year,
      sequence: from + index,
      number,
      fate: 'reserved',
      verificationId: null,
      device: deviceId,
      personId: ctx.caller.personId,
      at: ctx.now,
    })),
  );
  ctx.record({ kind: 'verification.numbersReserved', subject: instituteId, detail: { device: deviceId, year, from, to } });
  return { year, from, to, numbers };
}

/** Voids reserved numbers that will not be used: each has to be reserved still. */
export async function voidRecordNumbers(ctx: Context, instituteId: string, numbers: readonly string[], reason: string): Promise<string[]> {
  const wanted = [...new Set(numbers)];
  const done = new Set(await store.voidReserved(ctx.db, instituteId, wanted, { reason, personId: ctx.caller.personId, at: ctx.now }));
  const refused = wanted.filter((number) => !done.has(number));
  if (refused.length > 0)
    throw new Problem(verificationProblems.numberNotReserved, {
      issues: refused.map((number) => ({ path: ['numbers', number], message: number })),
    });
  ctx.record({ kind: 'verification.numbersVoided', subject: instituteId, reason, detail: { numbers: wanted } });
  return wanted;
}

export const numberService: Service<typeof numberEndpoints> = {
  async listRecordNumbers({ query }, ctx) {
    const { rows, total } = await store.listNumbers(ctx.db, ctx.caller.scope, query);
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    const fates = new Map((await store.countFates(ctx.db, ctx.caller.scope)).map((row) => [row.year, row]));
    return {
      items: items.map((row) => ({
        number: row.number,
        year: row.year,
        sequence: row.sequence,
        fate: row.fate as NumberFate,
        device: row.device,
        verification: row.verificationId as RecordNumber['verification'],
        reason: row.reason,
        person: row.person,
        at: row.at,
        mayVoid: mayVoidNumber({ fate: row.fate as NumberFate, instituteId: row.instituteId }, ctx.caller),
      })),
      next: rows.length > query.limit && last ? `${last.year} ${last.sequence} ${last.instituteId}` : null,
      total,
      series: (await store.countGiven(ctx.db, ctx.caller.scope)).map(({ year, last: given }) => {
        const { used = 0, reserved = 0, void: voided = 0 } = fates.get(year) ?? {};
        return { year, last: given, used, reserved, void: voided };
      }),
    };
  },

  async reserveRecordNumbers({ body }, ctx) {
    const block = await reserveRecordNumbers(ctx, ctx.caller.organizationId, body.device, body.count);
    return { ...block, numbers: [...block.numbers] };
  },

  async voidRecordNumbers({ body }, ctx) {
    return { numbers: await voidRecordNumbers(ctx, ctx.caller.organizationId, body.numbers, body.reason) };
  },
};
