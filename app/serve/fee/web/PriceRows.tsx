import { massUnits } from '@tongheng/procedures/mass';
import { Button, Input, Select } from 'antd';
import { useState, type ReactElement, type ReactNode } from 'react';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { instrumentKindNames, instrumentKinds } from '../../../register/instrument/rules.ts';
import { priceFields, printYuan, readYuan } from '../rules.ts';
import { texts } from './text.ts';
import './fee.css';

type Row = {
  readonly kind: string;
  readonly words: string;
  readonly field: string | null;
  readonly overValue: string | null;
  readonly upToValue: string | null;
  readonly unit: string | null;
  readonly choice: string | null;
  /** NaN while what is typed is no amount: the contract refuses it. */
  readonly priceFen: number;
};

const blank: Row = {
  kind: 'price-computing-scale',
  words: '',
  field: null,
  overValue: null,
  upToValue: null,
  unit: null,
  choice: null,
  priceFen: Number.NaN,
};

/** The rows of a price list, one for each kind or range: the `control` of a form's field. */
export function PriceRows({ id, value, onChange }: { id: string; value: unknown; onChange: (rows: unknown) => void }): ReactElement {
  const text = useTexts(texts);
  const rows = Array.isArray(value) ? (value as Row[]) : [];
  // Rows have no identity of their own: without one, what is typed in a row would stay behind when a row above it is removed.
  const [keys, setKeys] = useState<readonly number[]>(rows.map((_, index) => index));
  const change = (index: number, changes: Partial<Row>): void =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...changes } : row)));
  const add = (): void => {
    setKeys([...keys, Math.max(-1, ...keys) + 1]);
    onChange([...rows, { ...blank, kind: rows[rows.length - 1]?.kind ?? blank.kind }]);
  };
  const remove = (index: number): void => {
    setKeys(keys.filter((_, at) => at !== index));
    onChange(rows.filter((_, at) => at !== index));
  };
  return (
    <div id={id} className="price-rows" tabIndex={-1}>
      {rows.map((row, index) => {
        const key = keys[index] ?? index;
        return (
          <PriceRow
            key={key}
            id={`${id}-${key}`}
            number={index + 1}
            row={row}
            onChange={(changes) => change(index, changes)}
            onRemove={() => remove(index)}
          />
        );
      })}
      <Button onClick={add}>{text.addRow}</Button>
    </div>
  );
}

type RowProps = { id: string; number: number; row: Row; onChange: (changes: Partial<Row>) => void; onRemove: () => void };

function PriceRow({ id, number, row, onChange, onRemove }: RowProps): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const [yuan, setYuan] = useState(Number.isFinite(row.priceFen) ? printYuan(row.priceFen) : '');
  const isWrong = yuan !== '' && readYuan(yuan) === undefined;
  const fields = priceFields(row.kind);
  return (
    <fieldset className="price-row">
      <legend>{fill(text.row, { n: number })}</legend>
      <Labelled id={`${id}-kind`} label={text.kind}>
        <Select
          id={`${id}-kind`}
          showSearch={{ optionFilterProp: 'label' }}
          options={instrumentKindNames.map((kind) => ({ value: kind as string, label: say(instrumentKinds[kind].text) }))}
          value={row.kind}
          onChange={(kind: string) => onChange({ kind, field: null, overValue: null, upToValue: null, unit: null, choice: null })}
        />
      </Labelled>
      <Labelled id={`${id}-words`} label={text.words}>
        <Input id={`${id}-words`} value={row.words} maxLength={120} onChange={(event) => onChange({ words: event.target.value })} />
      </Labelled>
      <Labelled id={`${id}-field`} label={text.field}>
        <Select
          id={`${id}-field`}
          allowClear
          placeholder={text.any}
          options={fields.map((field) => ({ value: field.id, label: say(field.label) }))}
          value={row.field}
          onChange={(field: string | undefined) =>
            onChange({
              field: field ?? null,
              overValue: null,
              upToValue: null,
              choice: null,
              unit: fields.find((one) => one.id === field)?.kind === 'mass' ? 'kg' : null,
            })
          }
        />
      </Labelled>
      <Bounds id={id} row={row} onChange={onChange} />
      <Labelled id={`${id}-price`} label={text.price}>
        <Input
          id={`${id}-price`}
          inputMode="decimal"
          value={yuan}
          aria-invalid={isWrong}
          {...(isWrong ? { status: 'error' as const, title: text.yuanWrong } : {})}
          onChange={(event) => {
            setYuan(event.target.value);
            onChange({ priceFen: readYuan(event.target.value) ?? Number.NaN });
          }}
        />
        {isWrong ? <p className="issue">{text.yuanWrong}</p> : null}
      </Labelled>
      <Button onClick={onRemove}>{text.removeRow}</Button>
    </fieldset>
  );
}

function Labelled({ id, label, children }: { id: string; label: string; children: ReactNode }): ReactElement {
  return (
    <div className="price-part">
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  );
}

/** The range of a number, or the value of a choice. */
function Bounds({ id, row, onChange }: { id: string; row: Row; onChange: (changes: Partial<Row>) => void }): ReactElement | null {
  const text = useTexts(texts);
  const say = useSay();
  const field = priceFields(row.kind).find((one) => one.id === row.field);
  if (field === undefined) return null;
  if (field.choices !== undefined)
    return (
      <Labelled id={`${id}-choice`} label={text.choice}>
        <Select
          id={`${id}-choice`}
          options={field.choices.map(({ value, label }) => ({ value, label: say(label) }))}
          value={row.choice}
          onChange={(choice: string) => onChange({ choice })}
        />
      </Labelled>
    );
  const bound = (name: 'overValue' | 'upToValue', label: string): ReactElement => (
    <Labelled id={`${id}-${name}`} label={label}>
      <Input
        id={`${id}-${name}`}
        inputMode="decimal"
        value={row[name] ?? ''}
        onChange={(event) => onChange({ [name]: event.target.value === '' ? null : event.target.value })}
      />
    </Labelled>
  );
  return (
    <>
      {bound('overValue', text.over)}
      {bound('upToValue', text.upTo)}
      {field.kind === 'mass' ? (
        <Labelled id={`${id}-unit`} label={text.unit}>
          <Select
            id={`${id}-unit`}
            options={massUnits.map((unit) => ({ value: unit as string, label: unit }))}
            value={row.unit}
            onChange={(unit: string) => onChange({ unit })}
          />
        </Labelled>
      ) : (
        <p className="price-part soft">{field.unit}</p>
      )}
    </>
  );
}
