import type { Procedure } from '@tongheng/procedures/calculation';
import { useSyncExternalStore, type ReactElement, type ReactNode } from 'react';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { boundOf, decisive, rowChecks, wholeChecks } from '../rules/margin.ts';
import type { RigColumn } from '../rules/rig-sheet.ts';
import { readCell } from '../rules/sheet.ts';
import { rigPlace } from './RigRow.tsx';
import type { RigStore } from './rig-store.ts';
import { texts } from './text.ts';
import { Verdict } from './Verdict.tsx';

type MarginProps = {
  /** Left out where the same stands once more, above the keys of a phone. */
  readonly id?: string;
  readonly procedure: Procedure;
  readonly store: RigStore;
  readonly place: string | undefined;
  readonly columns: readonly RigColumn[];
};

/** Clause, limit and verdict of the cell with the focus, and what is wrong with it. Its room is always there. */
export function RigMargin({ id, procedure, store, place, columns }: MarginProps): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  useSyncExternalStore(store.subscribeAll, store.version);
  if (place === undefined)
    return (
      <p id={id} className="rig-margin soft">
        {text.rigKeys}
      </p>
    );
  const { row, path } = rigPlace(place);
  const column = columns.find((one) => one.path === path);
  const { record, readings, judged } = store.row(row);
  const issue = judged.wrong.get(path);
  const oddity = judged.odd.get(path);
  const { checks } = judged.progress;
  const own =
    column === undefined || column.cell.row === null
      ? []
      : rowChecks(checks, column.group.id, column.cell.row, [...column.given.map((one) => one.text), readCell(readings, column.cell)]);
  const check = decisive(own.length > 0 || column === undefined ? own : wholeChecks(checks, column.group.id));
  const clause = check?.clause ?? procedure.edition.items.find((item) => item.id === column?.group.id)?.clause.value ?? null;
  const choices = column?.field.choices?.map((choice, index) => `${index + 1} ${say(choice.label)}`).join(' · ');
  return (
    <div className="rig-margin">
      <p>
        <b>{record.serial}</b> {column === undefined ? '' : `${say(column.group.title)} ${say(column.field.label)}`}{' '}
        <span className="soft">
          {procedure.edition.number}
          {clause === null ? '' : ` · ${text.clause} ${clause}`}
        </span>{' '}
        {check === undefined || check.comparison === 'stated' ? null : (
          <span>
            <i>{check.symbol}</i> {check.value} {check.limit === null ? text.unconfirmed : boundOf(check)} {check.unit}
          </span>
        )}{' '}
        {check === undefined ? null : <Verdict check={check} />}
      </p>
      <p id={id} className={`cell-line ${issue === undefined ? (oddity === undefined ? 'soft' : 'odd') : 'wrong'}`} aria-live="polite">
        {issue === undefined && oddity !== undefined
          ? `△ ${say(oddity)}`
          : issue === undefined
            ? (choices ?? (column === undefined ? '' : say(column.field.help)))
            : say(issue)}
      </p>
    </div>
  );
}

/** How far the sheet is: counted over all rows, after the row that was typed into has answered. */
export function RigCount({ store, children }: { store: RigStore; children: ReactNode }): ReactElement {
  const text = useTexts(texts);
  useSyncExternalStore(store.subscribeAll, store.version);
  const rows = store.rows();
  const count = (conclusion: 'pass' | 'fail' | null): number => rows.filter(({ judged }) => judged.conclusion === conclusion).length;
  return (
    <div className="rig-count">
      <span role="status">{fill(text.rigCount, { all: rows.length, pass: count('pass'), fail: count('fail'), open: count(null) })}</span>
      <button type="button" className="key" onClick={store.undo} disabled={!store.mayUndo} title="Ctrl+Z">
        {text.undo}
      </button>
      <button type="button" className="key" onClick={store.redo} disabled={!store.mayRedo} title="Ctrl+Y">
        {text.redo}
      </button>
      {children}
    </div>
  );
}
