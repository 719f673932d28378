import { Button } from 'antd';
import type { ReactElement } from 'react';
import { addDays } from '../../../kernel/day.ts';
import { useToday } from '../../../register/catalogue/web/today.ts';
import { SaveFile } from '../../../register/division/web/SaveFile.tsx';
import { useSearchState } from '../../../web/address.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { useTexts } from '../../../web/language.ts';
import { ecqsEndpoints, type EcqsResult } from '../contract.ts';
import { texts } from './text.ts';

function Verdict({ passed }: { passed: boolean }): ReactElement {
  const text = useTexts(texts);
  return <>{passed ? `✓ ${text.pass}` : `✗ ${text.fail}`}</>;
}

const columns: readonly Column<EcqsResult>[] = [
  {
    key: 'number',
    title: ['证书编号', 'Certificate'],
    show: (item) => <a href={`/desk/certificates/${encodeURIComponent(item.certificateNumber)}`}>{item.certificateNumber}</a>,
  },
  { key: 'reservation', title: ['预约单号', 'Reservation'], show: (item) => item.reservation },
  { key: 'holder', title: ['申请单位', 'Applicant'], show: (item) => item.holder },
  { key: 'name', title: ['器具名称', 'Name'], show: (item) => item.name },
  { key: 'model', title: ['型号规格', 'Model'], show: (item) => item.model },
  { key: 'serial', title: ['出厂编号', 'Serial number'], show: (item) => item.serial },
  { key: 'verdict', title: ['检定结论', 'Verdict'], narrow: true, show: (item) => <Verdict passed={item.passed} /> },
  { key: 'tested', title: ['检定日期', 'Verified on'], narrow: true, show: (item) => item.testedOn },
  { key: 'until', title: ['有效期至', 'Valid until'], narrow: true, show: (item) => item.validUntil },
];

const dayOf = (value: unknown, otherwise: string): string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : otherwise;

/** The results of a period in the fields of e-CQS; the last thirty days unless others are chosen. */
export function ResultsPage(): ReactElement {
  const text = useTexts(texts);
  const [search] = useSearchState();
  const today = useToday();
  const [from, to] = [dayOf(search['from'], addDays(today, -30)), dayOf(search['to'], today)];
  const only = search['only'] === 'all' ? ('all' as const) : ('reserved' as const);
  const query = { from, to, only };
  return (
    <>
      <PageHead title={text.results} lead={text.resultsLead} actions={<Button href="/desk/ecqs">{text.exchange}</Button>} />
      <DataTable
        endpoint={ecqsEndpoints.listEcqsResults}
        columns={columns}
        fixed={query}
        rowKey={(item) => item.id}
        caption={['检定结果', 'Results']}
        filters={[
          { name: 'from', label: ['签发自', 'Issued from'], kind: 'day' },
          { name: 'to', label: ['签发至', 'to'], kind: 'day' },
          {
            name: 'only',
            label: ['范围', 'Which'],
            kind: 'choice',
            options: [
              { value: 'reserved', label: ['有预约单号的', 'With a reservation'] },
              { value: 'all', label: ['本机构签发的全部', 'All of the institute'] },
            ],
          },
          { name: 'q', label: ['证书、编号、单位', 'Certificate, number, applicant'], more: true },
        ]}
        empty={{ title: ['这段时间没有可回传的结果', 'No results in this period'] }}
        actions={
          <>
            <SaveFile endpoint={ecqsEndpoints.exportEcqsResults} request={{ query: { ...query, format: 'xlsx' } }} label={text.xlsx} />
            <SaveFile endpoint={ecqsEndpoints.exportEcqsResults} request={{ query: { ...query, format: 'csv' } }} label={text.csv} />
            <SaveFile endpoint={ecqsEndpoints.exportEcqsResults} request={{ query: { ...query, format: 'csv-gbk' } }} label={text.gbk} />
          </>
        }
      />
    </>
  );
}
