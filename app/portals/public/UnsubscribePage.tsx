import { useState, type ReactElement } from 'react';
import { useLanguage, useTexts } from '../../web/language.ts';
import { usePlace } from './place.ts';
import { texts } from './text.ts';
import { useTitle } from './title.ts';

/** Where the link of an e-mail leads: one button, so that a mail scanner that opens links stops nothing. */
export function UnsubscribePage(): ReactElement {
  const text = useTexts(texts);
  const language = useLanguage();
  useTitle(text.unsubscribeTitle);
  const token = usePlace().query.get('token') ?? '';
  const [state, setState] = useState<'asked' | 'pending' | 'done' | 'invalid' | 'failed'>(token === '' ? 'invalid' : 'asked');
  const stop = async (): Promise<void> => {
    setState('pending');
    try {
      const response = await fetch('/api/public/reminder-unsubscription', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-language': language },
        body: JSON.stringify({ token }),
      });
      setState(response.ok ? 'done' : response.status === 404 ? 'invalid' : 'failed');
    } catch {
      setState('failed');
    }
  };
  return (
    <>
      <h1>{text.unsubscribeTitle}</h1>
      <div className="sheet" role="status">
        {state === 'done' ? (
          <p>
            <b>{text.unsubscribed}</b>
          </p>
        ) : state === 'invalid' ? (
          <>
            <p>
              <b>{text.unsubscribeInvalid}</b>
            </p>
            <p className="soft">{text.unsubscribeNext}</p>
          </>
        ) : (
          <>
            <p>{text.unsubscribeLead}</p>
            {state === 'failed' ? (
              <p>
                <b>{text.failed}</b> {text.failedNext}
              </p>
            ) : null}
            <button type="button" disabled={state === 'pending'} onClick={() => void stop()}>
              {text.unsubscribe}
            </button>
          </>
        )}
      </div>
    </>
  );
}
