import { printNote, signNote } from '@tongheng/seal/log/note';
import { printRevocationList, type Ending } from '@tongheng/seal/verify/revocation-list';
import { cityDay } from '../../../platform/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { logSigner } from '../../signing-key/service/log-signer.ts';
import * as store from '../store/revocation.ts';

const longestHours = 24;

const toEnding = (row: Awaited<ReturnType<typeof store.listEndings>>[number]): Ending[] => {
  if (row.status === 'superseded' && row.by !== null && row.replacedOn !== null)
    return [{ number: row.number, kind: 'replaced', day: row.replacedOn, by: row.by }];
  return row.revokedAt === null ? [] : [{ number: row.number, kind: 'revoked', day: cityDay(new Date(row.revokedAt)) }];
};

async function isCurrent(ctx: Pick<Context, 'db' | 'now'>): Promise<string | undefined> {
  const newest = await store.findNewest(ctx.db);
  if (newest === undefined || Number(newest.changes) !== (await store.countEndings(ctx.db))) return undefined;
  const hours = (Date.parse(ctx.now) - Date.parse(newest.at)) / 3_600_000;
  return hours < longestHours && hours >= 0 ? newest.note : undefined;
}

/** Signs the list anew where something has ended since, or a day has gone by. Two servers make it one after the other. */
export async function renewRevocations(ctx: Context): Promise<string> {
  await store.lockList(ctx.db);
  const current = await isCurrent(ctx);
  if (current !== undefined) return current;
  const changes = await store.countEndings(ctx.db);
  const endings = (await store.listEndings(ctx.db)).flatMap(toEnding);
  const { key, sign } = await logSigner(ctx);
  const asOf = `${ctx.now.slice(0, 19)}Z`;
  const text = printRevocationList({ origin: key.name, asOf, endings });
  const note = printNote({ text, signatures: [await signNote(text, key, sign)] });
  await store.insertList(ctx.db, { id: ctx.newId(), note, entries: endings.length, changes, at: ctx.now });
  return note;
}

/** The signed list as it is now: the one that is kept, or a new one where that is out of date. */
export async function newestRevocations(ctx: Context): Promise<string> {
  const current = await isCurrent(ctx);
  if (current !== undefined) return current;
  return ctx.apart.transaction().execute((db) => renewRevocations({ ...ctx, db }));
}
