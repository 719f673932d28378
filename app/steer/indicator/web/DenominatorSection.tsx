import type { ReactElement } from 'react';
import { useAsOf } from '../../../web/kit/AsOfBar.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { printQuery } from '../../../kernel/address.ts';
import type { IndicatorPage } from '../contract/shapes.ts';
import { denominatorTexts } from './denominator-text.ts';
import { ShareFigures } from './ShareFigures.tsx';

/** What a share is divided by, both its figures, and the ways on: its items, its versions, another one. */
export function DenominatorSection({ page }: { page: IndicatorPage }): ReactElement | null {
  const text = useTexts(denominatorTexts);
  const say = useSay();
  const moment = printQuery(useAsOf());
  if (page.rule !== 'catalogueCoverage' && page.rule !== 'demandServed') return null;
  const { shares } = page;
  return (
    <section className="sheet stack">
      <div className="goal-head">
        <h2>{text.denominator}</h2>
        {shares === null ? null : (
          <span className="soft">{shares.version === 0 ? text.planMethod : fill(text.version, { n: shares.version })}</span>
        )}
      </div>
      {shares === null ? (
        <p className="soft">{`${text.noVersion}。${text.noVersionNext}`}</p>
      ) : (
        <>
          <p>{say(shares.statement)}</p>
          <ShareFigures figures={shares} reported={shares.reported} target={page.target} />
          {shares.judgedBy === null ? null : (
            <p className="share-warning">
              {fill(shares.judgedBy === 0 ? text.judgedByPlan : text.judgedBy, { due: page.due, n: shares.judgedBy })}
            </p>
          )}
        </>
      )}
      <div className="denominator-actions">
        {shares === null ? null : <a href={`/desk/indicators/${page.id}/items${moment}`}>{text.items}</a>}
        <a href={`/desk/indicators/${page.id}/denominators${moment}`}>{text.history}</a>
        <a href={`/desk/indicators/${page.id}/denominators/proposal`}>{page.mayDecide ? text.propose : text.preview}</a>
      </div>
    </section>
  );
}
