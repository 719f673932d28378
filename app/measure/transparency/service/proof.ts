import { inclusionProof } from '@tongheng/seal/log/proof';
import { addSignatures, readSignatures } from '@tongheng/seal/log/note';
import { printTlogProof } from '@tongheng/seal/log/tlog-proof';
import type { Context, Db } from '../../../platform/context.ts';
import * as reading from '../store/reading.ts';
import { tileMemory, tileReader } from './tiles.ts';

/** The checkpoint with the cosignatures that are here, as a signed note. */
export async function cosignedNote(db: Db, { size, note }: { readonly size: number; readonly note: string }): Promise<string> {
  const cosignatures = await reading.listCosignatures(db, size);
  return addSignatures(
    note,
    cosignatures.flatMap(({ line }) => readSignatures(line)),
  );
}

/**
 * The checkpoint that a proof of this leaf stands on: the newest one that a witness has cosigned, since the log alone could show each asker
 * another tree; where no witness has seen the leaf yet, the newest.
 */
export async function checkpointFor(db: Db, index: number): Promise<reading.CheckpointRow | undefined> {
  return (await reading.findNewestCosigned(db, index)) ?? (await reading.findNewest(db));
}

/** The proof of a leaf as text (C2SP tlog-proof), verifiable without a network; undefined while the leaf waits for its index. */
export async function proofOf(ctx: Pick<Context, 'db' | 'apart'>, id: string): Promise<string | undefined> {
  const [leaf] = await reading.listLeavesById(ctx.db, [id]);
  if (leaf === undefined || leaf.leafIndex === null) return undefined;
  const checkpoint = await checkpointFor(ctx.db, leaf.leafIndex);
  if (checkpoint === undefined) return undefined;
  const proof = await inclusionProof(leaf.leafIndex, checkpoint.size, tileReader(ctx.db), tileMemory(ctx.apart));
  return printTlogProof({ index: leaf.leafIndex, proof, checkpoint: await cosignedNote(ctx.db, checkpoint) });
}
