import type { ReactElement } from 'react';
import { useTexts } from '../../../web/language.ts';
import type { Certificate } from './CertificatePage.tsx';
import { texts } from './text.ts';

const hrefOf = (number: string): string => `/desk/certificates/${number}`;

/** What became of the document, in sentences: revoked, replaced, expired, and what it took the place of. */
export function Standing({ certificate }: { readonly certificate: Certificate }): ReactElement | null {
  const text = useTexts(texts);
  const { revocation, replaces, replacedBy, status, lot } = certificate;
  return (
    <>
      {revocation === null ? null : (
        <p className="revocation" role="status">
          <b>{text.revokedFor}</b> {revocation.reason}
        </p>
      )}
      {replacedBy === null ? null : (
        <p className="revocation" role="status">
          <b>{text.replacedBy}</b> <a href={hrefOf(replacedBy)}>{replacedBy}</a>
        </p>
      )}
      {status === 'expired' ? (
        <p className="revocation" role="status">
          {text.expired}
        </p>
      ) : null}
      {replaces === null ? null : (
        <p>
          {text.replaces} <a href={hrefOf(replaces.number)}>{replaces.number}</a> · {text.becauseOf} {replaces.reason}
        </p>
      )}
      {lot === null ? null : (
        <p>
          {text.ofLot} <a href={`/desk/certificate-lots/${lot.id}`}>{lot.number}</a>
        </p>
      )}
    </>
  );
}
