import type { Form } from '@tongheng/procedures/form';
import { useId, type ReactElement } from 'react';
import { DayField } from '../../../web/kit/DayField.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { writeCell } from '../rules/sheet.ts';
import type { Draft } from './draft-saving.ts';
import { texts } from './text.ts';

type Props = {
  readonly form: Form;
  readonly draft: Draft;
  readonly wrong?: ReadonlyMap<string, string>;
  /** undefined: to be read. */
  readonly onChange?: (draft: Draft) => void;
};

/** Under what the readings were taken: the day, the environment, the standard used, the unit of the sheet. */
export function Conditions({ form, draft, wrong, onChange }: Props): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const id = useId();
  const unit = form.readings.find((group) => group.id === 'sheet')?.fields.find((field) => field.id === 'unit');
  const unitValue = draft.readings['sheet']?.['unit'];
  return (
    <div className="conditions">
      <div>
        <label htmlFor={`${id}-day`}>{text.testedOn}</label>
        {onChange === undefined ? (
          <span className="typed">{draft.testedOn}</span>
        ) : (
          <DayField
            id={`${id}-day`}
            value={draft.testedOn ?? undefined}
            onChange={(day) => onChange({ ...draft, testedOn: typeof day === 'string' ? day : null })}
          />
        )}
      </div>
      {form.environment.fields.map((field) => (
        <div key={field.id}>
          <label htmlFor={`${id}-${field.id}`}>
            {say(field.label)} <span className="soft">{field.unit}</span>
          </label>
          {onChange === undefined ? (
            <span className="typed">{draft.environment[field.id]}</span>
          ) : (
            <input
              id={`${id}-${field.id}`}
              data-cell={`environment.${field.id}`}
              className={wrong?.has(`environment.${field.id}`) === true ? 'wrong' : ''}
              title={wrong?.get(`environment.${field.id}`)}
              inputMode="decimal"
              autoComplete="off"
              value={draft.environment[field.id] ?? ''}
              onChange={(event) => onChange({ ...draft, environment: { ...draft.environment, [field.id]: event.target.value } })}
            />
          )}
        </div>
      ))}
      {unit === undefined ? null : (
        <div>
          <label htmlFor={`${id}-unit`}>{say(unit.label)}</label>
          {onChange === undefined ? (
            <span className="typed">{typeof unitValue === 'string' ? unitValue : ''}</span>
          ) : (
            <select
              id={`${id}-unit`}
              data-cell="readings.sheet.unit"
              data-given="true"
              value={typeof unitValue === 'string' ? unitValue : ''}
              onChange={(event) =>
                onChange({
                  ...draft,
                  readings: writeCell(draft.readings, { group: 'sheet', row: null, column: 'unit' }, event.target.value),
                })
              }
            >
              {unit.choices?.map((choice) => (
                <option key={choice.value} value={choice.value}>
                  {say(choice.label)}
                </option>
              ))}
            </select>
          )}
        </div>
      )}
      <div className="wide">
        <label htmlFor={`${id}-standard`}>{text.standard}</label>
        {onChange === undefined ? (
          <span className="typed">{draft.standard ?? text.notRecorded}</span>
        ) : (
          <input
            id={`${id}-standard`}
            data-cell="standard"
            placeholder={text.standardHint}
            autoComplete="off"
            value={draft.standard ?? ''}
            onChange={(event) => onChange({ ...draft, standard: event.target.value === '' ? null : event.target.value })}
          />
        )}
      </div>
    </div>
  );
}
