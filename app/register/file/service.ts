import { fileTypeFromBuffer } from 'file-type';
import { Problem, platformProblems } from '../../kernel/problem.ts';
import { reaches } from '../../kernel/scope.ts';
import type { Context, Service } from '../../platform/context.ts';
import type { FileCard, fileEndpoints } from './contract.ts';
import { acceptedType, isText, opensInPlace } from './rules.ts';
import * as store from './store.ts';

const toCard = (row: Awaited<ReturnType<typeof store.listFiles>>[number]): FileCard =>
  ({ id: row.id, name: row.name, mediaType: row.mediaType, sizeBytes: row.sizeBytes, digest: row.digest, at: row.at }) as FileCard;

/** The files of these ids that the caller may use as evidence: 404 when one is not the caller's to use. */
export async function getFiles(ctx: Context, ids: readonly string[]): Promise<FileCard[]> {
  const rows = await store.listFiles(ctx.db, ids);
  const own = rows.filter((row) => reaches(ctx.caller.scope, { organizations: [row.organizationId], region: row.region }));
  if (own.length < new Set(ids).size) throw new Problem(platformProblems.notFound);
  return own.map(toCard);
}

/** Cards of files that belong to a record which the caller may already see. */
export const cardsOf = async (ctx: Context, ids: readonly string[]): Promise<FileCard[]> =>
  (await store.listFiles(ctx.db, ids)).map(toCard);

export const fileService: Service<typeof fileEndpoints> = {
  async uploadFile({ query }, ctx) {
    const found = await fileTypeFromBuffer(ctx.upload);
    const mediaType = acceptedType(found?.mime, query.name, isText(ctx.upload));
    if (mediaType === undefined || ctx.upload.byteLength === 0) throw new Problem(platformProblems.fileKind);
    const row: store.FileRow = {
      id: ctx.newId(),
      digest: await ctx.files.save(ctx.upload),
      name: query.name,
      mediaType,
      sizeBytes: ctx.upload.byteLength,
      organizationId: ctx.caller.organizationId,
      region: ctx.caller.region,
      personId: ctx.caller.personId,
      at: ctx.now,
    };
    await store.insertFile(ctx.db, row);
    ctx.record({ kind: 'file.uploaded', subject: row.id, detail: { digest: row.digest, sizeBytes: row.sizeBytes } });
    return toCard(row);
  },

  async readFile({ params }, ctx) {
    const row = await store.findFile(ctx.db, params.id);
    if (row === undefined || !reaches(ctx.caller.scope, { organizations: [row.organizationId], region: row.region })) {
      throw new Problem(platformProblems.notFound);
    }
    return { name: row.name, type: row.mediaType, bytes: await ctx.files.read(row.digest), inPlace: opensInPlace(row.mediaType) };
  },
};
