import { Button } from 'antd';
import type { ReactElement } from 'react';
import { FilePicker } from '../../../register/file/web/FilePicker.tsx';
import { useRegionName } from '../../../register/organization/web/regions.ts';
import { printDocumentNumber } from '../../../web/figures.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { assessmentEndpoints } from '../contract.ts';
import type { Commendation } from '../contract/practice.ts';
import { useRegionOptions } from './regions.ts';
import { texts } from './text.ts';

/** One commendation with the words of the plan it rests on. */
export function CommendationCard({ commendation }: { commendation: Commendation }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  return (
    <section className="sheet">
      <h2>{`${text.commendations} · ${printDocumentNumber(commendation.documentNumber)}`}</h2>
      <p className="soft">{`${commendation.organization.name} · ${commendation.issuedOn}`}</p>
      <p className="prose">{commendation.text}</p>
      <p className="soft">{`${text.basis}：${commendation.basis.clause} ${say(commendation.basis.text)}`}</p>
      {commendation.files.length === 0 ? null : <FilePicker value={commendation.files} />}
    </section>
  );
}

function Region({ code }: { code: string }): ReactElement {
  return <>{useRegionName()(code)}</>;
}

const columns: readonly Column<Commendation>[] = [
  { key: 'organization', title: ['受褒奖单位', 'Commended'], show: (each) => each.organization.name },
  { key: 'text', title: ['褒奖内容', 'Commendation'], show: (each) => each.text },
  { key: 'number', title: ['文号', 'Document number'], show: (each) => printDocumentNumber(each.documentNumber) },
  { key: 'day', title: ['印发日期', 'Issued on'], narrow: true, show: (each) => each.issuedOn },
  { key: 'region', title: ['地区', 'Region'], narrow: true, show: (each) => <Region code={each.region} /> },
  {
    key: 'practice',
    title: ['典型做法', 'Good practice'],
    show: (each) => (each.practice === null ? null : <a href={`/desk/practices/${each.practice.id}`}>{each.practice.title}</a>),
  },
];

/** All commendations. */
export function CommendationList(): ReactElement {
  const text = useTexts(texts);
  const regions = useRegionOptions();
  return (
    <>
      <PageHead
        title={text.commendations}
        lead={text.commendationsLead}
        actions={<Button href="/desk/practices">{text.practices}</Button>}
      />
      <DataTable
        endpoint={assessmentEndpoints.listCommendations}
        columns={columns}
        rowKey={(each) => each.id}
        caption={['褒奖', 'Commendations']}
        filters={[
          { name: 'q', label: ['关键词', 'Keyword'] },
          { name: 'region', label: ['地区', 'Region'], kind: 'choice', options: regions },
        ]}
        empty={{ title: ['还没有褒奖', 'No commendation yet'] }}
      />
    </>
  );
}
