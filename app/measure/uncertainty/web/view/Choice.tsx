import { useId, type ReactElement } from 'react';

type Props<Value extends string> = {
  readonly label: string;
  readonly value: Value | '';
  readonly options: readonly (readonly [Value, string])[];
  readonly onChange: (value: Value) => void;
  readonly wide?: boolean;
};

/** A closed choice, as the browser draws it. */
export function Choice<Value extends string>({ label, value, options, onChange, wide = false }: Props<Value>): ReactElement {
  const id = useId();
  const isKnown = options.some(([one]) => one === value);
  return (
    <div className={`entry${wide ? ' wide' : ''}`}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={isKnown ? value : ''} onChange={(event) => onChange(event.target.value as Value)}>
        {isKnown ? null : <option value="">{value === '' ? '–' : value}</option>}
        {options.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
