import type { LabelClaims } from '@tongheng/seal/label/claims';
import { isSameText, type LabelText } from '@tongheng/seal/label/label-text';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useTexts } from '../../../web/language.ts';
import { texts } from './label-text.ts';

/** What no signature can tell: whether the label sits on its instrument. The eyes of whoever stands before it decide. */
export function Comparison({ claims: { serial, seal } }: { claims: LabelClaims }): ReactElement {
  const text = useTexts(texts);
  return (
    <section className="sheet plate">
      <h2>{text.compareTitle}</h2>
      <p>{text.compareLead}</p>
      {serial === null ? (
        <p>{text.noSerial}</p>
      ) : (
        <>
          <p>
            {text.compareSerial} <Stated stated={serial} />
          </p>
          <Typed serial={serial} />
        </>
      )}
      {seal === null ? null : (
        <p>
          {text.compareSeal} <Stated stated={seal} />
        </p>
      )}
    </section>
  );
}

function Stated({ stated }: { stated: LabelText }): ReactElement {
  const text = useTexts(texts);
  return stated.digest === null ? (
    <b>
      <bdi>{stated.text}</bdi>
    </b>
  ) : (
    <>
      <b>
        <bdi>…{stated.text}</bdi>
      </b>{' '}
      <small>{text.endOnly}</small>
    </>
  );
}

function Typed({ serial }: { serial: LabelText }): ReactElement {
  const text = useTexts(texts);
  const [answer, setAnswer] = useState<'same' | 'different'>();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get('plate');
    if (typeof typed === 'string') setAnswer(isSameText(serial, typed) ? 'same' : 'different');
  };
  return (
    <form className="look-up label-compare" onSubmit={submit}>
      <label htmlFor="label-plate">{text.typeSerial}</label>
      <input
        id="label-plate"
        name="plate"
        required
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        onChange={() => setAnswer(undefined)}
      />
      <button type="submit" className="second">
        {text.compare}
      </button>
      <p role="status" className={answer === 'different' ? 'label-differs' : ''}>
        {answer === undefined ? '' : text[answer]}
      </p>
    </form>
  );
}
