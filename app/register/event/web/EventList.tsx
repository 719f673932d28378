import type { ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { printInstant } from '../../../web/figures.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { eventEndpoints } from '../contract.ts';
import { eventTerms, eventWord } from '../rules.ts';
import { texts } from './text.ts';

type Event = ReplyOf<typeof eventEndpoints.listEvents>['items'][number];

function What({ event }: { event: Event }): ReactElement {
  return <>{useSay()(eventWord(event.kind))}</>;
}

function By({ event }: { event: Event }): ReactElement {
  const text = useTexts(texts);
  if (event.person === null) return <span className="soft">{text.system}</span>;
  return (
    <>
      {event.person}
      {event.organization === null ? null : <span className="soft"> {event.organization}</span>}
    </>
  );
}

/** The facts of an event as they are stored, to be opened. */
function Facts({ event }: { event: Event }): ReactElement | null {
  const text = useTexts(texts);
  if (Object.keys(event.detail).length === 0) return null;
  return (
    <details>
      <summary>{text.facts}</summary>
      <code>{JSON.stringify(event.detail)}</code>
    </details>
  );
}

const columns: readonly Column<Event>[] = [
  { key: 'at', title: ['时间', 'Time'], narrow: true, show: (event) => printInstant(event.at) },
  { key: 'what', title: ['事件', 'Event'], show: (event) => <What event={event} /> },
  { key: 'by', title: ['办理人', 'By'], show: (event) => <By event={event} /> },
  { key: 'reason', title: ['理由', 'Reason'], show: (event) => event.reason },
  {
    key: 'subject',
    title: ['对象', 'Subject'],
    show: (event) => <a href={`/desk/events?subject=${encodeURIComponent(event.subject)}`}>{event.subject}</a>,
  },
  { key: 'facts', title: ['内容', 'Facts'], show: (event) => <Facts event={event} /> },
];

/** Everything that happened, newest first; a subject's link keeps its events alone. */
export function EventList(): ReactElement {
  const text = useTexts(texts);
  return (
    <>
      <PageHead title={text.trail} lead={text.lead} />
      <DataTable
        endpoint={eventEndpoints.listEvents}
        columns={columns}
        rowKey={(event) => String(event.id)}
        caption={['审计轨迹', 'Audit trail']}
        filters={[
          {
            name: 'kind',
            label: ['事项', 'About'],
            kind: 'choice',
            options: Object.entries(eventTerms).map(([term, label]) => ({ value: `${term}.`, label })),
          },
          { name: 'from', label: ['自', 'From'], kind: 'day' },
          { name: 'to', label: ['至', 'To'], kind: 'day' },
          { name: 'q', label: ['理由中的词', 'Words of the reason'] },
          { name: 'subject', label: ['对象编号', 'Id of the subject'], more: true },
        ]}
        empty={{ title: ['还没有事件', 'Nothing has happened yet'] }}
      />
    </>
  );
}
