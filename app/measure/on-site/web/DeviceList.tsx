import type { ReactElement } from 'react';
import { printInstant } from '../../../web/figures.ts';
import { ActionBar, recordAction } from '../../../web/kit/ActionBar.tsx';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { onSiteEndpoints, type Device } from '../contract.ts';
import { deviceEndings } from '../rules/life-cycle.ts';
import { texts } from './text.ts';

function Ending({ device }: { device: Device }): ReactElement | null {
  const say = useSay();
  if (device.ending === null) return null;
  return (
    <>
      <b>{say(deviceEndings[device.ending.kind])}</b> {device.ending.reason}{' '}
      <span className="soft">
        {device.ending.by} {printInstant(device.ending.at)}
      </span>
    </>
  );
}

function End({ device }: { device: Device }): ReactElement | null {
  if (!device.mayEnd) return null;
  const params = { id: device.id };
  return (
    <ActionBar
      allowed={['retire', 'lose']}
      actions={[
        recordAction({
          name: 'retire',
          label: ['停用', 'Retire'],
          endpoint: onSiteEndpoints.endDevice,
          request: (reason) => ({ params, body: { ending: 'retired' as const, reason } }),
          reason: 2,
          confirm: [
            '请先送达该设备上的记录。停用后它签名的记录不再接受，未用的记录号按此理由作废。',
            'Deliver what is on it first. Nothing signed by it is accepted afterwards; its unused numbers are voided with this reason.',
          ],
          done: ['已停用', 'Retired'],
        }),
        recordAction({
          name: 'lose',
          label: ['报遗失', 'Report lost'],
          endpoint: onSiteEndpoints.endDevice,
          request: (reason) => ({ params, body: { ending: 'lost' as const, reason } }),
          reason: 2,
          done: ['已报遗失', 'Reported lost'],
          kind: 'danger',
        }),
      ]}
    />
  );
}

const columns: readonly Column<Device>[] = [
  { key: 'name', title: ['设备', 'Device'], show: (device) => device.name },
  { key: 'person', title: ['检定员', 'Technician'], narrow: true, show: (device) => device.person.name },
  { key: 'registered', title: ['登记时间', 'Registered'], narrow: true, show: (device) => printInstant(device.registeredAt) },
  { key: 'deliveries', title: ['已送达', 'Delivered'], narrow: true, show: (device) => device.deliveries },
  { key: 'reserved', title: ['预留号', 'Reserved'], narrow: true, show: (device) => device.reserved },
  { key: 'ending', title: ['停用或遗失', 'Ended'], show: (device) => <Ending device={device} /> },
  { key: 'actions', title: ['办理', 'Action'], show: (device) => <End device={device} /> },
];

/** The devices that sign for the institute: whose they are, what they delivered, and how one is ended. */
export function DeviceList(): ReactElement {
  const text = useTexts(texts);
  const works = usePermit('on-site.work');
  return (
    <>
      <PageHead
        title={text.devices}
        lead={text.devicesLead}
        actions={
          <>
            {works ? <a href="/desk/on-site">{text.back}</a> : null}
            <a href="/desk/on-site-deliveries">{text.deliveries}</a>
          </>
        }
      />
      <DataTable
        endpoint={onSiteEndpoints.listDevices}
        columns={columns}
        rowKey={(device) => device.id}
        caption={['现场检定设备', 'Devices for work on site']}
        filters={[{ name: 'q', label: ['设备或检定员', 'Device or technician'] }]}
        empty={{
          title: ['还没有登记设备', 'No device is registered'],
          next: ['检定员在“现场检定”页登记本机', 'A technician registers a device on the page of work on site'],
        }}
      />
    </>
  );
}
