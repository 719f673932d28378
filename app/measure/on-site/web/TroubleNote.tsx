import type { ReactElement } from 'react';
import { fill, useTexts } from '../../../web/language.ts';
import { texts } from './text.ts';
import type { Trouble } from './use-site.ts';

/** What the device could not write, and what became of the rest. */
export function TroubleNote({ trouble }: { trouble: Trouble }): ReactElement | null {
  const text = useTexts(texts);
  if (trouble === undefined) return null;
  const words = trouble === 'full' ? text.full : trouble === 'elsewhere' ? text.elsewhere : fill(text.broken, { why: trouble.why });
  return (
    <div className="notice bad" role="alert">
      {words}
    </div>
  );
}
