import { useEffect, useState, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import '../../../web/look.css';
import '../../../web/figures.css';
import { chooseLanguage, useLanguage, useTexts } from '../../../web/language.ts';
import '../public.css';
import { deviceDay } from './own-lists.ts';
import { readPhotoHere } from './photo-here.ts';
import { Verifier } from './Verifier.tsx';
import { texts } from './verify-text.ts';

const textIn = (id: string): string => document.getElementById(id)?.textContent ?? '';

/** A list that was written into this file when it was downloaded. */
function listIn(id: string): string | null {
  const list: unknown = JSON.parse(textIn(id) || 'null');
  return typeof list === 'string' ? list : null;
}

// A page of a file may start no worker by an address; it brings the program of its worker along as text.
const program = URL.createObjectURL(new Blob([textIn('worker')], { type: 'text/javascript' }));
const [trust, revocations] = [listIn('trust'), listIn('revocations')];

function Standalone(): ReactElement {
  const text = useTexts(texts);
  const chinese = useLanguage() === 'zh';
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    document.title = text.standaloneTitle;
  }, [text]);
  return (
    <>
      <header className="public-top">
        <b className="house">{text.standaloneTitle}</b>
        <div className="outer">
          <button type="button" className="plain" lang={chinese ? 'en' : 'zh-CN'} onClick={() => chooseLanguage(chinese ? 'en' : 'zh')}>
            {chinese ? 'English' : '中文'}
          </button>
        </div>
      </header>
      <main className="public-main">
        <h1>{text.title}</h1>
        <p className="soft">{text.standaloneLead}</p>
        <Verifier
          key={turn}
          start={() => new Worker(program)}
          readPhoto={readPhotoHere}
          trust={trust}
          revocations={revocations}
          today={deviceDay()}
          onAgain={() => setTurn(turn + 1)}
        />
      </main>
    </>
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(<Standalone />);
