import type { Check } from '@tongheng/procedures/calculation';
import type { CSSProperties, ReactElement } from 'react';
import { fill, useTexts } from '../../../web/language.ts';
import { usedPercent } from '../rules/margin.ts';
import { texts } from './text.ts';

/** The margin left to the limit as a tiny bar; the tick is the limit. Nothing is drawn where nothing is measured. */
export function MarginBar({ check }: { check: Check }): ReactElement | null {
  const text = useTexts(texts);
  const used = usedPercent(check);
  if (used === null) return null;
  const label = fill(text.used, { n: used });
  const width = { '--used': `${Math.min(100, Math.round(used * 0.78))}%` } as CSSProperties;
  return <span className={`margin-bar ${check.verdict}`} role="img" aria-label={label} title={label} style={width} />;
}
