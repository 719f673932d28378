import { Button } from 'antd';
import type { ReactElement } from 'react';
import { addressOf } from '../../../kernel/address.ts';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { eventWord } from '../../../register/event/rules.ts';
import { usePathParam } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { ActionBar, recordAction } from '../../../web/kit/ActionBar.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { Timeline } from '../../../web/kit/Timeline.tsx';
import { TraceRibbon } from '../../../web/kit/TraceRibbon.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { certificateEndpoints } from '../contract.ts';
import { documentKinds } from '../rules.ts';
import { conclusionWords, validityLine } from './check-words.ts';
import { FileList } from './FileList.tsx';
import { GateList } from './GateList.tsx';
import { agreesWithRecord, readRecord, standardLines, type DocumentRecord } from './record.ts';
import { ReplaceButton } from './ReplaceButton.tsx';
import { ResultTable } from './ResultTable.tsx';
import { Standing } from './Standing.tsx';
import { certificateTags } from './states.ts';
import { texts } from './text.ts';
import './certificate.css';

export type Certificate = ReplyOf<typeof certificateEndpoints.readCertificate>;

/** One document: what its cover says, what was computed, what was checked before it was issued. */
export function CertificatePage(): ReactElement {
  const query = useEndpoint(certificateEndpoints.readCertificate, { params: { number: usePathParam('number') } });
  return <Answer query={query}>{(certificate) => <Page certificate={certificate} />}</Answer>;
}

function Page({ certificate }: { certificate: Certificate }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const record = readRecord(certificate.record);
  return (
    <>
      <PageHead
        title={`${say(documentKinds[certificate.kind])} ${certificate.number}`}
        state={<StatusTag states={certificateTags} state={certificate.status} />}
        lead={[certificate.instrument.name, certificate.holder.name, ...(certificate.demonstration ? [text.demonstration] : [])].join(
          ' · ',
        )}
        actions={<Actions certificate={certificate} />}
      />
      <Standing certificate={certificate} />
      <div className="columns">
        <div className="stack">
          <Cover certificate={certificate} record={record} />
          <Results record={record} />
          <FileList certificate={certificate} />
          <GateList of={record.gates} />
        </div>
        <div className="sheet">
          <Timeline
            label={text.timeline}
            happenings={[...certificate.timeline].reverse().map((event) => ({
              at: event.at,
              title: say(eventWord(event.kind)),
              by: [event.person, event.organization].filter((part) => part !== null).join(' · '),
              note: event.reason ?? undefined,
            }))}
          />
        </div>
      </div>
    </>
  );
}

function Actions({ certificate }: { certificate: Certificate }): ReactElement {
  const text = useTexts(texts);
  const mayTrace = usePermit('traceability.read');
  const { number } = certificate;
  return (
    <>
      {certificate.format === 3 ? (
        <Button type="primary" href={addressOf(certificateEndpoints.downloadPaper, { params: { number } })} target="_blank" rel="noopener">
          {text.print}
        </Button>
      ) : null}
      {certificate.mayReplace ? <ReplaceButton certificate={certificate} /> : null}
      <ActionBar
        allowed={certificate.mayRevoke ? ['revoke'] : []}
        actions={[
          recordAction({
            name: 'revoke',
            label: ['作废', 'Revoke'],
            endpoint: certificateEndpoints.revokeCertificate,
            request: (reason) => ({ params: { number }, body: { reason } }),
            confirm: [
              '作废后编号不再使用，公众查询即显示已作废。',
              'The number is never used again and the public look-up says so at once.',
            ],
            reason: 4,
            done: ['已作废', 'Revoked'],
            kind: 'danger',
          }),
        ]}
      />
      {mayTrace ? <Button href={`/desk/traceability/certificate/${certificate.id}`}>{text.chain}</Button> : null}
      <Button href="/desk/certificates">{text.all}</Button>
    </>
  );
}

function Cover({ certificate, record }: { certificate: Certificate; record: DocumentRecord }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const mayRead = usePermit('verification.read');
  const { instrument, persons, verification } = record;
  const validity = validityLine(record);
  const facts: readonly (readonly [string, string])[] = [
    [text.institute, record.institute],
    [text.client, record.holder],
    [text.instrument, instrument.name],
    [text.model, instrument.model],
    [text.serial, instrument.serial],
    [text.maker, instrument.maker],
    [text.place, instrument.place],
    [text.procedure, record.procedure.number],
    [text.conclusion, say(conclusionWords(record))],
    [text.testedOn, verification.testedOn],
    [text.issuedOn, record.issuedOn],
    ...(validity === undefined ? [] : [[text[validity[0]], validity[1] ?? text.noEnd] as const]),
    [text.tester, persons.tester],
    [text.checker, persons.checker ?? '/'],
    [text.approver, persons.approver ?? '/'],
    [text.standard, standardLines(verification).join('；') || '/'],
    [text.checkCode, certificate.checkCode],
    [text.digest, certificate.digest.slice(0, 16)],
  ];
  const address = `/desk/verifications/${verification.id}`;
  return (
    <section className="sheet document-cover">
      <h2>{text.cover}</h2>
      <dl className="facts">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <TraceRibbon
        stages={['si', 'standard', 'certificate', 'record']}
        nodes={[
          { stage: 'certificate', note: certificate.number },
          { stage: 'record', note: verification.id, ...(mayRead ? { href: address } : {}) },
        ]}
      />
    </section>
  );
}

function Results({ record }: { record: DocumentRecord }): ReactElement {
  const text = useTexts(texts);
  const agrees = agreesWithRecord(record);
  return (
    <section className="sheet">
      <h2>{text.results}</h2>
      <p className="soft">{record.kind === 'calibration' ? text.calibrationNote : text.resultsNote}</p>
      <ResultTable record={record} />
      <p className={agrees === false ? 'disagrees' : 'soft'} role="status">
        {agrees === undefined ? text.recomputedNot : agrees ? text.recomputedSame : text.recomputedOther}
      </p>
    </section>
  );
}
