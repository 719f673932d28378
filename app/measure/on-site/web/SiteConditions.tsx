import type { Edition } from '@tongheng/procedures/edition';
import { useId, type ReactElement } from 'react';
import { DayField } from '../../../web/kit/DayField.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { roleOf } from '../../verification/rules/conditions.ts';
import { writeCell } from '../../verification/rules/sheet.ts';
import type { Content, StandardChosen } from '../rules/local.ts';
import type { PackRow } from './device/database.ts';
import { texts } from './text.ts';

type Props = {
  readonly edition: Edition;
  readonly pack: PackRow | undefined;
  readonly content: Content;
  readonly wrong: ReadonlyMap<string, string>;
  /** undefined: to be read. */
  readonly onChange: ((part: Partial<Content>) => void) | undefined;
};

/** Under what the readings were taken: day, environment, unit of the sheet and the standards, of those that were taken along. */
export function SiteConditions({ edition, pack, content, wrong, onChange }: Props): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const id = useId();
  const unit = edition.form.readings.find((group) => group.id === 'sheet')?.fields.find((field) => field.id === 'unit');
  const unitValue = content.readings['sheet']?.['unit'];
  const choose = (chosen: StandardChosen): void => {
    const others = content.standards.filter(({ role }) => role !== chosen.role);
    onChange?.({ standards: chosen.standard === '' ? others : [...others, chosen] });
  };
  return (
    <div className="conditions">
      <div>
        <label htmlFor={`${id}-day`}>{text.testedOn}</label>
        {onChange === undefined ? (
          <span className="typed">{content.testedOn}</span>
        ) : (
          <DayField
            id={`${id}-day`}
            value={content.testedOn ?? undefined}
            onChange={(day) => onChange({ testedOn: typeof day === 'string' ? day : null })}
          />
        )}
      </div>
      {edition.form.environment.fields.map((field) => (
        <div key={field.id}>
          <label htmlFor={`${id}-${field.id}`}>
            {say(field.label)} <span className="soft">{field.unit}</span>
          </label>
          {onChange === undefined ? (
            <span className="typed">{content.environment[field.id]}</span>
          ) : (
            <input
              id={`${id}-${field.id}`}
              data-cell={`environment.${field.id}`}
              className={wrong.has(`environment.${field.id}`) ? 'wrong' : ''}
              title={wrong.get(`environment.${field.id}`)}
              inputMode="decimal"
              autoComplete="off"
              value={content.environment[field.id] ?? ''}
              onChange={(event) => onChange({ environment: { ...content.environment, [field.id]: event.target.value } })}
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
                onChange({ readings: writeCell(content.readings, { group: 'sheet', row: null, column: 'unit' }, event.target.value) })
              }
            >
              {unitValue === undefined ? <option value="" /> : null}
              {unit.choices?.map((choice) => (
                <option key={choice.value} value={choice.value}>
                  {say(choice.label)}
                </option>
              ))}
            </select>
          )}
        </div>
      )}
      {edition.standards.map((required) => (
        <StandardChoice
          key={required.id}
          id={`${id}-standard-${required.id}`}
          label={say(required.title)}
          role={roleOf(edition.regulation, required.id)}
          pack={pack}
          content={content}
          onChoose={onChange === undefined ? undefined : choose}
          words={text}
        />
      ))}
    </div>
  );
}

type ChoiceProps = {
  readonly id: string;
  readonly label: string;
  readonly role: string;
  readonly pack: PackRow | undefined;
  readonly content: Content;
  readonly onChoose: ((chosen: StandardChosen) => void) | undefined;
  readonly words: Readonly<Record<'noStandard' | 'validUntil' | 'expired' | 'statement', string>>;
};

function StandardChoice({ id, label, role, pack, content, onChoose, words }: ChoiceProps): ReactElement {
  const own = (pack?.standards ?? []).filter(({ roles }) => roles.includes(role));
  const choice = content.standards.find((one) => one.role === role);
  const chosen = choice?.standard ?? '';
  const standard = own.find((one) => one.id === chosen);
  const day = content.testedOn;
  const isExpired = standard !== undefined && day !== null && (standard.validUntil === null || standard.validUntil < day);
  const validity = standard === undefined ? '' : fill(isExpired ? words.expired : words.validUntil, { day: standard.validUntil ?? '/' });
  return (
    <div className="wide">
      <label htmlFor={id}>{label}</label>
      {onChoose === undefined ? (
        <span className="typed">{standard === undefined ? words.noStandard : `${standard.number} ${standard.name}`}</span>
      ) : (
        <select
          id={id}
          data-cell={`standards.${role}`}
          data-given="true"
          value={chosen}
          onChange={(event) => onChoose({ role, standard: event.target.value, statement: choice?.statement ?? null })}
        >
          <option value="">{words.noStandard}</option>
          {own.map((one) => (
            <option key={one.id} value={one.id}>
              {one.number} {one.name}
            </option>
          ))}
        </select>
      )}
      {choice === undefined || onChoose === undefined ? (
        <span className="soft">{choice?.statement}</span>
      ) : (
        <input
          aria-label={`${label} ${words.statement}`}
          placeholder={words.statement}
          maxLength={300}
          autoComplete="off"
          value={choice.statement ?? ''}
          onChange={(event) => onChoose({ ...choice, statement: event.target.value === '' ? null : event.target.value })}
        />
      )}
      {validity === '' ? null : <span className={isExpired ? 'issue' : 'soft'}>{validity}</span>}
    </div>
  );
}
