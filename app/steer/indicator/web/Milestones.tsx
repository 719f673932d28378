import type { ReactElement } from 'react';
import { printDocumentNumber } from '../../../web/figures.ts';
import { useSay, useTexts } from '../../../web/language.ts';
import type { IndicatorPage } from '../contract/shapes.ts';
import { phaseWords } from './fields.ts';
import { texts } from './text.ts';

/** A deliverable has milestones and no forecast. */
export function Milestones({ page }: { page: IndicatorPage }): ReactElement | null {
  const text = useTexts(texts);
  const say = useSay();
  if (page.milestones === null) return null;
  return (
    <section className="sheet">
      <h2>{text.milestones}</h2>
      <ol className="milestones">
        {page.milestones.map((phase) => {
          const passed = page.passed.find((step) => step.phase === phase);
          return (
            <li key={phase} className={passed === undefined ? '' : 'passed'}>
              <b>{say(phaseWords[phase] ?? [phase, phase])}</b>
              <span className="soft">
                {passed === undefined
                  ? text.notPassed
                  : `${passed.day}${passed.documentNumber === null ? '' : ` ${printDocumentNumber(passed.documentNumber)}`}`}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
