import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { addressOf } from '../../../kernel/address.ts';
import { fileEndpoints } from '../../../register/file/contract.ts';
import { usePathParam } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import type { Field } from '../../../web/kit/FormField.tsx';
import { DataRows, type Column } from '../../../web/kit/DataRows.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { measurementStandardEndpoints as endpoints } from '../contract.ts';
import { applicationActions, applicationKinds, type ApplicationAction } from '../rules/application.ts';
import { findingReasons, findingRemarks } from '../rules/finding.ts';
import { certificateField, filesField, reasonField } from './fields.tsx';
import { applicationTags } from './tags.ts';
import { texts } from './text.ts';

type Details = ReplyOf<typeof endpoints.readExamination>;
type Step = Details['steps'][number];

const stepColumns: readonly Column<Step>[] = [
  { key: 'state', title: ['成为', 'Became'], narrow: true, show: (one) => <StatusTag states={applicationTags} state={one.state} /> },
  { key: 'day', title: ['日期', 'Day'], narrow: true, show: (one) => one.day },
  { key: 'organization', title: ['单位', 'Organization'], show: (one) => one.organization },
  { key: 'person', title: ['办理人', 'By'], narrow: true, show: (one) => one.person },
  { key: 'examiners', title: ['考评员', 'Examiners'], show: (one) => one.examiners },
  { key: 'number', title: ['文号', 'Document'], narrow: true, show: (one) => one.documentNumber },
  { key: 'reason', title: ['说明', 'Note'], show: (one) => one.reason },
];

const examiners: Field = { name: 'examiners', label: ['考评员', 'Examiners'], hint: ['姓名与级别', 'Names and grades'] };
const documentNumber: Field = { name: 'documentNumber', label: ['文号', 'Document number'] };
const steps = {
  accept: { endpoint: endpoints.acceptExamination, fields: [examiners] },
  return: { endpoint: endpoints.returnExamination, fields: [reasonField] },
  resubmit: {
    endpoint: endpoints.resubmitExamination,
    fields: [{ name: 'note', label: ['补正说明', 'What was completed'], kind: 'long' }, filesField()],
  },
  refuse: { endpoint: endpoints.refuseExamination, fields: [reasonField, documentNumber] },
  cancel: { endpoint: endpoints.cancelExamination, fields: [reasonField] },
} as const;

/** One application: what was applied for, what is missing today, and every step. */
export function ExaminationPage(): ReactElement {
  const id = usePathParam('id') as never;
  const query = useEndpoint(endpoints.readExamination, { params: { id } });
  return <Answer query={query}>{(details) => <Application details={details} />}</Answer>;
}

function Application({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const [action, setAction] = useState<ApplicationAction>();
  const { measurementStandard } = details;
  return (
    <>
      <PageHead
        title={`${measurementStandard.name} · ${say(applicationKinds[details.kind])}`}
        state={<StatusTag states={applicationTags} state={details.state} />}
        lead={`${details.institute.name} → ${details.addressee} · ${details.appliedOn}`}
        actions={
          <>
            {details.allowed.map((one) => (
              <Button
                key={one}
                type={one === 'grant' || one === 'accept' || one === 'resubmit' ? 'primary' : 'default'}
                danger={one === 'refuse'}
                onClick={() => setAction(one)}
              >
                {say(applicationActions[one])}
              </Button>
            ))}
            <Button href={`/desk/measurement-standards/${measurementStandard.id}`}>{text.dossier}</Button>
          </>
        }
      />
      <div className="stack">
        <section className="sheet spaced">
          <h2>{text.findings}</h2>
          {details.gaps.length === 0 && details.finding.reasons.length === 0 ? <p>{text.noFindings}</p> : null}
          <ul>
            {details.gaps.map((gap) => (
              <li key={gap[0]}>{say(gap)}</li>
            ))}
            {details.finding.reasons.map((reason) => (
              <li key={reason}>{say(findingReasons[reason])}</li>
            ))}
            {details.finding.remarks.map((remark) => (
              <li key={remark} className="soft">
                {say(findingRemarks[remark])}
              </li>
            ))}
          </ul>
        </section>
        <section className="sheet spaced">
          <h2>{text.steps}</h2>
          <DataRows
            items={details.steps}
            columns={stepColumns}
            rowKey={(one) => `${one.at} ${one.state}`}
            caption={['办理经过', 'Steps']}
          />
          {details.files.map((file) => (
            <p key={file.id}>
              <a href={addressOf(fileEndpoints.readFile, { params: { id: file.id as never } })}>{file.name}</a>
            </p>
          ))}
        </section>
      </div>
      {action === undefined ? null : (
        <Dialog title={say(applicationActions[action])} onClose={() => setAction(undefined)}>
          {action === 'grant' ? (
            <RecordForm
              endpoint={endpoints.grantExamination}
              params={{ id: details.id }}
              fields={[
                examiners,
                documentNumber,
                certificateField('examination', ['计量标准考核证书', 'Examination certificate']),
                ...(measurementStandard.kind === 'public'
                  ? [certificateField('public', ['社会公用计量标准证书', 'Certificate of the public measurement standard'])]
                  : []),
                {
                  name: 'replaces',
                  label: ['新证书自其首日起取代现有证书', 'The certificates replace those that hold, from their first day'],
                  kind: 'yesNo',
                },
                filesField(),
              ]}
              initial={{ replaces: details.kind !== 'first' }}
              done={['已通过', 'Granted']}
              onDone={() => setAction(undefined)}
            />
          ) : (
            <RecordForm
              endpoint={steps[action].endpoint}
              params={{ id: details.id }}
              fields={steps[action].fields}
              done={['已办理', 'Done']}
              onDone={() => setAction(undefined)}
            />
          )}
        </Dialog>
      )}
    </>
  );
}
