import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useAction, useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printInstant } from '../../../web/figures.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { reminderEndpoints, type Reminder } from '../contract.ts';
import { topicNames, topics } from '../rules.ts';
import { readTags } from './states.ts';
import { texts } from './text.ts';

function Said({ one }: { one: Reminder }): ReactElement {
  const say = useSay();
  return (
    <>
      <a href={one.href}>{say(one.title)}</a>
      <div>{say(one.text)}</div>
    </>
  );
}

const columns: readonly Column<Reminder>[] = [
  { key: 'said', title: ['内容', 'What'], show: (one) => <Said one={one} /> },
  {
    key: 'state',
    title: ['状态', 'State'],
    narrow: true,
    show: (one) => <StatusTag states={readTags} state={one.readAt === null ? 'unread' : 'read'} />,
  },
  { key: 'at', title: ['时间', 'When'], narrow: true, show: (one) => printInstant(one.at) },
];

/** What a person was told in the application. */
export function ReminderList(): ReactElement {
  const text = useTexts(texts);
  const unread = useEndpoint(reminderEndpoints.readUnreadCount, {});
  const { run, pending } = useAction(reminderEndpoints.markReminders);
  return (
    <>
      <PageHead title={text.title} lead={text.lead} actions={<Button href="/desk/reminders/choice">{text.settings}</Button>} />
      <DataTable
        endpoint={reminderEndpoints.listReminders}
        columns={columns}
        rowKey={(one) => one.id}
        caption={['提醒', 'Reminders']}
        filters={[
          {
            name: 'read',
            label: ['状态', 'State'],
            kind: 'choice',
            options: [
              { value: 'false', label: readTags.unread.text },
              { value: 'true', label: readTags.read.text },
            ],
          },
          {
            name: 'topic',
            label: ['事项', 'About'],
            kind: 'choice',
            options: topicNames.map((topic) => ({ value: topic, label: topics[topic] })),
          },
        ]}
        actions={
          (unread.data?.unread ?? 0) === 0 ? undefined : (
            <Button loading={pending} onClick={() => void run({ body: {} })}>
              {text.markAll}
            </Button>
          )
        }
        batch={(chosen, clear) => (
          <Button
            type="primary"
            loading={pending}
            onClick={() => void run({ body: { reminders: chosen.map(({ id }) => id) } }).then((done) => done !== undefined && clear())}
          >
            {text.markChosen}
          </Button>
        )}
        empty={{
          title: ['还没有提醒', 'No reminders yet'],
          next: ['有器具将到期或申请有进展时，会在这里告知', 'You are told here when an instrument falls due or a request moves on'],
        }}
      />
    </>
  );
}
