import type { ReactElement } from 'react';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printInstant } from '../../../web/figures.ts';
import { ActionBar, recordAction } from '../../../web/kit/ActionBar.tsx';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { reminderEndpoints, type ReminderMessage } from '../contract.ts';
import { channels, messageStateNames, messageStates, sentChannelNames, topicNames, topics } from '../rules.ts';
import { messageTags } from './states.ts';
import { texts } from './text.ts';

function Sent({ one }: { one: ReminderMessage }): ReactElement {
  return (
    <>
      <b>{one.title}</b>
      <div>{one.body}</div>
    </>
  );
}

function To({ one }: { one: ReminderMessage }): ReactElement {
  const say = useSay();
  return (
    <>
      {say(channels[one.channel])} {one.recipient ?? ''}
      <div className="soft">{one.organization}</div>
    </>
  );
}

function State({ one }: { one: ReminderMessage }): ReactElement {
  return (
    <>
      <StatusTag states={messageTags} state={one.state} />
      {one.fault === null ? null : <div className="soft">{one.fault}</div>}
      {one.state === 'failed' ? (
        <ActionBar
          allowed={['retry']}
          actions={[
            recordAction({
              name: 'retry',
              label: ['重新发送', 'Send again'],
              endpoint: reminderEndpoints.retryReminderMessage,
              request: () => ({ params: { id: one.id } }),
              done: ['已排队重发', 'Queued again'],
            }),
          ]}
        />
      ) : null}
    </>
  );
}

const columns: readonly Column<ReminderMessage>[] = [
  { key: 'what', title: ['内容', 'What'], show: (one) => <Sent one={one} /> },
  { key: 'to', title: ['收件人', 'To'], show: (one) => <To one={one} /> },
  { key: 'state', title: ['状态', 'State'], show: (one) => <State one={one} /> },
  { key: 'attempts', title: ['尝试', 'Tries'], narrow: true, number: true, show: (one) => one.attempts },
  { key: 'next', title: ['下次发送', 'Next try'], narrow: true, show: (one) => (one.nextAt === null ? null : printInstant(one.nextAt)) },
  { key: 'at', title: ['生成', 'Made'], narrow: true, show: (one) => printInstant(one.at) },
  { key: 'done', title: ['完成', 'Done'], narrow: true, show: (one) => (one.doneAt === null ? null : printInstant(one.doneAt)) },
];

/** Where each e-mail and SMS went, and what would have been sent where nothing is configured. */
export function MessageList(): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const delivery = useEndpoint(reminderEndpoints.readReminderDelivery, {});
  const options = (names: readonly string[], words: Readonly<Record<string, readonly [string, string]>>) =>
    names.map((value) => ({ value, label: words[value] ?? value }));
  return (
    <>
      <PageHead title={text.messages} lead={text.messagesLead} />
      <div className="stack">
        <Answer query={delivery} rows={2}>
          {({ channels: ways }) => (
            <div className="sheet">
              {ways.map(({ channel, adapter, server }) => (
                <p key={channel}>
                  {adapter === 'recorded' ? (
                    <b>{fill(text.testInbox, { channel: say(channels[channel]) })}</b>
                  ) : (
                    fill(text.configured, { channel: say(channels[channel]), server: server ?? '' })
                  )}
                </p>
              ))}
              {ways.some(({ adapter }) => adapter === 'recorded') ? <p className="soft">{text.configure}</p> : null}
            </div>
          )}
        </Answer>
        <DataTable
          endpoint={reminderEndpoints.listReminderMessages}
          columns={columns}
          rowKey={(one) => one.id}
          caption={['邮件与短信', 'E-mails and SMS']}
          filters={[
            { name: 'q', label: ['单位或内容', 'Organization or text'] },
            { name: 'state', label: ['状态', 'State'], kind: 'choice', options: options(messageStateNames, messageStates) },
            { name: 'channel', label: ['通道', 'Channel'], kind: 'choice', options: options(sentChannelNames, channels) },
            { name: 'topic', label: ['事项', 'About'], kind: 'choice', options: options(topicNames, topics), more: true },
          ]}
          empty={{
            title: ['还没有邮件或短信', 'No e-mail or SMS yet'],
            next: ['有人选择了邮件或短信提醒后出现在这里', 'They appear once somebody has chosen e-mail or SMS'],
          }}
        />
      </div>
    </>
  );
}
