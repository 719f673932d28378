import { App, Button, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import { useGo, usePathParam } from '../../../web/address.ts';
import { useDraft } from '../../../web/draft.ts';
import { useAction, useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printNumber } from '../../../web/figures.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer, ProblemNote } from '../../../web/kit/PageStates.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { indicatorStates, type IndicatorState } from '../../indicator/rules/states.ts';
import { assessmentEndpoints } from '../contract.ts';
import type { EvaluationPage } from '../contract/evaluation.ts';
import { taskResults as resultWords, type TaskResult } from '../rules/states.ts';
import { texts } from './text.ts';
import './assessment.css';

type Draft = {
  readonly summary: string;
  readonly lessons: string;
  readonly findings: Readonly<Record<string, { readonly text: string; readonly result: TaskResult | null }>>;
};

/** Writes the next version of an evaluation, beginning from the last one. */
export function EvaluationDraft(): ReactElement {
  const id = usePathParam('id');
  const query = useEndpoint(assessmentEndpoints.readEvaluation, { params: { id: id as never } });
  return <Answer query={query}>{(evaluation) => <Form key={evaluation.version} evaluation={evaluation} />}</Answer>;
}

function beginning(evaluation: EvaluationPage): Draft {
  const last = evaluation.versions[0];
  const findings = Object.fromEntries((last?.findings ?? []).map(({ subject, text, result }) => [subject, { text, result }]));
  return { summary: last?.summary ?? '', lessons: last?.lessons ?? '', findings };
}

const blank = { text: '', result: null };

function Form({ evaluation }: { evaluation: EvaluationPage }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const go = useGo();
  const { message } = App.useApp();
  const [draft, setDraft, forget] = useDraft<Draft>(`evaluation-${evaluation.id}-${evaluation.version}`, beginning(evaluation));
  const { run, pending, problem } = useAction(assessmentEndpoints.reviseEvaluation, {
    onDone: () => {
      forget();
      void message.success(text.saved, 4);
      go(`/desk/evaluations/${evaluation.id}`);
    },
  });
  const save = (): void => {
    const findings = evaluation.subjects.flatMap(({ subject }) => {
      const finding = draft.findings[subject];
      return finding === undefined || (finding.text.trim() === '' && finding.result === null) ? [] : [{ subject, ...finding }];
    });
    const { summary, lessons } = draft;
    void run({ params: { id: evaluation.id }, body: { after: evaluation.version, summary, lessons, findings } });
  };
  const set = (subject: string, change: Partial<Draft['findings'][string]>): void =>
    setDraft({ ...draft, findings: { ...draft.findings, [subject]: { ...blank, ...draft.findings[subject], ...change } } });
  return (
    <>
      <PageHead
        title={`${text.draft} · ${evaluation.title}`}
        lead={text.draftLead}
        actions={
          <>
            <Button type="primary" loading={pending} onClick={save}>
              {text.save}
            </Button>
            <Button href={`/desk/evaluations/${evaluation.id}`}>{text.back}</Button>
          </>
        }
      />
      <ProblemNote problem={problem} />
      <div className="stack evaluation-draft">
        <section className="sheet">
          <Long
            id="evaluation-summary"
            label={text.overall}
            value={draft.summary}
            onChange={(summary) => setDraft({ ...draft, summary })}
          />
          <Long
            id="evaluation-lessons"
            label={text.lessons}
            value={draft.lessons}
            onChange={(lessons) => setDraft({ ...draft, lessons })}
          />
        </section>
        <section className="sheet">
          {evaluation.subjects.map(({ subject, kind, title }) => (
            <div key={subject} className="finding-field">
              <Long
                id={`finding-${subject}`}
                label={`${subject} ${say(title)}`}
                value={draft.findings[subject]?.text ?? ''}
                onChange={(words) => set(subject, { text: words })}
              />
              {kind === 'task' ? (
                <Select
                  aria-label={`${subject} ${text.result}`}
                  allowClear
                  placeholder={text.result}
                  options={Object.entries(resultWords).map(([value, words]) => ({ value, label: say(words) }))}
                  value={draft.findings[subject]?.result ?? null}
                  onChange={(result: TaskResult | undefined) => set(subject, { result: result ?? null })}
                />
              ) : (
                <FigureWords evaluation={evaluation} indicator={subject} />
              )}
            </div>
          ))}
        </section>
      </div>
    </>
  );
}

/** What the records say of an indicator, beside the field for its finding. */
function FigureWords({ evaluation, indicator }: { evaluation: EvaluationPage; indicator: string }): ReactElement | null {
  const say = useSay();
  const figure = evaluation.figures.find((each) => each.indicator === indicator);
  if (figure === undefined) return null;
  const state = indicatorStates[figure.state as IndicatorState];
  const value = figure.value === null ? '' : `${printNumber(figure.value)} / ${printNumber(figure.target)} · `;
  return <span className="soft">{`${value}${say(state)}`}</span>;
}

function Long(props: { id: string; label: string; value: string; onChange: (value: string) => void }): ReactElement {
  return (
    <div className="field">
      <label htmlFor={props.id}>{props.label}</label>
      <Input.TextArea
        id={props.id}
        autoSize={{ minRows: 2, maxRows: 12 }}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </div>
  );
}
