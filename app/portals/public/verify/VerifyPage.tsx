import { useState, type ReactElement } from 'react';
import { fill, useTexts } from '../../../web/language.ts';
import { readQrFromImage } from '../label/read-photo.ts';
import { useKeptProgram } from '../offline/keep-program.ts';
import { useTitle } from '../title.ts';
import { Download } from './Download.tsx';
import { useOwnLists } from './own-lists.ts';
import { Verifier } from './Verifier.tsx';
import { texts } from './verify-text.ts';

const startWorker = (): Worker => new Worker(new URL('./verify-worker.ts', import.meta.url), { type: 'module' });

/** Anybody checks a certificate here; the lists of this platform are read, and nothing that is given leaves the browser. */
export function VerifyPage(): ReactElement {
  const text = useTexts(texts);
  useTitle(text.title);
  const [turn, setTurn] = useState(0);
  const lists = useOwnLists();
  const kept = useKeptProgram('/verify');
  return (
    <>
      <h1>{text.title}</h1>
      <p className="soft">{text.lead}</p>
      <Verifier
        key={turn}
        start={startWorker}
        readPhoto={readQrFromImage}
        trust={lists.trust}
        revocations={lists.revocations}
        today={lists.today}
        onAgain={() => setTurn(turn + 1)}
      />
      {kept === 'ready' ? <p className="soft">{fill(text.keptHere, { day: lists.listedOn ?? lists.today })}</p> : null}
      <Download />
    </>
  );
}
