import type { ReactElement } from 'react';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import type { Matrix } from '../contract.ts';
import { texts } from './text.ts';
import './capability.css';

/** The matrix at a glance, for the cockpit: one square a cell, one line a county, and how many are in place. */
export function MatrixMini({ matrix }: { matrix: Matrix }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const all = matrix.effectiveTotal.required;
  return (
    <a className="matrix-mini" href={`/desk/capability?list=${matrix.list}`}>
      <b>
        {text.inPlace} {fill(text.ofCells, { n: matrix.inPlace.value, all })}
      </b>
      <span className="rows" aria-hidden="true">
        {matrix.counties.map((county) => (
          <span className="row" key={county.code}>
            <small>{county.annexName}</small>
            {county.cells.map((cell) => (
              <i key={cell.item} className={`state-${cell.state ?? 'none'} basis-${cell.basis ?? 'none'}`} />
            ))}
          </span>
        ))}
      </span>
      <span className="unseen">
        {matrix.counties.map((county) => `${say(county.name)} ${county.effective.done}/${county.effective.required}`).join('，')}
      </span>
    </a>
  );
}
