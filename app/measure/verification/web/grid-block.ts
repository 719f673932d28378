/** Cells of a sheet chosen together, as in a spreadsheet. What is chosen is drawn by the cells' own attribute, so that no row is drawn anew. */
export type CellElement = HTMLInputElement | HTMLSelectElement;

export const isCell = (target: EventTarget | null): target is CellElement =>
  (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) && target.dataset['cell'] !== undefined;

type Place = { readonly block: string; readonly row: number; readonly column: number };

/** Where a cell stands in its block; undefined for a field that stands in none. */
export function placeOf({ dataset }: CellElement): Place | undefined {
  const { block, row, column } = dataset;
  return block === undefined ? undefined : { block, row: Number(row), column: Number(column) };
}

export const cellAtPlace = (sheet: HTMLElement, { block, row, column }: Place): CellElement | null =>
  sheet.querySelector<CellElement>(`[data-block="${block}"][data-row="${row}"][data-column="${column}"]`);

const heads = new WeakMap<HTMLElement, CellElement>();

/** Chooses the rectangle between two cells of one block. */
export function chooseBlock(sheet: HTMLElement, from: CellElement, to: CellElement): void {
  forgetBlock(sheet);
  const [one, other] = [placeOf(from), placeOf(to)];
  if (one === undefined || other === undefined || one.block !== other.block) return;
  const [top, bottom] = [Math.min(one.row, other.row), Math.max(one.row, other.row)];
  const [left, right] = [Math.min(one.column, other.column), Math.max(one.column, other.column)];
  for (const cell of sheet.querySelectorAll<CellElement>(`[data-block="${one.block}"]`)) {
    const place = placeOf(cell);
    if (place === undefined || place.row < top || place.row > bottom || place.column < left || place.column > right) continue;
    cell.dataset['chosen'] = 'true';
  }
  heads.set(sheet, to);
}

export function forgetBlock(sheet: HTMLElement): void {
  // Asked at every key: a sheet without a block is not searched.
  if (!heads.delete(sheet)) return;
  for (const cell of sheet.querySelectorAll<CellElement>('[data-chosen]')) delete cell.dataset['chosen'];
}

/** The cell to which the block reaches, opposite to the one that has the focus. */
export const reachOf = (sheet: HTMLElement): CellElement | undefined => heads.get(sheet);

/** The chosen cells, line by line; none unless there are several. */
export function chosenBlock(sheet: HTMLElement): CellElement[][] {
  const lines = new Map<number, CellElement[]>();
  if (!heads.has(sheet)) return [];
  for (const cell of sheet.querySelectorAll<CellElement>('[data-chosen]')) {
    const row = placeOf(cell)?.row ?? 0;
    lines.set(row, [...(lines.get(row) ?? []), cell]);
  }
  const block = [...lines.values()];
  return block.length > 1 || (block[0]?.length ?? 0) > 1 ? block : [];
}

const wordOf = (cell: CellElement): string => (cell instanceof HTMLSelectElement ? (cell.selectedOptions[0]?.text ?? '') : cell.value);

/** The chosen cells as a spreadsheet takes them. */
export const printChosen = (sheet: HTMLElement): string =>
  chosenBlock(sheet)
    .map((line) => line.map(wordOf).join('\t'))
    .join('\n');
