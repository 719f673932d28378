import type { FormEvent, ReactElement } from 'react';
import { useTexts } from '../../web/language.ts';
import { go } from './place.ts';
import { texts } from './text.ts';

type Props = { name: string; number?: string; check?: string };

/** A plain form: it works before and without the program, and the result has an address. */
export function LookUpForm({ name, number = '', check = '' }: Props): ReactElement {
  const text = useTexts(texts);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const query = new URLSearchParams();
    for (const field of ['number', 'check']) {
      const value = typed.get(field);
      if (typeof value === 'string' && value.trim() !== '') query.set(field, value.trim());
    }
    go(`/check?${query.toString()}`);
  };
  return (
    <form className="look-up" action="/check" method="get" role="search" onSubmit={submit}>
      <label htmlFor={`${name}-number`}>{text.number}</label>
      <input
        id={`${name}-number`}
        name="number"
        required
        defaultValue={number}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <label htmlFor={`${name}-check`}>{text.checkCode}</label>
      <input id={`${name}-check`} name="check" defaultValue={check} autoComplete="off" spellCheck={false} />
      <button type="submit">{text.lookUp}</button>
    </form>
  );
}
