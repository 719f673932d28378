import { useState, type ReactElement } from 'react';
import { useTexts } from '../../../web/language.ts';
import { verifierWithTrust } from './verifier-file.ts';
import { texts } from './verify-text.ts';

/** The verifier as one file, with the trusted roots of this platform inside. */
export function Download(): ReactElement {
  const text = useTexts(texts);
  const [state, setState] = useState<'idle' | 'running' | 'failed'>('idle');
  const download = async (): Promise<void> => {
    setState('running');
    try {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([await verifierWithTrust()], { type: 'text/html' }));
      link.download = 'tongheng-verifier.html';
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
      setState('idle');
    } catch {
      setState('failed');
    }
  };
  return (
    <section className="sheet">
      <h2>{text.downloadTitle}</h2>
      <p className="soft">{text.download}</p>
      <div className="choice">
        <button type="button" className="second" disabled={state === 'running'} onClick={() => void download()}>
          {text.downloadPlain}
        </button>
        <span role="status">{state === 'failed' ? text.downloadFailed : ''}</span>
      </div>
    </section>
  );
}
