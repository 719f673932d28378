import { useState, type ChangeEvent, type DragEvent, type ReactElement } from 'react';
import type { ChartKind } from '@tongheng/statistics/control-chart/chart';
import { chartTexts } from '@tongheng/statistics/control-chart/statistic-text';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { countsItems, fieldsOf, isCounts, isSequence, type Entry, type Field, type Reading } from './control-chart-entry.ts';
import { texts } from './control-chart-text.ts';
import { ToolField } from './ToolField.tsx';
import { decodeText } from './value-list.ts';

type Props = {
  readonly entry: Entry;
  readonly reading: Reading;
  readonly onChange: (change: Partial<Entry>) => void;
  /** Before something is replaced as a whole, so that it can be undone. */
  readonly onReplace: (change: Partial<Entry>) => void;
};

const measured: readonly ChartKind[] = ['xbar-r', 'xbar-s', 'i-mr', 'ewma', 'cusum'];
const counted: readonly ChartKind[] = ['p', 'np', 'c', 'u'];
const largestFile = 2_000_000;

/** The readings and what belongs to them. There is no field for a limit, and the form says why. */
export function ControlChartForm({ entry, reading, onChange, onReplace }: Props): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const faultOf = (field: Field): string | undefined => {
    const { fault } = reading;
    if (fault === null || fault.field !== field) return undefined;
    return fault.row === null ? say(fault.text) : `${fill(text.row, { n: fault.row })}: ${say(fault.text)}`;
  };
  const input = (field: Exclude<Field, 'chart' | 'data' | 'established'>, label: string, isNumber = true): ReactElement => (
    <ToolField key={field} id={`chart-${field}`} label={label} fault={faultOf(field)}>
      {(control) => (
        <input
          {...control}
          value={entry[field]}
          onChange={(event) => onChange({ [field]: event.target.value })}
          autoComplete="off"
          spellCheck={false}
          {...(isNumber ? { inputMode: 'decimal' as const } : {})}
        />
      )}
    </ToolField>
  );
  const own = fieldsOf(entry.chart);
  const has = (field: Field): boolean => own.includes(field);
  return (
    <form className="sheet tool-form" onSubmit={(event) => event.preventDefault()} aria-label={text.inputs}>
      <ToolField id="chart-kind" label={text.chart}>
        {(control) => (
          <select {...control} value={entry.chart} onChange={(event) => onChange({ chart: event.target.value as ChartKind })}>
            {(
              [
                [text.measured, measured],
                [text.counted, counted],
              ] as const
            ).map(([label, kinds]) => (
              <optgroup key={label} label={label}>
                {kinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {say(chartTexts[kind])}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        )}
      </ToolField>
      <Readings field="data" entry={entry} fault={faultOf('data')} onChange={onChange} onReplace={onReplace} />
      {has('size') ? input('size', text.size) : null}
      {has('lambda') ? <div className="tool-row">{[input('lambda', text.lambda), input('width', text.width)]}</div> : null}
      {has('k') ? (
        <>
          <div className="tool-row">{[input('k', text.k), input('h', text.h)]}</div>
          <p className="tool-hint">{text.kHint}</p>
        </>
      ) : null}
      {has('target') ? (
        <>
          <div className="tool-row">{[input('target', text.target), input('sigma', text.sigma)]}</div>
          {entry.target === '' && entry.sigma === '' ? null : input('source', text.source, false)}
        </>
      ) : null}
      {has('lower') ? <div className="tool-row">{[input('lower', text.lower), input('upper', text.upper)]}</div> : null}
      <details className="tool-more" open={entry.established !== ''}>
        <summary>{text.established}</summary>
        <Readings field="established" entry={entry} fault={faultOf('established')} onChange={onChange} onReplace={onReplace} />
      </details>
      <details className="tool-more">
        <summary>{text.whyTitle}</summary>
        <p className="soft">{text.why}</p>
      </details>
    </form>
  );
}

type ReadingsProps = Omit<Props, 'reading'> & { readonly field: 'data' | 'established'; readonly fault: string | undefined };

/** Readings typed, pasted, dropped or opened as a file. Files are read here and go nowhere. */
function Readings({ field, entry, fault, onChange, onReplace }: ReadingsProps): ReactElement {
  const text = useTexts(texts);
  const [note, setNote] = useState('');
  const [isOver, setOver] = useState(false);
  const takeFile = async (file: File): Promise<void> => {
    if (file.size > largestFile) {
      setNote(text.tooLarge);
      return;
    }
    onReplace({ [field]: decodeText(await file.arrayBuffer()).trim() });
    setNote(fill(text.dropped, { name: file.name }));
  };
  const drop = (event: DragEvent<HTMLTextAreaElement>): void => {
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file === undefined) return;
    event.preventDefault();
    void takeFile(file);
  };
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    const file = event.target.files?.[0];
    event.target.value = '';
    if (file !== undefined) void takeFile(file);
  };
  const { chart } = entry;
  const single = chart === 'i-mr' || isSequence(chart);
  const hint = countsItems(chart) ? text.dataCounts : isCounts(chart) ? text.dataCount : single ? text.dataSingle : text.dataGroups;
  return (
    <>
      <ToolField
        id={`chart-${field}`}
        label={field === 'data' ? text.data : text.established}
        hint={field === 'data' ? hint : text.establishedLead}
        fault={fault}
      >
        {(control) => (
          <textarea
            {...control}
            className={isOver ? 'over readings' : 'readings'}
            rows={field === 'data' ? 10 : 6}
            value={entry[field]}
            spellCheck={false}
            autoComplete="off"
            wrap="off"
            onChange={(event) => {
              setNote('');
              onChange({ [field]: event.target.value });
            }}
            onPaste={() => onReplace({})}
            onDrop={drop}
            onDragOver={(event) => {
              event.preventDefault();
              setOver(true);
            }}
            onDragLeave={() => setOver(false)}
          />
        )}
      </ToolField>
      <div className="tool-values-foot">
        <span className="tool-hint" role="status">
          {note}
        </span>
        <label className="tool-file">
          <span>{text.open}</span>
          <input type="file" accept=".csv,.txt,.tsv,text/csv,text/plain" onChange={choose} />
        </label>
      </div>
    </>
  );
}
