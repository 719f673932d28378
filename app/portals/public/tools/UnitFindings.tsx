import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { rules, type RuleId } from '@tongheng/quantity/linter/rules';
import { confidences } from '../../../kernel/confidence.ts';
import { dayOfInstant } from '../../../web/figures.ts';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useLanguage, useSay, useTexts } from '../../../web/language.ts';
import { saveText } from './csv-text.ts';
import { ToolField } from './ToolField.tsx';
import { copyText } from './unit-clipboard.ts';
import type { Entry } from './unit-entry.ts';
import { findingsCsv } from './unit-findings-csv.ts';
import type { Found } from './unit-marks.ts';
import { severities } from './unit-states.ts';
import { texts } from './units-text.ts';

type Converter = typeof import('./unit-finding-conversion.ts').conversionOf;

/** So many findings are listed at a time; a list of thousands is slow and read by nobody. */
const portion = 50;

type Filter = Partial<Pick<Entry, 'severity' | 'rule'>>;

type Props = {
  readonly entry: Entry;
  readonly found: readonly Found[];
  readonly shown: readonly Found[];
  readonly current: Found | null;
  readonly onFilter: (filter: Filter) => void;
  readonly onChoose: (found: Found) => void;
};

/** The findings one under the other: where, what, which rule on which ground, and what should stand there. */
export function UnitFindings({ entry, found, shown, current, onFilter, onChoose }: Props): ReactElement {
  const text = useTexts(texts);
  const language = useLanguage();
  const [said, setSaid] = useState<{ readonly of: readonly Found[]; readonly words: string } | null>(null);
  const [turned, setTurned] = useState<{ readonly of: readonly Found[]; readonly at: Found | null; readonly page: number } | null>(null);
  const [converter, setConverter] = useState<Converter | null>(null);
  useEffect(() => {
    // The table of units is loaded once there is something to convert.
    void import('./unit-finding-conversion.ts').then(
      (module) => setConverter(() => module.conversionOf),
      // Without it the findings stand as they are.
      () => undefined,
    );
  }, []);
  const list = useRef<HTMLOListElement>(null);
  // A portion that was turned to stays until another finding is gone to.
  const isTurned = turned?.of === shown && turned.at === current;
  const page = isTurned ? turned.page : current === null ? 0 : Math.floor(shown.indexOf(current) / portion);
  const from = page * portion;
  const to = Math.min(from + portion, shown.length);
  const turn = (by: 1 | -1): void => {
    setTurned({ of: shown, at: current, page: page + by });
    if (list.current === null) return;
    list.current.scrollTop = 0;
    list.current.scrollIntoView({ block: 'nearest' });
  };
  useEffect(() => {
    const box = list.current;
    const item = box?.querySelector<HTMLElement>('[aria-current]');
    // On a phone the list belongs to the page and stays where it is.
    if (box === null || item === null || item === undefined || box.scrollHeight <= box.clientHeight) return;
    if (item.offsetTop < box.scrollTop || item.offsetTop + item.offsetHeight > box.scrollTop + box.clientHeight)
      box.scrollTop = Math.max(0, item.offsetTop - 16);
  }, [current, page]);
  const copy = async (suggestion: string): Promise<void> => {
    const words = fill((await copyText(suggestion)) ? text.copied : text.notCopied, { text: suggestion });
    setSaid({ of: shown, words });
  };
  return (
    <section className="unit-pane" aria-label={text.findings}>
      <div className="unit-pane-head">
        <h2>{text.findings}</h2>
        <div className="unit-steps">
          <button
            type="button"
            className="second"
            disabled={shown.length === 0}
            onClick={() => saveText(`units-${dayOfInstant(new Date().toISOString())}.csv`, findingsCsv(shown, language))}
          >
            {text.download}
          </button>
          <button type="button" className="second" onClick={() => print()}>
            {text.print}
          </button>
        </div>
      </div>
      <Filters entry={entry} found={found} onFilter={onFilter} />
      <p className="tool-hint" role="status">
        {said?.of === shown ? said.words : ''}
      </p>
      {shown.length === 0 ? (
        <div className="sheet unit-none">
          <p className="soft">{text.noneShown}</p>
          <button type="button" className="second" onClick={() => onFilter({ severity: '', rule: '' })}>
            {text.showAll}
          </button>
        </div>
      ) : (
        <ol className="unit-findings" ref={list}>
          {shown.slice(from, to).map((one) => (
            <Item
              key={one.number}
              found={one}
              converter={converter}
              isCurrent={one === current}
              onChoose={onChoose}
              onCopy={(words) => void copy(words)}
            />
          ))}
        </ol>
      )}
      {shown.length <= portion ? null : (
        <div className="unit-steps">
          <button type="button" className="second" disabled={page === 0} onClick={() => turn(-1)}>
            {fill(text.before, { count: portion })}
          </button>
          <span>{fill(text.shownOf, { from: from + 1, to, count: shown.length })}</span>
          <button type="button" className="second" disabled={to === shown.length} onClick={() => turn(1)}>
            {fill(text.behind, { count: Math.min(portion, shown.length - to) || portion })}
          </button>
        </div>
      )}
    </section>
  );
}

function Filters({ entry, found, onFilter }: Pick<Props, 'entry' | 'found' | 'onFilter'>): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const counts = useMemo(() => {
    const [severity, rule] = [new Map<string, number>(), new Map<RuleId, number>()];
    for (const { finding } of found) {
      severity.set(finding.severity, (severity.get(finding.severity) ?? 0) + 1);
      rule.set(finding.rule, (rule.get(finding.rule) ?? 0) + 1);
    }
    return { severity, rule };
  }, [found]);
  const chosen = entry.rule !== '' && !counts.rule.has(entry.rule) ? [entry.rule] : [];
  return (
    <div className="tool-row unit-filters">
      <ToolField id="unit-severity" label={text.severity}>
        {(control) => (
          <select {...control} value={entry.severity} onChange={(event) => onFilter({ severity: event.target.value as Entry['severity'] })}>
            <option value="">{fill(text.all, { count: found.length })}</option>
            <option value="error">{fill(text.errorsOnly, { count: counts.severity.get('error') ?? 0 })}</option>
            <option value="advice">{fill(text.adviceOnly, { count: counts.severity.get('advice') ?? 0 })}</option>
          </select>
        )}
      </ToolField>
      <ToolField id="unit-rule" label={text.rule}>
        {(control) => (
          <select {...control} value={entry.rule} onChange={(event) => onFilter({ rule: event.target.value as Entry['rule'] })}>
            <option value="">{fill(text.all, { count: found.length })}</option>
            {[...counts.rule.keys(), ...chosen].map((rule) => (
              <option key={rule} value={rule}>
                {fill(text.ruleChoice, { title: sentence(say(rules[rule].title)), count: counts.rule.get(rule) ?? 0 })}
              </option>
            ))}
          </select>
        )}
      </ToolField>
    </div>
  );
}

/** A title of a rule begins small, as a line of a terminal does; on a page it is a sentence. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

type ItemProps = {
  readonly found: Found;
  readonly isCurrent: boolean;
  readonly converter: Converter | null;
  readonly onChoose: (found: Found) => void;
  readonly onCopy: (suggestion: string) => void;
};

function Item({ found, isCurrent, converter, onChoose, onCopy }: ItemProps): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const { finding, number } = found;
  const { line, column, severity, rule, suggestion, message, source } = finding;
  const conversion = useMemo(() => converter?.(finding) ?? null, [converter, finding]);
  return (
    <li {...(isCurrent ? { 'aria-current': true as const } : {})}>
      <div className="unit-item-head">
        <span className="unit-number">{number}</span>
        <StatusTag states={severities} state={severity} />
        <button type="button" className="unit-place" aria-label={fill(text.goThere, { line, column })} onClick={() => onChoose(found)}>
          {fill(text.place, { line, column })}
        </button>
        <div className="unit-item-actions">
          <button
            type="button"
            className="second"
            aria-label={fill(text.copySuggestion, { suggestion })}
            onClick={() => onCopy(suggestion)}
          >
            {text.copy}
          </button>
          {conversion === null ? null : (
            <a href={`#${conversion}`} aria-label={fill(text.convertThat, { text: finding.text })}>
              {text.convertThis}
            </a>
          )}
        </div>
      </div>
      <p className="unit-change">
        <span className="unit-written">{finding.text}</span> → <strong>{suggestion}</strong>
      </p>
      <p>{sentence(say(message))}</p>
      <p className="unit-source">
        <code>{rule}</code> · <span lang="zh-CN">{`${source.document} ${source.clause}`}</span> · {say(confidences[source.confidence])} ·{' '}
        {source.confirmed ? text.confirmed : text.notConfirmed}
      </p>
    </li>
  );
}
