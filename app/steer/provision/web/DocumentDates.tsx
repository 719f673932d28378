import type { ReactElement } from 'react';
import { fill, useTexts } from '../../../web/language.ts';
import type { Basis } from '../contract/shapes.ts';
import { texts } from './text.ts';

/** The dates that the plan document gives its lists, beside what a scenario supposes. */
export function DocumentDates({ targets }: { targets: Basis['documentTargets'] }): ReactElement {
  const text = useTexts(texts);
  const nameOf = (list: string): string => (list === 'basic' || list === 'enhanced' ? text[list] : list);
  return <>{fill(text.documentDates, { dates: targets.map(({ list, due }) => `${nameOf(list)} ${due}`).join(text.comma) })}</>;
}
