import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printDocumentNumber, printList } from '../../../web/figures.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { fill, useLanguage, useSay, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { taskEndpoints } from '../contract.ts';
import { LeadDialog } from './LeadDialog.tsx';
import { texts } from './text.ts';
import './task.css';

export type PlanTask = ReplyOf<typeof taskEndpoints.listPlanTasks>['tasks'][number];

/** The main tasks and safeguards as the document prints them, each with the work that hangs on it. */
export function TaskBoard(): ReactElement {
  const text = useTexts(texts);
  const query = useEndpoint(taskEndpoints.listPlanTasks, {});
  const mayBreakDown = usePermit('task.report');
  return (
    <>
      <PageHead
        title={text.board}
        lead={text.boardLead}
        actions={
          <>
            {mayBreakDown ? (
              <Button type="primary" href="/desk/task-items/new">
                {text.breakDown}
              </Button>
            ) : null}
            <Button href="/desk/task-items?timing=late">{text.showLate}</Button>
            <Button href="/desk/task-items">{text.items}</Button>
          </>
        }
      />
      <Answer query={query} rows={12}>
        {({ tasks }) => (
          <>
            <Group title={text.mainTasks} tasks={tasks.filter((each) => each.task.startsWith('T'))} />
            <Group title={text.safeguards} tasks={tasks.filter((each) => each.task.startsWith('S'))} />
          </>
        )}
      </Answer>
    </>
  );
}

function Group({ title, tasks }: { title: string; tasks: readonly PlanTask[] }): ReactElement {
  return (
    <section className="task-group">
      <h2>{title}</h2>
      <ol className="task-board">
        {tasks.map((task) => (
          <li key={task.task} className="sheet" id={task.task}>
            <OneTask task={task} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function OneTask({ task }: { task: PlanTask }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const language = useLanguage();
  return (
    <>
      <p className="soft">{`${task.task} · ${task.clause}`}</p>
      <h3>
        <a href={`/desk/task-items?task=${task.task}`}>{say(task.title)}</a>
      </h3>
      <Counts task={task} />
      <dl className="task-facts">
        <dt>{text.bodies}</dt>
        <dd>
          {task.bodies.length === 0
            ? text.noBodies
            : printList(
                task.bodies.map((body) => say(body.name)),
                language,
              )}
        </dd>
        <dt>{text.lead}</dt>
        <dd>
          <Lead task={task} />
        </dd>
      </dl>
      <details>
        <summary>{text.original}</summary>
        <p lang="zh-CN">{task.text[0]}</p>
        {language === 'en' && task.text[1] !== task.text[0] ? <p className="soft">{task.text[1]}</p> : null}
      </details>
    </>
  );
}

function Counts({ task: { task, items } }: { task: PlanTask }): ReactElement {
  const text = useTexts(texts);
  if (items.all === 0) return <p className="soft">{text.noItems}</p>;
  const linked = [
    { words: fill(text.countAll, { n: items.all }), query: '', tone: '' },
    ...(items.late === 0 ? [] : [{ words: fill(text.countLate, { n: items.late }), query: '&timing=late', tone: 'tone-bad' }]),
    ...(items.reported === 0
      ? []
      : [{ words: fill(text.countReported, { n: items.reported }), query: '&state=reported', tone: 'tone-doing' }]),
    ...(items.confirmed === 0
      ? []
      : [{ words: fill(text.countConfirmed, { n: items.confirmed }), query: '&state=confirmed', tone: 'tone-done' }]),
  ];
  return (
    <p className="task-counts">
      {linked.map((one) => (
        <a key={one.query} className={one.tone} href={`/desk/task-items?task=${task}${one.query}`}>
          {one.words}
        </a>
      ))}
      {items.soon === 0 ? null : <span className="tone-attention">{fill(text.countSoon, { n: items.soon })}</span>}
    </p>
  );
}

function Lead({ task }: { task: PlanTask }): ReactElement {
  const text = useTexts(texts);
  const mayDesignate = usePermit('task.oversee');
  const [asking, setAsking] = useState(false);
  const last = task.leads[task.leads.length - 1];
  const by = last === undefined ? '' : fill(text.leadFrom, { day: last.validFrom, number: printDocumentNumber(last.documentNumber) });
  return (
    <>
      {last === undefined ? text.noLead : `${last.organization?.name ?? text.leadEnded}（${by}）`}
      {mayDesignate ? (
        <Button type="link" size="small" className="no-print" onClick={() => setAsking(true)}>
          {text.designate}
        </Button>
      ) : null}
      {asking ? <LeadDialog task={task} onClose={() => setAsking(false)} /> : null}
    </>
  );
}
