import type { ReactElement } from 'react';
import { useSay, useTexts } from '../../../web/language.ts';
import type { Verification } from '../contract.ts';
import { Verdict, type SheetView } from './GroupTable.tsx';
import { texts } from './text.ts';

type Props = {
  readonly record: Verification;
  readonly view: SheetView;
  /** Which row is being typed: 'weighing.2', or a block such as 'repeatability'. */
  readonly rowId: string | undefined;
  readonly itemIds: readonly string[];
};

/** The right margin of the sheet: the clause and the limit of the row being typed, and how its verdict follows. It keeps its room. */
export function Margin({ record, view, rowId, itemIds }: Props): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const item = rowId?.split('.')[0] ?? '';
  const check = view.checks.find(({ id }) => id === rowId);
  const clause = record.clauses[`items.${itemIds.indexOf(item)}.required`];
  const hasZero = view.checks.some(({ id }) => id === 'zero');
  return (
    <aside className="margin no-print" aria-label={text.position}>
      <h3>{text.position}</h3>
      <p className="clause">
        {clause === undefined ? null : (
          <>
            {record.editionNumber} · {text.clause} {clause}{' '}
          </>
        )}
        {record.adopted ? null : (
          <span className="unconfirmed" title={text.unconfirmedNote}>
            {text.unconfirmed}
          </span>
        )}
      </p>
      {check === undefined ? (
        <p className="soft">{rowId !== undefined && item !== 'zero' && !hasZero ? text.zeroFirst : text.notJudged}</p>
      ) : (
        <>
          <p className="bound">
            {text.limit} {check.comparison === 'at-least' ? '≥' : '±'} {check.limit} {check.unit}
          </p>
          <Verdict check={check} />
          <p className="steps">{say(check.explanation)}</p>
        </>
      )}
    </aside>
  );
}
