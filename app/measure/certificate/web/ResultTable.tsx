import { useMemo, type ReactElement } from 'react';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import type { Text } from '../../../kernel/text.ts';
import { useSay, useTexts } from '../../../web/language.ts';
import { clauseOf, itemWords, placeWords, printLimit, uncertaintyWords, valueWords } from './check-words.ts';
import { explainRecord, statedOf, type DocumentRecord } from './record.ts';
import { verdictTags } from './states.ts';
import { texts } from './text.ts';

/**
 * Every check of the procedure: what came out, what is allowed, by which clause, and the verdict; how it follows opens below it. A calibration states
 * its values with U, and is held against nothing.
 */
export function ResultTable({ record }: { readonly record: DocumentRecord }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const { procedure, verification } = record;
  const calibrates = record.kind === 'calibration';
  const { uncertainties = [] } = verification;
  const hasUncertainty = uncertainties.length > 0;
  const explained = useMemo(() => explainRecord(record), [record]);
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
            {hasUncertainty ? (
              <th scope="col" className="number">
                {text.uncertainty}
              </th>
            ) : null}
            {calibrates ? null : (
              <th scope="col" className="number">
                {text.limit}
              </th>
            )}
            <th scope="col">{text.clause}</th>
            {calibrates ? null : <th scope="col">{text.verdict}</th>}
          </tr>
        </thead>
        <tbody>
          {statedOf(record).map((check) => (
            <tr key={check.id}>
              <td className="lead">
                <details>
                  <summary>
                    {say(itemWords(procedure.edition, check.item))} {say(placeWords(procedure.edition, check))}
                  </summary>
                  <span className="soft">
                    <Explanation of={explained[check.id]} />
                  </span>
                </details>
              </td>
              <td className="number" data-label={text.value}>
                {say(valueWords(check))}
              </td>
              {hasUncertainty ? (
                <td className="number" data-label={text.uncertainty}>
                  {uncertaintyWords(uncertainties.find((one) => one.check === check.id))}
                </td>
              ) : null}
              {calibrates ? null : (
                <td className="number" data-label={text.limit}>
                  {printLimit(check)}
                </td>
              )}
              <td data-label={text.clause}>{clauseOf(procedure, check)}</td>
              {calibrates ? null : (
                <td data-label={text.verdict}>
                  <StatusTag states={verdictTags} state={check.verdict} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Explanation({ of }: { of: Text | undefined }): ReactElement {
  const say = useSay();
  const text = useTexts(texts);
  return <>{of === undefined ? text.notExplained : say(of)}</>;
}
