import { App, Button } from 'antd';
import type { ReactElement } from 'react';
import { useSearchState } from '../../../web/address.ts';
import { useAction } from '../../../web/endpoint-hooks.ts';
import { printInstant } from '../../../web/figures.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import type { Filter, Option } from '../../../web/kit/FilterBar.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import type { Text } from '../../../kernel/text.ts';
import { instrumentKinds } from '../../../register/instrument/rules.ts';
import { useRegionName, useRegions } from '../../../register/organization/web/regions.ts';
import { requestEndpoints, type Request } from '../contract.ts';
import { placesDone, requestOrigins, requestStates, verificationKinds } from '../rules.ts';
import { lateByInstitute } from '../rules/period.ts';
import { requestSteps } from '../rules/step.ts';
import { ClockTag } from './ClockTag.tsx';
import { useDownload } from './download.ts';
import { statusTable } from './states.ts';
import { texts } from './text.ts';
import './request.css';

function What({ item }: { item: Request }): ReactElement {
  const say = useSay();
  return (
    <a href={`/desk/requests/${item.id}`}>
      {say(instrumentKinds[item.instrumentKind].text)} × {item.instrumentCount}
    </a>
  );
}
function Kind({ item }: { item: Request }): ReactElement {
  const say = useSay();
  return (
    <>
      {say(verificationKinds[item.verificationKind])} · {say(placesDone[item.whereDone])}
    </>
  );
}
function RegionName({ code }: { code: string }): ReactElement {
  return <>{useRegionName()(code)}</>;
}
function Progress({ item }: { item: Request }): ReactElement {
  return <>{fill(useTexts(texts).progress, { served: item.servedCount, n: item.instrumentCount })}</>;
}
function Period({ item }: { item: Request }): ReactElement | null {
  const text = useTexts(texts);
  const say = useSay();
  return (
    <div className="period">
      {item.clock === null ? null : <ClockTag clock={item.clock} />}
      {item.overdueCount > 0 && item.instrumentCount > 1 ? <span>{fill(text.overdue, { n: item.overdueCount })}</span> : null}
      {item.lateCount === 0 ? null : <span className="late-fact">{say(lateByInstitute)}</span>}
    </div>
  );
}

const columns: readonly Column<Request>[] = [
  { key: 'what', title: ['申请', 'Request'], show: (item) => <What item={item} /> },
  { key: 'holder', title: ['使用单位', 'Holder'], show: (item) => item.holder.name },
  { key: 'region', title: ['地区', 'Region'], narrow: true, show: (item) => <RegionName code={item.region} /> },
  { key: 'institute', title: ['受理机构', 'Institute'], show: (item) => item.institute.name },
  { key: 'kind', title: ['类别与地点', 'Kind and place'], narrow: true, show: (item) => <Kind item={item} /> },
  { key: 'status', title: ['状态', 'State'], narrow: true, show: (item) => <StatusTag states={statusTable} state={item.status} /> },
  { key: 'progress', title: ['进度', 'Progress'], narrow: true, show: (item) => <Progress item={item} /> },
  { key: 'period', title: ['期限', 'Period'], show: (item) => <Period item={item} /> },
  { key: 'submittedAt', title: ['申请时间', 'Submitted'], narrow: true, show: (item) => printInstant(item.submittedAt) },
];

const optionsOf = (table: Readonly<Record<string, Text>>): Option[] => Object.entries(table).map(([value, label]) => ({ value, label }));
const only = (label: Text): Option[] => [{ value: 'true', label }];

function useFilters(): readonly Filter[] {
  const regions = useRegions();
  return [
    { name: 'q', label: ['使用单位、器具或 e-CQS 单号', 'Holder, instrument or e-CQS number'] },
    { name: 'status', label: ['状态', 'State'], kind: 'choice', options: optionsOf(requestStates) },
    {
      name: 'instrumentKind',
      label: ['器具种类', 'Kind of instrument'],
      kind: 'choice',
      options: Object.entries(instrumentKinds).map(([value, { text: label }]) => ({ value, label })),
    },
    { name: 'overdue', label: ['期限', 'Period'], kind: 'choice', options: only(['有超期未办结的', 'with overdue instruments']) },
    {
      name: 'region',
      label: ['地区', 'Region'],
      kind: 'choice',
      more: true,
      options: regions.map(({ code, name }) => ({ value: code, label: name })),
    },
    { name: 'whereDone', label: ['检定地点', 'Where'], kind: 'choice', more: true, options: optionsOf(placesDone) },
    { name: 'step', label: ['有器具处于', 'With an instrument at'], kind: 'choice', more: true, options: optionsOf(requestSteps) },
    { name: 'origin', label: ['来源', 'Filed by'], kind: 'choice', more: true, options: optionsOf(requestOrigins) },
    { name: 'stopped', label: ['计时', 'Clock'], kind: 'choice', more: true, options: only(['有中止的', 'stopped']) },
    { name: 'late', label: ['按期情况', 'In time'], kind: 'choice', more: true, options: only(lateByInstitute) },
  ];
}

/** Accepts the chosen requests that wait; what could not be accepted is said, the others stay. */
function AcceptChosen({ chosen, clear }: { chosen: readonly Request[]; clear: () => void }): ReactElement | null {
  const text = useTexts(texts);
  const { message } = App.useApp();
  const waiting = chosen.filter(({ status }) => status === 'submitted' || status === 'referred');
  const { run, pending, problem } = useAction(requestEndpoints.acceptRequests, {
    onDone: ({ outcomes }) => {
      const refused = outcomes.flatMap((outcome) => outcome.problem ?? []);
      const [first] = refused;
      if (first === undefined) void message.success(fill(text.acceptedMany, { n: outcomes.length }), 4);
      else void message.warning(fill(text.acceptedSome, { n: outcomes.length - refused.length, m: refused.length, why: first.title }), 8);
      clear();
    },
  });
  if (waiting.length === 0) return null;
  return (
    <>
      <Button type="primary" loading={pending} onClick={() => void run({ body: { requests: waiting.map(({ id }) => id) } })}>
        {fill(text.acceptChosen, { n: waiting.length })}
      </Button>
      {problem === undefined ? null : <span role="alert">{problem.title}</span>}
    </>
  );
}

/** Requests the caller may see, newest first: the holder's own, the institute's in-tray, an authority's region. */
export function RequestList(): ReactElement {
  const text = useTexts(texts);
  const maySubmit = usePermit('request.submit');
  const mayDecide = usePermit('request.decide');
  const [search] = useSearchState();
  const filters = useFilters();
  const save = useDownload();
  // A link may lead to one batch, one holder or one instrument; these are no fields of the filter bar.
  const fixed = Object.fromEntries(
    ['batch', 'holder', 'instrument'].flatMap((name) => (search[name] === undefined ? [] : [[name, search[name]]])),
  );
  const query = {
    ...fixed,
    ...Object.fromEntries(filters.flatMap(({ name }) => (search[name] === undefined ? [] : [[name, search[name]]]))),
  };
  const submit = maySubmit ? (
    <Button type="primary" href="/desk/requests/submission">
      {text.submit}
    </Button>
  ) : undefined;
  return (
    <>
      <PageHead title={text.requests} lead={text.lead} actions={submit} />
      {Object.keys(fixed).length === 0 ? null : (
        <p className="destination">
          {text.narrowed} <a href="/desk/requests">{text.all}</a>
        </p>
      )}
      <DataTable
        endpoint={requestEndpoints.listRequests}
        columns={columns}
        rowKey={(item) => item.id}
        caption={['强制检定申请', 'Requests']}
        filters={filters}
        fixed={fixed}
        actions={<Button onClick={() => void save(requestEndpoints.downloadRequests, { query: query as never })}>{text.download}</Button>}
        {...(mayDecide ? { batch: (chosen: readonly Request[], clear: () => void) => <AcceptChosen chosen={chosen} clear={clear} /> } : {})}
        empty={{ title: ['还没有申请', 'No request yet'], ...(submit === undefined ? {} : { action: submit }) }}
      />
    </>
  );
}
