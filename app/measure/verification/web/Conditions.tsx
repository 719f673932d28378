import type { Edition } from '@tongheng/procedures/edition';
import { useId, type ReactElement } from 'react';
import { DayField } from '../../../web/kit/DayField.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import type { Session } from '../contract/session.ts';
import { conditionsOf } from '../rules/conditions.ts';
import { readCell, writeCell, type SheetReadings } from '../rules/sheet.ts';
import type { Draft } from './draft-saving.ts';
import { texts } from './text.ts';

type Part = Pick<Draft, 'testedOn' | 'environment'> & { readonly readings: SheetReadings };

type Props<Written extends Part> = {
  readonly edition: Pick<Edition, 'regulation' | 'form'>;
  readonly draft: Written;
  /** What the record takes over where it says nothing itself. */
  readonly session?: Session | null | undefined;
  readonly wrong?: ReadonlyMap<string, string>;
  /** undefined: to be read. */
  readonly onChange?: ((draft: Written) => void) | undefined;
};

/** Under what the readings were taken: the day, the environment and the unit of the sheet. What the session says stands in grey. */
export function Conditions<Written extends Part>({ edition, draft, session = null, wrong, onChange }: Props<Written>): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const id = useId();
  const { form } = edition;
  const unit = form.readings.find((group) => group.id === 'sheet')?.fields.find((field) => field.id === 'unit');
  const unitCell = { group: 'sheet', row: null, column: 'unit' };
  const shared = conditionsOf({ testedOn: null, environment: {}, standards: null }, session, edition);
  return (
    <div className="conditions">
      <div>
        <label htmlFor={`${id}-day`}>{text.testedOn}</label>
        {onChange === undefined ? (
          <span className="typed">{draft.testedOn ?? text.notRecorded}</span>
        ) : (
          <DayField
            id={`${id}-day`}
            value={draft.testedOn ?? undefined}
            {...(shared.testedOn === null ? {} : { placeholder: shared.testedOn })}
            onChange={(day) => onChange({ ...draft, testedOn: typeof day === 'string' ? day : null })}
          />
        )}
      </div>
      {form.environment.fields.map((field) => {
        const path = `environment.${field.id}`;
        const issue = wrong?.get(path);
        return (
          <div key={field.id}>
            <label htmlFor={`${id}-${field.id}`}>
              {say(field.label)} <span className="soft">{field.unit}</span>
            </label>
            {onChange === undefined ? (
              <span className="typed">{draft.environment[field.id] ?? text.notRecorded}</span>
            ) : (
              <input
                id={`${id}-${field.id}`}
                data-cell={path}
                className={issue === undefined ? '' : 'wrong'}
                title={issue}
                aria-invalid={issue !== undefined}
                inputMode="decimal"
                autoComplete="off"
                placeholder={shared.environment[field.id] ?? ''}
                value={draft.environment[field.id] ?? ''}
                onChange={(event) => onChange({ ...draft, environment: { ...draft.environment, [field.id]: event.target.value } })}
              />
            )}
            {issue === undefined ? null : <span className="issue">{issue}</span>}
          </div>
        );
      })}
      {unit === undefined ? null : (
        <div>
          <label htmlFor={`${id}-unit`}>{say(unit.label)}</label>
          {onChange === undefined ? (
            <span className="typed">{readCell(draft.readings, unitCell)}</span>
          ) : (
            <select
              id={`${id}-unit`}
              data-cell="readings.sheet.unit"
              data-given="true"
              value={readCell(draft.readings, unitCell)}
              onChange={(event) => onChange({ ...draft, readings: writeCell(draft.readings, unitCell, event.target.value) })}
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
    </div>
  );
}
