import type { ClipboardEvent, KeyboardEvent, ReactElement } from 'react';
import { useTexts } from '../../../web/language.ts';
import { performanceTexts } from './performance-text.ts';

const perRow = 5;

type Props = {
  readonly label: string;
  readonly values: readonly string[];
  /** Cells, by their place, of which something is said below. */
  readonly wrong?: readonly number[];
  readonly onChange: (values: readonly string[]) => void;
};

const cells = (target: EventTarget & Element): HTMLInputElement[] => [
  ...(target.closest('table')?.querySelectorAll<HTMLInputElement>('input') ?? []),
];

/**
 * Readings as a grid, as many in a row as a phone shows. Enter and the arrows move on, a block from a spreadsheet is laid out from the cell that has the
 * focus; while an input method composes, every key is its own. A row is always free at the end.
 */
export function PerformanceGrid({ label, values, wrong = [], onChange }: Props): ReactElement {
  const text = useTexts(performanceTexts);
  const filled = values.reduce((most, value, index) => (value.trim() === '' ? most : index + 1), 0);
  const rows = Math.max(1, Math.floor(filled / perRow) + 1);
  const shown = Array.from({ length: rows * perRow }, (_, index) => values[index] ?? '');
  const write = (from: number, texts: readonly string[]): void => {
    const next = [...shown];
    texts.forEach((one, index) => {
      next[from + index] = one;
    });
    onChange(next);
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>, index: number): void => {
    const pasted = event.clipboardData
      .getData('text/plain')
      .split(/[\s;；]+/)
      .filter((one) => one !== '');
    if (pasted.length < 2) return;
    event.preventDefault();
    write(index, pasted.slice(0, 200 - index));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>, index: number): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    const atStart = selectionStart === 0;
    const atEnd = selectionEnd === value.length;
    const step =
      event.key === 'Enter'
        ? event.shiftKey
          ? -1
          : 1
        : event.key === 'ArrowDown'
          ? perRow
          : event.key === 'ArrowUp'
            ? -perRow
            : event.key === 'ArrowRight' && atEnd
              ? 1
              : event.key === 'ArrowLeft' && atStart
                ? -1
                : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = cells(event.currentTarget)[index + step];
    next?.focus();
    next?.select();
  };
  return (
    <div className="scroll" role="group" tabIndex={-1} aria-label={label}>
      <table className="reading-grid">
        <tbody>
          {Array.from({ length: rows }, (_, row) => (
            <tr key={row}>
              <th scope="row">{`${row * perRow + 1}–${(row + 1) * perRow}`}</th>
              {shown.slice(row * perRow, (row + 1) * perRow).map((value, column) => {
                const index = row * perRow + column;
                return (
                  // oxlint-disable-next-line react/no-array-index-key -- a cell is its place
                  <td key={index}>
                    <input
                      value={value}
                      inputMode="decimal"
                      autoComplete="off"
                      aria-label={`${label} ${text.readings} ${index + 1}`}
                      aria-invalid={wrong.includes(index)}
                      onChange={(event) => write(index, [event.target.value])}
                      onPaste={(event) => onPaste(event, index)}
                      onKeyDown={(event) => onKeyDown(event, index)}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
