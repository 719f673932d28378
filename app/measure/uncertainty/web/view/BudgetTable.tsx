import type { ReactElement } from 'react';
import { Scroll } from '../../../../web/kit/Scroll.tsx';
import { useTexts } from '../../../../web/language.ts';
import { printDof, printResult, printShare, printSignificant } from '../../rules/print-number.ts';
import type { Gum } from '../../rules/record.ts';
import { PlainNumber } from './PlainNumber.tsx';
import { texts } from './text.ts';

/** The budget of one output (JCGM 100 clause 8): what each input contributes, its share as a bar behind the number. */
export function BudgetTable({ gum, name }: { gum: Gum; name: string }): ReactElement {
  const text = useTexts(texts);
  const most = Math.max(...gum.budget.map((row) => Math.abs(row.share)), 1e-12);
  return (
    <Scroll label={`${text.budget} ${name}`}>
      <table className="grid budget">
        <caption className="unseen">{`${text.budget} ${name}`}</caption>
        <thead>
          <tr>
            <th scope="col">{text.input}</th>
            {[text.estimate, text.u, text.dofShort, text.sensitivity, text.contribution, text.share].map((words) => (
              <th scope="col" className="number" key={words}>
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {gum.budget.map((row) => (
            <tr key={row.input}>
              <th scope="row">{row.input}</th>
              <td className="number">
                <PlainNumber text={printResult(row.value, row.u).value} />
              </td>
              <td className="number">
                <PlainNumber text={printSignificant(row.u, 3)} />
              </td>
              <td className="number">
                <PlainNumber text={printDof(row.dof)} />
              </td>
              <td className="number">
                <PlainNumber text={printSignificant(row.sensitivity, 4)} />
              </td>
              <td className="number">
                <PlainNumber text={printSignificant(row.contribution, 3)} />
              </td>
              <td className="number share">
                <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect className={row.share < 0 ? 'negative' : ''} width={Math.max(0, (Math.abs(row.share) / most) * 100)} height="10" />
                </svg>
                {printShare(row.share)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
