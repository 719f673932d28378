import type { Check, ComputedValue } from '@tongheng/procedures/calculation';
import type { Field, Group } from '@tongheng/procedures/form';
import type { ClipboardEvent, FocusEvent, ReactElement } from 'react';
import { printNumber } from '../../../web/figures.ts';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { countRows, isGiven, pathOf, readCell, type Cell, type SheetReadings } from '../rules/sheet.ts';
import { MarginBar } from './MarginBar.tsx';
import { texts } from './text.ts';

export type SheetView = {
  readonly readings: SheetReadings;
  readonly prefilled: SheetReadings | undefined;
  readonly values: readonly ComputedValue[];
  readonly checks: readonly Check[];
  /** What is wrong with what was written, by the path of the cell; blanks are not wrong. */
  readonly wrong: ReadonlyMap<string, string>;
  readonly unit: string;
  /** undefined: the sheet is read and not written. */
  readonly edit: SheetEdit | undefined;
};

export type SheetEdit = {
  readonly onWrite: (cell: Cell, text: string) => void;
  readonly onPaste: (group: Group, cell: Cell, text: string) => void;
  readonly onFocus: (row: string) => void;
  readonly onResize: (group: Group, change: 1 | -1) => void;
};

type CellProps = {
  readonly view: SheetView;
  readonly group: Group;
  readonly field: Field;
  readonly row: number | null;
  readonly rowId: string;
};

/** One value of the paper: an input while it is being entered, the digits as typed afterwards. */
function SheetCell({ view, group, field, row, rowId }: CellProps): ReactElement {
  const say = useSay();
  const cell: Cell = { group: group.id, row, column: field.id };
  const text = readCell(view.readings, cell);
  const path = pathOf(cell);
  const { edit } = view;
  if (edit === undefined) return <span className="typed">{text}</span>;
  const issue = view.wrong.get(path);
  const shared = {
    'data-cell': path,
    'data-given': String(isGiven(view.prefilled, cell) && text !== ''),
    value: text,
    'aria-label': `${say(group.title)}${row === null ? '' : ` ${row + 1}`} ${say(field.label)}`,
    'aria-invalid': issue !== undefined,
    ...(issue === undefined ? {} : { title: issue }),
    // As in a spreadsheet: what is typed into a cell takes the place of what stood there.
    onFocus: (event: FocusEvent<HTMLInputElement | HTMLSelectElement>) => {
      edit.onFocus(rowId);
      if (event.target instanceof HTMLInputElement) event.target.select();
    },
  };
  if (field.choices !== undefined) {
    return (
      <select {...shared} onChange={(event) => edit.onWrite(cell, event.target.value)}>
        {text === '' ? <option value="" /> : null}
        {field.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {say(choice.label)}
          </option>
        ))}
      </select>
    );
  }
  const paste = (event: ClipboardEvent<HTMLInputElement>): void => {
    const pasted = event.clipboardData.getData('text');
    if (!/[\t\n\r]/.test(pasted.trimEnd())) return;
    event.preventDefault();
    edit.onPaste(group, cell, pasted);
  };
  return (
    <input
      {...shared}
      inputMode="decimal"
      autoComplete="off"
      spellCheck={false}
      onPaste={paste}
      onChange={(event) => edit.onWrite(cell, event.target.value)}
    />
  );
}

/** The values computed for a row, in the order of the formulas; what is not known yet is blank and takes its room. */
function computedColumns(group: Group): readonly string[] {
  switch (group.id) {
    case 'zero':
      return ['P', 'E0'];
    case 'repeatability':
      return ['P'];
    case 'discrimination':
      return ['change'];
    default:
      return ['P', 'Ec'];
  }
}
const heads: Readonly<Record<string, string>> = { E0: 'E₀', change: 'I₂ − I₁' };

type RowProps = { readonly view: SheetView; readonly group: Group; readonly row: number | null };

function SheetRow({ view, group, row }: RowProps): ReactElement {
  const text = useTexts(texts);
  const rowId = row === null ? group.id : `${group.id}.${row + 1}`;
  const valueOf = (symbol: string): string => view.values.find(({ id }) => id === `${rowId}.${symbol}`)?.value ?? '';
  const check = view.checks.find(({ id }) => id === rowId);
  const columns = row === null ? group.fields : group.columns;
  const judged = group.id !== 'repeatability';
  return (
    <tr className={check?.verdict === 'fail' ? 'failing' : ''}>
      {row === null ? null : <th scope="row">{row + 1}</th>}
      {columns.map((field) => (
        <td key={field.id} className={view.wrong.has(pathOf({ group: group.id, row, column: field.id })) ? 'entry wrong' : 'entry'}>
          <SheetCell view={view} group={group} field={field} row={row} rowId={judged ? rowId : group.id} />
        </td>
      ))}
      {computedColumns(group).map((symbol) => (
        <td key={symbol} className="number computed">
          {printNumber(valueOf(symbol))}
        </td>
      ))}
      {judged ? (
        <>
          <td className="number computed limit">
            {check === undefined ? '' : `${check.comparison === 'at-least' ? '≥' : '±'} ${check.limit}`}
          </td>
          <td className="verdict">{check === undefined ? null : <Verdict check={check} />}</td>
        </>
      ) : null}
      {judged ? null : <td className="verdict" aria-label={text.verdict} />}
    </tr>
  );
}

export function Verdict({ check }: { check: Check }): ReactElement {
  const text = useTexts(texts);
  return (
    <span className={`mark ${check.verdict}`}>
      <span className="word">{check.verdict === 'pass' ? text.pass : text.fail}</span>
      <MarginBar check={check} />
    </span>
  );
}

/** One block of the raw record: what the regulation asks for, its readings, what follows from them and the verdict of each row. */
export function GroupTable({ view, group }: { view: SheetView; group: Group }): ReactElement {
  const say = useSay();
  const text = useTexts(texts);
  const count = countRows(view.readings, group.id);
  const hasRows = group.rows !== null;
  const check = view.checks.find(({ id }) => id === group.id);
  const columns = hasRows ? group.columns : group.fields;
  const judged = group.id !== 'repeatability';
  return (
    <section className="block" aria-label={say(group.title)}>
      <header>
        <h2>{say(group.title)}</h2>
        <p className="soft">{say(group.help)}</p>
        {hasRows
          ? group.fields.map((field) => (
              <label key={field.id} className="inline">
                {say(field.label)} {field.symbol}
                <SheetCell view={view} group={group} field={field} row={null} rowId={group.id} />
                <span className="soft">{view.unit}</span>
              </label>
            ))
          : null}
      </header>
      <Scroll label={say(group.title)} framed={false}>
        <table>
          <caption className="unseen">{say(group.title)}</caption>
          <thead>
            <tr>
              {hasRows ? <th scope="col">{text.row}</th> : null}
              {columns.map((field) => (
                <th key={field.id} scope="col" title={say(field.help)}>
                  {say(field.label)} <i>{field.symbol}</i>
                  {field.kind === 'decimal' ? <span className="soft"> {view.unit}</span> : null}
                </th>
              ))}
              {computedColumns(group).map((symbol) => (
                <th key={symbol} scope="col" className="number">
                  <i>{heads[symbol] ?? symbol}</i>
                </th>
              ))}
              {judged ? (
                <th scope="col" className="number">
                  {text.limit}
                </th>
              ) : null}
              <th scope="col" className="verdict">
                {text.verdict}
              </th>
            </tr>
          </thead>
          <tbody>
            {hasRows ? (
              Array.from({ length: count }, (_, row) => <SheetRow key={row} view={view} group={group} row={row} />)
            ) : (
              <SheetRow view={view} group={group} row={null} />
            )}
          </tbody>
          {judged ? null : (
            <tfoot>
              <tr>
                <td colSpan={1 + columns.length} className="number">
                  <i>Pmax − Pmin</i>
                </td>
                <td className="number computed">{check === undefined ? '' : `${printNumber(check.value)} ≤ ${check.limit}`}</td>
                <td className="verdict">{check === undefined ? null : <Verdict check={check} />}</td>
              </tr>
            </tfoot>
          )}
        </table>
      </Scroll>
      {view.edit !== undefined && group.rows !== null && group.rows.most > group.rows.least ? (
        <div className="rows no-print">
          <button type="button" onClick={() => view.edit?.onResize(group, 1)} disabled={count >= group.rows.most}>
            {text.addRow}
          </button>
          <button type="button" onClick={() => view.edit?.onResize(group, -1)} disabled={count <= group.rows.least}>
            {text.dropRow}
          </button>
        </div>
      ) : null}
    </section>
  );
}
