import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { printBytes, printNumber } from '../../../web/figures.ts';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import type { Entry } from './unit-entry.ts';
import { locate, type Found } from './unit-marks.ts';
import { severities } from './unit-states.ts';
import { UnitExplanation } from './UnitExplanation.tsx';
import { UnitFindings } from './UnitFindings.tsx';
import { UnitFindingsPrint } from './UnitFindingsPrint.tsx';
import { UnitMarkedText } from './UnitMarkedText.tsx';
import { longestInField, UnitTextField } from './UnitTextField.tsx';
import { texts } from './units-text.ts';
import { useUnitLint, type UnitLint } from './use-unit-lint.ts';

type Props = { readonly entry: Entry; readonly isShown: boolean; readonly onChange: (change: Partial<Entry>) => void };

/** Checks the units of a text while it is typed; what is found stands beside the text, which is never changed. */
export function UnitCheck({ entry, isShown, onChange }: Props): ReactElement {
  const text = useTexts(texts);
  const [file, setFile] = useState<{ readonly name: string; readonly bytes: number } | null>(null);
  const lint = useUnitLint(entry.text, entry.format);
  const isLong = entry.text.length > longestInField;
  // While one types, the last findings stay until the next ones are there; those of another text are not shown.
  const isOwn = lint.checked?.text === entry.text && lint.checked.format === entry.format;
  const checked = isOwn || (lint.state === 'running' && !isLong) ? lint.checked : null;
  const found = useMemo(() => (checked === null ? [] : locate(checked.text, checked.findings)), [checked]);
  const shown = useMemo(
    () =>
      entry.severity === '' && entry.rule === ''
        ? found
        : found.filter(
            ({ finding }) =>
              (entry.severity === '' || finding.severity === entry.severity) && (entry.rule === '' || finding.rule === entry.rule),
          ),
    [found, entry.severity, entry.rule],
  );
  const [chosen, setChosen] = useState<{ readonly of: readonly Found[]; readonly found: Found | null } | null>(null);
  const current = chosen?.of === shown ? chosen.found : null;
  const choose = (one: Found | null): void => setChosen({ of: shown, found: one });
  const step = (by: 1 | -1): void => {
    if (shown.length === 0) return;
    const at = current === null ? (by === 1 ? -1 : 0) : shown.indexOf(current);
    choose(shown[(at + by + shown.length) % shown.length] ?? null);
  };
  useEffect(() => {
    if (!isShown) return undefined;
    const press = (event: KeyboardEvent): void => {
      const key = event.key.toLowerCase();
      const isInText =
        document.activeElement?.classList.contains('unit-marked') === true && !event.ctrlKey && !event.metaKey && !event.altKey;
      const by = key === 'f8' ? (event.shiftKey ? -1 : 1) : isInText && key === 'n' ? 1 : isInText && key === 'p' ? -1 : undefined;
      if (by === undefined || shown.length === 0) return;
      event.preventDefault();
      step(by);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });
  const name = file?.name ?? text.pastedText;
  return (
    <>
      <UnitTextField
        entry={entry}
        file={file}
        isShown={isShown}
        onText={(changed, source) => {
          setFile(source);
          onChange({ ...changed, severity: '', rule: '' });
        }}
        onType={(typed) => onChange({ text: typed })}
        onFormat={(format) => onChange({ format })}
      />
      <Running lint={lint} isLong={isLong} />
      {checked === null ? (
        entry.text.trim() === '' ? (
          <p className="sheet soft no-print">{text.waits}</p>
        ) : null
      ) : (
        <>
          <Summary found={found} count={checked.text.length} />
          <UnitFindingsPrint checked={checked} shown={shown} name={file === null ? name : `${name}（${printBytes(file.bytes)}）`} />
          {found.length === 0 ? null : (
            <div className="unit-panes no-print">
              <UnitMarkedText text={checked.text} shown={shown} current={current} onStep={step} onChoose={choose} />
              <UnitFindings entry={entry} found={found} shown={shown} current={current} onFilter={onChange} onChoose={choose} />
            </div>
          )}
        </>
      )}
      <UnitExplanation />
    </>
  );
}

/** What the check is doing, announced; a long one can be stopped. */
function Running({ lint, isLong }: { readonly lint: UnitLint; readonly isLong: boolean }): ReactElement | null {
  const text = useTexts(texts);
  const { state, cancel, again } = lint;
  // A short text is checked before one could read that it is being checked.
  if (state === 'idle' || (state === 'running' && !isLong)) return null;
  return (
    <div className="sheet notice unit-running no-print" role="status">
      <span>{state === 'running' ? text.running : state === 'cancelled' ? text.cancelled : text.failed}</span>
      {state === 'running' ? (
        <>
          <span className="unit-bar" aria-hidden="true" />
          <button type="button" className="second" onClick={cancel}>
            {text.cancel}
          </button>
        </>
      ) : (
        <button type="button" className="second" onClick={again}>
          {text.again}
        </button>
      )}
    </div>
  );
}

function Summary({ found, count }: { readonly found: readonly Found[]; readonly count: number }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const errors = useMemo(() => found.filter(({ finding }) => finding.severity === 'error').length, [found]);
  const sentence = fill(text.counts, { errors, advice: found.length - errors });
  return (
    <div className={`sheet notice unit-summary ${errors > 0 ? 'bad' : found.length > 0 ? 'attention' : 'found'}`} role="status">
      {found.length === 0 ? (
        <>
          <strong>{text.nothing}</strong>
          <span className="soft">{fill(text.nothingNote, { count: printNumber(count) })}</span>
        </>
      ) : (
        <>
          <span className="unseen">{sentence}</span>
          {(['error', 'advice'] as const).map((severity) => (
            <span key={severity} className="unit-count" aria-hidden="true" title={say(severities[severity].text)}>
              <StatusTag states={severities} state={severity} /> <strong>{severity === 'error' ? errors : found.length - errors}</strong>
            </span>
          ))}
          <span className="soft">{text.never}</span>
        </>
      )}
    </div>
  );
}
