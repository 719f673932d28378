import type { ReactElement } from 'react';
import { printNumber } from '../../../web/figures.ts';
import { fill, useTexts } from '../../../web/language.ts';
import { percentOf } from '../rules.ts';
import { texts } from './text.ts';

/** A share in percent with both numbers. */
export function Share({ part, whole }: { part: number; whole: number }): ReactElement {
  const text = useTexts(texts);
  const percent = percentOf(part, whole);
  const numbers = { n: printNumber(part), m: printNumber(whole) };
  return <span className="number">{percent === null ? fill(text.nOfM, numbers) : fill(text.percent, { ...numbers, p: percent })}</span>;
}
