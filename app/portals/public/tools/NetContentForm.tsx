import type { ChangeEvent, ReactElement } from 'react';
import { netContentRules } from '@tongheng/statistics/net-content/rules';
import { quantityUnits } from '@tongheng/statistics/net-content/quantity-unit';
import { fill, useLanguage, useSay, useTexts } from '../../../web/language.ts';
import { unitName, type Entry, type Fault, type Field, type Reading } from './net-content-entry.ts';
import { texts } from './net-content-text.ts';
import { ToolField, type ControlProps } from './ToolField.tsx';
import { ValuesField } from './ValuesField.tsx';

type Props = { readonly entry: Entry; readonly reading: Reading; readonly onChange: (change: Partial<Entry>) => void };
type FieldProps = { readonly field: Field; readonly label: string; readonly hint?: string; readonly className?: string };

/** The lot, its contents and its label. Every field is read while one types; nothing has to be sent. */
export function NetContentForm({ entry, reading, onChange }: Props): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const language = useLanguage();
  const faultOf = (field: Field): string | undefined => {
    const fault = reading.faults.find((one) => one.field === field);
    return fault === undefined ? undefined : say(fault.text);
  };
  const typed = (field: Field) => (event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) => onChange({ [field]: event.target.value });
  const input = ({ field, label, hint, className }: FieldProps, more: object = {}): ReactElement => (
    <ToolField
      id={`net-${field}`}
      label={label}
      fault={faultOf(field)}
      {...(hint === undefined ? {} : { hint })}
      {...(className === undefined ? {} : { className })}
    >
      {(control: ControlProps) => (
        <input {...control} value={entry[field]} onChange={typed(field)} autoComplete="off" spellCheck={false} {...more} />
      )}
    </ToolField>
  );
  const { n, tolerable } = reading;
  const unit = unitName(entry.unit, language);
  return (
    <form className="sheet tool-form" onSubmit={(event) => event.preventDefault()} aria-label={text.inputs}>
      <ToolField id="net-rule" label={text.rule} fault={faultOf('rule')}>
        {(control) => (
          <select {...control} value={entry.rule} onChange={typed('rule')}>
            {netContentRules.map(({ id, number, plan }) => (
              <option key={id} value={id}>
                {plan === null ? `${number} · ${text.awaiting}` : number}
              </option>
            ))}
          </select>
        )}
      </ToolField>
      <div className="tool-row">
        {input({ field: 'date', label: text.date }, { type: 'date' })}
        {input(
          { field: 'lot', label: text.lot, ...(n === null ? {} : { hint: fill(text.lotHint, { n }) }) },
          { inputMode: 'numeric', placeholder: '400' },
        )}
      </div>
      <div className="tool-row nominal">
        {input(
          {
            field: 'nominal',
            label: text.nominal,
            ...(tolerable === null ? {} : { hint: fill(text.tolerableHint, { T: `${tolerable} ${unit}`.trim() }) }),
          },
          { inputMode: 'decimal', placeholder: '500' },
        )}
        <ToolField id="net-unit" label={text.unit} fault={faultOf('unit')}>
          {(control) => (
            <select {...control} value={entry.unit} onChange={typed('unit')}>
              {quantityUnits
                .filter(({ symbol }) => symbol !== 'mg')
                .map(({ symbol, name }) => (
                  <option key={symbol} value={symbol}>
                    {symbol === 'count' ? text.count : language === 'zh' ? `${symbol} ${name[0]}` : symbol}
                  </option>
                ))}
            </select>
          )}
        </ToolField>
      </div>
      <ToolField id="net-given" label={text.given}>
        {(control) => (
          <select {...control} value={entry.given} onChange={typed('given')}>
            <option value="contents">{text.contents}</option>
            <option value="deviations">{text.deviations}</option>
          </select>
        )}
      </ToolField>
      <ValuesField
        label={entry.given === 'deviations' ? text.deviations : text.contents}
        values={entry.values}
        count={reading.values.length}
        n={n}
        fault={valuesFault(reading.faults)}
        onChange={(values) => onChange({ values })}
      />
      <details className="tool-more" open={[entry.labelText, entry.height, entry.each, entry.pieces].some((value) => value !== '')}>
        <summary>{text.labelTitle}</summary>
        {input({ field: 'labelText', label: text.labelText, hint: text.labelHint }, { lang: 'zh-CN' })}
        <div className="tool-row three">
          {input({ field: 'height', label: text.height }, { inputMode: 'decimal' })}
          {input({ field: 'each', label: text.each }, { inputMode: 'decimal' })}
          {input({ field: 'pieces', label: text.pieces }, { inputMode: 'numeric' })}
        </div>
      </details>
    </form>
  );

  function valuesFault(faults: readonly Fault[]): string | undefined {
    const fault = faults.find(({ field }) => field === 'values');
    if (fault === undefined) {
      const isTooMany = n !== null && reading.values.length > n;
      return isTooMany ? fill(text.tooMany, { n, count: reading.values.length }) : undefined;
    }
    return fault.index === null ? say(fault.text) : `${fill(text.valueNumber, { index: fault.index + 1 })}: ${say(fault.text)}`;
  }
}
