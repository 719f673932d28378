import type { ReactElement } from 'react';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { printDocumentNumber } from '../../../web/figures.ts';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { indicatorEndpoints } from '../contract.ts';
import type { IndicatorPage, RecordRow } from '../contract/shapes.ts';
import { basisWords, levelWords } from './fields.ts';
import { useMoment } from './moment.ts';
import { verdictTones } from './states.ts';
import { texts } from './text.ts';

const hrefOf = (row: RecordRow): string =>
  row.source === 'dossier'
    ? `/desk/measurement-standards/${row.parent ?? ''}`
    : row.source === 'cell'
      ? `/desk/capability/${row.id}`
      : row.source === 'request'
        ? `/desk/requests/${row.parent ?? ''}`
        : `/desk/entries/${row.parent ?? ''}`;

function Title({ row }: { row: RecordRow }): ReactElement {
  const text = useTexts(texts);
  return (
    <>
      <a href={hrefOf(row)}>{row.title}</a>
      {row.again ? <div className="soft">{text.again}</div> : null}
    </>
  );
}

function Said({ words }: { words: readonly [string, string] | undefined }): ReactElement | null {
  const say = useSay();
  return words === undefined ? null : <>{say(words)}</>;
}

/** What a figure opens down to; the conditions stand in the page's address. */
export function RecordList({ page }: { page: IndicatorPage }): ReactElement {
  const moment = useMoment();
  const regions = page.counties.map((county) => ({ value: county.code, label: county.name }));
  const regionOf = (code: string): readonly [string, string] | undefined => page.counties.find((county) => county.code === code)?.name;
  const isRequest = page.rule === 'demandServed';
  const columns: readonly Column<RecordRow>[] = [
    { key: 'title', title: ['名称', 'Name'], show: (row) => <Title row={row} /> },
    { key: 'verdict', title: ['是否计入', 'Counts'], narrow: true, show: (row) => <StatusTag states={verdictTones} state={row.verdict} /> },
    { key: 'basis', title: ['依据', 'Basis'], narrow: true, show: (row) => <Said words={basisWords[row.basis]} /> },
    { key: 'region', title: ['地区', 'Region'], narrow: true, show: (row) => <Said words={regionOf(row.region)} /> },
    ...(page.rule === 'entries' || page.rule === 'measurementStandards' || page.rule === 'catalogueCoverage'
      ? [
          {
            key: 'level',
            title: ['级别', 'Level'] as const,
            narrow: true,
            show: (row: RecordRow) => (row.level === null ? null : <Said words={levelWords[row.level]} />),
          },
        ]
      : []),
    { key: 'organization', title: ['单位', 'Organization'], show: (row) => row.organization },
    {
      key: 'document',
      title: ['文号', 'Document'],
      show: (row) => (row.documentNumber === null ? null : printDocumentNumber(row.documentNumber)),
    },
    { key: 'since', title: ['起', 'Since'], narrow: true, show: (row) => row.since },
    ...(isRequest ? [] : [{ key: 'until', title: ['止', 'Until'] as const, narrow: true, show: (row: RecordRow) => row.until }]),
  ];
  return (
    <DataTable
      endpoint={indicatorEndpoints.listIndicatorRecords}
      params={{ id: page.id }}
      fixed={moment}
      columns={columns}
      rowKey={(row) => row.id}
      filters={
        isRequest
          ? []
          : [
              { name: 'q', label: ['关键词', 'Keyword'] },
              { name: 'region', label: ['地区', 'Region'], kind: 'choice', options: regions },
              {
                name: 'counts',
                label: ['是否计入', 'Counts'],
                kind: 'choice',
                options: [
                  { value: 'true', label: ['计入', 'Counts'] },
                  { value: 'false', label: ['不计入', 'Does not count'] },
                ],
              },
            ]
      }
      caption={['指标背后的记录', 'The records behind the indicator']}
      empty={{ title: ['没有记录', 'No records'], next: ['登记并采信后显示在这里', 'They appear here once entered and accepted'] }}
    />
  );
}
