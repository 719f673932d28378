import { memo, useSyncExternalStore, type ReactElement } from 'react';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { decisive } from '../rules/margin.ts';
import type { RigColumn } from '../rules/rig-sheet.ts';
import { readCell } from '../rules/sheet.ts';
import { CellInput, type CellActions } from './CellInput.tsx';
import type { RigStore } from './rig-store.ts';
import { texts } from './text.ts';
import { Verdict } from './Verdict.tsx';

type Props = {
  readonly store: RigStore;
  readonly row: number;
  readonly columns: readonly RigColumn[];
  readonly actions: CellActions;
  readonly messageId: string;
  readonly hasPad: boolean;
  /** Where the record itself is opened; null: nowhere. */
  readonly href: string | null;
  /** What the server said of this row at submission. */
  readonly refusal: string | undefined;
};

/** The path of a cell of the rig's sheet: the row, and the path within its record. */
export const rigPath = (row: number, path: string): string => `${row}:${path}`;

export const rigPlace = (path: string): { readonly row: number; readonly path: string } => {
  const at = path.indexOf(':');
  return { row: Number(path.slice(0, at)), path: path.slice(at + 1) };
};

/** One instrument of the rig. It listens to its own row: what is typed elsewhere does not draw it. */
export const RigRow = memo(function RigRow(props: Props): ReactElement {
  const { store, row, columns, actions, messageId, hasPad, href, refusal } = props;
  const text = useTexts(texts);
  const say = useSay();
  const { record, readings, judged } = useSyncExternalStore(
    (listener) => store.subscribe(row, listener),
    () => store.row(row),
  );
  const groups = new Set(columns.map(({ group }) => group.id));
  const check = decisive(judged.progress.checks.filter(({ row: at }) => groups.has(at.split('.')[0] ?? '')));
  return (
    <div role="row" aria-rowindex={row + 2} className={judged.conclusion === 'fail' || check?.verdict === 'fail' ? 'line failing' : 'line'}>
      <div role="rowheader" className="serial" title={record.serial}>
        <span className="order">{row + 1}</span> {href === null ? record.serial : <a href={href}>{record.serial}</a>}
      </div>
      <div role="cell" className="verdict">
        {check === undefined ? null : <Verdict check={check} />}
      </div>
      <div role="cell" className="whole-record">
        {judged.conclusion === null ? (
          <span className="soft">
            {judged.missing > 0
              ? fill(text.stillMissing, { n: judged.missing })
              : judged.unknown
                ? text.unconfirmed
                : fill(text.wrongEntries, { n: judged.wrong.size })}
          </span>
        ) : (
          <b className={`mark ${judged.conclusion}`}>{judged.conclusion === 'pass' ? text.concludedPass : text.concludedFail}</b>
        )}
        {refusal === undefined ? null : <span className="refusal">{refusal}</span>}
      </div>
      {columns.map((column, index) => {
        const issue = judged.wrong.get(column.path);
        return (
          <div
            role="cell"
            key={column.path}
            className={`entry ${column.field.kind}${issue === undefined ? (judged.odd.has(column.path) ? ' odd' : '') : ' wrong'}`}
          >
            <CellInput
              path={rigPath(row, column.path)}
              block="rig"
              row={row}
              column={index}
              text={readCell(readings, column.cell)}
              label={`${record.serial} ${say(column.group.title)}${column.cell.row === null ? '' : ` ${column.cell.row + 1}`} ${say(column.field.label)}`}
              field={column.field}
              isGiven={false}
              issue={issue === undefined ? undefined : say(issue)}
              describedBy={messageId}
              hasPad={hasPad}
              actions={actions}
            />
          </div>
        );
      })}
    </div>
  );
});
