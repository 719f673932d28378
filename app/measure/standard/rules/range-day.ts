/** The ranges of a standard as they were on a day: what a person stated, else what the text of its certificate says without doubt. */
import { readRangeText, type RangeBasis, type StandardRange } from './range.ts';
import { roleUseOf } from './role-use.ts';

/**
 * A single value, such as "60 MPa", is a piece of a set where the standard is weights, measures or lenses; of another it may be the upper end, and
 * is not taken over.
 */
export function rangesOfText(text: string, roles: readonly string[]): StandardRange[] | undefined {
  const ranges = readRangeText(text);
  const isSet = roles.every((role) => (roleUseOf(role)?.realisation ?? 'continuous') !== 'continuous');
  return ranges === undefined || (!isSet && ranges.some(({ nominals }) => nominals.length === 1)) ? undefined : ranges;
}

type Statement = { readonly since: string; readonly recordedAt: string; readonly ranges: readonly StandardRange[] };
export type RangesOnDay<One extends Statement = Statement> = {
  readonly basis: RangeBasis;
  readonly ranges: readonly StandardRange[];
  readonly statement: One | undefined;
};

/** The ranges on a day: the last statement up to it; where there is none, what the text says. A statement without ranges says that they are not known. */
export function rangesOn<One extends Statement>(
  { range: text, roles }: { readonly range: string; readonly roles: readonly string[] },
  statements: readonly One[],
  day: string,
): RangesOnDay<One> {
  const statement = statements
    .filter(({ since }) => since <= day)
    .reduce<One | undefined>(
      (last, one) => (last === undefined || `${one.since} ${one.recordedAt}` >= `${last.since} ${last.recordedAt}` ? one : last),
      undefined,
    );
  if (statement !== undefined) return { basis: statement.ranges.length === 0 ? 'none' : 'stated', ranges: statement.ranges, statement };
  const read = rangesOfText(text, roles);
  return { basis: read === undefined ? 'none' : 'text', ranges: read ?? [], statement };
}
