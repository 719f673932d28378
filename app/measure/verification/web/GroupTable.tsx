import type { Field, Group } from '@tongheng/procedures/form';
import type { ReactElement } from 'react';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { countRows, isGiven, pathOf, readCell, type Cell } from '../rules/sheet.ts';
import { boundOf, pointOf, rowChecks, wholeChecks } from '../rules/margin.ts';
import { CellInput } from './CellInput.tsx';
import { SheetRow } from './SheetRow.tsx';
import type { SheetState } from './sheet-state.ts';
import { Verdict } from './Verdict.tsx';
import { printNumber } from '../../../web/figures.ts';
import { texts } from './text.ts';

export type Shown = { readonly messageId: string; readonly hasPad: boolean };

type Props = Shown & { readonly sheet: SheetState; readonly group: Group };

/** The unit in which a field is written: its own, or the one of the sheet. */
export const unitOf = (field: Field, sheet: string): string => (field.unit === 'sheet' ? sheet : (field.unit ?? ''));

/** One block of the raw record: what the regulation asks for, its readings, what follows from them and the verdict of each row. */
export function GroupTable({ sheet, group, messageId, hasPad }: Props): ReactElement {
  const say = useSay();
  const text = useTexts(texts);
  const hasRows = group.rows !== null;
  const columns = hasRows ? group.columns : group.fields;
  const count = countRows(sheet.readings, group.id);
  const rows = hasRows ? Array.from({ length: count }, (_, row) => row) : [null];
  const whole = hasRows ? wholeChecks(sheet.progress.checks, group.id) : [];
  const odd = new Set(sheet.odd.map(({ path }) => path));
  return (
    <section className="block" aria-label={say(group.title)}>
      <header>
        <h2>{say(group.title)}</h2>
        <p className="soft">{say(group.help)}</p>
        {hasRows
          ? group.fields.map((field, column) => {
              const cell: Cell = { group: group.id, row: null, column: field.id };
              const path = pathOf(cell);
              const issue = sheet.wrong.get(path);
              return (
                <label key={field.id} className={issue === undefined ? 'inline' : 'inline wrong'}>
                  {say(field.label)} {field.symbol}
                  {sheet.edit === undefined ? (
                    <span className="typed">{wordOf(field, readCell(sheet.readings, cell), say)}</span>
                  ) : (
                    <CellInput
                      path={path}
                      block={`${group.id}.fields`}
                      row={0}
                      column={column}
                      text={readCell(sheet.readings, cell)}
                      label={`${say(group.title)} ${say(field.label)}`}
                      field={field}
                      isGiven={isGiven(sheet.prefilled, cell)}
                      issue={issue}
                      describedBy={messageId}
                      hasPad={hasPad}
                      actions={sheet.actions}
                    />
                  )}
                  <span className="soft">{unitOf(field, sheet.unit)}</span>
                </label>
              );
            })
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
                  {say(field.label)} <i>{field.symbol}</i> <span className="soft unit">{unitOf(field, sheet.unit)}</span>
                </th>
              ))}
              {group.computed.map(({ symbol, label }) => (
                <th key={symbol} scope="col" className="number" title={say(label)}>
                  {/^[a-z]{2}/.test(symbol) ? say(label) : <i>{symbol}</i>}
                </th>
              ))}
              <th scope="col" className="number">
                {text.limit}
              </th>
              <th scope="col" className="verdict">
                {text.verdict}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <SheetRow key={row ?? 0} {...rowOf(sheet, group, row, odd)} messageId={messageId} hasPad={hasPad} />
            ))}
          </tbody>
        </table>
      </Scroll>
      {hasRows ? (
        <div className="below">
          {sheet.edit !== undefined && group.rows !== null && group.rows.most > group.rows.least ? (
            <span className="rows no-print">
              <button type="button" onClick={() => sheet.edit?.resize(group, 1)} disabled={count >= group.rows.most}>
                {text.addRow}
              </button>
              <button type="button" onClick={() => sheet.edit?.resize(group, -1)} disabled={count <= group.rows.least}>
                {text.dropRow}
              </button>
            </span>
          ) : null}
          <span className="whole">
            {whole.map((check) => (
              <span key={check.id}>
                <b>{pointWord(group, pointOf(check, group.id), say)}</b> <i>{check.symbol}</i>{' '}
                {check.comparison === 'stated' ? '' : `${printNumber(check.value)} ${check.unit}`}{' '}
                <span className="soft">{boundOf(check)}</span> <Verdict check={check} />
              </span>
            ))}
          </span>
        </div>
      ) : null}
    </section>
  );
}

const wordOf = (field: Field, text: string, say: ReturnType<typeof useSay>): string => {
  const choice = field.choices?.find(({ value }) => value === text);
  return choice === undefined ? text : say(choice.label);
};

/** The word for a point that several rows share, as they name it. */
const pointWord = (group: Group, point: string, say: ReturnType<typeof useSay>): string => {
  const choice = group.columns.flatMap(({ choices = [] }) => choices).find(({ value }) => value === point);
  return choice === undefined ? point : say(choice.label);
};

/** What one row shows; taken apart so that a row whose parts are the same is not drawn again. */
function rowOf(sheet: SheetState, group: Group, row: number | null, odd: ReadonlySet<string>) {
  const id = row === null ? group.id : `${group.id}.${row + 1}`;
  const fields = row === null ? group.fields : group.columns;
  const cells = fields.map(({ id: column }): Cell => ({ group: group.id, row, column }));
  const paths = cells.map(pathOf);
  const written = cells.map((cell) => readCell(sheet.readings, cell));
  return {
    group,
    fields,
    row,
    paths,
    texts: written,
    given: cells.map((cell) => isGiven(sheet.prefilled, cell)),
    issues: paths.map((path) => sheet.wrong.get(path)),
    odd: paths.map((path) => odd.has(path)),
    values: group.computed.map(({ symbol }) => sheet.valueOf.get(`${id}.${symbol}`) ?? ''),
    checks: row === null ? wholeChecks(sheet.progress.checks, group.id) : rowChecks(sheet.progress.checks, group.id, row, written),
    actions: sheet.edit === undefined ? undefined : sheet.actions,
  };
}
