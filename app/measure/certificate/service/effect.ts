/** Effects of documents that were issued before they were kept: calculated from the records in small parts. */
import { InvalidRecord, readRecord } from '@tongheng/seal/record';
import type { Context } from '../../../platform/context.ts';
import { effectTexts } from '../rules/effect.ts';
import { keepEffects, listWithoutEffects, rolesWithoutEffects } from '../store/effect.ts';

const atOnce = 500;

/** The effects of a record as it was kept, by role; none where it is of an older format or says too little. */
export function effectsOfRecord(text: string): ReadonlyMap<string, string> {
  try {
    return effectTexts(readRecord(text));
  } catch (error) {
    if (error instanceof InvalidRecord) return new Map();
    throw error;
  }
}

/** Keeps the effects of the next documents that lack them, and leaves the rest to the next job. */
export async function keepMissingEffects(ctx: Context, after: string | null): Promise<void> {
  const documents = await listWithoutEffects(ctx.db, after, atOnce);
  const missing = await rolesWithoutEffects(
    ctx.db,
    documents.map(({ id }) => id),
  );
  const found = new Map(documents.map(({ id, record }) => [id, effectsOfRecord(record)]));
  await keepEffects(
    ctx.db,
    missing.map(({ certificateId, role }) => ({ certificateId, role, effects: found.get(certificateId)?.get(role) ?? '' })),
  );
  const last = documents[documents.length - 1];
  if (documents.length === atOnce && last) await ctx.later('keepMissingEffects', { after: last.id }, { key: 'keepMissingEffects' });
}
