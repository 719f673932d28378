import type { ReactElement } from 'react';
import { printNumber } from '../../../web/figures.ts';
import { Empty } from '../../../web/kit/PageStates.tsx';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { instrumentKinds } from '../../catalogue/rules/kinds.ts';
import { useRegionName, useRegions } from '../../organization/web/regions.ts';
import type { Coverage, CoverageRow } from '../contract.ts';
import { coverageColumnNames, coverageColumns, type CoverageColumn } from '../rules.ts';
import { texts } from './text.ts';
import './figure-cards.css';

type Counts = Pick<CoverageRow, CoverageColumn | 'rate'>;

/** Where the instruments of a figure are listed. */
export function coveredAddress(column: CoverageColumn, narrowed: Readonly<Record<string, string | null | undefined>>): string {
  const search = new URLSearchParams({ column });
  for (const [name, value] of Object.entries(narrowed)) if (value !== null && value !== undefined) search.set(name, value);
  return `/desk/coverage/instruments?${search.toString()}`;
}

/** The rows in the city's own order; each figure above zero leads to its instruments. */
export function CoverageTable({ coverage, kind }: { coverage: Coverage; kind: string | undefined }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const regions = useRegions().map(({ code }) => code);
  const place = (row: CoverageRow): number => (row.region === null ? 0 : regions.indexOf(row.region));
  const rows = [...coverage.rows].sort((one, other) => place(one) - place(other));
  if (rows.length === 0) return <Empty title={text.nothing} />;
  const region = coverage.region.endsWith('00') ? null : coverage.region;
  return (
    <Scroll label={text.title}>
      <table className="grid cards figure-cards">
        <caption className="unseen">{text.title}</caption>
        <thead>
          <tr>
            <th scope="col">{coverage.by === 'kind' ? text.kind : coverage.by === 'county' ? text.county : text.township}</th>
            {coverage.by === 'township-kind' ? <th scope="col">{text.kind}</th> : null}
            {coverageColumnNames.map((column) => (
              <th scope="col" key={column} className="number">
                {say(coverageColumns[column].text)}
              </th>
            ))}
            <th scope="col" className="number">
              {text.rate}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.region} ${row.township} ${row.kind}`}>
              <td className="lead">
                <RowName row={row} by={coverage.by} several={region === null} />
              </td>
              {coverage.by === 'township-kind' ? (
                <td data-label={text.kind}>{row.kind === null ? '' : say(instrumentKinds[row.kind].text)}</td>
              ) : null}
              <Figures counts={row} narrowed={{ region: row.region ?? region, township: row.township, kind: row.kind ?? kind }} />
            </tr>
          ))}
          <tr className="coverage-total">
            <td className="lead">{text.total}</td>
            {coverage.by === 'township-kind' ? <td className="blank" /> : null}
            <Figures counts={coverage.total} narrowed={{ region, kind }} />
          </tr>
        </tbody>
      </table>
    </Scroll>
  );
}

function RowName({ row, by, several }: { row: CoverageRow; by: Coverage['by']; several: boolean }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const regionName = useRegionName();
  if (by === 'kind') return <>{row.kind === null ? '' : say(instrumentKinds[row.kind].text)}</>;
  const county = row.region === null ? '' : regionName(row.region);
  if (by === 'county') return <a href={`/desk/coverage?region=${row.region}`}>{county}</a>;
  const township = row.township === 'none' ? text.unknownTownship : (row.townshipName ?? row.township);
  return (
    <>
      {township} {row.ended ? <span className="soft">{text.endedTownship}</span> : null}{' '}
      {several ? <span className="soft">{county}</span> : null}
    </>
  );
}

function Figures({ counts, narrowed }: { counts: Counts; narrowed: Readonly<Record<string, string | null | undefined>> }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  return (
    <>
      {coverageColumnNames.map((column) => (
        <td key={column} className="number" data-label={say(coverageColumns[column].text)}>
          {counts[column] === 0 ? 0 : <a href={coveredAddress(column, narrowed)}>{printNumber(counts[column])}</a>}
        </td>
      ))}
      <td className="number" data-label={text.rate}>
        {counts.rate === null ? <span className="soft">{text.noneDue}</span> : `${counts.rate}%`}
      </td>
    </>
  );
}
