import { Button } from 'antd';
import type { ReactElement } from 'react';
import { usePathParam } from '../../../web/address.ts';
import { download } from '../../../web/client.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printDocumentNumber, printNumber, unitGap } from '../../../web/figures.ts';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { ActionBar, recordAction } from '../../../web/kit/ActionBar.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { Timeline } from '../../../web/kit/Timeline.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { FilePicker } from '../../file/web/FilePicker.tsx';
import { entryEndpoints } from '../contract.ts';
import { kindOf } from '../rules/kinds.ts';
import { stockStates } from './states.ts';
import { happenings, texts } from './text.ts';
import './entry.css';

type Details = ReplyOf<typeof entryEndpoints.readStock>;

/** What came of a list: rows taken, duplicates and wrong rows with their remarks; the one review. */
export function StockPage(): ReactElement {
  const id = usePathParam('id');
  const query = useEndpoint(entryEndpoints.readStock, { params: { id: id as never } });
  return <Answer query={query}>{(stock) => <Shown stock={stock} />}</Answer>;
}

function Shown({ stock }: { stock: Details }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const words: Readonly<Record<string, string>> = useTexts(happenings);
  const params = { id: stock.id };
  const actions = [
    recordAction({
      name: 'accept',
      label: ['审核通过', 'Accept the list'],
      endpoint: entryEndpoints.reviewStock,
      request: (reason) => ({ params, body: { accept: true, reason } }),
      reason: 2,
      confirm: ['通过后各行自其日期起计入。', 'Once accepted each row counts from its own day.'],
      done: ['已审核', 'Accepted'],
      kind: 'primary',
    }),
    recordAction({
      name: 'reject',
      label: ['不予通过', 'Reject the list'],
      endpoint: entryEndpoints.reviewStock,
      request: (reason) => ({ params, body: { accept: false, reason } }),
      reason: 2,
      done: ['未通过', 'Rejected'],
      kind: 'danger',
    }),
  ];
  return (
    <>
      <PageHead
        title={stock.title}
        state={<StatusTag states={stockStates} state={stock.status} />}
        lead={`${say(kindOf(stock.kind).words)} · ${printDocumentNumber(stock.documentNumber)} · ${stock.issuer} · ${text.asOf} ${stock.asOf}`}
        actions={
          <>
            <ActionBar actions={actions} allowed={stock.mayReview ? ['accept', 'reject'] : []} />
            <Button href={`/desk/entries?kind=${stock.kind}&stock=${stock.id}`}>{text.seeEntries}</Button>
            <Button href="/desk/entry-stocks">{text.back}</Button>
          </>
        }
      />
      <div className="columns">
        <div className="stack">
          <section className="sheet tally">
            <Tally label={text.taken} value={stock.taken} />
            <Tally label={text.duplicate} value={stock.duplicate} />
            <Tally label={text.wrong} value={stock.refused} />
            {stock.status === 'submitted' && !stock.mayReview ? <p className="soft">{text.waitsForAnother}</p> : null}
          </section>
          <NotTaken stock={stock} />
        </div>
        <div className="stack">
          <section className="sheet entry-part">
            <h2>{text.signed}</h2>
            <FilePicker value={stock.files} />
          </section>
          <div className="sheet">
            <Timeline
              label={text.timeline}
              happenings={[...stock.timeline].reverse().map((event) => ({
                at: event.at,
                title: words[event.kind.split('.')[1] ?? ''] ?? event.kind,
                by: event.person ?? undefined,
                note: event.reason ?? undefined,
              }))}
            />
          </div>
        </div>
      </div>
    </>
  );
}

function Tally({ label, value }: { label: string; value: number }): ReactElement {
  const text = useTexts(texts);
  return (
    <div>
      {label}
      <b className="number">
        {printNumber(value)}
        <small className="soft">{`${unitGap}${text.rows}`}</small>
      </b>
    </div>
  );
}

function NotTaken({ stock }: { stock: Details }): ReactElement {
  const text = useTexts(texts);
  if (stock.remarks.length === 0) return <p className="sheet">{text.allTaken}</p>;
  return (
    <section className="sheet entry-part">
      <h2>{text.notTaken}</h2>
      <p className="spaced">
        <Button onClick={() => void download(entryEndpoints.downloadRefusals, { params: { id: stock.id } })}>
          {text.downloadRefusals}
        </Button>
      </p>
      <table className="grid cards">
        <thead>
          <tr>
            <th scope="col">{text.row}</th>
            <th scope="col">{text.remark}</th>
          </tr>
        </thead>
        <tbody>
          {stock.remarks.slice(0, 200).map((remark) => (
            <tr key={remark.row}>
              <td data-label={text.row} className="number">
                {remark.row}
              </td>
              <td data-label={text.remark}>{remark.remark}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
