import { Input, Select } from 'antd';
import type { ReactElement } from 'react';
import type { ControlProps } from '../../../web/kit/FormField.tsx';
import { useSay } from '../../../web/language.ts';
import { nameplateErrors, nameplateForm, type InstrumentKind, type Parameters } from '../rules.ts';
import './instrument.css';

type Props = ControlProps & { readonly kind: InstrumentKind };

/** The nameplate by the form of the procedure, checked by it while it is typed: the `control` of a form's field. */
export function Nameplate({ kind, id, value, onChange }: Props): ReactElement {
  const say = useSay();
  const parameters = (value ?? {}) as Parameters;
  const errors = new Map(nameplateErrors(kind, parameters).map((error) => [error.path, error]));
  const write = (name: string, text: string): void =>
    onChange(Object.fromEntries(Object.entries({ ...parameters, [name]: text }).filter(([, one]) => one !== '')));
  return (
    <div className="nameplate">
      {nameplateForm(kind).fields.map((field) => {
        const text = parameters[field.id] ?? '';
        const error = text === '' ? undefined : errors.get(field.id);
        const fieldId = `${id}-${field.id}`;
        return (
          <div key={field.id}>
            <label htmlFor={fieldId}>
              {say(field.label)} {field.symbol}
            </label>
            {field.choices === undefined ? (
              <Input
                id={fieldId}
                value={text}
                aria-invalid={error !== undefined}
                aria-describedby={`${fieldId}-note`}
                {...(error === undefined ? {} : { status: 'error' as const })}
                onChange={(event) => write(field.id, event.target.value)}
              />
            ) : (
              <Select
                id={fieldId}
                value={text === '' ? null : text}
                aria-label={say(field.label)}
                options={field.choices.map((choice) => ({ value: choice.value, label: say(choice.label) }))}
                onChange={(chosen: string) => write(field.id, chosen)}
              />
            )}
            <p id={`${fieldId}-note`} className={error === undefined ? 'hint' : 'issue'}>
              {say(error?.text ?? field.help)}
            </p>
          </div>
        );
      })}
    </div>
  );
}
