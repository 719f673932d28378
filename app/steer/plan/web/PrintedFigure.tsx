import type { ReactElement } from 'react';
import { useTexts } from '../../../web/language.ts';
import { texts } from './text.ts';

/** What is printed in a place: a blank cell and a cell that is not there are said in words. */
export function PrintedFigure({ value }: { value: string | null }): ReactElement {
  const text = useTexts(texts);
  if (value === null) return <span className="soft">{text.noCell}</span>;
  if (value === '') return <span className="soft">{text.blankCell}</span>;
  return <span lang="zh-CN">{value}</span>;
}
