import type { KeyboardEvent } from 'react';

/** Enter and the arrows lead down and up the column of inputs that is typed in; the input method keeps its own keys. */
export function walkColumn(event: KeyboardEvent<HTMLElement>): void {
  const { target, key, nativeEvent } = event;
  if (nativeEvent.isComposing || !(target instanceof HTMLInputElement)) return;
  const column = target.dataset['walk'];
  if (column === undefined || !['Enter', 'ArrowDown', 'ArrowUp'].includes(key) || event.ctrlKey || event.altKey) return;
  event.preventDefault();
  const inputs = [...event.currentTarget.querySelectorAll<HTMLInputElement>(`input[data-walk="${column}"]`)];
  const step = key === 'ArrowUp' || (key === 'Enter' && event.shiftKey) ? -1 : 1;
  const next = inputs[inputs.indexOf(target) + step];
  next?.focus();
  next?.select();
}
