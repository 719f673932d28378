import { Button } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import type { Text } from '../../../kernel/text.ts';
import { useAction, useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printDocumentNumber } from '../../../web/figures.ts';
import { DataRows, type Column } from '../../../web/kit/DataRows.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer, Empty, ProblemNote } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { taskEndpoints } from '../contract.ts';
import type { Letter, Reminder, TaskItem } from '../contract/shapes.ts';
import { letterKinds } from '../rules/states.ts';
import { itemColumns } from './ItemList.tsx';
import { timings } from './states.ts';
import { texts } from './text.ts';

type Tray = ReplyOf<typeof taskEndpoints.readInTray>;

/** What waits for this organization, and for the plan office what it confirms and decides. */
export function InTray(): ReactElement {
  const text = useTexts(texts);
  const query = useEndpoint(taskEndpoints.readInTray, {});
  return (
    <>
      <PageHead title={text.inTray} lead={text.inTrayLead} />
      <Answer query={query}>{(tray) => <Content tray={tray} />}</Answer>
    </>
  );
}

function Content({ tray }: { tray: Tray }): ReactElement {
  const text = useTexts(texts);
  const { reminders, returned, toConfirm, extensionsAsked, letters } = tray;
  if (reminders.length + returned.length + toConfirm.length + extensionsAsked.length + letters.length === 0) {
    return <Empty title={text.trayEmpty} action={<a href="/desk/task-items">{text.items}</a>} />;
  }
  return (
    <div className="stack">
      <Part title={text.reminders} count={reminders.length}>
        <DataRows items={reminders} columns={reminderColumns} rowKey={(each) => each.id} caption={captions.reminders} />
      </Part>
      <Part title={text.returnedItems} count={returned.length}>
        <Items items={returned} caption={captions.returned} />
      </Part>
      <Part title={text.toConfirm} count={toConfirm.length}>
        <Items items={toConfirm} caption={captions.toConfirm} />
      </Part>
      <Part title={text.extensionsAsked} count={extensionsAsked.length}>
        <Items items={extensionsAsked} caption={captions.extensions} />
      </Part>
      <Part title={text.received} count={letters.length}>
        <DataRows items={letters} columns={letterColumns} rowKey={(each) => each.id} caption={captions.letters} />
      </Part>
    </div>
  );
}

const captions = {
  reminders: ['系统提醒', 'Reminders'],
  returned: ['退回补充', 'Returned'],
  toConfirm: ['待确认完成', 'To confirm'],
  extensions: ['延期申请', 'Extensions asked'],
  letters: ['收到的函件', 'Letters received'],
} as const satisfies Record<string, Text>;

function Part({ title, count, children }: { title: string; count: number; children: ReactNode }): ReactElement | null {
  if (count === 0) return null;
  return (
    <section className="tray-part">
      <h2>{`${title} ${count}`}</h2>
      {children}
    </section>
  );
}

function Items({ items, caption }: { items: readonly TaskItem[]; caption: Text }): ReactElement {
  return <DataRows items={items} columns={itemColumns} rowKey={(item) => item.id} caption={caption} />;
}

const reminderColumns: readonly Column<Reminder>[] = [
  { key: 'title', title: ['分解事项', 'Work item'], show: (each) => <a href={`/desk/task-items/${each.item.id}`}>{each.item.title}</a> },
  { key: 'task', title: ['任务', 'Task'], narrow: true, show: (each) => each.item.task },
  { key: 'due', title: ['完成期限', 'Due'], narrow: true, show: (each) => each.dueOn },
  { key: 'stage', title: ['期限情况', 'Timing'], narrow: true, show: (each) => <StatusTag states={timings} state={each.stage} /> },
  { key: 'noted', title: ['办理', 'Action'], narrow: true, show: (each) => <Noted reminder={each} /> },
];

function Noted({ reminder }: { reminder: Reminder }): ReactElement {
  const text = useTexts(texts);
  const { run, pending, problem } = useAction(taskEndpoints.acknowledgeReminder);
  return (
    <>
      <Button size="small" loading={pending} onClick={() => void run({ params: { id: reminder.id } })}>
        {text.noted}
        <span className="unseen"> {reminder.item.title}</span>
      </Button>
      <ProblemNote problem={problem} />
    </>
  );
}

function Kind({ letter }: { letter: Letter }): ReactElement {
  return <>{useSay()(letterKinds[letter.kind])}</>;
}

const letterColumns: readonly Column<Letter>[] = [
  { key: 'title', title: ['标题', 'Title'], show: (letter) => <a href={`/desk/task-letters/${letter.id}`}>{letter.title}</a> },
  { key: 'kind', title: ['种类', 'Kind'], narrow: true, show: (letter) => <Kind letter={letter} /> },
  {
    key: 'number',
    title: ['文号', 'Number'],
    show: (letter) => (letter.documentNumber === null ? null : printDocumentNumber(letter.documentNumber)),
  },
  { key: 'day', title: ['签发日期', 'Issued'], narrow: true, show: (letter) => letter.issuedOn },
];
