import type { ReactElement } from 'react';
import { useGo, useSearchState } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { taskEndpoints } from '../contract.ts';
import { useCountyOptions, useExecutors } from './organizations.ts';
import { texts } from './text.ts';

/** Breaks a task down into a work item. */
export function BreakDownPage(): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const go = useGo();
  const [search] = useSearchState();
  const executors = useExecutors();
  const counties = useCountyOptions();
  const query = useEndpoint(taskEndpoints.listPlanTasks, {});
  return (
    <>
      <PageHead title={text.breakDown} lead={text.breakDownLead} />
      <Answer query={query}>
        {({ tasks }) => (
          <div className="sheet">
            <RecordForm
              endpoint={taskEndpoints.breakDownTask}
              draft="break-down"
              initial={typeof search['task'] === 'string' ? { task: search['task'] } : {}}
              submit={['登记事项', 'Record']}
              done={['已登记', 'Recorded']}
              onDone={(item) => go(`/desk/task-items/${item.id}`)}
              fields={[
                {
                  name: 'task',
                  label: ['任务或保障措施', 'Task or safeguard'],
                  kind: 'choice',
                  options: tasks.map((each) => ({ value: each.task, label: `${each.task} ${say(each.title)}` })),
                },
                { name: 'title', label: ['事项', 'Work item'] },
                {
                  name: 'result',
                  label: ['应取得的成果', 'Result'],
                  kind: 'long',
                  hint: ['以什么成果认定完成', 'By what one sees that it is done'],
                },
                { name: 'description', label: ['说明', 'Description'], kind: 'long' },
                {
                  name: 'organizationId',
                  label: ['承担单位', 'Carried out by'],
                  kind: 'choice',
                  options: executors,
                  hint: ['不选为本单位', 'Your own organization when left empty'],
                },
                { name: 'partners', label: ['共同责任单位', 'With'], kind: 'many', options: executors },
                { name: 'county', label: ['涉及地区', 'County'], kind: 'choice', options: counties },
                {
                  name: 'indicator',
                  label: ['对应指标', 'Indicator'],
                  hint: ['如 G3-2；没有可不填', 'As G3-2; leave it empty when there is none'],
                },
                { name: 'startOn', label: ['开始日期', 'Begins'], kind: 'day' },
                { name: 'dueOn', label: ['完成期限', 'Due'], kind: 'day' },
              ]}
            />
          </div>
        )}
      </Answer>
    </>
  );
}
