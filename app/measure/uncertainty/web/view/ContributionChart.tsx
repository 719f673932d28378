import type { ReactElement } from 'react';
import { useTexts } from '../../../../web/language.ts';
import { printShare } from '../../rules/print-number.ts';
import type { Gum } from '../../rules/record.ts';
import { texts } from './text.ts';

const shownAtMost = 10;

/** What makes the uncertainty, the largest part first; the numbers stand in the budget as well. */
export function ContributionChart({ gum }: { gum: Gum }): ReactElement {
  const text = useTexts(texts);
  const rows = [...gum.budget].sort((a, b) => Math.abs(b.share) - Math.abs(a.share)).slice(0, shownAtMost);
  const most = Math.max(...rows.map((row) => Math.abs(row.share)), 1e-12);
  return (
    <figure className="contributions">
      <figcaption>{text.contributions}</figcaption>
      <ul>
        {rows.map((row) => (
          <li key={row.input}>
            <span className="of">{row.input}</span>
            <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
              <rect className="ground" width="100" height="12" />
              <rect className={row.share < 0 ? 'negative' : 'part'} width={(Math.abs(row.share) / most) * 100} height="12" />
            </svg>
            <b>{printShare(row.share)}</b>
          </li>
        ))}
      </ul>
      {rows.some((row) => row.share < 0) ? <p className="soft">{text.negative}</p> : null}
    </figure>
  );
}
