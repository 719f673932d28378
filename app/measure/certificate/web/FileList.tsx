import type { ReactElement } from 'react';
import { addressOf } from '../../../kernel/address.ts';
import { fill, useTexts } from '../../../web/language.ts';
import { certificateEndpoints } from '../contract.ts';
import type { Certificate } from './CertificatePage.tsx';
import { texts } from './text.ts';

/** The signed views of a document and its place in the log. Plain links: they work by keyboard, and a PDF opens for a look before it is printed. */
export function FileList({ certificate }: { readonly certificate: Certificate }): ReactElement {
  const text = useTexts(texts);
  const { number, format, log, seal } = certificate;
  const request = { params: { number } };
  const files = [
    [text.filePaper, certificateEndpoints.downloadPaper, true],
    [text.fileDcc, certificateEndpoints.downloadDcc, false],
    [text.fileLabel, certificateEndpoints.downloadLabelText, false],
    ...(log === null || log.index === null
      ? []
      : ([
          [text.filePackage, certificateEndpoints.downloadPackage, false],
          [text.fileProof, certificateEndpoints.downloadProof, false],
        ] as const)),
    [text.fileOverlay, certificateEndpoints.printOverlay, true],
  ] as const;
  return (
    <section className="sheet" aria-labelledby="certificate-files">
      <h2 id="certificate-files">{text.files}</h2>
      <p className="soft">{format === 3 ? text.filesNote : text.noFiles}</p>
      {format === 3 ? <p className="soft">{seal === null ? text.sealNone : fill(text.sealOn, { ...seal })}</p> : null}
      {format === 3 ? (
        <ul className="file-list">
          {files.map(([words, endpoint, isOpened]) => (
            <li key={words}>
              <a href={addressOf(endpoint, request)} {...(isOpened ? { target: '_blank', rel: 'noopener' } : { download: '' })}>
                {words}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      <p>
        {text.logIndex} {log === null ? text.logNone : (log.index ?? text.logWaiting)}
      </p>
    </section>
  );
}
