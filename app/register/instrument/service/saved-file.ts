import type { Download } from '../../../kernel/endpoint.ts';
import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context } from '../../../platform/context.ts';
import { opensInPlace } from '../../file/rules.ts';
import { cardsOf } from '../../file/service.ts';

/** A file of a record that the caller may see, whosever upload it is. */
export async function savedFile(ctx: Context, fileId: string | null): Promise<Download> {
  const [card] = fileId === null ? [] : await cardsOf(ctx, [fileId]);
  if (card === undefined) throw new Problem(platformProblems.notFound);
  return { name: card.name, type: card.mediaType, bytes: await ctx.files.read(card.digest), inPlace: opensInPlace(card.mediaType) };
}
