import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { useRegionName } from '../../../register/organization/web/regions.ts';
import { usePathParam } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printList } from '../../../web/figures.ts';
import { ActionBar, recordAction } from '../../../web/kit/ActionBar.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { Timeline } from '../../../web/kit/Timeline.tsx';
import { useLanguage, useTexts } from '../../../web/language.ts';
import { taskEndpoints } from '../contract.ts';
import { AskDialog } from './ExtensionDialog.tsx';
import { Extensions, Letters, Reports } from './ItemCourse.tsx';
import { Due, Late } from './Late.tsx';
import { ReportDialog } from './ReportDialog.tsx';
import { itemStates } from './states.ts';
import { happenings, texts } from './text.ts';
import './task.css';

export type ItemDetails = ReplyOf<typeof taskEndpoints.readTaskItem>;

/** One work item: what is due when, what was reported with which evidence, what is asked and decided. */
export function ItemPage(): ReactElement {
  const id = usePathParam('id');
  const query = useEndpoint(taskEndpoints.readTaskItem, { params: { id: id as never } });
  return <Answer query={query}>{(item) => <Details key={item.id} item={item} />}</Answer>;
}

function Details({ item }: { item: ItemDetails }): ReactElement {
  return (
    <>
      <PageHead
        title={item.title}
        state={<StatusTag states={itemStates} state={item.state} />}
        lead={`${item.task} · ${item.organization.name}`}
        actions={<Actions item={item} />}
      />
      <div className="columns">
        <div className="stack">
          <Facts item={item} />
          <Reports item={item} />
          <Extensions item={item} />
          <Letters item={item} />
        </div>
        <div className="sheet">
          <History item={item} />
        </div>
      </div>
    </>
  );
}

function Actions({ item }: { item: ItemDetails }): ReactElement {
  const text = useTexts(texts);
  const [asking, setAsking] = useState<'report' | 'finish' | 'extend'>();
  const close = (): void => setAsking(undefined);
  const params = { id: item.id };
  const may = (action: ItemDetails['actions'][number]): boolean => item.actions.includes(action);
  const actions = [
    recordAction({
      name: 'confirm',
      label: ['确认完成', 'Confirm'],
      endpoint: taskEndpoints.reviewTaskItem,
      request: () => ({ params, body: { verdict: 'confirmed' as const } }),
      confirm: ['已核对成果与证据，确认完成？', 'You have checked result and evidence: confirm it as done?'],
      done: ['已确认', 'Confirmed'],
      kind: 'primary',
    }),
    recordAction({
      name: 'return',
      label: ['退回', 'Return'],
      endpoint: taskEndpoints.reviewTaskItem,
      request: (reason) => ({ params, body: { verdict: 'returned' as const, reason } }),
      reason: 2,
      done: ['已退回', 'Returned'],
    }),
    recordAction({
      name: 'withdraw',
      label: ['撤销事项', 'Withdraw'],
      endpoint: taskEndpoints.withdrawTaskItem,
      request: (reason) => ({ params, body: { reason } }),
      reason: 2,
      done: ['已撤销', 'Withdrawn'],
      kind: 'danger',
    }),
  ];
  return (
    <>
      {may('finish') ? (
        <Button type="primary" onClick={() => setAsking('finish')}>
          {text.finish}
        </Button>
      ) : null}
      {may('report') ? <Button onClick={() => setAsking('report')}>{text.report}</Button> : null}
      {may('extend') ? <Button onClick={() => setAsking('extend')}>{text.askExtension}</Button> : null}
      <ActionBar actions={actions} allowed={item.actions} />
      <Button href={`/desk/task-items?task=${item.task}`}>{text.back}</Button>
      {asking === 'report' || asking === 'finish' ? <ReportDialog item={item} finishing={asking === 'finish'} onClose={close} /> : null}
      {asking === 'extend' ? <AskDialog item={item} onClose={close} /> : null}
    </>
  );
}

function Facts({ item }: { item: ItemDetails }): ReactElement {
  const text = useTexts(texts);
  const language = useLanguage();
  const regionName = useRegionName();
  const rows: readonly [string, string | ReactElement][] = [
    [text.result, item.result],
    ...(item.description === null ? [] : [[text.description, item.description] as [string, string]]),
    [text.begins, item.startOn],
    [text.due, <Due key="due" item={item} />],
    [
      text.partners,
      item.partners.length === 0
        ? text.none
        : printList(
            item.partners.map((partner) => partner.name),
            language,
          ),
    ],
    [text.county, item.county === null ? text.none : regionName(item.county)],
    [
      text.task,
      <a key="task" href={`/desk/tasks#${item.task}`}>
        {item.task}
      </a>,
    ],
    [
      text.indicator,
      item.indicator === null ? (
        text.none
      ) : (
        <a key="indicator" href={`/desk/indicators/${item.indicator}`}>
          {item.indicator}
        </a>
      ),
    ],
  ];
  return (
    <section className="sheet">
      <Late item={item} />
      <dl className="facts">
        {rows.map(([term, words]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function History({ item }: { item: ItemDetails }): ReactElement {
  const text = useTexts(texts);
  const words: Readonly<Record<string, string>> = useTexts(happenings);
  return (
    <Timeline
      label={text.timeline}
      happenings={[...item.timeline].reverse().map((event) => ({
        at: event.at,
        title: words[event.kind.split('.')[1] ?? ''] ?? event.kind,
        by: [event.person, event.organization].filter((part) => part !== null).join(' · '),
        note: event.reason ?? undefined,
      }))}
    />
  );
}
