import type { ReactElement } from 'react';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import type { Matrix, MatrixCell } from '../contract.ts';
import { cellStates, coverKinds } from '../rules/life-cycle.ts';
import { texts } from './text.ts';
import './capability.css';

/** One letter of shape beside the colour, so that a cell is read without colours. */
const marks: Readonly<Record<string, string>> = {
  absent: '—',
  building: '◔',
  examined: '◑',
  authorised: '◕',
  'in-use': '●',
  suspended: '‖',
  lapsed: '✕',
};

const markOf = (cell: MatrixCell): string =>
  cell.state === null ? '?' : cell.state === 'in-use' && cell.basis === 'document' ? '○' : (marks[cell.state] ?? '');

function CellLink({ region, cell, county, item }: { region: string; cell: MatrixCell; county: string; item: string }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const state = cell.state === null ? text.unknown : say(cellStates[cell.state]);
  const words = [
    county,
    item,
    state,
    cell.since === null ? '' : `${text.since} ${cell.since}`,
    cell.printed === null ? '' : cell.printed === 'done' ? text.printedDone : text.printedOpen,
    cell.pending ? text.pending : '',
    cell.cover === null ? '' : text.covered.replace('{kind}', say(coverKinds[cell.cover])),
  ].filter((word) => word !== '');
  return (
    <a
      href={`/desk/capability/${region}/${cell.item}`}
      className={`matrix-cell state-${cell.state ?? 'none'} basis-${cell.basis ?? 'none'}`}
      title={words.join(' · ')}
      aria-label={words.join('，')}
    >
      <span aria-hidden="true">{markOf(cell)}</span>
      {cell.pending ? <i className="pending" aria-hidden="true" /> : null}
      {cell.cover === null ? null : <i className="covered" aria-hidden="true" />}
    </a>
  );
}

/** The annex turned so that a row is a county: every cell with its state, and the printed figures beside the recomputed. */
export function MatrixTable({ matrix }: { matrix: Matrix }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const { printedSums, effectiveTotal, printedTotal, city } = matrix;
  const columns = ['required', 'done', 'open'] as const;
  return (
    <Scroll label={say(matrix.name)}>
      <table className="grid matrix">
        <caption className="unseen">{say(matrix.name)}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {text.county}
            </th>
            {matrix.items.map((item) => (
              <th scope="col" rowSpan={2} key={item.id} className="item" title={say(item.name)}>
                <span>{item.mark}</span>
                <small>{say(item.name)}</small>
              </th>
            ))}
            <th scope="colgroup" colSpan={3} className="group">
              {text.printed}
            </th>
            <th scope="colgroup" colSpan={3} className="group">
              {text.live}
            </th>
          </tr>
          <tr>
            {[text.printed, text.live].flatMap((side) =>
              columns.map((column) => (
                <th scope="col" className="number" key={`${side} ${column}`}>
                  {text[column]}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {city === null ? null : (
            <tr>
              <th scope="row">{say(city.name)}</th>
              <td colSpan={matrix.items.length} className="soft" />
              {columns.map((column) => (
                <td className="number" key={column}>
                  {city.printed[column] ?? '—'}
                </td>
              ))}
              <td colSpan={3} className="soft" />
            </tr>
          )}
          {matrix.counties.map((county) => (
            <tr key={county.code}>
              <th scope="row">{say(county.name)}</th>
              {county.cells.map((cell) => (
                <td key={cell.item} className="cell">
                  <CellLink
                    region={county.code}
                    cell={cell}
                    county={say(county.name)}
                    item={say(matrix.items.find((item) => item.id === cell.item)?.name ?? [cell.item, cell.item])}
                  />
                </td>
              ))}
              {columns.map((column) => (
                <td className="number" key={column}>
                  {county.printed[column] ?? '—'}
                </td>
              ))}
              {columns.map((column) => (
                <td className={county.effective[column] === county.printed[column] ? 'number' : 'number changed'} key={`live ${column}`}>
                  {county.effective[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{text.counties}</th>
            <td colSpan={matrix.items.length + 3} />
            {columns.map((column) => (
              <td className="number" key={column}>
                {effectiveTotal[column]}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{text.sums}</th>
            <td colSpan={matrix.items.length} />
            {columns.map((column) => (
              <td className="number" key={column}>
                {printedSums[column] ?? '—'}
              </td>
            ))}
            <td colSpan={3} />
          </tr>
          {printedTotal === null ? null : (
            <tr>
              <th scope="row">{text.printedTotal}</th>
              <td colSpan={matrix.items.length} />
              {printedTotal.slice(1, 4).map((printed, index) => (
                <td className="number" key={columns[index]}>
                  {printed === '' ? '' : printed}
                </td>
              ))}
              <td colSpan={3}>
                <a href={`/desk/plan/differences?source=${matrix.list}`}>{text.differences}</a>
              </td>
            </tr>
          )}
        </tfoot>
      </table>
    </Scroll>
  );
}
