/** What a snapshot keeps of an indicator. */
export type FrozenFigure = {
  readonly id: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly state: string;
  readonly target: number;
  readonly method: string;
  readonly records: string;
  /** Of a share; snapshots of before there were versions of denominators have none. */
  readonly shares?: { readonly version: number; readonly statement: readonly [string, string] } | undefined;
};

export type Difference = {
  readonly indicator: string;
  readonly field: 'value' | 'state' | 'target' | 'method' | 'records' | 'denominator' | 'absent' | 'cell';
  readonly frozen: string | null;
  readonly recomputed: string | null;
};

const figureOf = ({ numerator, denominator }: FrozenFigure): string | null =>
  numerator === null ? null : denominator === null || denominator === 1 ? String(numerator) : `${numerator}/${denominator}`;

const saidOf = ({ shares }: FrozenFigure): string | null => (shares === undefined ? null : `${shares.version} ${shares.statement[0]}`);

/** What a recomputation at the same day and the same knowledge gives otherwise: nothing, unless records were touched or methods changed. */
export function compareFigures(frozen: readonly FrozenFigure[], recomputed: readonly FrozenFigure[]): Difference[] {
  return frozen.flatMap((old): Difference[] => {
    const found = recomputed.find((figure) => figure.id === old.id);
    if (found === undefined) return [{ indicator: old.id, field: 'absent', frozen: figureOf(old), recomputed: null }];
    const pairs = [
      ['value', figureOf(old), figureOf(found)],
      ['state', old.state, found.state],
      ['target', String(old.target), String(found.target)],
      ['method', old.method, found.method],
      ['records', old.records, found.records],
      // A snapshot that says nothing of its denominator is not otherwise for that.
      ...(old.shares === undefined ? [] : ([['denominator', saidOf(old), saidOf(found)]] as const)),
    ] as const;
    return pairs
      .filter(([, before, after]) => before !== after)
      .map(([field, before, after]) => ({ indicator: old.id, field, frozen: before, recomputed: after }));
  });
}

export type FrozenCell = { readonly region: string; readonly item: string; readonly state: string | null; readonly since: string | null };

/** Cells of the matrices that are otherwise now. */
export function compareCells(frozen: readonly FrozenCell[], recomputed: readonly FrozenCell[]): Difference[] {
  const said = ({ state, since }: FrozenCell): string | null => (state === null ? null : since === null ? state : `${state} ${since}`);
  return frozen.flatMap((old): Difference[] => {
    const found = recomputed.find((cell) => cell.region === old.region && cell.item === old.item);
    const [before, after] = [said(old), found === undefined ? null : said(found)];
    return before === after ? [] : [{ indicator: `${old.region}/${old.item}`, field: 'cell', frozen: before, recomputed: after }];
  });
}
