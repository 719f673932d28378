import type { ReactElement } from 'react';
import { printNumber, unitGap } from '../../../web/figures.ts';
import { BulletBar } from '../../../web/kit/BulletBar.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import type { Measured } from '../contract/shapes.ts';
import type { Figures } from '../contract/denominator.ts';
import { measureNames, measures, type Measure } from '../rules/denominator/words.ts';
import { denominatorTexts } from './denominator-text.ts';
import './denominator.css';

/** One share: percent, and what it is made of. */
export function ShareFigure({ share }: { share: Measured | null }): ReactElement {
  const text = useTexts(denominatorTexts);
  if (share === null) return <span className="soft">{text.noFigure}</span>;
  return (
    <>
      <b className="number">
        {printNumber(share.value)}
        <span className="unit">{`${unitGap}%`}</span>
      </b>{' '}
      <span className="soft number">
        {fill(text.of, { numerator: printNumber(share.numerator), denominator: printNumber(share.denominator) })}
      </span>
    </>
  );
}

type Props = { readonly figures: Figures | null; readonly reported: Measure; readonly target: number };

/** Both figures beside each other, always: the one that is held against the target says so. */
export function ShareFigures({ figures, reported, target }: Props): ReactElement {
  const text = useTexts(denominatorTexts);
  const say = useSay();
  return (
    <div className="share-figures">
      {measureNames.map((measure) => (
        <div key={measure} className={measure === reported ? 'share reported' : 'share'}>
          <span className="share-name">
            {say(measures[measure])}
            {measure === reported ? <span className="share-reported">{text.reported}</span> : null}
          </span>
          <span>
            <ShareFigure share={figures?.[measure] ?? null} />
          </span>
          <BulletBar value={figures?.[measure]?.value ?? null} target={target} unit="%" most={100} />
        </div>
      ))}
      {figures === null || figures.unknownDemand === 0 ? null : (
        <p className="soft share-note">{fill(text.unknownDemand, { n: printNumber(figures.unknownDemand) })}</p>
      )}
    </div>
  );
}
