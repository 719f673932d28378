import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { addressOf } from '../../../kernel/address.ts';
import { useGo, usePathParam } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printInstant } from '../../../web/figures.ts';
import type { Field } from '../../../web/kit/FormField.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useTexts } from '../../../web/language.ts';
import { foreignEndpoints, type ForeignCertificate } from '../contract/foreign.ts';
import { certificateKinds } from '../rules.ts';
import { foreignTexts } from './foreign-text.ts';
import { PointTable } from './PointTable.tsx';
import { signatureTags } from './states.ts';

type Fact = readonly [label: string, value: string | readonly string[] | null];

/** What a digital calibration certificate says, what its signature is worth, and its acceptance. */
export function ForeignCertificatePage(): ReactElement {
  const params = { id: usePathParam('id') as never, foreign: usePathParam('foreign') as never };
  const query = useEndpoint(foreignEndpoints.readForeignCertificate, { params });
  return <Answer query={query}>{(one) => <Review key={one.id} one={one} />}</Answer>;
}

function Review({ one }: { one: ForeignCertificate }): ReactElement {
  const text = useTexts(foreignTexts);
  const { standard, signature } = one;
  const params = { id: standard.id, foreign: one.id };
  return (
    <>
      <PageHead
        title={`DCC ${one.identifier === '' ? one.file.name : one.identifier}`}
        state={<StatusTag states={signatureTags} state={signature.state} />}
        lead={`${standard.name} ${standard.number}（${standard.serial}）`}
        actions={
          <>
            <Button href={addressOf(foreignEndpoints.downloadForeignCertificate, { params })}>{text.file}</Button>
            <Button href={`/desk/standards/${standard.id}`}>{text.back}</Button>
          </>
        }
      />
      <div className="stack">
        <SignatureSheet one={one} />
        <section className="sheet">
          <h2>{text.findings}</h2>
          {one.findings.length === 0 ? (
            <p className="soft">{text.noFindings}</p>
          ) : (
            <ul>
              {one.findings.map((finding) => (
                <li key={finding.code}>{finding.text}</li>
              ))}
            </ul>
          )}
        </section>
        <Contents one={one} />
        <Acceptance one={one} />
      </div>
    </>
  );
}

function Facts({ facts }: { facts: readonly Fact[] }): ReactElement {
  const text = useTexts(foreignTexts);
  return (
    <dl className="facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {value === null || value.length === 0 ? (
              <span className="soft">{text.notSaid}</span>
            ) : typeof value === 'string' ? (
              value
            ) : (
              value.map((line) => <div key={line}>{line}</div>)
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function SignatureSheet({ one: { signature, file } }: { one: ForeignCertificate }): ReactElement {
  const text = useTexts(foreignTexts);
  const signer: readonly Fact[] =
    signature.signer === null
      ? []
      : [
          [text.signer, signature.signer],
          [text.signerIssuer, signature.signerIssuer],
          [text.claimedTime, signature.claimedTime],
        ];
  return (
    <section className="sheet">
      <h2>{text.signature}</h2>
      <p className={signature.state === 'broken' ? 'tone-bad' : ''} role="status">
        {signature.reason}
      </p>
      <Facts facts={[...signer, [text.digest, file.digest]]} />
      {signature.state === 'valid' ? <p className="soft">{text.authority}</p> : null}
    </section>
  );
}

function Contents({ one }: { one: ForeignCertificate }): ReactElement {
  const text = useTexts(foreignTexts);
  const { says } = one;
  const days = [says.begun, says.ended].filter((day): day is string => day !== null);
  const items = says.items.map(({ name, manufacturer, model, numbers }) =>
    [name, manufacturer, model, numbers.join('、')].filter((part) => part !== null && part !== '').join(' · '),
  );
  return (
    <section className="sheet">
      <h2>{text.says}</h2>
      <Facts
        facts={[
          [text.number, one.identifier],
          [text.laboratory, one.laboratory],
          [text.address, says.address],
          [text.customer, says.customer],
          [text.item, items],
          [text.calibrated, [...new Set(days)].join(' ～ ')],
          [text.issued, says.issued],
          [text.persons, says.persons],
          [text.methods, says.methods],
          [text.equipment, says.equipment],
          [text.conditions, says.conditions],
          [text.statements, says.statements],
          [text.version, one.version],
        ]}
      />
    </section>
  );
}

const kindOptions = Object.entries(certificateKinds).map(([value, label]) => ({ value, label }));
const fieldsFor = (one: ForeignCertificate, point: number | null): readonly Field[] => [
  { name: 'kind', label: ['证书种类', 'Kind of certificate'], kind: 'choice', options: kindOptions },
  {
    name: 'validUntil',
    label: ['有效期至', 'Valid until'],
    kind: 'day',
    hint: ['当日仍有效；DCC 本身不写有效期', 'The last day counts; a DCC does not state one'],
  },
  ...(point === null
    ? [{ name: 'accuracyClass', label: ['准确度等级', 'Accuracy class'], hint: ['照证书填写', 'As the certificate prints it'] } as const]
    : []),
  {
    name: 'reason',
    label: one.reasonNeeded ? ['理由（必填）', 'Reason (needed)'] : ['理由', 'Reason'],
    kind: 'long',
    hint: [
      '签名不能证明来源或编号不一致时，写明如何确认',
      'How you know where it is from, where the signature or the numbers leave a doubt',
    ],
  },
];

function Acceptance({ one }: { one: ForeignCertificate }): ReactElement {
  const text = useTexts(foreignTexts);
  const go = useGo();
  const [point, setPoint] = useState<number | null>(one.suggested);
  const { acceptance, signature, standard } = one;
  return (
    <>
      <PointTable one={one} chosen={one.mayAccept ? point : undefined} onChoose={setPoint} />
      {acceptance === null ? null : (
        <section className="sheet">
          <h2>{text.accepted}</h2>
          <p>{fill(text.acceptedAs, { person: acceptance.person, at: printInstant(acceptance.at), number: acceptance.number })}</p>
          {acceptance.reason === null ? null : (
            <p>
              {text.reason}：{acceptance.reason}
            </p>
          )}
        </section>
      )}
      {signature.state === 'broken' ? <p className="sheet tone-bad">{text.broken}</p> : null}
      {one.mayAccept ? (
        <section className="sheet">
          <h2>{text.accept}</h2>
          <p className="soft">{text.acceptLead}</p>
          <RecordForm
            endpoint={foreignEndpoints.acceptForeignCertificate}
            params={{ id: standard.id, foreign: one.id }}
            fixed={{ point }}
            fields={fieldsFor(one, point)}
            initial={{ kind: 'calibration' }}
            submit={['采信并登记', 'Accept and record']}
            done={['已采信并登记', 'Accepted and recorded']}
            onDone={() => go(`/desk/standards/${standard.id}`)}
          />
        </section>
      ) : null}
    </>
  );
}
