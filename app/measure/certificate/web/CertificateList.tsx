import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import type { Filter } from '../../../web/kit/FilterBar.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { organizationEndpoints } from '../../../register/organization/contract.ts';
import { certificateEndpoints, type CertificateCard } from '../contract.ts';
import { certificateStandings, documentKinds } from '../rules.ts';
import { usePermit } from '../../../web/session.ts';
import { BundleButtons } from './BundleButtons.tsx';
import { certificateTags } from './states.ts';
import { texts } from './text.ts';

function Kind({ card }: { card: CertificateCard }): ReactElement {
  return <>{useSay()(documentKinds[card.kind])}</>;
}

const columns: readonly Column<CertificateCard>[] = [
  {
    key: 'number',
    title: ['编号', 'Number'],
    narrow: true,
    show: (card) => <a href={`/desk/certificates/${card.number}`}>{card.number}</a>,
  },
  { key: 'kind', title: ['种类', 'Kind'], narrow: true, show: (card) => <Kind card={card} /> },
  { key: 'instrument', title: ['计量器具', 'Instrument'], show: (card) => `${card.instrument.name} ${card.instrument.model}` },
  { key: 'serial', title: ['出厂编号', 'Serial number'], narrow: true, show: (card) => card.instrument.serial },
  { key: 'holder', title: ['送检单位', 'Client'], show: (card) => card.holder.name },
  { key: 'institute', title: ['检定机构', 'Institute'], show: (card) => card.institute.name },
  { key: 'issued', title: ['签发日期', 'Issued'], narrow: true, show: (card) => card.issuedOn },
  { key: 'valid', title: ['有效期至', 'Valid until'], narrow: true, show: (card) => card.validUntil },
  { key: 'state', title: ['状态', 'State'], narrow: true, show: (card) => <StatusTag states={certificateTags} state={card.status} /> },
];

const closed = [
  {
    name: 'kind',
    label: ['种类', 'Kind'],
    kind: 'choice',
    options: Object.entries(documentKinds).map(([value, label]) => ({ value, label })),
  },
  {
    name: 'status',
    label: ['状态', 'State'],
    kind: 'choice',
    options: Object.entries(certificateStandings).map(([value, label]) => ({ value, label })),
  },
] as const satisfies readonly Filter[];

/** The documents within the caller's reach; every filter stands in the address. */
export function CertificateList(): ReactElement {
  const text = useTexts(texts);
  const mayIssueLot = usePermit('certificate.issueLot');
  const institutes = useEndpoint(
    organizationEndpoints.listOrganizations,
    { query: { kind: 'institute', limit: 200 } },
    { staleMilliseconds: 300_000 },
  );
  return (
    <>
      <PageHead
        title={text.title}
        lead={text.lead}
        actions={
          <>
            {mayIssueLot ? (
              <Button type="primary" href="/desk/certificate-lots">
                {text.lots}
              </Button>
            ) : null}
            <Button href="/desk/certificate-numbers">{text.numbers}</Button>
            <Button href="/desk/certificate-bundles">{text.bundles}</Button>
          </>
        }
      />
      <DataTable
        endpoint={certificateEndpoints.listCertificates}
        columns={columns}
        rowKey={(card) => card.id}
        caption={['证书与通知书', 'Certificates and notices']}
        filters={[
          { name: 'q', label: ['编号、出厂编号或送检单位', 'Number, serial number or client'] },
          ...closed,
          {
            name: 'institute',
            label: ['检定机构', 'Institute'],
            kind: 'choice',
            options: (institutes.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
          },
          { name: 'from', label: ['签发日期自', 'Issued from'], kind: 'day', more: true },
          { name: 'to', label: ['签发日期至', 'Issued until'], kind: 'day', more: true },
        ]}
        batch={(chosen, clear) => <BundleButtons numbers={chosen.map(({ number }) => number)} onDone={clear} />}
        empty={{
          title: ['还没有证书或通知书', 'Nothing was issued yet'],
          next: ['检定记录经核验、批准后出具', 'A record is checked and approved, then its document is issued'],
        }}
      />
    </>
  );
}
