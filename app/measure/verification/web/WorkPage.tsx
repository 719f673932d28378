import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { useGo } from '../../../web/address.ts';
import { useAction } from '../../../web/endpoint-hooks.ts';
import { printInstant } from '../../../web/figures.ts';
import { ProblemNote } from '../../../web/kit/PageStates.tsx';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { placesDone, verificationKinds } from '../../request/rules.ts';
import { verificationEndpoints } from '../contract.ts';
import { conclusions, verificationStates } from '../rules/life-cycle.ts';
import { AssignButton } from './AssignButton.tsx';
import { SigningRule } from './SigningRule.tsx';
import { conclusionTable, statusTable } from './states.ts';
import { texts } from './text.ts';

type Waiting = ReplyOf<typeof verificationEndpoints.listWaitingItems>['items'][number];
type Card = ReplyOf<typeof verificationEndpoints.listVerifications>['items'][number];

function TakeUp({ item }: { item: Waiting }): ReactElement {
  const text = useTexts(texts);
  const go = useGo();
  const { run, pending, problem } = useAction(verificationEndpoints.takeUpItem, { onDone: ({ id }) => go(`/desk/verifications/${id}`) });
  return (
    <>
      <Button type="primary" loading={pending} onClick={() => void run({ body: { item: item.id } })}>
        {text.takeUp}
      </Button>
      <ProblemNote problem={problem} />
    </>
  );
}

function Actions({ item }: { item: Waiting }): ReactElement {
  const mayEnter = usePermit('verification.enter');
  const mayManage = usePermit('verification.manage');
  return (
    <>
      {mayEnter ? <TakeUp item={item} /> : null}
      {mayManage ? <AssignButton item={item.id} /> : null}
    </>
  );
}

function Kind({ item }: { item: Waiting }): ReactElement {
  const say = useSay();
  return (
    <>
      {say(verificationKinds[item.kind])} · {say(placesDone[item.whereDone])}
    </>
  );
}

const waitingColumns: readonly Column<Waiting>[] = [
  {
    key: 'instrument',
    title: ['器具', 'Instrument'],
    show: (item) => <a href={`/desk/instruments/${item.instrument.id}`}>{item.instrument.name}</a>,
  },
  { key: 'serial', title: ['型号 / 出厂编号', 'Model / serial'], show: ({ instrument }) => `${instrument.model} / ${instrument.serial}` },
  { key: 'holder', title: ['使用单位', 'Holder'], show: (item) => item.holder },
  { key: 'place', title: ['使用地点', 'Place'], show: (item) => item.instrument.place },
  { key: 'kind', title: ['类别', 'Kind'], narrow: true, show: (item) => <Kind item={item} /> },
  { key: 'actions', title: ['办理', 'Action'], narrow: true, show: (item) => <Actions item={item} /> },
];

const columns: readonly Column<Card>[] = [
  {
    key: 'instrument',
    title: ['器具', 'Instrument'],
    show: (item) => <a href={`/desk/verifications/${item.id}`}>{item.instrument.name}</a>,
  },
  { key: 'serial', title: ['型号 / 出厂编号', 'Model / serial'], show: ({ instrument }) => `${instrument.model} / ${instrument.serial}` },
  { key: 'holder', title: ['使用单位', 'Holder'], show: (item) => item.holder.name },
  { key: 'status', title: ['状态', 'State'], narrow: true, show: (item) => <StatusTag states={statusTable} state={item.status} /> },
  {
    key: 'conclusion',
    title: ['结论', 'Conclusion'],
    narrow: true,
    show: (item) => (item.conclusion === null ? null : <StatusTag states={conclusionTable} state={item.conclusion} />),
  },
  { key: 'technician', title: ['检定员', 'Technician'], narrow: true, show: (item) => item.technician.name },
  {
    key: 'document',
    title: ['证书编号', 'Document'],
    narrow: true,
    show: (item) =>
      item.certificateNumber === null ? null : <a href={`/desk/certificates/${item.certificateNumber}`}>{item.certificateNumber}</a>,
  },
  { key: 'begun', title: ['开始', 'Begun'], narrow: true, show: (item) => printInstant(item.begunAt) },
];

/** The bench's work: what waits for a technician, and the records with their states. */
export function WorkPage(): ReactElement {
  const text = useTexts(texts);
  return (
    <>
      <PageHead title={text.work} lead={text.workLead} />
      <div className="stack">
        <section>
          <h2>{text.waiting}</h2>
          <DataTable
            endpoint={verificationEndpoints.listWaitingItems}
            columns={waitingColumns}
            rowKey={(item) => item.id}
            caption={['待领取的器具', 'Instruments that wait']}
            empty={{
              title: ['没有待领取的器具', 'No instrument waits'],
              next: ['受理申请后出现在这里', 'They appear here when a request is accepted'],
            }}
          />
        </section>
        <section>
          <h2>{text.records}</h2>
          <DataTable
            endpoint={verificationEndpoints.listVerifications}
            columns={columns}
            rowKey={(item) => item.id}
            caption={['检定记录', 'Verifications']}
            filters={[
              { name: 'q', label: ['器具、单位或证书编号', 'Instrument, holder or number'] },
              {
                name: 'status',
                label: ['状态', 'State'],
                kind: 'choice',
                options: Object.entries(verificationStates).map(([value, label]) => ({ value, label })),
              },
              {
                name: 'mine',
                label: ['检定员', 'Technician'],
                kind: 'choice',
                options: [{ value: 'true', label: ['我检定的', 'Tested by me'] }],
              },
              {
                name: 'conclusion',
                label: ['结论', 'Conclusion'],
                kind: 'choice',
                more: true,
                options: Object.entries(conclusions).map(([value, label]) => ({ value, label })),
              },
            ]}
            empty={{ title: ['还没有检定记录', 'No verification yet'] }}
          />
        </section>
        <SigningRule />
      </div>
    </>
  );
}
