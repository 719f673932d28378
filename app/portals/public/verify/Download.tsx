import type { ReactElement } from 'react';
import { useTexts } from '../../../web/language.ts';
import { texts } from './verify-text.ts';

/** The verifier as one file; the server sends it with its lists of trust and of revocations inside. */
export function Download(): ReactElement {
  const text = useTexts(texts);
  return (
    <section className="sheet">
      <h2>{text.downloadTitle}</h2>
      <p className="soft">{text.download}</p>
      <p>
        <a href="/verifier.html" download>
          {text.downloadButton}
        </a>
      </p>
    </section>
  );
}
