import { Problem } from '../../../kernel/problem.ts';
import type { Context } from '../../../platform/context.ts';
import { standardsOn, type StandardOnDay } from '../../standard/service/bench.ts';
import { verificationProblems } from '../contract/problems.ts';
import type { StandardChoice, StandardUsed } from '../contract/shapes.ts';

export type ResolvedStandard = StandardUsed & Pick<StandardOnDay, 'roles' | 'ranges'>;

/** The chosen standards as they were on a day; a choice that is not in the institute's register is left out. */
export async function resolveStandards(
  ctx: Pick<Context, 'db'>,
  instituteId: string,
  choices: readonly StandardChoice[],
  day: string,
): Promise<ResolvedStandard[]> {
  const found = await standardsOn(
    ctx,
    instituteId,
    choices.map(({ standard }) => standard),
    day,
  );
  const byId = new Map(found.map((one) => [one.id, one]));
  return choices.flatMap(({ role, standard, statement }) => {
    const one = byId.get(standard);
    if (one === undefined) return [];
    const { number, name, model, serial, range, state, certificate, roles, ranges } = one;
    return [{ role, standard, statement, number, name, model, serial, range, state, certificate, roles, ranges }];
  });
}

/** The snapshot that is kept: what the register says besides stays there. */
export const toUsed = ({ roles: _roles, ranges: _ranges, ...used }: ResolvedStandard): StandardUsed => used;

/** Only standards of the institute may be chosen. */
export async function refuseUnknownStandards(ctx: Context, instituteId: string, choices: readonly StandardChoice[]): Promise<void> {
  const known = new Set((await resolveStandards(ctx, instituteId, choices, ctx.today)).map(({ standard }) => standard));
  const issues = choices.flatMap(({ standard, role }, index) =>
    known.has(standard) ? [] : [{ path: ['standards', index, 'standard'], message: role }],
  );
  if (issues.length > 0) throw new Problem(verificationProblems.unknownStandard, { issues });
}
