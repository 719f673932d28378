import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { usePathParam } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { DataRows, type Column } from '../../../web/kit/DataRows.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { EventTimeline } from '../../../web/kit/Timeline.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { standardEndpoints, type StandardCertificate } from '../contract.ts';
import { accuracyLine, certificateKinds, standardActions, type CertificateKind, type StandardAction } from '../rules.ts';
import { roleWord } from './role-words.ts';
import { standardTags, validityOf, validityTags } from './states.ts';
import { RangeDialog, RangeSection } from './RangeSection.tsx';
import { ForeignSection } from './ForeignSection.tsx';
import { StepDialog } from './StepDialog.tsx';
import { texts } from './text.ts';

export type Details = ReplyOf<typeof standardEndpoints.readStandard>;

/** One standard: what it is for, whether it may be used today, and every certificate and state it had. */
export function StandardPage(): ReactElement {
  const id = usePathParam('id') as never;
  const query = useEndpoint(standardEndpoints.readStandard, { params: { id } });
  return <Answer query={query}>{(details) => <Record details={details} />}</Answer>;
}

function Record({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const [action, setAction] = useState<StandardAction>();
  const mayTrace = usePermit('traceability.read');
  const mayReport = usePermit('traceability.record');
  const validity = validityOf(details.daysLeft);
  return (
    <>
      <PageHead
        title={`${details.name} ${details.number}`}
        state={
          <>
            <StatusTag states={standardTags} state={details.state} /> <StatusTag states={validityTags} state={validity} />
          </>
        }
        lead={`${details.institute.name}${details.demonstration ? ` · ${text.demonstration}` : ''}`}
        actions={
          <>
            {details.allowed.map((one) => (
              <Button
                key={one}
                type={one === 'renew' ? 'primary' : 'default'}
                danger={one === 'retire' || one === 'suspend'}
                onClick={() => setAction(one)}
              >
                {say(standardActions[one])}
              </Button>
            ))}
            {mayTrace ? <Button href={`/desk/traceability/standard/${details.id}`}>{text.chain}</Button> : null}
            {mayReport ? <Button href={`/desk/standards/${details.id}/finding`}>{text.finding}</Button> : null}
            <Button href="/desk/standards">{text.all}</Button>
          </>
        }
      />
      <div className="columns">
        <div className="stack">
          {validity === 'lapsed' ? (
            <p className="sheet tone-bad" role="status">
              {text.outOfDate}
            </p>
          ) : null}
          <Facts details={details} />
          <RangeSection standard={details.id} />
          <section className="sheet">
            <h2>{text.certificates}</h2>
            <DataRows
              items={details.certificates}
              columns={certificateColumns}
              rowKey={(one) => one.id}
              caption={['检定或校准证书', 'Certificates']}
            />
          </section>
          <ForeignSection standard={details.id} />
          <section className="sheet">
            <h2>{text.states}</h2>
            <DataRows
              items={details.states}
              columns={stateColumns}
              rowKey={(one) => `${one.since} ${one.at}`}
              caption={['使用状态', 'States']}
            />
          </section>
        </div>
        <div className="sheet">
          <EventTimeline label={text.history} events={details.timeline} />
        </div>
      </div>
      {action === undefined ? null : action === 'range' ? (
        <RangeDialog details={details} onClose={() => setAction(undefined)} />
      ) : (
        <StepDialog action={action} details={details} onClose={() => setAction(undefined)} />
      )}
    </>
  );
}

function Kind({ kind }: { kind: CertificateKind }): ReactElement {
  return <>{useSay()(certificateKinds[kind])}</>;
}

const certificateColumns: readonly Column<StandardCertificate>[] = [
  { key: 'number', title: ['证书编号', 'Number'], show: (one) => one.number },
  { key: 'kind', title: ['种类', 'Kind'], narrow: true, show: (one) => <Kind kind={one.kind} /> },
  { key: 'issuer', title: ['溯源机构', 'Issued by'], show: (one) => one.issuer },
  { key: 'calibrated', title: ['检定或校准日期', 'Calibrated on'], narrow: true, show: (one) => one.calibratedOn },
  { key: 'valid', title: ['有效期至', 'Valid until'], narrow: true, show: (one) => one.validUntil },
  { key: 'accuracy', title: ['准确度', 'Accuracy'], show: (one) => accuracyLine(one) },
  { key: 'by', title: ['登记人', 'Recorded by'], narrow: true, show: (one) => one.recordedBy },
];

const stateColumns: readonly Column<Details['states'][number]>[] = [
  { key: 'state', title: ['状态', 'State'], narrow: true, show: (one) => <StatusTag states={standardTags} state={one.state} /> },
  { key: 'since', title: ['自', 'Since'], narrow: true, show: (one) => one.since },
  { key: 'reason', title: ['理由', 'Reason'], show: (one) => one.reason },
  { key: 'person', title: ['办理人', 'By'], narrow: true, show: (one) => one.person },
];

function Facts({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const facts: readonly (readonly [string, string])[] = [
    [text.number, details.number],
    [text.model, details.model],
    [text.serial, details.serial],
    [text.range, details.range],
    [text.accuracy, accuracyLine(details.certificate)],
    [text.validUntil, `${details.certificate.validUntil}（${fill(text.daysLeft, { n: details.daysLeft })}）`],
    [text.roles, details.roles.map((role) => say(roleWord(role))).join('、')],
  ];
  return (
    <section className="sheet">
      <h2>{text.details}</h2>
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
