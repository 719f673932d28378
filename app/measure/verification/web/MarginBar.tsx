import type { Check } from '@tongheng/procedures/calculation';
import type { ReactElement } from 'react';
import { fill, useTexts } from '../../../web/language.ts';
import { usedPercent } from '../rules/margin.ts';
import { texts } from './text.ts';

/** The margin left to the limit as a tiny bar; the tick is the limit. Nothing is drawn where nothing is measured. */
export function MarginBar({ check }: { check: Check }): ReactElement | null {
  const text = useTexts(texts);
  const used = usedPercent(check);
  if (used === null) return null;
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
