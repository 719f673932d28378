import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context } from '../../../platform/context.ts';
import { institutesWithin } from '../../../register/organization/service/lookup.ts';

type Institute = { readonly id: string; readonly name: string };
export type Asked = { readonly institute: Institute | undefined; readonly institutes: readonly Institute[] };

/** The institute that was asked for, else the caller's own, else the first within reach. One out of reach is not there. */
export async function askedFor(ctx: Context, asked: string | undefined): Promise<Asked> {
  const institutes = (await institutesWithin(ctx, ctx.today)).map(({ id, name }) => ({ id, name }));
  const wanted = asked ?? ctx.caller.organizationId;
  const institute = institutes.find(({ id }) => id === wanted) ?? (asked === undefined ? institutes[0] : undefined);
  if (institute === undefined && asked !== undefined) throw new Problem(platformProblems.notFound);
  return { institute, institutes };
}

/** The part of every reply that says whose work it is. */
export const headOf = (ctx: Context, { institute, institutes }: Asked) => ({
  day: ctx.today,
  institute: institute ?? null,
  institutes: [...institutes],
});
