import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useGo } from '../../../web/address.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { instrumentKinds } from '../../../register/instrument/rules.ts';
import { scheduleEndpoints } from '../contract.ts';
import type { Resource } from '../contract/shapes.ts';
import { resourceKinds } from '../rules.ts';
import { resourceFields } from './fields.tsx';
import { texts } from './text.ts';

function Kind({ of }: { of: Resource }): ReactElement {
  return <>{useSay()(resourceKinds[of.kind])}</>;
}

function Serves({ of }: { of: Resource }): ReactElement {
  const say = useSay();
  const text = useTexts(texts);
  if (of.kind !== 'bench') return <>–</>;
  return (
    <>{of.instrumentKinds.length === 0 ? text.allKinds : of.instrumentKinds.map((kind) => say(instrumentKinds[kind].text)).join('、')}</>
  );
}

const columns: readonly Column<Resource>[] = [
  { key: 'name', title: ['名称', 'Name'], show: (one) => <a href={`/desk/schedule/resources/${one.id}`}>{one.name}</a> },
  { key: 'kind', title: ['种类', 'Kind'], narrow: true, show: (one) => <Kind of={one} /> },
  { key: 'load', title: ['每日台数', 'A day'], narrow: true, number: true, show: ({ load }) => load ?? '–' },
  { key: 'serves', title: ['检定器具', 'Serves'], show: (one) => <Serves of={one} /> },
  { key: 'aboard', title: ['配备的标准器', 'Standards aboard'], show: ({ aboard }) => aboard },
  { key: 'last', title: ['最后可排日', 'Last day'], narrow: true, show: ({ lastDay }) => lastDay },
  { key: 'institute', title: ['机构', 'Institute'], show: ({ institute }) => institute.name },
];

/** Benches, vans and persons that can be booked. */
export function ResourceList(): ReactElement {
  const text = useTexts(texts);
  const go = useGo();
  const mayManage = usePermit('schedule.manage');
  const [isNew, setNew] = useState(false);
  return (
    <>
      <PageHead
        title={text.resources}
        lead={text.resourcesLead}
        actions={
          <>
            {mayManage ? (
              <Button type="primary" onClick={() => setNew(true)}>
                {text.record}
              </Button>
            ) : null}
            <Button href="/desk/schedule">{text.board}</Button>
          </>
        }
      />
      <DataTable
        endpoint={scheduleEndpoints.listResources}
        columns={columns}
        rowKey={(one) => one.id}
        caption={['台位、车辆、人员', 'Benches, vans and persons']}
        filters={[
          { name: 'q', label: ['名称或标准器', 'Name or standards'] },
          {
            name: 'kind',
            label: ['种类', 'Kind'],
            kind: 'choice',
            options: Object.entries(resourceKinds).map(([value, label]) => ({ value, label })),
          },
          {
            name: 'ended',
            label: ['停用', 'Ended'],
            kind: 'choice',
            options: [
              { value: 'false', label: ['在用', 'In use'] },
              { value: 'true', label: ['已停用', 'Ended'] },
            ],
          },
        ]}
        empty={{
          title: ['还没有台位或车辆', 'No bench or van is recorded yet'],
          next: ['登记台位及其每日可检定台数，排期才能按容量计算', 'Record benches with their load, so that days are booked by capacity'],
        }}
      />
      {isNew ? (
        <Dialog title={text.record} onClose={() => setNew(false)}>
          <RecordForm
            endpoint={scheduleEndpoints.recordResource}
            fields={[
              {
                name: 'kind',
                label: ['种类', 'Kind'],
                kind: 'choice',
                options: [
                  { value: 'bench', label: resourceKinds.bench },
                  { value: 'van', label: resourceKinds.van },
                ],
              },
              ...resourceFields,
            ]}
            initial={{ kind: 'bench' }}
            done={['已登记', 'Recorded']}
            onDone={({ id }) => go(`/desk/schedule/resources/${id}`)}
          />
        </Dialog>
      ) : null}
    </>
  );
}
