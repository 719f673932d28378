/**
 * Whether each standard was used within its range. Outside of it nothing was calibrated and nothing can be said about the value, so that no
 * statement opens the gate; a load larger than a set of weights gives may have been made up with substitution material (JJG 539, JJG 14), and
 * that a person states. What is not known is shown and closes nothing.
 */
import type { RoleEffects } from '@tongheng/procedures/effect';
import type { Edition } from '@tongheng/procedures/edition';
import { judgeRangeUse, printUse } from '../../standard/rules/range-use.ts';
import type { StandardRange } from '../../standard/rules/range.ts';
import { roleOf } from './conditions.ts';

export type RangedUse = {
  readonly role: string;
  readonly number: string;
  readonly statement: string | null;
  readonly roles: readonly string[];
  readonly ranges: readonly StandardRange[];
};

/** In figures; `open` begins with the code of its reason. */
export type RangeFindings = {
  readonly judged: readonly string[];
  readonly outside: readonly string[];
  /** Beyond what the set gives, and nobody said how. */
  readonly beyond: readonly string[];
  readonly stated: readonly string[];
  readonly open: readonly string[];
};

export function judgeRanges(
  { regulation }: Pick<Edition, 'regulation'>,
  used: readonly RangedUse[],
  effects: readonly RoleEffects[],
): RangeFindings {
  const found = { judged: [] as string[], outside: [] as string[], beyond: [] as string[], stated: [] as string[], open: [] as string[] };
  for (const { role, moved, unknown } of effects) {
    const name = roleOf(regulation, role);
    const standards = used.filter((one) => one.role === name && one.roles.includes(name));
    if (standards.length === 0) continue;
    const use = judgeRangeUse(
      name,
      standards,
      moved.flatMap(({ terms }) => terms),
      unknown.length,
    );
    const { judged, outside, beyond, open } = printUse(use);
    const statements = standards.flatMap(({ statement }) => (statement === null || statement.trim() === '' ? [] : [statement.trim()]));
    found.judged.push(...judged);
    found.outside.push(...outside);
    found.open.push(...open);
    if (statements.length === 0) found.beyond.push(...beyond);
    else found.stated.push(...beyond.map((line) => `${line}; ${statements.join('; ')}`));
  }
  return found;
}
