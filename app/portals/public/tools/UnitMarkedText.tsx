import { useEffect, useMemo, useRef, useState, type MouseEvent, type ReactElement } from 'react';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { cutSheets, linesOf, type Found } from './unit-marks.ts';
import { severities } from './unit-states.ts';
import { texts } from './units-text.ts';

type Props = {
  readonly text: string;
  readonly shown: readonly Found[];
  readonly current: Found | null;
  readonly onStep: (by: 1 | -1) => void;
  readonly onChoose: (found: Found) => void;
};

/** The text with its findings marked, a part at a time; the buttons lead from one finding to the next. */
export function UnitMarkedText({ text: source, shown, current, onStep, onChoose }: Props): ReactElement {
  const text = useTexts(texts);
  const region = useRef<HTMLDivElement>(null);
  const sheets = useMemo(() => cutSheets(source, shown), [source, shown]);
  const [turned, setTurned] = useState<{ readonly of: string; readonly at: Found | null; readonly index: number } | null>(null);
  // A part that was turned to stays until another finding is gone to.
  const wanted =
    turned?.of === source && (turned.at === current || current === null)
      ? turned.index
      : current === null
        ? 0
        : sheets.findIndex(({ to }) => to > current.from);
  const index = Math.min(Math.max(0, wanted), sheets.length - 1);
  const sheet = sheets[index];
  const lines = useMemo(() => (sheet === undefined ? [] : linesOf(source, sheet, shown)), [source, sheet, shown]);
  useEffect(() => {
    const box = region.current;
    const mark = box?.querySelector<HTMLElement>('mark.current');
    if (box === null || mark === null || mark === undefined) return;
    // Only the box moves; the page would jump.
    const { top, bottom } = box.getBoundingClientRect();
    box.scrollTop += mark.getBoundingClientRect().top - top - box.clientHeight / 2;
    if (bottom < 80 || top > innerHeight - 80) box.scrollIntoView({ block: 'nearest' });
  }, [current, lines]);
  const choose = (event: MouseEvent): void => {
    const number = event.target instanceof HTMLElement ? event.target.closest('mark')?.dataset['number'] : undefined;
    const found = number === undefined ? undefined : shown.find((one) => one.number === Number(number));
    if (found !== undefined) onChoose(found);
  };
  const turn = (by: 1 | -1): void => {
    setTurned({ of: source, at: current, index: index + by });
    if (region.current !== null) region.current.scrollTop = 0;
  };
  return (
    <section className="unit-pane" aria-label={text.textMarked}>
      <div className="unit-pane-head">
        <h2>{text.textMarked}</h2>
        <div className="unit-steps">
          <button type="button" className="second" disabled={shown.length === 0} aria-keyshortcuts="Shift+F8" onClick={() => onStep(-1)}>
            ↑ {text.previous}
          </button>
          <button type="button" className="second" disabled={shown.length === 0} aria-keyshortcuts="F8" onClick={() => onStep(1)}>
            ↓ {text.next}
          </button>
        </div>
      </div>
      <Present shown={shown} current={current} />
      {/* Clicking a mark is a short cut of the buttons and of the list, which the keyboard has as well. */}
      <div className="unit-marked" ref={region} tabIndex={0} role="group" aria-label={text.textMarked} onClick={choose}>
        {lines.map(({ number, pieces }, at) => (
          <div className="unit-line" data-line={number} key={at}>
            {pieces.map((piece, place) =>
              piece.found === null ? (
                piece.text
              ) : (
                <mark
                  key={place}
                  className={`${piece.found.finding.severity}${piece.found === current ? ' current' : ''}`}
                  data-number={piece.found.number}
                >
                  {piece.text}
                </mark>
              ),
            )}
          </div>
        ))}
      </div>
      <div className="unit-pane-foot">
        {sheets.length < 2 ? null : (
          <div className="unit-steps">
            <button type="button" className="second" disabled={index === 0} onClick={() => turn(-1)}>
              {text.earlier}
            </button>
            <span>{fill(text.sheet, { number: index + 1, count: sheets.length })}</span>
            <button type="button" className="second" disabled={index === sheets.length - 1} onClick={() => turn(1)}>
              {text.later}
            </button>
          </div>
        )}
        <p className="tool-hint">{text.keys}</p>
      </div>
    </section>
  );
}

/** The finding at which one is, in a line that is read out when it changes. */
function Present({ shown, current }: { readonly shown: readonly Found[]; readonly current: Found | null }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  if (current === null) {
    return (
      <p className="unit-present soft" role="status">
        {shown.length === 0 ? text.noneShown : shown.length === 1 ? text.one : fill(text.notYet, { count: shown.length })}
      </p>
    );
  }
  const { line, column, severity, message, suggestion } = current.finding;
  return (
    <p className="unit-present" role="status">
      <span className="soft">
        {fill(text.current, { number: shown.indexOf(current) + 1, count: shown.length })} · {fill(text.place, { line, column })}
      </span>{' '}
      <StatusTag states={severities} state={severity} /> {say(message)} → <strong>{suggestion}</strong>
    </p>
  );
}
