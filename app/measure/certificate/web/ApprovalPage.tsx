import { findProcedure } from '@tongheng/procedures/registry';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { useGo, usePathParam } from '../../../web/address.ts';
import { useAction, useEndpoint } from '../../../web/endpoint-hooks.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer, ProblemNote } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useTexts } from '../../../web/language.ts';
import { verificationEndpoints } from '../../verification/contract.ts';
import { SubmittedRecord } from '../../verification/web/SubmittedRecord.tsx';
import { conclusionTable } from '../../verification/web/states.ts';
import { certificateEndpoints } from '../contract.ts';
import { GateList } from './GateList.tsx';
import { ReservedNumberButton } from './ReservedNumberButton.tsx';
import { texts } from './text.ts';
import './certificate.css';

type Gates = ReplyOf<typeof verificationEndpoints.readGates>['gates'];
type Verification = ReplyOf<typeof verificationEndpoints.readVerification>;

/** The approver sees every condition with what it found, the record beside it, and one button. */
export function ApprovalPage(): ReactElement {
  const id = usePathParam('id') as never;
  const record = useEndpoint(verificationEndpoints.readVerification, { params: { id } });
  const found = useEndpoint(verificationEndpoints.readGates, { params: { id } });
  return (
    <Answer query={record}>
      {(verification) => <Answer query={found}>{(answer) => <Decision record={verification} found={answer.gates} />}</Answer>}
    </Answer>
  );
}

function Decision({ record, found }: { record: Verification; found: Gates }): ReactElement {
  const text = useTexts(texts);
  const go = useGo();
  const procedure = findProcedure(record.edition);
  const { run, pending, problem } = useAction(certificateEndpoints.approveVerification, {
    onDone: ({ number }) => go(`/desk/certificates/${number}`),
  });
  // An in-use inspection ends in its record: there is no document to go to.
  const inspection = useAction(verificationEndpoints.concludeInspection, { onDone: ({ id }) => go(`/desk/verifications/${id}`) });
  const isInspection = record.kind === 'in-use';
  const isOpen = found.every(({ passed }) => passed);
  const approve = (): void => {
    const request = { params: { id: record.id } };
    void (isInspection ? inspection.run(request) : run(request));
  };
  const document =
    record.conclusion === null ? text.approveCalibration : record.conclusion === 'pass' ? text.approveCertificate : text.approveNotice;
  const words = isInspection ? text.approveInspection : document;
  return (
    <>
      <PageHead
        title={`${text.approval} · ${record.instrument.name} ${record.instrument.serial}`}
        state={record.conclusion === null ? null : <StatusTag states={conclusionTable} state={record.conclusion} />}
        lead={text.approvalLead}
        actions={
          <>
            {isOpen && record.allowed.includes('approve') ? (
              <Button type="primary" loading={pending || inspection.pending} onClick={approve}>
                {words}
              </Button>
            ) : null}
            {isOpen && !isInspection && record.reservedCertificateNumber === null && record.allowed.includes('approve') ? (
              <ReservedNumberButton verification={record.id} />
            ) : null}
            <Button href={`/desk/verifications/${record.id}`}>{text.back}</Button>
          </>
        }
      />
      <ProblemNote problem={problem ?? inspection.problem} />
      {record.reservedCertificateNumber === null ? null : (
        <p className="notice">{fill(text.takenAlong, { number: record.reservedCertificateNumber })}</p>
      )}
      <div className="approval">
        <GateList of={found} />
        {procedure === undefined ? null : <SubmittedRecord record={record} procedure={procedure} />}
      </div>
    </>
  );
}
