import type { ReactElement } from 'react';
import { useTexts } from '../../../web/language.ts';
import type { AnnexTable } from '../contract/document.ts';
import { texts } from './text.ts';

/** An annex table as it is printed: a blank cell stays blank, a shifted total stays shifted. */
export function AnnexAsPrinted({ table }: { table: AnnexTable }): ReactElement {
  const text = useTexts(texts);
  const rows = table.total === null ? table.rows : [...table.rows, table.total];
  return (
    <div className="scroll framed" lang="zh-CN" role="region" aria-label={text.asPrinted} tabIndex={0}>
      <table className="grid annex">
        <caption>{text.asPrinted}</caption>
        <thead>
          <tr>
            {[table.itemsHeader, ...table.header].map((words) => (
              <th scope="col" key={words}>
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.cells.join('|')}>
              {index === 0 ? (
                <td rowSpan={table.rows.length} className="items">
                  {table.items.map((item) => (
                    <div key={item.id}>
                      {item.mark}
                      {item.name}
                    </div>
                  ))}
                </td>
              ) : row === table.total ? (
                <td>{row.items ?? ''}</td>
              ) : null}
              {row.cells.map((cell, column) => (
                <td key={`${table.header[column] ?? column}`} className={column === 0 ? '' : 'number'}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
