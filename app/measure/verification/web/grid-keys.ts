import type { ClipboardEvent, KeyboardEvent, MouseEvent } from 'react';
import {
  cellAtPlace,
  chooseBlock,
  chosenBlock,
  forgetBlock,
  isCell,
  placeOf,
  printChosen,
  reachOf,
  type CellElement,
} from './grid-block.ts';

export type GridCommands = {
  readonly submit: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Empties cells, by their paths. */
  readonly clear: (paths: readonly string[]) => void;
  /** Enter goes to the cell below; otherwise to the next one that is to be read. */
  readonly isDown: boolean;
};

const cellsOf = (sheet: HTMLElement): CellElement[] => [...sheet.querySelectorAll<CellElement>('[data-cell]:not(:disabled)')];

function focus(cell: CellElement | null | undefined): boolean {
  if (cell === null || cell === undefined) return false;
  // A cell that is not drawn takes no focus.
  const line = cell.closest<HTMLElement>('[data-near]');
  if (line !== null) line.dataset['near'] = 'true';
  cell.focus();
  if (cell instanceof HTMLInputElement) cell.select();
  cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  return true;
}

/** The cell above or below in the same column, else the nearest of the next line of the sheet. */
function vertical(sheet: HTMLElement, from: CellElement, step: 1 | -1): CellElement | undefined {
  const place = placeOf(from);
  const below = place === undefined ? null : cellAtPlace(sheet, { ...place, row: place.row + step });
  if (below !== null) return below;
  const cells = cellsOf(sheet);
  const at = cells.indexOf(from);
  const rest = step === 1 ? cells.slice(at + 1) : cells.slice(0, at).reverse();
  const own = from.getBoundingClientRect();
  const line = rest.find((cell) => Math.abs(cell.getBoundingClientRect().top - own.top) > 4);
  if (line === undefined) return undefined;
  const top = line.getBoundingClientRect().top;
  const distance = (cell: CellElement): number => Math.abs(cell.getBoundingClientRect().left - own.left);
  return rest.filter((cell) => Math.abs(cell.getBoundingClientRect().top - top) <= 4).sort((a, b) => distance(a) - distance(b))[0];
}

/** Down a column; at its foot to the head of the next one. */
function down(sheet: HTMLElement, from: CellElement, step: 1 | -1): CellElement | undefined {
  const place = placeOf(from);
  const below = place === undefined ? null : cellAtPlace(sheet, { ...place, row: place.row + step });
  if (place === undefined || below !== null) return below ?? vertical(sheet, from, step);
  const beside = [...sheet.querySelectorAll<CellElement>(`[data-block="${place.block}"][data-column="${place.column + step}"]`)];
  return (step === 1 ? beside[0] : beside[beside.length - 1]) ?? vertical(sheet, from, step);
}

function nextToRead(sheet: HTMLElement, from: CellElement, back: boolean): CellElement | undefined {
  const cells = cellsOf(sheet);
  const place = cells.indexOf(from);
  const onwards = back ? cells.slice(0, place).reverse() : cells.slice(place + 1);
  return onwards.find((cell) => cell.dataset['given'] !== 'true') ?? onwards[0];
}

const beside = (sheet: HTMLElement, from: CellElement, step: 1 | -1): CellElement | undefined => {
  const cells = cellsOf(sheet);
  const place = cells.indexOf(from);
  return place + step < 0 ? undefined : cells[place + step];
};

const isWhole = (cell: CellElement): boolean =>
  !(cell instanceof HTMLInputElement) || (cell.selectionStart === 0 && cell.selectionEnd === cell.value.length);

const atEdge = (cell: CellElement, step: 1 | -1): boolean =>
  isWhole(cell) ||
  (cell instanceof HTMLInputElement &&
    cell.selectionStart === cell.selectionEnd &&
    cell.selectionStart === (step === 1 ? cell.value.length : 0));

function endOfLine(sheet: HTMLElement, from: CellElement, isEnd: boolean, isWholeBlock: boolean): CellElement | undefined {
  const place = placeOf(from);
  if (place === undefined) return undefined;
  const line = isWholeBlock ? '' : `[data-row="${place.row}"]`;
  const cells = sheet.querySelectorAll<CellElement>(`[data-block="${place.block}"]${line}`);
  return isEnd ? cells[cells.length - 1] : cells[0];
}

/** The block grows or shrinks by a cell; the cell that has the focus stays its corner. */
function extend(sheet: HTMLElement, from: CellElement, rows: number, columns: number): boolean {
  const place = placeOf(reachOf(sheet) ?? from);
  const next = place === undefined ? null : cellAtPlace(sheet, { ...place, row: place.row + rows, column: place.column + columns });
  if (next === null) return false;
  chooseBlock(sheet, from, next);
  next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  return true;
}

const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** A choice is made by its number; arrows move on, as everywhere on the sheet. */
function choose(cell: HTMLSelectElement, key: string): boolean {
  const options = [...cell.options].filter(({ value }) => value !== '');
  const option = /^[1-9]$/.test(key) ? options[Number(key) - 1] : undefined;
  if (option === undefined) return false;
  cell.value = option.value;
  cell.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
}

function move(event: KeyboardEvent<HTMLElement>, from: CellElement, { isDown }: GridCommands): boolean {
  const sheet = event.currentTarget;
  const step = steps[event.key];
  if (step !== undefined && event.shiftKey) {
    const [rows, columns] = step;
    return (rows !== 0 || reachOf(sheet) !== undefined || isWhole(from)) && extend(sheet, from, rows, columns);
  }
  switch (event.key) {
    case 'Enter':
      return focus(isDown ? down(sheet, from, event.shiftKey ? -1 : 1) : nextToRead(sheet, from, event.shiftKey));
    case 'ArrowDown':
      return focus(vertical(sheet, from, 1));
    case 'ArrowUp':
      return focus(vertical(sheet, from, -1));
    case 'ArrowRight':
      return atEdge(from, 1) && focus(beside(sheet, from, 1));
    case 'ArrowLeft':
      return atEdge(from, -1) && focus(beside(sheet, from, -1));
    case 'Home':
    case 'End':
      return !event.shiftKey && (event.ctrlKey || atEdge(from, event.key === 'End' ? 1 : -1))
        ? focus(endOfLine(sheet, from, event.key === 'End', event.ctrlKey))
        : false;
    default:
      return from instanceof HTMLSelectElement && choose(from, event.key);
  }
}

/**
 * The keys of a sheet. While an input method composes, every key is its own. Enter and arrows move, Shift with arrows chooses a block,
 * Delete empties it, Ctrl+Z and Ctrl+Y undo and do again, Ctrl+Enter submits.
 */
export function onGridKey(event: KeyboardEvent<HTMLElement>, commands: GridCommands): void {
  if (event.nativeEvent.isComposing || event.keyCode === 229) return;
  const sheet = event.currentTarget;
  const held = event.ctrlKey || event.metaKey;
  if (event.key === 'Enter' && held) {
    event.preventDefault();
    commands.submit();
    return;
  }
  const from = event.target;
  if (!isCell(from) || event.altKey) return;
  const key = event.key.toLowerCase();
  if (held && (key === 'z' || key === 'y') && placeOf(from) !== undefined) {
    event.preventDefault();
    forgetBlock(sheet);
    if (key === 'y' || event.shiftKey) commands.redo();
    else commands.undo();
    return;
  }
  if (event.key === 'Delete' || event.key === 'Backspace') {
    const paths = chosenBlock(sheet).flatMap((line) => line.map(({ dataset }) => dataset['cell'] ?? ''));
    if (paths.length > 0) event.preventDefault();
    if (paths.length > 0) commands.clear(paths);
    return;
  }
  if (held && event.key !== 'Home' && event.key !== 'End') return;
  if (event.key === 'Shift') return;
  if (!(event.shiftKey && event.key in steps)) forgetBlock(sheet);
  if (move(event, from, commands) || event.key === 'Enter') event.preventDefault();
  // A choice is not changed by the arrows that pass over it.
  else if (from instanceof HTMLSelectElement && event.key in steps) event.preventDefault();
}

/** Shift and a click reach from the cell with the focus to the one that is clicked. */
export function onGridMouse(event: MouseEvent<HTMLElement>): void {
  const sheet = event.currentTarget;
  const active = document.activeElement;
  if (event.shiftKey && isCell(active) && isCell(event.target) && sheet.contains(active) && active !== event.target) {
    event.preventDefault();
    chooseBlock(sheet, active, event.target);
    return;
  }
  forgetBlock(sheet);
}

export function onGridCopy(event: ClipboardEvent<HTMLElement>, clear?: GridCommands['clear']): void {
  const sheet = event.currentTarget;
  const block = chosenBlock(sheet);
  if (block.length === 0) return;
  event.preventDefault();
  event.clipboardData.setData('text/plain', printChosen(sheet));
  clear?.(block.flatMap((line) => line.map(({ dataset }) => dataset['cell'] ?? '')));
}
