import type { ReactElement } from 'react';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { placeName } from './place-name.ts';
import type { SheetState } from './sheet-state.ts';
import { texts } from './text.ts';

/** Numbers of the regulation that nobody has entered: the record can be written and cannot be concluded. */
export function UnknownLimits({ sheet }: { sheet: SheetState }): ReactElement | null {
  const text = useTexts(texts);
  if (sheet.unknown.length === 0) return null;
  return (
    <details className="notice attention" open={sheet.unknown.length <= 4}>
      <summary>
        <b>{text.unknownTitle}</b> {fill(text.unknownLead, { n: sheet.unknown.length })}
      </summary>
      <ul className="unknown">
        {sheet.unknown.map(({ path, label, unit }) => (
          <li key={path}>
            {label}
            {unit === null || unit === '' ? '' : ` (${unit})`}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Goes to a cell of the sheet, so that the person looks again. */
function look(path: string): void {
  const cell = document.querySelector<HTMLElement>(`[data-cell="${path}"]`);
  cell?.scrollIntoView({ block: 'center' });
  cell?.focus();
}

/** What is odd or wrong with the readings, each a way to its cell; nothing is changed by the program. */
export function Findings({ sheet }: { sheet: SheetState }): ReactElement | null {
  const text = useTexts(texts);
  const say = useSay();
  const wrong = [...sheet.wrong].map(([path, why]) => ({ path, why, isWrong: true }));
  const odd = sheet.odd.map(({ path, text: why }) => ({ path, why: say(why), isWrong: false }));
  const all = [...wrong, ...odd];
  if (all.length === 0) return null;
  const isRead = sheet.edit === undefined;
  return (
    <section className="findings no-print" aria-label={text.findings}>
      <h2>{isRead ? text.oddities : text.findings}</h2>
      <ul>
        {all.map(({ path, why, isWrong }) => (
          <li key={`${path} ${why}`} className={isWrong ? 'wrong' : 'odd'}>
            {isRead ? (
              <b>△ {placeName(sheet.groups, path, say)}</b>
            ) : (
              <button type="button" onClick={() => look(path)}>
                {isWrong ? '✗' : '△'} {placeName(sheet.groups, path, say)}
              </button>
            )}{' '}
            {why}
          </li>
        ))}
      </ul>
    </section>
  );
}
