import { Problem, platformProblems, type Issue } from '../../../kernel/problem.ts';
import { inLanguage } from '../../../kernel/text.ts';
import type { Context } from '../../../platform/context.ts';
import { cardsOf, getFiles } from '../../../register/file/service.ts';
import { verificationProblems } from '../contract/problems.ts';
import type { Photo } from '../contract/shapes.ts';
import { sha256 } from './record.ts';

/** Only pictures that the caller may use, and only with the digest that their content has. */
export async function refusePhotos(ctx: Context, photos: readonly Photo[]): Promise<void> {
  if (photos.length === 0) return;
  const files = new Map((await getFiles(ctx, [...new Set(photos.map(({ file }) => file))])).map((card) => [card.id as string, card]));
  const issues = photos.flatMap(({ file, digest, path }, index): Issue[] =>
    files.get(file)?.digest === digest ? [] : [{ path: ['photos', index, 'digest'], message: path }],
  );
  if (issues.length > 0) throw new Problem(verificationProblems.photoDiffers, { issues });
  const strangers = photos.flatMap(({ file, path }, index): Issue[] =>
    files.get(file)?.mediaType.startsWith('image/') === true
      ? []
      : [{ path: ['photos', index, 'file'], message: inLanguage([`${path}：不是图片`, `${path}: not a picture`], ctx.language) }],
  );
  if (strangers.length > 0) throw new Problem(platformProblems.fileKind, { issues: strangers });
}

/** The cells whose photo is not there any more as the record states it; the content itself is digested again. */
export async function changedPhotos(ctx: Context, photos: readonly Photo[]): Promise<string[]> {
  if (photos.length === 0) return [];
  const cards = new Map((await cardsOf(ctx, [...new Set(photos.map(({ file }) => file))])).map((card) => [card.id as string, card]));
  const present = new Map<string, string | undefined>();
  for (const digest of new Set(photos.map((photo) => photo.digest))) present.set(digest, await contentDigest(ctx, digest));
  return photos.filter(({ file, digest }) => cards.get(file)?.digest !== digest || present.get(digest) !== digest).map(({ path }) => path);
}

async function contentDigest(ctx: Context, digest: string): Promise<string | undefined> {
  try {
    return sha256(await ctx.files.read(digest));
  } catch {
    return undefined;
  }
}
