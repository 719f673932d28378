import type { Check } from '@tongheng/procedures/calculation';
import type { ReactElement } from 'react';
import { unitGap } from '../../../web/figures.ts';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { clauseOf, itemWords, printLimit, rowOf } from './check-words.ts';
import type { DocumentRecord } from './record.ts';
import { verdictTags } from './states.ts';
import { texts } from './text.ts';

type Props = { readonly procedure: DocumentRecord['procedure']; readonly checks: readonly Check[] };

/** Every check of the procedure: what came out, what is allowed, by which clause, and the verdict; how it follows opens below it. */
export function ResultTable({ procedure, checks }: Props): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  return (
    <Scroll label={text.results}>
      <table className="grid cards">
        <caption className="unseen">{text.results}</caption>
        <thead>
          <tr>
            <th scope="col">{text.item}</th>
            <th scope="col" className="number">
              {text.value}
            </th>
            <th scope="col" className="number">
              {text.limit}
            </th>
            <th scope="col">{text.clause}</th>
            <th scope="col">{text.verdict}</th>
          </tr>
        </thead>
        <tbody>
          {checks.map((check) => (
            <tr key={check.id}>
              <td className="lead">
                <details>
                  <summary>
                    {say(itemWords(procedure.edition, check.item))} {rowOf(check)}
                  </summary>
                  <span className="soft">{say(check.explanation)}</span>
                </details>
              </td>
              <td className="number" data-label={text.value}>
                {check.value}
                {`${unitGap}${check.unit}`}
              </td>
              <td className="number" data-label={text.limit}>
                {printLimit(check)}
              </td>
              <td data-label={text.clause}>{clauseOf(procedure, check)}</td>
              <td data-label={text.verdict}>
                <StatusTag states={verdictTags} state={check.verdict} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
