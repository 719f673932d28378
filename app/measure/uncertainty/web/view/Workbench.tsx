import { useDeferredValue, useMemo, useRef, useState, type ReactElement } from 'react';
import { useSay, useTexts } from '../../../../web/language.ts';
import { examples } from '../../rules/examples.ts';
import { readTree } from '../../rules/model-text.ts';
import { evaluateText } from './live.ts';
import { LiveResult } from './LiveResult.tsx';
import { ModelForm } from './ModelForm.tsx';
import { liesAt } from './model-problem.ts';
import { saveText } from './save-text.ts';
import { texts } from './text.ts';
import { useMonteCarlo } from './use-monte-carlo.ts';
import './evaluation.css';
import './bench.css';

type Props = { readonly text: string; readonly onText: (text: string) => void };

/** The whole evaluation in the browser: the model as a form or as text, the budget while typing, Monte Carlo in the background. */
export function Workbench({ text: model, onText }: Props): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const [asText, setAsText] = useState(false);
  const deferred = useDeferredValue(model);
  const live = useMemo(() => evaluateText(deferred), [deferred]);
  const monteCarlo = useMonteCarlo();
  const tree = useMemo(() => readTree(model), [model]);
  const issueAt = (field: string): string | undefined =>
    live.problem !== undefined && liesAt(live.problem, field) ? say(live.problem.text) : undefined;
  const file = useRef<HTMLInputElement>(null);
  const open = async (chosen: File | undefined): Promise<void> => {
    if (chosen !== undefined) onText(await chosen.text());
    if (file.current !== null) file.current.value = '';
  };
  return (
    <div className="evaluation workbench">
      <section className="editor" aria-label={text.model}>
        <div className="bar">
          <div className="tabs" role="group" aria-label={text.editAs}>
            <button type="button" aria-pressed={!asText} onClick={() => setAsText(false)}>
              {text.form}
            </button>
            <button type="button" aria-pressed={asText} onClick={() => setAsText(true)}>
              {text.asText}
            </button>
          </div>
          <select
            aria-label={text.example}
            value=""
            onChange={(event) => {
              const chosen = examples.find(({ id }) => id === event.target.value);
              if (chosen !== undefined) onText(chosen.model);
            }}
          >
            <option value="">{text.exampleNone}</option>
            {examples.map(({ id, title }) => (
              <option key={id} value={id}>
                {say(title)}
              </option>
            ))}
          </select>
          <button type="button" className="small" onClick={() => file.current?.click()}>
            {text.openFile}
          </button>
          <button type="button" className="small" onClick={() => saveText('uncertainty-model.json', model, 'application/json')}>
            {text.saveFile}
          </button>
          <input
            ref={file}
            className="unseen"
            type="file"
            accept=".json,application/json"
            aria-label={text.openFile}
            tabIndex={-1}
            onChange={(event) => void open(event.target.files?.[0])}
          />
        </div>
        {asText ? (
          <textarea
            className="model-text"
            aria-label={text.textLabel}
            spellCheck={false}
            value={model}
            aria-invalid={live.problem !== undefined}
            onChange={(event) => onText(event.target.value)}
          />
        ) : tree === undefined ? (
          <p className="warning" role="alert">
            {text.formNeedsText}
          </p>
        ) : (
          <ModelForm tree={tree} issueAt={issueAt} onText={onText} />
        )}
      </section>
      <LiveResult model={deferred} live={live} monteCarlo={monteCarlo} />
    </div>
  );
}
