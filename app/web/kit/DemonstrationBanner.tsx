import type { ReactElement } from 'react';
import { useTexts } from '../language.ts';
import { texts } from './text.ts';

/** On every page of a demonstration: nothing here is valid. */
export function DemonstrationBanner({ shown }: { shown: boolean }): ReactElement | null {
  const text = useTexts(texts);
  return shown ? <div className="demonstration">{text.demonstration}</div> : null;
}
