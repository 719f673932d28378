import { findProcedure } from '@tongheng/procedures/registry';
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { usePathParam } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { ActionBar, recordAction } from '../../../web/kit/ActionBar.tsx';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer, Empty } from '../../../web/kit/PageStates.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { EventTimeline } from '../../../web/kit/Timeline.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { organizationEndpoints } from '../../../register/organization/contract.ts';
import { verificationEndpoints } from '../contract.ts';
import { Bench } from './Bench.tsx';
import { purposes } from '../rules/purpose.ts';
import { GatePanel } from './GatePanel.tsx';
import { RawRecord } from './RawRecord.tsx';
import { statusTable } from './states.ts';
import { SubmittedRecord } from './SubmittedRecord.tsx';
import { texts } from './text.ts';
import { UncertaintyPanel } from './UncertaintyPanel.tsx';
import './jobs.css';

type Record = ReplyOf<typeof verificationEndpoints.readVerification>;

/** One record: the bench for its technician while it is open, the paper with what may be done for everybody else. */
export function RecordPage(): ReactElement {
  const id = usePathParam('id');
  // What is being typed is the truth on this page: it is not asked for again behind the technician's back.
  const query = useEndpoint(verificationEndpoints.readVerification, { params: { id: id as never } }, { staleMilliseconds: Infinity });
  const setting = useEndpoint(organizationEndpoints.readSetting, {});
  return (
    <Answer query={setting}>
      {({ today }) => (
        <Answer query={query}>{(record) => <Opened record={record} today={today} onReload={() => void query.refetch()} />}</Answer>
      )}
    </Answer>
  );
}

function Opened({ record, today, onReload }: { record: Record; today: string; onReload: () => void }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const procedure = findProcedure(record.edition);
  const editing = record.allowed.includes('save');
  return (
    <>
      <PageHead
        title={`${record.instrument.name} ${record.instrument.serial}`}
        state={<StatusTag states={statusTable} state={record.status} />}
        lead={[
          ...(record.purpose === 'calibration' ? [say(purposes.calibration)] : []),
          record.recordNumber,
          record.commission,
          record.holder.name,
          record.instrument.place,
        ]
          .filter(Boolean)
          .join(' · ')}
        actions={<Actions record={record} />}
      />
      {record.adopted ? null : <div className="notice attention">{text.notAdopted}</div>}
      {procedure === undefined ? (
        <Empty title={text.noProcedure} />
      ) : editing ? (
        <Bench key={`${record.id} ${record.version}`} record={record} procedure={procedure} today={today} onReload={onReload} />
      ) : (
        <div className="columns">
          <div className="stack">
            <SubmittedRecord record={record} procedure={procedure} />
            {record.kind === 'in-use' ? null : <UncertaintyPanel record={record} />}
          </div>
          <div className="stack">
            {record.status === 'submitted' || record.status === 'checked' ? <Gates record={record} /> : null}
            {record.submittedAt === null ? null : <RawRecord record={record} />}
            <History record={record} />
          </div>
        </div>
      )}
    </>
  );
}

function Actions({ record }: { record: Record }): ReactElement {
  const text = useTexts(texts);
  const mayEnter = usePermit('verification.enter');
  const [isEntering, setEntering] = useState(false);
  const request = { params: { id: record.id } };
  const withReason = (reason: string) => ({ ...request, body: { reason } });
  const isInspection = record.kind === 'in-use';
  return (
    <>
      <ActionBar
        allowed={record.allowed.map((name) => (name === 'approve' && isInspection ? 'conclude' : name))}
        actions={[
          recordAction({
            name: 'check',
            label: ['核验通过', 'Checked'],
            endpoint: verificationEndpoints.checkVerification,
            request: () => request,
            confirm: ['已逐项核对原始读数与计算结果。', 'The readings and the results were compared one by one.'],
            kind: 'primary',
            done: ['已核验，待批准', 'Checked, to be approved'],
          }),
          recordAction({
            name: 'conclude',
            label: ['批准检查记录', 'Approve the inspection'],
            endpoint: verificationEndpoints.concludeInspection,
            request: () => request,
            confirm: ['使用中检查不出具检定证书。', 'An in-use inspection issues no certificate.'],
            kind: 'primary',
            done: ['已批准', 'Approved'],
          }),
          recordAction({
            name: 'return',
            label: ['退回', 'Return'],
            endpoint: verificationEndpoints.returnVerification,
            request: withReason,
            reason: 2,
            done: ['已退回', 'Returned'],
          }),
          recordAction({
            name: 'disapprove',
            label: ['不予批准，退回', 'Do not approve'],
            endpoint: verificationEndpoints.disapproveVerification,
            request: withReason,
            reason: 2,
            done: ['已退回', 'Returned'],
          }),
        ]}
      />
      {record.allowed.includes('approve') && !isInspection ? (
        <Button type="primary" href={`/desk/verifications/${record.id}/approval`}>
          {text.toApproval}
        </Button>
      ) : null}
      {record.networkCheck === 'awaiting' && mayEnter && record.status !== 'drafted' && record.status !== 'returned' ? (
        <Button onClick={() => setEntering(true)}>{text.enterNetworkCheck}</Button>
      ) : null}
      {record.certificateNumber === null ? null : (
        <Button href={`/desk/certificates/${record.certificateNumber}`}>
          {text.document} {record.certificateNumber}
        </Button>
      )}
      <Button href={mayEnter ? '/desk/verifications/jobs' : '/desk/verifications'}>{mayEnter ? text.jobs : text.allWork}</Button>
      {isEntering ? (
        <Dialog title={text.enterNetworkCheck} onClose={() => setEntering(false)}>
          <RecordForm
            endpoint={verificationEndpoints.recordNetworkCheck}
            params={{ id: record.id }}
            fields={[
              { name: 'number', label: ['全国平台的核查编号', 'Number on the national platform'] },
              { name: 'checkedOn', label: ['核查日期', 'Day of the check'], kind: 'day' },
            ]}
            onDone={() => setEntering(false)}
          />
        </Dialog>
      ) : null}
    </>
  );
}

/** Whoever checks sees what is still in the way before taking the step. */
function Gates({ record }: { record: Record }): ReactElement | null {
  const query = useEndpoint(verificationEndpoints.readGates, { params: { id: record.id } });
  return query.data === undefined ? null : <GatePanel of={query.data.gates} record={record} />;
}

function History({ record }: { record: Record }): ReactElement {
  const text = useTexts(texts);
  return (
    <div className="sheet">
      <EventTimeline label={text.history} events={record.timeline.filter(({ kind }) => kind !== 'verification.saved')} />
    </div>
  );
}
