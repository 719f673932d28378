import { findProcedure } from '@tongheng/procedures/registry';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { usePathParam } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { ActionBar, recordAction } from '../../../web/kit/ActionBar.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { Timeline } from '../../../web/kit/Timeline.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { eventWord } from '../../../register/event/rules.ts';
import { organizationEndpoints } from '../../../register/organization/contract.ts';
import { verificationEndpoints } from '../contract.ts';
import { Bench } from './Bench.tsx';
import { SubmittedRecord } from './SubmittedRecord.tsx';
import { statusTable } from './states.ts';
import { texts } from './text.ts';

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
  const request = { params: { id: record.id } };
  const withReason = (reason: string) => ({ ...request, body: { reason } });
  const editing = record.allowed.includes('save');
  return (
    <>
      <PageHead
        title={`${record.instrument.name} ${record.instrument.serial}`}
        state={<StatusTag states={statusTable} state={record.status} />}
        lead={`${record.holder.name} · ${record.instrument.place}`}
        actions={
          <>
            <ActionBar
              allowed={record.allowed}
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
            {record.allowed.includes('approve') ? (
              <Button type="primary" href={`/desk/verifications/${record.id}/approval`}>
                {text.toApproval}
              </Button>
            ) : null}
            {record.certificateNumber === null ? null : (
              <Button href={`/desk/certificates/${record.certificateNumber}`}>
                {text.document} {record.certificateNumber}
              </Button>
            )}
            <Button href="/desk/verifications">{text.allWork}</Button>
          </>
        }
      />
      {record.adopted ? null : <div className="notice attention">{text.notAdopted}</div>}
      {procedure === undefined ? null : editing ? (
        <Bench key={`${record.id} ${record.version}`} record={record} procedure={procedure} today={today} onReload={onReload} />
      ) : (
        <div className="columns">
          <SubmittedRecord record={record} procedure={procedure} />
          <div className="sheet">
            <Timeline
              label={text.history}
              happenings={[...record.timeline]
                .filter(({ kind }) => kind !== 'verification.saved')
                .reverse()
                .map((event) => ({
                  at: event.at,
                  title: say(eventWord(event.kind)),
                  by: event.person ?? undefined,
                  note: event.reason ?? undefined,
                }))}
            />
          </div>
        </div>
      )}
    </>
  );
}
