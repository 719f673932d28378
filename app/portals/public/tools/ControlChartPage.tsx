import { useDeferredValue, useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { chartTexts } from '@tongheng/statistics/control-chart/statistic-text';
import { inLanguage } from '../../../kernel/text.ts';
import { useLanguage, useTexts } from '../../../web/language.ts';
import { usePlace } from '../place.ts';
import { useTitle } from '../title.ts';
import { addressOf, blankEntry, entryOf, readEntry, type Entry, type Reading } from './control-chart-entry.ts';
import { exampleEntry } from './control-chart-example.ts';
import { texts } from './control-chart-text.ts';
import { tableOf } from './control-chart-view.ts';
import { ControlChartForm } from './ControlChartForm.tsx';
import { ControlChartResult } from './ControlChartResult.tsx';
import { csvText, saveText } from './csv-text.ts';
import './tools.css';
import './control-chart.css';

const path = '/tools/control-chart';
/** While one types, the address follows after a pause. */
const pauseMilliseconds = 300;
const mostSteps = 50;

type Form = {
  readonly entry: Entry;
  readonly change: (change: Partial<Entry>) => void;
  /** As `change`, after keeping what was there. */
  readonly replace: (change: Partial<Entry>) => void;
  readonly undo: (() => void) | null;
};

/** The form lives in the address, so that a chart can be sent as a link; what was replaced as a whole can be had back. */
function useForm(): Form {
  const { query } = usePlace();
  const shown = query.toString();
  const written = useRef(shown);
  const [entry, setEntry] = useState(() => entryOf(query));
  const [past, setPast] = useState<readonly Entry[]>([]);
  useEffect(() => {
    if (shown === written.current) return;
    written.current = shown;
    setEntry(entryOf(new URLSearchParams(shown)));
  }, [shown]);
  useEffect(() => {
    const timer = setTimeout(() => {
      const { query: next } = addressOf(entry);
      if (next === written.current) return;
      written.current = next;
      history.replaceState(history.state, '', next === '' ? path : `${path}?${next}`);
    }, pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [entry]);
  const last = past[past.length - 1];
  return {
    entry,
    change: (change) => setEntry((before) => ({ ...before, ...change })),
    replace: (change) => {
      setPast([...past, entry].slice(-mostSteps));
      setEntry({ ...entry, ...change });
    },
    undo:
      last === undefined
        ? null
        : () => {
            setPast(past.slice(0, -1));
            setEntry(last);
          },
  };
}

/** Charts readings in the browser. Limits are computed and cannot be typed in. */
export function ControlChartPage(): ReactElement {
  const text = useTexts(texts);
  useTitle(text.title);
  const form = useForm();
  // The form stays quick while a long list is computed and drawn.
  const settled = useDeferredValue(form.entry);
  const reading = useMemo(() => readEntry(settled), [settled]);
  return (
    <>
      <h1>{text.title}</h1>
      <p className="soft">{text.lead}</p>
      <div className="tool-columns">
        <div className="tool-inputs">
          <ControlChartForm entry={form.entry} reading={reading} onChange={form.change} onReplace={form.replace} />
          <Actions form={form} reading={reading} />
        </div>
        <section className="tool-result" aria-label={text.title}>
          {reading.answer === null ? (
            <div className="sheet tool-part chart-empty">
              <p className="soft">{text.waiting}</p>
              {form.entry.data === '' ? (
                <button type="button" onClick={() => form.replace(exampleEntry(form.entry.chart))}>
                  {text.example}
                </button>
              ) : null}
            </div>
          ) : (
            <ControlChartResult answer={reading.answer} reading={reading} />
          )}
          <p className="tool-hint">{text.selfCheck}</p>
        </section>
      </div>
    </>
  );
}

function Actions({ form, reading }: { readonly form: Form; readonly reading: Reading }): ReactElement {
  const text = useTexts(texts);
  const language = useLanguage();
  const { entry, replace, undo } = form;
  const { answer } = reading;
  const download = (): void => {
    if (answer === null) return;
    const { head, rows } = tableOf(answer, reading.names, reading.decimals, language, true);
    const limits = [
      [inLanguage(chartTexts[answer.chart], language)],
      [text.centre, answer.centre ?? text.varying],
      [text.lowerLimit, answer.lower ?? text.varying],
      [text.upperLimit, answer.upper ?? text.varying],
    ];
    saveText(`control-chart-${answer.chart}.csv`, csvText([...limits, [], head, ...rows.map(({ name, cells }) => [name, ...cells])]));
  };
  const isWhole = useMemo(() => addressOf(entry).isWhole, [entry]);
  return (
    <div className="tool-actions no-print">
      <button type="button" className="second" onClick={() => replace(exampleEntry(entry.chart))}>
        {text.example}
      </button>
      <button type="button" className="second" onClick={() => replace({ ...blankEntry, chart: entry.chart })}>
        {text.clear}
      </button>
      <button type="button" className="second" disabled={undo === null} onClick={() => undo?.()}>
        {text.undo}
      </button>
      <button type="button" className="second" disabled={answer === null} onClick={download}>
        {text.csv}
      </button>
      <button type="button" disabled={answer === null} onClick={() => print()}>
        {text.print}
      </button>
      <p role="status">{isWhole ? '' : text.notInAddress}</p>
    </div>
  );
}
