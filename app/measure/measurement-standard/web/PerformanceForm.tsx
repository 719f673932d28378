import { App, Button } from 'antd';
import type { ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { useGo, usePathParam, useSearchState } from '../../../web/address.ts';
import { useDraft } from '../../../web/draft.ts';
import { useAction, useEndpoint } from '../../../web/endpoint-hooks.ts';
import { FormField, type Field } from '../../../web/kit/FormField.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer, ProblemNote } from '../../../web/kit/PageStates.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { performanceEndpoints } from '../contract/performance.ts';
import { performanceKinds, performanceKindNames, type PerformanceKind } from '../rules/performance.ts';
import { seriesOf } from '../rules/performance-series.ts';
import { blankEntry, bodyOf, entryOf, judgeEntry, testOf, type Entry } from './performance-entry.ts';
import { performanceTexts } from './performance-text.ts';
import { testFields } from './performance-fields.ts';
import { PerformanceReadings } from './PerformanceReadings.tsx';
import { PerformanceResult } from './PerformanceResult.tsx';
import './performance.css';

type Overview = ReplyOf<typeof performanceEndpoints.readPerformance>;

/** A new test, or the correction of one. */
export function PerformanceFormPage(): ReactElement {
  const id = usePathParam('id');
  const [search] = useSearchState();
  const asked = search['kind'];
  const kind = performanceKindNames.find((one) => one === asked) ?? 'repeatability';
  const corrected = typeof search['corrects'] === 'string' ? search['corrects'] : undefined;
  const query = useEndpoint(performanceEndpoints.readPerformance, { params: { id: id as never } });
  return (
    <Answer query={query}>
      {(overview) =>
        corrected === undefined ? (
          <Form id={id} overview={overview} kind={kind} />
        ) : (
          <Correction id={id} overview={overview} record={corrected} />
        )
      }
    </Answer>
  );
}

function Correction({ id, overview, record }: { id: string; overview: Overview; record: string }): ReactElement {
  const query = useEndpoint(performanceEndpoints.readPerformanceRecord, { params: { id: id as never, record: record as never } });
  return (
    <Answer query={query}>
      {(details) => <Form id={id} overview={overview} kind={details.kind} corrected={record} initial={entryOf(details)} />}
    </Answer>
  );
}

type FormProps = {
  readonly id: string;
  readonly overview: Overview;
  readonly kind: PerformanceKind;
  readonly corrected?: string;
  readonly initial?: Entry;
};

function Form({ id, overview, kind, corrected, initial }: FormProps): ReactElement {
  const text = useTexts(performanceTexts);
  const say = useSay();
  const go = useGo();
  const { message } = App.useApp();
  const [entry, setEntry, forget] = useDraft<Entry>(`performance ${id} ${corrected ?? kind}`, initial ?? blankEntry(kind));
  const plan = overview.plans.find((one) => one.id === entry.plan);
  const series = seriesOf({
    test: testOf(entry),
    quantity: plan?.quantity ?? entry.quantity,
    point: plan?.point ?? entry.point,
    unit: plan?.unit ?? entry.unit,
    objectNumber: plan?.objectNumber ?? entry.objectNumber,
  });
  const course = useEndpoint(
    performanceEndpoints.readPerformanceSeries,
    { params: { id: id as never }, query: { series } },
    { enabled: overview.series.some((one) => one.series === series) },
  );
  const onDone = (record: { id: string }): void => {
    forget();
    void message.success(text.saved, 4);
    go(`/desk/measurement-standards/${id}/performance/${record.id}`);
  };
  const adding = useAction(performanceEndpoints.recordPerformanceTest, { onDone });
  const correcting = useAction(performanceEndpoints.correctPerformanceTest, { onDone });
  const problem = adding.problem ?? correcting.problem;
  const issues = Object.fromEntries((problem?.issues ?? []).map((issue) => [issue.path.join('.'), issue.message]));
  const live = judgeEntry(entry, course.data?.earlier ?? [], plan);
  const save = (): void => {
    const body = bodyOf(entry, plan) as never;
    if (corrected === undefined) void adding.run({ params: { id: id as never }, body });
    else
      void correcting.run({
        params: { id: id as never, record: corrected as never },
        body: { ...(body as object), reason: entry.reason } as never,
      });
  };
  const change = (part: Partial<Entry>): void => setEntry({ ...entry, ...part });
  const shown = testFields(entry, overview, corrected !== undefined);
  const field = (one: Field & { readonly required?: boolean }): ReactElement => (
    <FormField
      key={one.name}
      field={one}
      id={`performance-${one.name}`}
      value={entry[one.name as keyof Entry]}
      required={one.required === true}
      issue={issues[one.name] ?? issues[`test.${one.name}`]}
      onChange={(value) => change({ [one.name]: typeof value === 'string' ? value : '' })}
    />
  );
  return (
    <>
      <PageHead
        title={corrected === undefined ? fill(text.add, { kind: say(performanceKinds[kind]) }) : text.correction}
        actions={<Button href={`/desk/measurement-standards/${id}/performance`}>{text.title}</Button>}
      />
      <form
        className="sheet record-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.ctrlKey && !event.nativeEvent.isComposing) save();
        }}
      >
        {shown.before.map(field)}
        <PerformanceReadings entry={entry} live={live} onChange={change} />
        {shown.after.map(field)}
        <PerformanceResult live={live} />
        <ProblemNote problem={problem} />
        {Object.entries(issues).map(([path, words]) => (
          <p key={path} className="tone-bad" role="alert">
            {words}
          </p>
        ))}
        <Button type="primary" htmlType="submit" loading={adding.pending || correcting.pending}>
          {text.save}
        </Button>
      </form>
    </>
  );
}
