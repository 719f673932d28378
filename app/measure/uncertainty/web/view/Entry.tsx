import { useId, type ReactElement } from 'react';
import { useTexts } from '../../../../web/language.ts';
import { texts } from './text.ts';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly issue?: string | undefined;
  readonly hint?: string | undefined;
  readonly optional?: boolean;
  readonly wide?: boolean;
  readonly lines?: number;
  readonly isNumber?: boolean;
};

/** One field of the model: plain, since the portal has no component library; what is wrong with it stands under it. */
export function Entry({
  label,
  value,
  onChange,
  issue,
  hint,
  optional = false,
  wide = false,
  lines,
  isNumber = false,
}: Props): ReactElement {
  const text = useTexts(texts);
  const id = useId();
  const shared = {
    id,
    value,
    spellCheck: false,
    autoComplete: 'off',
    ...(optional ? { placeholder: text.optional } : {}),
    ...(issue === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}-issue` }),
  };
  return (
    <div className={`entry${wide ? ' wide' : ''}${isNumber ? ' numeric' : ''}`}>
      <label htmlFor={id}>{label}</label>
      {lines === undefined ? (
        <input {...shared} inputMode={isNumber ? 'decimal' : 'text'} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <textarea {...shared} rows={lines} onChange={(event) => onChange(event.target.value)} />
      )}
      {hint === undefined ? null : <small className="hint">{hint}</small>}
      {issue === undefined ? null : (
        <small className="issue" id={`${id}-issue`}>
          {issue}
        </small>
      )}
    </div>
  );
}
