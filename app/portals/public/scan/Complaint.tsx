import { useRef, useState, type ReactElement } from 'react';
import type { PublicInstrument } from '../../../register/instrument/contract/public.ts';
import { useTexts } from '../../../web/language.ts';
import { complaintText, plateDiffers } from './complaint.ts';
import { Hotlines } from './Hotlines.tsx';
import { texts } from './scan-text.ts';

type Props = { readonly instrument: PublicInstrument; readonly plate: 'same' | 'different' | undefined };

/** The way to 12315 and 12345 with the facts filled in. Nothing of it leaves this page by itself. */
export function Complaint({ instrument, plate }: Props): ReactElement {
  const text = useTexts(texts);
  const field = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState<string>();
  const [copied, setCopied] = useState<'yes' | 'no'>();
  const isToldLater = typed !== undefined && plate === 'different' && !typed.includes(plateDiffers);
  const draft = isToldLater ? `${typed}\n${plateDiffers}` : (typed ?? complaintText(instrument, plate));
  const copy = async (): Promise<void> => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(draft);
      setCopied('yes');
    } catch {
      // An older phone, or a page that is not served by https: the words stay selected.
      setCopied('no');
    }
  };
  return (
    <section className="sheet complaint">
      <h2>{text.complain}</h2>
      <p>{text.complainLead}</p>
      <label htmlFor="complaint">{text.draft}</label>
      <textarea
        id="complaint"
        ref={field}
        rows={15}
        lang="zh-CN"
        value={draft}
        onChange={(event) => {
          setTyped(event.target.value);
          setCopied(undefined);
        }}
      />
      <div className="choice">
        <button type="button" onClick={() => void copy()}>
          {text.copy}
        </button>
        <span role="status">{copied === undefined ? '' : copied === 'yes' ? text.copied : text.copyFailed}</span>
      </div>
      <Hotlines />
      <p className="soft">{text.sites}</p>
    </section>
  );
}
