import type { ReactElement } from 'react';
import { useTexts } from '../../../web/language.ts';
import { texts } from './label-text.ts';

const hostOf = (content: string): string | undefined => {
  try {
    return new URL(content).host;
  } catch {
    return undefined;
  }
};

/** A QR code that is no label: the code of an instrument leads on, any other is named and not opened. */
export function OtherCode({ text: content }: { text: string }): ReactElement {
  const text = useTexts(texts);
  const code = /\/i\/([0-9a-z]{16})$/i.exec(content)?.[1];
  const host = hostOf(content);
  return (
    <div className="sheet notice attention" role="status">
      <p>
        <b>{code === undefined ? text.otherCode : text.instrumentCode}</b>
      </p>
      {code === undefined ? (
        <>
          <p>{text.otherCodeNext}</p>
          {host === undefined ? null : (
            <p className="soft">
              {text.otherCodeHost} <bdi>{host}</bdi>
            </p>
          )}
        </>
      ) : (
        <p>
          <a href={`/i/${code.toUpperCase()}`}>{text.instrumentNext}</a>
        </p>
      )}
    </div>
  );
}
