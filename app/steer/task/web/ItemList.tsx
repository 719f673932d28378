import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { RequestOf } from '../../../kernel/endpoint.ts';
import { useRegionName } from '../../../register/organization/web/regions.ts';
import { useSearchState } from '../../../web/address.ts';
import { download, ProblemAnswer } from '../../../web/client.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import type { Filter } from '../../../web/kit/FilterBar.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { ProblemNote } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { taskEndpoints } from '../contract.ts';
import type { TaskItem } from '../contract/shapes.ts';
import { itemStates as itemWords, timings as timingWords } from '../rules/states.ts';
import { Due, Late } from './Late.tsx';
import { useCountyOptions, useExecutors } from './organizations.ts';
import { itemStates } from './states.ts';
import { texts } from './text.ts';

const tasks = [...Array.from({ length: 13 }, (_, index) => `T${index + 1}`), 'S1', 'S2', 'S3', 'S4'];

function County({ code }: { code: string }): ReactElement {
  return <>{useRegionName()(code)}</>;
}

export const itemColumns: readonly Column<TaskItem>[] = [
  { key: 'title', title: ['分解事项', 'Work item'], show: (item) => <a href={`/desk/task-items/${item.id}`}>{item.title}</a> },
  { key: 'task', title: ['任务', 'Task'], narrow: true, show: (item) => item.task },
  { key: 'organization', title: ['承担单位', 'Carried out by'], show: (item) => item.organization.name },
  {
    key: 'county',
    title: ['涉及地区', 'County'],
    narrow: true,
    show: (item) => (item.county === null ? null : <County code={item.county} />),
  },
  { key: 'due', title: ['完成期限', 'Due'], narrow: true, show: (item) => <Due item={item} /> },
  { key: 'state', title: ['状态', 'State'], narrow: true, show: (item) => <StatusTag states={itemStates} state={item.state} /> },
  { key: 'timing', title: ['期限情况与原因', 'Timing and why'], show: (item) => <Late item={item} /> },
];

/** The work list: what is late and why, every condition in the address, all found rows as a workbook. */
export function ItemList(): ReactElement {
  const text = useTexts(texts);
  const executors = useExecutors();
  const counties = useCountyOptions();
  const mayBreakDown = usePermit('task.report');
  const filters: Filter[] = [
    { name: 'q', label: ['关键词', 'Keyword'] },
    { name: 'task', label: ['任务', 'Task'], kind: 'choice', options: tasks.map((value) => ({ value, label: value })) },
    {
      name: 'timing',
      label: ['期限情况', 'Timing'],
      kind: 'choice',
      options: Object.entries(timingWords).map(([value, label]) => ({ value, label })),
    },
    {
      name: 'state',
      label: ['状态', 'State'],
      kind: 'choice',
      options: Object.entries(itemWords).map(([value, label]) => ({ value, label })),
    },
    { name: 'organization', label: ['承担单位', 'Carried out by'], kind: 'choice', options: executors, more: true },
    { name: 'county', label: ['涉及地区', 'County'], kind: 'choice', options: counties, more: true },
    { name: 'indicator', label: ['对应指标', 'Indicator'], more: true },
  ];
  return (
    <>
      <PageHead
        title={text.items}
        lead={text.itemsLead}
        actions={
          mayBreakDown ? (
            <Button type="primary" href="/desk/task-items/new">
              {text.breakDown}
            </Button>
          ) : undefined
        }
      />
      <DataTable
        endpoint={taskEndpoints.listTaskItems}
        columns={itemColumns}
        rowKey={(item) => item.id}
        caption={['分解事项', 'Work items']}
        filters={filters}
        empty={{ title: ['尚未分解任务', 'No task has been broken down yet'] }}
        actions={<Export names={filters.map((filter) => filter.name)} />}
      />
    </>
  );
}

function Export({ names }: { names: readonly string[] }): ReactElement {
  const text = useTexts(texts);
  const [search] = useSearchState();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ProblemAnswer>();
  const save = async (): Promise<void> => {
    setPending(true);
    setProblem(undefined);
    try {
      const query = Object.fromEntries(names.flatMap((name) => (search[name] === undefined ? [] : [[name, search[name]]])));
      await download(taskEndpoints.exportTaskItems, { query } as RequestOf<typeof taskEndpoints.exportTaskItems>);
    } catch (error) {
      if (!(error instanceof ProblemAnswer)) throw error;
      setProblem(error);
    } finally {
      setPending(false);
    }
  };
  return (
    <>
      <Button loading={pending} onClick={() => void save()}>
        {text.export}
      </Button>
      <ProblemNote problem={problem} />
    </>
  );
}
