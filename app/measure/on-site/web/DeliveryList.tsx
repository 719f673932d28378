import type { ReactElement } from 'react';
import { printInstant } from '../../../web/figures.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { conclusionTable } from '../../verification/web/states.ts';
import { onSiteEndpoints, type Delivery } from '../contract.ts';
import { deliveryStates } from '../rules/life-cycle.ts';
import { deliveryTable } from './states.ts';
import { texts } from './text.ts';

const columns: readonly Column<Delivery>[] = [
  {
    key: 'number',
    title: ['记录号', 'Record number'],
    show: (item) => <a href={`/desk/on-site-deliveries/${item.id}`}>{item.recordNumber ?? item.id.slice(-8)}</a>,
  },
  { key: 'state', title: ['状态', 'State'], narrow: true, show: (item) => <StatusTag states={deliveryTable} state={item.state} /> },
  { key: 'instrument', title: ['器具', 'Instrument'], show: ({ instrument }) => instrument?.name ?? '/' },
  { key: 'serial', title: ['出厂编号', 'Serial number'], narrow: true, show: ({ instrument }) => instrument?.serial ?? '/' },
  {
    key: 'conclusion',
    title: ['结论', 'Conclusion'],
    narrow: true,
    show: (item) => (item.conclusion === null ? null : <StatusTag states={conclusionTable} state={item.conclusion} />),
  },
  { key: 'technician', title: ['检定员', 'Technician'], narrow: true, show: (item) => item.technician.name },
  { key: 'device', title: ['设备', 'Device'], show: (item) => item.device.name },
  { key: 'at', title: ['送达时间', 'Delivered'], narrow: true, show: (item) => printInstant(item.deliveredAt) },
];

/** What came from the site, with its state; what waits for a decision is one filter away. */
export function DeliveryList(): ReactElement {
  const text = useTexts(texts);
  const works = usePermit('on-site.work');
  return (
    <>
      <PageHead
        title={text.deliveries}
        lead={text.deliveriesLead}
        actions={
          <>
            {works ? <a href="/desk/on-site">{text.back}</a> : null}
            <a href="/desk/on-site-devices">{text.devices}</a>
          </>
        }
      />
      <DataTable
        endpoint={onSiteEndpoints.listDeliveries}
        columns={columns}
        rowKey={(item) => item.id}
        caption={['现场送达', 'Deliveries from the site']}
        filters={[
          { name: 'q', label: ['器具、记录号或检定员', 'Instrument, number or technician'] },
          {
            name: 'state',
            label: ['状态', 'State'],
            kind: 'choice',
            options: Object.entries(deliveryStates).map(([value, label]) => ({ value, label })),
          },
          { name: 'mine', label: ['送达人', 'Delivered by'], kind: 'choice', options: [{ value: 'true', label: ['我送达的', 'By me'] }] },
        ]}
        empty={{
          title: ['还没有现场送达', 'Nothing has been delivered yet'],
          next: ['检定员在现场完成的记录，联网后出现在这里', 'Records finished on site appear here when there is a network'],
        }}
      />
    </>
  );
}
