import type { KeyboardEvent } from 'react';

const selector = '[data-cell]';
type CellElement = HTMLInputElement | HTMLSelectElement;

const cellsOf = (sheet: HTMLElement): CellElement[] => [...sheet.querySelectorAll<CellElement>(selector)];

function focus(cell: CellElement | undefined): boolean {
  if (cell === undefined) return false;
  cell.focus();
  if (cell instanceof HTMLInputElement) cell.select();
  cell.scrollIntoView({ block: 'nearest' });
  return true;
}

/** The cell above or below in the same column of the sheet, else the nearest of the next block. */
function vertical(cells: readonly CellElement[], from: CellElement, step: 1 | -1): CellElement | undefined {
  const own = from.getBoundingClientRect();
  const rest = step === 1 ? cells.slice(cells.indexOf(from) + 1) : cells.slice(0, cells.indexOf(from)).reverse();
  const line = rest.find((cell) => Math.abs(cell.getBoundingClientRect().top - own.top) > 4);
  if (line === undefined) return undefined;
  const top = line.getBoundingClientRect().top;
  const distance = (cell: CellElement): number => Math.abs(cell.getBoundingClientRect().left - own.left);
  return rest.filter((cell) => Math.abs(cell.getBoundingClientRect().top - top) <= 4).sort((a, b) => distance(a) - distance(b))[0];
}

const atEdge = (cell: CellElement, step: 1 | -1): boolean =>
  cell instanceof HTMLInputElement
    ? (cell.selectionStart === 0 && cell.selectionEnd === cell.value.length) ||
      (cell.selectionStart === cell.selectionEnd && cell.selectionStart === (step === 1 ? cell.value.length : 0))
    : true;

/**
 * Enter goes to the next cell that is to be read, arrows to the neighbours, Ctrl+Enter submits. While an input method composes,
 * every key is its own.
 */
export function onSheetKey(event: KeyboardEvent<HTMLElement>, submit: () => void): void {
  const from = event.target;
  if (event.nativeEvent.isComposing || event.keyCode === 229) return;
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    submit();
    return;
  }
  if (!(from instanceof HTMLInputElement || from instanceof HTMLSelectElement) || !from.matches(selector)) return;
  const cells = cellsOf(event.currentTarget);
  const place = cells.indexOf(from);
  const isSelect = from instanceof HTMLSelectElement;
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const moved = ((): boolean => {
    switch (event.key) {
      case 'Enter': {
        const onwards = event.shiftKey ? cells.slice(0, place).reverse() : cells.slice(place + 1);
        return focus(onwards.find((cell) => cell.dataset['given'] !== 'true') ?? onwards[0]);
      }
      case 'ArrowDown':
        return !isSelect && focus(vertical(cells, from, 1));
      case 'ArrowUp':
        return !isSelect && focus(vertical(cells, from, -1));
      case 'ArrowRight':
        return !isSelect && atEdge(from, 1) && focus(cells[place + 1]);
      case 'ArrowLeft':
        return !isSelect && atEdge(from, -1) && place > 0 && focus(cells[place - 1]);
      default:
        return false;
    }
  })();
  if (moved || event.key === 'Enter') event.preventDefault();
}
