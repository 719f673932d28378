import { readEffects, type KeptEffects } from '@tongheng/procedures/effect-text';
import type { Context } from '../../../platform/context.ts';
import { judgeRangeUse, printStandards, type RangeUse } from '../../standard/rules/range-use.ts';
import { rangedStandards } from '../../standard/service/range.ts';
import type { Use } from '../store/range-use.ts';

/** What was found of one role of one certificate, for all standards that served in it together. */
export type JudgedUse = RangeUse & { readonly certificateId: string; readonly standardIds: readonly string[]; readonly isKept: boolean };

function effectsOf(text: string | null): KeptEffects | undefined {
  if (text === null) return undefined;
  try {
    return readEffects(text);
  } catch (error) {
    // Effects of a later version than this program reads.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** @param uses all standards of each role of each certificate among them: they are judged together */
export async function judgeUses(ctx: Pick<Context, 'db'>, uses: readonly Use[], knownAt: string): Promise<JudgedUse[]> {
  const rangesOf = await rangedStandards(
    ctx,
    uses.flatMap(({ standardId, testedOn }) => (standardId === null ? [] : [{ standardId, day: testedOn }])),
    knownAt,
  );
  const byRole = new Map<string, Use[]>();
  for (const use of uses) {
    const key = `${use.certificateId} ${use.role}`;
    byRole.set(key, [...(byRole.get(key) ?? []), use]);
  }
  return [...byRole.values()].flatMap((of) => {
    const [first] = of;
    if (first === undefined) return [];
    const effects = effectsOf(first.effects);
    const standards = of.map(
      ({ standardId, testedOn }) => (standardId === null ? undefined : rangesOf(standardId, testedOn)) ?? { number: '?', ranges: [] },
    );
    const terms = (effects?.moved ?? []).flatMap((moved) => moved.terms);
    return [
      {
        ...judgeRangeUse(first.role, standards, terms, effects?.unknown.length ?? 0),
        certificateId: first.certificateId,
        standardIds: of.flatMap(({ standardId }) => standardId ?? []),
        isKept: effects !== undefined,
      },
    ];
  });
}

export const isOutside = ({ outside }: RangeUse): boolean => outside.length > 0;
export const standardsOf = (use: RangeUse): string => printStandards(use.standards);
