import type { Edition, Limit } from '@tongheng/procedures/edition';
import { kinds } from '@tongheng/procedures/edition';
import type { Bounds, Field, Group } from '@tongheng/procedures/form';
import type { ReactElement } from 'react';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { kindWords } from '../rules/number-words.ts';
import { texts } from './text.ts';

/** The raw record as it is filled in: the nameplate and the groups of readings, field by field. */
export function FormOutline({ edition }: { edition: Edition }): ReactElement {
  const { instrument, readings } = edition.form;
  return (
    <>
      {[instrument, ...readings].map((group) => (
        <GroupOutline key={group.id} group={group} />
      ))}
    </>
  );
}

const printLimit = ({ value }: Limit, open: string): string => value ?? open;

function printBounds(bounds: Bounds | undefined, open: string): string {
  const { least, most } = bounds ?? {};
  if (least !== undefined && most !== undefined) return `${printLimit(least, open)} … ${printLimit(most, open)}`;
  if (least !== undefined) return `≥ ${printLimit(least, open)}`;
  return most === undefined ? '' : `≤ ${printLimit(most, open)}`;
}

export function GroupOutline({ group }: { group: Group }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const fields = [...group.fields, ...group.columns];
  return (
    <div className="number-section">
      <h3>
        {say(group.title)} {group.rows === null ? null : <span className="soft">{fill(text.rows, group.rows)}</span>}
      </h3>
      <p className="soft">{say(group.help)}</p>
      {fields.length === 0 ? null : (
        <Scroll label={say(group.title)}>
          <table className="grid cards form-fields">
            <caption className="unseen">{say(group.title)}</caption>
            <thead>
              <tr>
                <th scope="col">{text.field}</th>
                <th scope="col">{text.unit}</th>
                <th scope="col">{text.bounds}</th>
                <th scope="col">{text.required}</th>
                <th scope="col">{text.help}</th>
              </tr>
            </thead>
            <tbody>
              {fields.map((field) => (
                <FieldRow key={field.id} field={field} />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {group.computed.length === 0 ? null : (
        <p className="hint">
          {text.computed} {group.computed.map(({ symbol, label }) => `${symbol} ${say(label)}`).join('；')}
        </p>
      )}
    </div>
  );
}

function FieldRow({ field }: { field: Field }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const { label, symbol, unit, kind, choices, resolution, required, bounds } = field;
  const unitText = kind === 'mass' ? text.ownUnit : unit === 'sheet' ? text.sheetUnit : (unit ?? '');
  const steps =
    resolution === null ? '' : fill(text.resolution, { factor: resolution.factor, of: resolution.of === 'unit' ? '' : resolution.of });
  const allowed = choices === undefined ? printBounds(bounds, text.openValue) : choices.map((choice) => say(choice.label)).join('、');
  const needed =
    required.length === kinds.length
      ? text.always
      : required.length === 0
        ? text.optional
        : required.map((one) => say(kindWords[one])).join('、');
  return (
    <tr>
      <td className="lead">
        {say(label)} {symbol === undefined ? null : <i>{symbol}</i>}
      </td>
      <td data-label={text.unit}>{unitText}</td>
      <td data-label={text.bounds}>{[allowed, steps].filter((part) => part !== '').join('；')}</td>
      <td data-label={text.required}>{needed}</td>
      <td data-label={text.help} className="soft">
        {say(field.help)}
      </td>
    </tr>
  );
}
