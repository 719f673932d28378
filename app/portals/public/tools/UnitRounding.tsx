import { useMemo, type ReactElement } from 'react';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { ToolField } from './ToolField.tsx';
import { blankEntry, type Entry } from './unit-entry.ts';
import { readRounding, type RoundedReading, type RoundingField } from './unit-rounding.ts';
import { texts } from './unit-rounding-text.ts';

type Props = { readonly entry: Entry; readonly onChange: (change: Partial<Entry>) => void };
type TextField = RoundingField | 'symbol';

const { number, interval, uncertainty, digits, rounding, symbol, k } = blankEntry;
const blank: Partial<Entry> = { number, interval, uncertainty, digits, rounding, symbol, k };
/** The examples of GB/T 8170 (a tie to the even multiple) and of JCGM 100, 7.2.6. */
const examples: Readonly<Record<Entry['to'], Partial<Entry>>> = {
  interval: { ...blank, number: '60.25', interval: '0.5' },
  uncertainty: { ...blank, number: '10.05762', uncertainty: '0.054', symbol: 'Ω', k: '2' },
};

/** Rounding after GB/T 8170, to an interval or to the uncertainty of a result. */
export function UnitRounding({ entry, onChange }: Props): ReactElement {
  const text = useTexts(texts);
  const reading = useMemo(() => readRounding(entry), [entry]);
  return (
    <div className="tool-columns">
      <div className="tool-inputs">
        <RoundingForm entry={entry} reading={reading} onChange={onChange} />
        <div className="tool-actions no-print">
          <button type="button" className="second" onClick={() => onChange(examples[entry.to])}>
            {text.example}
          </button>
          <button type="button" className="second" onClick={() => onChange(blank)}>
            {text.clear}
          </button>
          <button type="button" disabled={reading.answer === null} onClick={() => print()}>
            {text.print}
          </button>
        </div>
      </div>
      <section className="tool-result" aria-label={text.result}>
        {reading.answer === null ? <p className="sheet soft">{text.waits}</p> : <Rounded entry={entry} answer={reading.answer} />}
        <p className="soft">{entry.to === 'interval' ? text.ruleInterval : text.ruleUncertainty}</p>
      </section>
    </div>
  );
}

function RoundingForm({ entry, reading, onChange }: Props & { readonly reading: RoundedReading }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const field = (name: TextField, label: string, hint?: string): ReactElement => {
    const fault = name === 'symbol' ? undefined : reading.faults[name];
    return (
      <ToolField key={name} id={`round-${name}`} label={label} hint={hint} fault={fault === undefined ? undefined : say(fault)}>
        {(control) => (
          <input
            {...control}
            value={entry[name]}
            onChange={(event) => onChange({ [name]: event.target.value })}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            inputMode={name === 'symbol' ? 'text' : 'decimal'}
          />
        )}
      </ToolField>
    );
  };
  return (
    <form className="sheet tool-form" onSubmit={(event) => event.preventDefault()}>
      <ToolField id="round-to" label={text.to}>
        {(control) => (
          <select {...control} value={entry.to} onChange={(event) => onChange({ to: event.target.value as Entry['to'] })}>
            <option value="interval">{text.toInterval}</option>
            <option value="uncertainty">{text.toUncertainty}</option>
          </select>
        )}
      </ToolField>
      {field('number', text.number)}
      {entry.to === 'interval' ? (
        field('interval', text.interval, text.intervalHint)
      ) : (
        <>
          {field('uncertainty', text.uncertainty)}
          <ToolField id="round-digits" label={text.digits}>
            {(control) => (
              <select {...control} value={entry.digits} onChange={(event) => onChange({ digits: event.target.value as Entry['digits'] })}>
                <option value="2">{text.twoDigits}</option>
                <option value="1">{text.oneDigit}</option>
              </select>
            )}
          </ToolField>
          <ToolField id="round-rounding" label={text.rounding}>
            {(control) => (
              <select
                {...control}
                value={entry.rounding}
                onChange={(event) => onChange({ rounding: event.target.value as Entry['rounding'] })}
              >
                <option value="half-even">{text.halfEven}</option>
                <option value="up">{text.up}</option>
                <option value="up-beyond-5-percent">{text.upBeyond}</option>
              </select>
            )}
          </ToolField>
          <div className="tool-row">
            {field('symbol', text.symbol)}
            {field('k', text.k)}
          </div>
        </>
      )}
    </form>
  );
}

function Rounded({ entry, answer }: { readonly entry: Entry; readonly answer: NonNullable<RoundedReading['answer']> }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  return (
    <div className="sheet notice found unit-answer">
      {answer.to === 'interval' ? (
        <>
          <p className="unit-equation" role="status">
            <span>{entry.number.trim()}</span> <span>→</span> <strong>{answer.value}</strong>
          </p>
          <p className="soft">{fill(text.multiple, answer)}</p>
        </>
      ) : (
        <>
          <p className="unit-equation" role="status">
            <strong>{say(answer.statement)}</strong>
          </p>
          <p>
            <span className="soft">{text.concise}</span> {`${answer.concise} ${entry.symbol.trim()}`.trim()}
          </p>
        </>
      )}
    </div>
  );
}
