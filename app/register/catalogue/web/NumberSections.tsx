import type { Edition } from '@tongheng/procedures/edition';
import type { ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import type { catalogueEndpoints } from '../contract.ts';
import { numberValue, numberWords } from './number-words.ts';
import { confidences } from './states.ts';
import { texts } from './text.ts';

export type EditionNumber = ReplyOf<typeof catalogueEndpoints.readEdition>['numbers'][number];

const sections = ['status', 'applies', 'items', 'standards', 'limits', 'validity'] as const;

type Props = {
  readonly edition: Edition;
  readonly numbers: readonly EditionNumber[];
  /** The head of the column at the right and, for each number, what stands there. */
  readonly last: string;
  readonly cell: (number: EditionNumber, name: string) => ReactElement;
};

/** Every number that a verdict rests on, with where it was read and how sure that is, by the parts of the edition. */
export function NumberSections({ edition, numbers, last, cell }: Props): ReactElement {
  const text = useTexts(texts);
  return (
    <>
      {sections.map((section) => {
        const rows = numbers.filter(({ path }) => path.startsWith(`${section}.`));
        return rows.length === 0 ? null : (
          <div key={section} className="number-section">
            <h3>{text[section]}</h3>
            <Rows edition={edition} rows={rows} caption={text[section]} last={last} cell={cell} />
          </div>
        );
      })}
    </>
  );
}

type RowsProps = { edition: Edition; rows: readonly EditionNumber[]; caption: string; last: string; cell: Props['cell'] };

function Rows({ edition, rows, caption, last, cell }: RowsProps): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  return (
    <Scroll label={caption}>
      <table className="grid cards edition-numbers">
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.what}</th>
            <th scope="col">{text.value}</th>
            <th scope="col">{text.source}</th>
            <th scope="col">{text.confidence}</th>
            <th scope="col">{last}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((number) => {
            const name = say(numberWords(edition, number.path));
            return (
              <tr key={number.path}>
                <td className="lead">{name}</td>
                <td data-label={text.value}>{say(numberValue(number.value))}</td>
                <td data-label={text.source} className="soft">
                  {number.source}
                </td>
                <td data-label={text.confidence}>
                  <StatusTag states={confidences} state={number.confidence as keyof typeof confidences} />
                </td>
                <td data-label={last}>{cell(number, name)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}
