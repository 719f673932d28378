import { Input, Select } from 'antd';
import type { ReactElement } from 'react';
import type { ControlProps } from '../../../web/kit/FormField.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { useToday } from '../../catalogue/web/today.ts';
import { nameplateErrors, nameplateForm, saidByKind, type InstrumentKind, type Parameters } from '../rules.ts';
import { texts } from './text.ts';
import './instrument.css';

type Props = ControlProps & { readonly kind: InstrumentKind };

/** The nameplate by the form of the procedure, checked by it while it is typed: the `control` of a form's field. */
export function Nameplate({ kind, id, value, onChange }: Props): ReactElement {
  const say = useSay();
  const words = useTexts(texts);
  const parameters = (value ?? {}) as Parameters;
  const day = useToday();
  const form = nameplateForm(kind, day);
  const errors = new Map(nameplateErrors(kind, parameters, day).map((error) => [error.path, error]));
  const said = saidByKind(kind, day);
  const write = (name: string, text: string): void =>
    onChange(Object.fromEntries(Object.entries({ ...parameters, ...said, [name]: text }).filter(([, one]) => one !== '')));
  if (form === undefined) return <p className="hint">{words.noProcedure}</p>;
  return (
    <div className="nameplate">
      {form.fields
        .filter((field) => said[field.id] === undefined)
        .map((field) => {
          const text = parameters[field.id] ?? '';
          const error = text === '' ? undefined : errors.get(field.id);
          const fieldId = `${id}-${field.id}`;
          return (
            <div key={field.id}>
              <label htmlFor={fieldId}>
                {say(field.label)} {field.symbol}
                {field.required.includes('initial') ? <span className="required">{words.required}</span> : null}
              </label>
              {field.choices === undefined ? (
                <Input
                  id={fieldId}
                  value={text}
                  maxLength={60}
                  {...(field.unit === null || field.unit === 'sheet' ? {} : { suffix: <span className="soft">{field.unit}</span> })}
                  {...(field.kind === 'decimal' ? { inputMode: 'decimal' as const } : {})}
                  aria-invalid={error !== undefined}
                  aria-describedby={`${fieldId}-note`}
                  {...(error === undefined ? {} : { status: 'error' as const })}
                  onChange={(event) => write(field.id, event.target.value)}
                />
              ) : (
                <Select
                  id={fieldId}
                  value={text === '' ? null : text}
                  allowClear
                  aria-label={say(field.label)}
                  options={field.choices.map((choice) => ({ value: choice.value, label: say(choice.label) }))}
                  onChange={(chosen: string | undefined) => write(field.id, chosen ?? '')}
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
