import { Button } from 'antd';
import type { ReactElement } from 'react';
import { addressOf } from '../../../kernel/address.ts';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { usePathParam } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { certificateEndpoints } from '../contract.ts';
import { documentKinds, lotItemStates } from '../rules.ts';
import { lotItemTags, lotTags } from './states.ts';
import { texts } from './text.ts';
import './certificate.css';

type Item = ReplyOf<typeof certificateEndpoints.listLotItems>['items'][number];

function DocumentOf({ item: { document, problem } }: { readonly item: Item }): ReactElement | null {
  const say = useSay();
  if (document !== null)
    return (
      <a href={`/desk/certificates/${document.number}`}>
        {document.number} {say(documentKinds[document.kind])}
      </a>
    );
  return problem === null ? null : <>{[problem.title, ...problem.issues.map(({ message }) => message)].join('；')}</>;
}

const columns: readonly Column<Item>[] = [
  { key: 'position', title: ['序', 'No.'], narrow: true, show: (item) => item.position },
  { key: 'serial', title: ['出厂编号', 'Serial number'], show: (item) => item.serial },
  {
    key: 'record',
    title: ['原始记录', 'Raw record'],
    show: (item) => <a href={`/desk/verifications/${item.verification}`}>{item.recordNumber ?? item.verification.slice(-8)}</a>,
  },
  { key: 'document', title: ['证书或原因', 'Document, or why there is none'], show: (item) => <DocumentOf item={item} /> },
  { key: 'state', title: ['状态', 'State'], narrow: true, show: (item) => <StatusTag states={lotItemTags} state={item.state} /> },
];

/** A lot, how far it is, and each of its instruments. */
export function LotPage(): ReactElement {
  const text = useTexts(texts);
  const id = usePathParam('id') as never;
  const query = useEndpoint(certificateEndpoints.readLot, { params: { id } }, { everyMilliseconds: 3000 });
  return (
    <Answer<typeof certificateEndpoints.readLot> query={query}>
      {(lot) => (
        <>
          <PageHead
            title={`${lot.title} ${lot.number}`}
            state={<StatusTag states={lotTags} state={lot.state} />}
            lead={`${text.lotIssued} ${lot.issued} / ${lot.items} · ${text.lotRefused} ${lot.refused} · ${lot.approver}`}
            actions={
              <>
                {lot.state === 'finished' && lot.issued > 0 ? (
                  <Button href={addressOf(certificateEndpoints.printLotAnnex, { params: { id } })} target="_blank" rel="noopener">
                    {text.lotAnnex}
                  </Button>
                ) : null}
                <Button href={`/desk/certificates?lot=${lot.id}`}>{text.lotDocuments}</Button>
                <Button href="/desk/certificate-lots">{text.lots}</Button>
              </>
            }
          />
          <progress className="lot-progress" aria-label={text.progress} max={lot.items} value={lot.issued + lot.refused} />
          <DataTable
            key={lot.issued + lot.refused}
            endpoint={certificateEndpoints.listLotItems}
            params={{ id: lot.id }}
            columns={columns}
            rowKey={(item) => String(item.position)}
            caption={['一批中的器具', 'Instruments of the lot']}
            filters={[
              { name: 'q', label: ['出厂编号或证书编号', 'Serial number or document'] },
              {
                name: 'state',
                label: ['状态', 'State'],
                kind: 'choice',
                options: Object.entries(lotItemStates).map(([value, label]) => ({ value, label })),
              },
            ]}
            empty={{ title: ['没有符合条件的器具', 'None like this'] }}
          />
        </>
      )}
    </Answer>
  );
}
