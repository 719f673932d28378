import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { custodyEndpoints } from '../contract.ts';
import type { Slip } from '../contract/shapes.ts';
import { texts } from './text.ts';

const columns: readonly Column<Slip>[] = [
  { key: 'number', title: ['收样单号', 'Slip'], show: (slip) => <a href={`/desk/custody/slips/${slip.id}`}>{slip.number}</a> },
  { key: 'holder', title: ['使用单位', 'Holder'], show: ({ holder }) => holder.name },
  { key: 'count', title: ['台数', 'Instruments'], narrow: true, number: true, show: ({ itemCount }) => itemCount },
  { key: 'held', title: ['在所', 'Held'], narrow: true, number: true, show: ({ heldCount }) => heldCount },
  { key: 'brought', title: ['送样人', 'Brought by'], narrow: true, show: ({ broughtBy }) => broughtBy },
  { key: 'received', title: ['收样日期', 'Received on'], narrow: true, show: ({ receivedOn }) => receivedOn },
  { key: 'expected', title: ['预计办结', 'Expected by'], narrow: true, show: ({ expectedOn }) => expectedOn ?? '–' },
  { key: 'institute', title: ['检定机构', 'Institute'], show: ({ institute }) => institute.name },
];

/** The slips within the caller's reach: the institute's, or the holder's own. */
export function SlipList(): ReactElement {
  const text = useTexts(texts);
  const mayRecord = usePermit('custody.record');
  return (
    <>
      <PageHead
        title={text.slips}
        lead={text.slipsLead}
        actions={
          <>
            {mayRecord ? (
              <Button type="primary" href="/desk/custody">
                {text.counter}
              </Button>
            ) : null}
            <Button href="/desk/custody/items">{text.items}</Button>
          </>
        }
      />
      <DataTable
        endpoint={custodyEndpoints.listSlips}
        columns={columns}
        rowKey={(slip) => slip.id}
        caption={['收样单', 'Custody slips']}
        filters={[
          { name: 'q', label: ['单号、单位、送样人或器具编号', 'Slip, holder, person or number'] },
          {
            name: 'open',
            label: ['在所', 'Held'],
            kind: 'choice',
            options: [
              { value: 'true', label: ['尚有在所的', 'Something is held'] },
              { value: 'false', label: ['全部已离所', 'All has left'] },
            ],
          },
          { name: 'receivedFrom', label: ['收样自', 'Received from'], kind: 'day', more: true },
          { name: 'receivedTo', label: ['收样至', 'Received to'], kind: 'day', more: true },
        ]}
        empty={{
          title: ['还没有收样单', 'No slip was made out yet'],
          next: ['器具送到检定机构后由机构开具', 'The institute makes it out when instruments are brought'],
        }}
      />
    </>
  );
}
