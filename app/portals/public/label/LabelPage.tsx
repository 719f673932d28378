import { InvalidLabel } from '@tongheng/seal/label/invalid-label';
import { readLabel, type Label } from '@tongheng/seal/label/label';
import { useState, type ReactElement } from 'react';
import { useSay, useTexts } from '../../../web/language.ts';
import { useKeptProgram } from '../offline/keep-program.ts';
import { go, usePlace } from '../place.ts';
import { useTitle } from '../title.ts';
import { LabelFinder } from './LabelFinder.tsx';
import { LabelResult } from './LabelResult.tsx';
import { OtherCode } from './OtherCode.tsx';
import { texts } from './label-text.ts';
import '../scan/scan.css';
import './label.css';

/** What the QR code of a label opens: its digits are the rest of the path. Without digits, the ways to a label. */
export function LabelPage(): ReactElement {
  const text = useTexts(texts);
  useTitle(text.title);
  const { path } = usePlace();
  const digits = /^\/q\/(.+)$/i.exec(path)?.[1];
  const [other, setOther] = useState<string>();
  const kept = useKeptProgram(path.startsWith('/q') ? '/q' : '/Q');
  const open = (found: string): void => {
    const label = readOrWhy(found);
    const isLabel = !(label instanceof InvalidLabel) || label.code !== 'no-label';
    setOther(isLabel ? undefined : found);
    if (isLabel) go(`/Q/${label instanceof InvalidLabel ? found.replace(/^.*\/q\//i, '') : label.digits}`);
  };
  return (
    <>
      <h1>{text.title}</h1>
      {digits === undefined ? <p className="soft">{text.lead}</p> : <Opened key={digits} digits={digits} />}
      {other === undefined ? null : <OtherCode text={other} />}
      <div className="sheet look-up-sheet">
        {digits === undefined ? null : <h2>{text.another}</h2>}
        <LabelFinder onText={open} />
      </div>
      <p className="soft">{kept === 'ready' ? text.offlineReady : kept === 'keeping' ? text.offlineKeeping : text.offlineNone}</p>
    </>
  );
}

function readOrWhy(content: string): Label | InvalidLabel {
  try {
    return readLabel(content);
  } catch (error) {
    if (error instanceof InvalidLabel) return error;
    throw error;
  }
}

function Opened({ digits }: { digits: string }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const label = readOrWhy(digits);
  if (!(label instanceof InvalidLabel)) return <LabelResult label={label} />;
  return (
    <div className="sheet notice attention" role="status">
      <p>
        <b>{text.unreadable}</b>
      </p>
      <p>{say(label.reason)}</p>
      <p className="soft">{text.unreadableNext}</p>
      <p>
        <a href="/check">{text.lookUp}</a>
      </p>
    </div>
  );
}
