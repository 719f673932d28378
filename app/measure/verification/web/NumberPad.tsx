import type { ReactElement, ReactNode } from 'react';
import { useTexts } from '../../../web/language.ts';
import { isCell } from './grid-block.ts';
import { texts } from './text.ts';

/** Whether this device is worked with a finger: its own keys for numbers often lack the minus sign. */
export const hasFinger = (): boolean => matchMedia('(pointer: coarse)').matches;

/** Writes into the cell with the focus as typing does: what is selected gives way. */
function type(key: string): void {
  const cell = document.activeElement;
  if (!isCell(cell) || !(cell instanceof HTMLInputElement)) return;
  const [from, to] = [cell.selectionStart ?? 0, cell.selectionEnd ?? 0];
  if (key === 'back') {
    if (from === to && from === 0) return;
    cell.setRangeText('', from === to ? from - 1 : from, to, 'end');
  } else cell.setRangeText(key, from, to, 'end');
  cell.dispatchEvent(new Event('input', { bubbles: true }));
}

/** The keys that move are those of a keyboard, so that they do what Enter and the arrows do. */
const press = (key: string): void => {
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
};

const digits = ['7', '8', '9', '4', '5', '6', '1', '2', '3', '-', '0', '.'];

type Props = {
  readonly onKeyboard: () => void;
  /** What is to be said about the cell: it would lie hidden below the keys. */
  readonly children?: ReactNode;
};

/** The keys for numbers on a phone, with a minus and with the next cell one key away. */
export function NumberPad({ onKeyboard, children }: Props): ReactElement {
  const text = useTexts(texts);
  const key = (label: string, name: string, act: () => void, className = ''): ReactElement => (
    <button
      key={name}
      type="button"
      aria-label={name}
      className={className}
      tabIndex={-1}
      // The focus stays in the cell.
      onPointerDown={(event) => event.preventDefault()}
      onClick={act}
    >
      {label}
    </button>
  );
  return (
    <div className="number-pad no-print" role="group" aria-label={text.pad}>
      <div className="said">{children}</div>
      <div className="digits">{digits.map((digit) => key(digit === '-' ? '−' : digit, digit, () => type(digit)))}</div>
      <div className="moves">
        {key('⌫', text.padBack, () => type('back'))}
        {key('↑', text.padUp, () => press('ArrowUp'))}
        {key('↓', text.padDown, () => press('ArrowDown'))}
        {key(text.padNext, text.padNext, () => press('Enter'), 'next')}
        {key(text.padKeyboard, text.padKeyboard, onKeyboard)}
      </div>
    </div>
  );
}
