import { App, Button, Checkbox, Input, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { useAction, useEndpoint } from '../../../web/endpoint-hooks.ts';
import { DayField } from '../../../web/kit/DayField.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer, ProblemNote } from '../../../web/kit/PageStates.tsx';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { reminderEndpoints } from '../contract.ts';
import { channelNames, channels, topics, type Channel, type Topic } from '../rules.ts';
import { CalendarFeed } from './CalendarFeed.tsx';
import { texts } from './text.ts';

type Chosen = ReplyOf<typeof reminderEndpoints.readReminderChoice>;

/** How a person wants to be told, in which language and when not. */
export function ChoicePage(): ReactElement {
  const text = useTexts(texts);
  const query = useEndpoint(reminderEndpoints.readReminderChoice, {});
  return (
    <>
      <PageHead title={text.choiceTitle} lead={text.choiceLead} actions={<Button href="/desk/reminders">{text.title}</Button>} />
      <div className="stack">
        <Answer query={query} rows={10}>
          {(chosen) => <ChoiceForm chosen={chosen} />}
        </Answer>
        <CalendarFeed />
      </div>
    </>
  );
}

function ChoiceForm({ chosen }: { chosen: Chosen }): ReactElement {
  const text = useTexts(texts);
  const { message } = App.useApp();
  const [draft, setDraft] = useState(chosen);
  const { run, pending, problem } = useAction(reminderEndpoints.chooseReminders, { onDone: () => void message.success(text.saved, 4) });
  const { language, quietFrom, quietTo, pausedUntil, choices } = draft;
  const toggle = (topic: Topic, channel: Channel, on: boolean): void =>
    setDraft({
      ...draft,
      choices: choices.map((one) =>
        one.topic === topic
          ? { topic, channels: channelNames.filter((name) => (name === channel ? on : one.channels.includes(name))) }
          : one,
      ),
    });
  return (
    <form
      className="sheet stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void run({ body: { language, quietFrom, quietTo, pausedUntil, choices } });
      }}
    >
      <Addresses chosen={chosen} />
      <Channels choices={choices} onToggle={toggle} />
      <div className="filter-bar">
        <div className="condition">
          <label htmlFor="reminder-language">{text.language}</label>
          <Select
            id="reminder-language"
            value={language}
            options={[
              { value: 'zh', label: text.chinese },
              { value: 'en', label: text.english },
            ]}
            onChange={(value) => setDraft({ ...draft, language: value })}
          />
        </div>
        <div className="condition">
          <label htmlFor="reminder-quiet-from">{text.quietFrom}</label>
          <Input
            id="reminder-quiet-from"
            type="time"
            value={quietFrom}
            aria-describedby="reminder-quiet"
            onChange={(event) => setDraft({ ...draft, quietFrom: event.target.value })}
          />
        </div>
        <div className="condition">
          <label htmlFor="reminder-quiet-to">{text.quietTo}</label>
          <Input
            id="reminder-quiet-to"
            type="time"
            value={quietTo}
            aria-describedby="reminder-quiet"
            onChange={(event) => setDraft({ ...draft, quietTo: event.target.value })}
          />
        </div>
        <div className="condition">
          <label htmlFor="reminder-pause">{text.pausedUntil}</label>
          <DayField
            id="reminder-pause"
            value={pausedUntil ?? undefined}
            describedBy="reminder-pause-hint"
            onChange={(day) => setDraft({ ...draft, pausedUntil: day ?? null })}
          />
        </div>
      </div>
      <p className="soft" id="reminder-quiet">
        {text.quietHint}
      </p>
      <p className="soft" id="reminder-pause-hint">
        {text.pausedHint}
      </p>
      <ProblemNote problem={problem} />
      <div>
        <Button type="primary" htmlType="submit" loading={pending}>
          {text.save}
        </Button>
      </div>
    </form>
  );
}

function Addresses({ chosen: { email, phone, delivery } }: { chosen: Chosen }): ReactElement {
  const text = useTexts(texts);
  const isOpen = delivery.every(({ adapter }) => adapter !== 'recorded');
  return (
    <>
      <h2>{text.addresses}</h2>
      <dl className="facts">
        <div>
          <dt>{text.email}</dt>
          <dd>{email ?? <span className="soft">{text.noEmail}</span>}</dd>
        </div>
        <div>
          <dt>{text.phone}</dt>
          <dd>{phone ?? <span className="soft">{text.noPhone}</span>}</dd>
        </div>
      </dl>
      {isOpen ? null : <p className="soft">{text.notConfigured}</p>}
    </>
  );
}

type ChannelsProps = {
  readonly choices: Chosen['choices'];
  readonly onToggle: (topic: Topic, channel: Channel, on: boolean) => void;
};

function Channels({ choices, onToggle }: ChannelsProps): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  return (
    <Scroll label={text.choiceTitle}>
      <table className="grid">
        <caption className="unseen">{text.choiceTitle}</caption>
        <thead>
          <tr>
            <th scope="col">{text.topic}</th>
            {channelNames.map((channel) => (
              <th scope="col" key={channel} className="narrow">
                {say(channels[channel])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {choices.map(({ topic, channels: held }) => (
            <tr key={topic}>
              <th scope="row">{say(topics[topic])}</th>
              {channelNames.map((channel) => (
                <td key={channel} className="narrow">
                  <Checkbox
                    checked={held.includes(channel)}
                    aria-label={`${say(topics[topic])} ${say(channels[channel])}`}
                    onChange={(event) => onToggle(topic, channel, event.target.checked)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
