import type { Check } from '@tongheng/procedures/calculation';
import type { ReactElement } from 'react';
import { fill, useTexts } from '../../../web/language.ts';
import { texts } from './text.ts';

/** How much of the limit is used, 0 to 100 and more; only for drawing, the verdict is decided in exact decimals. */
export const usedPercent = ({ value, limit, comparison }: Check): number => {
  const [size, bound] = [Math.abs(Number(value)), Math.abs(Number(limit))];
  if (bound === 0) return size === 0 ? 0 : 200;
  return Math.round(comparison === 'at-least' ? (size === 0 ? 200 : (bound / size) * 100) : (size / bound) * 100);
};

/** The margin left to the limit as a tiny bar; the tick is the limit. */
export function MarginBar({ check }: { check: Check }): ReactElement {
  const text = useTexts(texts);
  const used = usedPercent(check);
  const label = fill(text.used, { n: used });
  return (
    <svg className={`margin-bar ${check.verdict}`} viewBox="0 0 64 8" role="img" aria-label={label}>
      <title>{label}</title>
      <rect className="track" x="0" y="2" width="64" height="4" />
      <rect className="used" x="0" y="2" width={Math.min(64, used * 0.5)} height="4" />
      <rect className="tick" x="49" y="0" width="1.5" height="8" />
    </svg>
  );
}
