import { useState, type ReactElement } from 'react';
import { Scroll } from '../../../../web/kit/Scroll.tsx';
import { fill, useTexts } from '../../../../web/language.ts';
import { expectedShares } from '../../rules/curve.ts';
import { printShare, printSignificant } from '../../rules/print-number.ts';
import type { Gum, Histogram } from '../../rules/record.ts';
import { PlainNumber } from './PlainNumber.tsx';
import { saveText } from './save-text.ts';
import { texts } from './text.ts';

/** The numbers of the histogram as a table, and as a file. */
export function HistogramData({ name, gum, histogram }: { name: string; gum: Gum; histogram: Histogram }): ReactElement {
  const text = useTexts(texts);
  const [open, setOpen] = useState(false);
  const shares = open ? expectedShares(gum, histogram.edges) : [];
  const save = (): void => {
    const expected = expectedShares(gum, histogram.edges);
    const lines = histogram.counts.map((count, index) =>
      [histogram.edges[index], histogram.edges[index + 1], count, expected[index]].join(','),
    );
    saveText(`${name}.csv`, ['from,to,count,gumShare', ...lines, ''].join('\r\n'), 'text/csv');
  };
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{text.data}</summary>
      {open ? (
        <>
          <button type="button" className="small" onClick={save}>
            {text.downloadData}
          </button>
          <Scroll label={fill(text.distributionOf, { name })} className="tall">
            <table className="grid budget">
              <thead>
                <tr>
                  {[text.from, text.to, text.count, text.gumShare].map((words) => (
                    <th scope="col" className="number" key={words}>
                      {words}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {histogram.counts.map((count, index) => (
                  <tr key={histogram.edges[index]}>
                    <td className="number">
                      <PlainNumber text={printSignificant(histogram.edges[index] ?? 0, 6)} />
                    </td>
                    <td className="number">
                      <PlainNumber text={printSignificant(histogram.edges[index + 1] ?? 0, 6)} />
                    </td>
                    <td className="number">{count}</td>
                    <td className="number">{printShare(shares[index] ?? 0)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        </>
      ) : null}
    </details>
  );
}
