import type { Edition } from '@tongheng/procedures/edition';
import { useMemo, type ReactElement, type ReactNode } from 'react';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import type { EditionNumber } from '../rules.ts';
import { groupNumbers, type NumberRow } from '../rules/number-groups.ts';
import { numberValue } from '../rules/number-words.ts';
import { confidences } from './states.ts';
import { texts } from './text.ts';

type Props = {
  readonly edition: Edition;
  readonly numbers: readonly EditionNumber[];
  /** The head of the column at the right and, for each number, what stands there. */
  readonly last: string;
  readonly cell: (number: EditionNumber) => ReactNode;
};

/** Every number that a verdict rests on, with where it was read and how sure that is, by the parts of the edition. */
export function NumberGroups({ edition, numbers, last, cell }: Props): ReactElement {
  const say = useSay();
  const groups = useMemo(() => groupNumbers(edition, numbers), [edition, numbers]);
  return (
    <>
      {groups.map(({ id, title, rows }) => (
        <div key={id} className="number-section">
          <h3>{say(title)}</h3>
          <Scroll label={say(title)}>
            <table className="grid cards edition-numbers">
              <caption className="unseen">{say(title)}</caption>
              <NumberHead last={last} />
              <tbody>
                {rows.map((row) => (
                  <tr key={row.number.path}>
                    <Known row={row} />
                    <td data-label={last}>{cell(row.number)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        </div>
      ))}
    </>
  );
}

export function NumberHead({ last }: { last: string }): ReactElement {
  const text = useTexts(texts);
  return (
    <thead>
      <tr>
        <th scope="col">{text.what}</th>
        <th scope="col">{text.value}</th>
        <th scope="col">{text.source}</th>
        <th scope="col">{text.confidence}</th>
        <th scope="col">{last}</th>
      </tr>
    </thead>
  );
}

/** The first four cells of a number: what it is, its value or what stands in its place, its source, and how sure that is. */
export function Known({ row: { number, name }, value }: { row: NumberRow; value?: ReactNode }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  return (
    <>
      <td className="lead">{say(name)}</td>
      <td data-label={text.value}>{value ?? (number.open ? <OpenValue unit={number.unit} /> : say(numberValue(number.value)))}</td>
      <td data-label={text.source} className="soft">
        {number.source}
      </td>
      <td data-label={text.confidence}>
        <StatusTag states={confidences} state={number.confidence as keyof typeof confidences} />
      </td>
    </>
  );
}

function OpenValue({ unit }: { unit: string | null }): ReactElement {
  const text = useTexts(texts);
  return (
    <span className="open-value">
      {text.openValue} {unit === null ? null : `(${unit})`}
    </span>
  );
}
