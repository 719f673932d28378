import { Button, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { useAction } from '../../../web/endpoint-hooks.ts';
import { DataRows, type Column } from '../../../web/kit/DataRows.tsx';
import { ProblemNote } from '../../../web/kit/PageStates.tsx';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { comparisonEndpoints as endpoints } from '../contract.ts';
import { notes, scoreKinds } from '../rules/method.ts';
import { resultFaults } from '../rules/result.ts';
import type { Round } from './ComparisonPage.tsx';
import { ResultChart, ScoreChart } from './ResultChart.tsx';
import { resultTags } from './states.ts';
import { texts } from './text.ts';

type Evaluation = NonNullable<Round['evaluation']>;
type EvaluatedPoint = Evaluation['outcome']['points'][number];
type Scored = EvaluatedPoint['results'][number];

function Verdict({ of }: { of: Scored }): ReactElement | null {
  return of.verdict === null ? null : <StatusTag states={resultTags} state={of.verdict} />;
}

const columnsOf = (point: EvaluatedPoint, unit: string): readonly Column<Scored>[] => [
  { key: 'code', title: ['编号', 'Number'], show: ({ code }) => code },
  { key: 'value', title: [`测量结果 / ${unit}`, `Value / ${unit}`], number: true, show: ({ value }) => value },
  { key: 'U', title: [`U / ${unit}`, `U / ${unit}`], number: true, show: ({ U }) => U },
  { key: 'difference', title: ['与参考值之差', 'Difference'], number: true, show: ({ difference }) => difference },
  ...[...new Set(point.results.flatMap(({ scores }) => scores.map(({ kind }) => kind)))].map((kind): Column<Scored> => ({
    key: kind,
    title: scoreKinds[kind],
    number: true,
    show: ({ scores }) => {
      const score = scores.find((one) => one.kind === kind);
      return score === undefined ? null : Number(score.value).toFixed(2);
    },
  })),
  { key: 'verdict', title: ['评价', 'Verdict'], narrow: true, show: (one) => <Verdict of={one} /> },
];

function PointResult({ point, round }: { point: EvaluatedPoint; round: Round }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const { name = '', unit = '' } = round.protocol?.points.find(({ id }) => id === point.point) ?? {};
  return (
    <article>
      <h3>
        {point.point} {name}
      </h3>
      {point.notes.map((note) => (
        <p key={note} role="status">
          {say(notes[note])}
        </p>
      ))}
      {point.results.length === 0 ? null : (
        <>
          <Scroll label={text.chart} framed={false}>
            <ResultChart point={point} unit={unit} title={text.chart} />
          </Scroll>
          <p className="soft">{text.chartHint}</p>
          <Scroll label={text.scoreChart} framed={false}>
            <ScoreChart point={point} title={text.scoreChart} />
          </Scroll>
          <DataRows
            items={point.results}
            columns={columnsOf(point, unit)}
            rowKey={({ code }) => String(code)}
            caption={['结果', 'Results']}
          />
        </>
      )}
    </article>
  );
}

function EvaluateForm({ round }: { round: Round }): ReactElement {
  const text = useTexts(texts);
  const [lines, setLines] = useState(round.evaluation?.exclusions.map(({ code, reason }) => `${code} ${reason}`).join('\n') ?? '');
  const [note, setNote] = useState(round.evaluation?.note ?? '');
  const { run, pending, problem } = useAction(endpoints.evaluateComparison);
  const exclusions = lines.split('\n').flatMap((line) => {
    const [, code, reason] = /^\s*(\d{1,3})\s+(\S.*)$/.exec(line) ?? [];
    return code === undefined || reason === undefined ? [] : [{ code: Number(code), reason }];
  });
  return (
    <div className="comparison-form">
      <label>
        {text.exclude}
        <Input.TextArea rows={2} value={lines} onChange={(event) => setLines(event.target.value)} />
      </label>
      <label>
        {text.note}
        <Input.TextArea rows={3} value={note} onChange={(event) => setNote(event.target.value)} />
      </label>
      <ProblemNote problem={problem} />
      <Button loading={pending} onClick={() => void run({ params: { id: round.id }, body: { exclusions, note } })}>
        {text.compute}
      </Button>
    </div>
  );
}

/** Reference values and scores, as far as the reader may see them. */
export function EvaluationSection({ round }: { round: Round }): ReactElement | null {
  const text = useTexts(texts);
  const say = useSay();
  const { evaluation } = round;
  const mayEvaluate = round.allowed.includes('evaluate');
  if (evaluation === null && !mayEvaluate) return null;
  return (
    <section className="sheet spaced">
      <h2>{text.evaluation}</h2>
      {evaluation === null ? <p className="soft">{text.evaluationNone}</p> : null}
      {evaluation === null || evaluation.note === '' ? null : <p className="comparison-prose">{evaluation.note}</p>}
      {evaluation?.exclusions.map(({ code, reason }) => (
        <p key={code}>
          {text.excluded} {fill(text.laboratory, { n: code })}: {reason}
        </p>
      ))}
      {evaluation?.outcome.points.map((point) => (
        <PointResult key={point.point} point={point} round={round} />
      ))}
      {evaluation?.outcome.laboratories.flatMap(({ code, faults }) =>
        faults.map(({ point, fault }) => (
          <p key={`${code} ${point} ${fault}`} className="issue">
            {fill(text.laboratory, { n: code })} {point} {say(resultFaults[fault])}
          </p>
        )),
      )}
      {mayEvaluate ? <EvaluateForm key={evaluation?.number ?? 0} round={round} /> : null}
    </section>
  );
}
