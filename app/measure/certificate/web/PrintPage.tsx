import type { Check } from '@tongheng/procedures/calculation';
import { findEdition } from '@tongheng/procedures/registry';
import { Button } from 'antd';
import { useEffect, type ReactElement, type ReactNode } from 'react';
import type { Text } from '../../../kernel/text.ts';
import { usePathParam } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { fill, useTexts } from '../../../web/language.ts';
import { certificateEndpoints } from '../contract.ts';
import { documentKinds } from '../rules.ts';
import type { Certificate } from './CertificatePage.tsx';
import { clauseOf, conclusionWords, itemWords, placeWords, printLimit, validityLine, valueWords } from './check-words.ts';
import { readRecord, standardLines, type DocumentRecord } from './record.ts';
import { verdictTags } from './states.ts';
import { texts } from './text.ts';
import './certificate.css';

/** Rows that fit under the head of the first inner page of A4, and on each further one. */
const rowsFirst = 20;
const rowsFurther = 28;

/** The document as it is printed on A4, in both languages whatever the desk speaks: a cover and its inner pages. */
export function PrintPage(): ReactElement {
  const query = useEndpoint(certificateEndpoints.readCertificate, { params: { number: usePathParam('number') } });
  return <Answer query={query}>{(certificate) => <Document certificate={certificate} />}</Answer>;
}

function chunksOf(checks: readonly Check[]): Check[][] {
  const chunks = [checks.slice(0, rowsFirst)];
  for (let from = rowsFirst; from < checks.length; from += rowsFurther) chunks.push(checks.slice(from, from + rowsFurther));
  return chunks;
}

const label = (key: keyof typeof texts.zh): Text => [texts.zh[key], texts.en[key]];

function Document({ certificate }: { certificate: Certificate }): ReactElement {
  const text = useTexts(texts);
  const record = readRecord(certificate.record);
  const chunks = chunksOf(record.verification.result.checks);
  const pages = chunks.length + 1;
  const { number } = certificate;
  useEffect(() => {
    document.title = number;
    // Every sheet carries its own mark; the banner of the desk would be a sheet more.
    document.documentElement.classList.add('prints-document');
    return () => document.documentElement.classList.remove('prints-document');
  }, [number]);
  const page = (n: number, content: ReactNode): ReactElement => (
    <A4 key={n} certificate={certificate} n={n} of={pages}>
      {content}
    </A4>
  );
  return (
    <div className="printed">
      <div className="action-bar no-print">
        <Button type="primary" onClick={() => window.print()}>
          {text.printNow}
        </Button>
        <Button href={`/desk/certificates/${number}`}>{text.back}</Button>
      </div>
      {page(1, <Cover certificate={certificate} record={record} />)}
      {chunks.map((checks, index) =>
        page(index + 2, <Inner record={record} checks={checks} first={index === 0} last={index === chunks.length - 1} />),
      )}
    </div>
  );
}

type PageProps = { certificate: Certificate; n: number; of: number; children: ReactNode };

function A4({ certificate, n, of, children }: PageProps): ReactElement {
  const mark = certificate.status === 'valid' ? (certificate.demonstration ? texts.zh.demonstration : undefined) : texts.zh.revoked;
  return (
    <article className="a4">
      {mark === undefined ? null : <span className="watermark" aria-hidden="true" data-mark={mark} />}
      <header>
        <span>
          <Both words={label('number')} /> {certificate.number}
        </span>
        <span>
          {fill(texts.zh.pageOf, { n, m: of })} <small>{fill(texts.en.pageOf, { n, m: of })}</small>
        </span>
      </header>
      {children}
      <footer>
        {mark === undefined ? null : <b>{mark} </b>}
        <Both words={label('onPaper')} />
      </footer>
    </article>
  );
}

function Both({ words }: { words: Text }): ReactElement {
  return (
    <>
      {words[0]} <small lang="en">{words[1]}</small>
    </>
  );
}

function Lines({ lines }: { lines: readonly (readonly [Text, string | null])[] }): ReactElement {
  return (
    <dl className="lines">
      {lines.map(([words, value]) => (
        <div key={words[0]}>
          <dt>
            <Both words={words} />
          </dt>
          <dd>{value === null || value === '' ? '/' : value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Cover({ certificate, record }: { certificate: Certificate; record: DocumentRecord }): ReactElement {
  const { instrument, persons, verification, procedure } = record;
  const title = documentKinds[record.kind];
  const edition = findEdition(procedure.edition);
  const validity = validityLine(record);
  return (
    <>
      <h1>
        {title[0]}
        <small lang="en">{title[1]}</small>
      </h1>
      <p className="of-institute">{record.institute}</p>
      <Lines
        lines={[
          [label('client'), record.holder],
          [label('instrument'), instrument.name],
          [label('model'), instrument.model],
          [label('serial'), instrument.serial],
          [label('maker'), instrument.maker],
          [label('procedure'), `${procedure.number} ${edition?.title[0] ?? ''}`],
          [label('conclusion'), conclusionWords(record)[0]],
          [label('approver'), persons.approver],
          [label('checker'), persons.checker],
          [label('tester'), persons.tester],
          [label('testedOn'), verification.testedOn],
          [label('issuedOn'), record.issuedOn],
          ...(validity === undefined ? [] : [[label(validity[0]), validity[1] ?? texts.zh.noEnd] as const]),
          [label('authorization'), null],
          [label('contact'), null],
        ]}
      />
      <p className="seal">{texts.zh.seal}</p>
      <p className="public-check">
        <Both words={label('publicCheck')} /> {`${location.origin}/check?number=${certificate.number}`}
        <br />
        <Both words={label('checkCode')} /> <b>{certificate.checkCode}</b>
      </p>
    </>
  );
}

type InnerProps = { record: DocumentRecord; checks: readonly Check[]; first: boolean; last: boolean };

function Inner({ record, checks, first, last }: InnerProps): ReactElement {
  const { verification, procedure } = record;
  const form = findEdition(procedure.edition)?.form;
  const environment = (form?.environment.fields ?? []).map(
    (field) => `${field.label[0]} ${verification.environment[field.id] ?? '/'} ${field.unit ?? ''}`,
  );
  const failed = [
    ...new Set(
      verification.result.checks.filter(({ verdict }) => verdict === 'fail').map(({ item }) => itemWords(procedure.edition, item)[0]),
    ),
  ];
  return (
    <>
      {first ? (
        <Lines
          lines={[
            [label('rawRecord'), verification.recordNumber ?? verification.id],
            [label('standard'), standardLines(verification).join('；')],
            [label('place'), record.instrument.place],
            [label('environment'), environment.join('，')],
            ...(failed.length === 0 ? [] : [[label('failedItems'), failed.join('、')] as const]),
          ]}
        />
      ) : null}
      <h2>
        <Both words={label('results')} />
      </h2>
      <table>
        <thead>
          <tr>
            {(['item', 'value', 'limit', 'clause', 'verdict'] as const).map((key) => (
              <th key={key} scope="col">
                <Both words={label(key)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {checks.map((check) => (
            <tr key={check.id}>
              <td>
                {itemWords(procedure.edition, check.item)[0]} {placeWords(procedure.edition, check)[0]}
              </td>
              <td className="number">{valueWords(check)[0]}</td>
              <td className="number">{printLimit(check)}</td>
              <td>{clauseOf(procedure, check)}</td>
              <td>{verdictTags[check.verdict].text[0]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {last ? <p className="followed">{texts.zh.followed}</p> : null}
    </>
  );
}
