import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useSearchState } from '../../../web/address.ts';
import { call } from '../../../web/client.ts';
import { useAction, useEndpoint, type EndpointQuery } from '../../../web/endpoint-hooks.ts';
import { printInstant, printNumber } from '../../../web/figures.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { ReasonDialog } from '../../../web/kit/ReasonDialog.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { numberEndpoints, type RecordNumber } from '../contract/number.ts';
import { numberFateNames, numberFates } from '../rules/record-number.ts';
import { texts } from './number-text.ts';
import { fateTable } from './states.ts';

type SeriesQuery = EndpointQuery<typeof numberEndpoints.listRecordNumbers>;

const hrefOf = (conditions: Readonly<Record<string, string>>): string =>
  `/desk/record-numbers?${new URLSearchParams(conditions).toString()}`;

const columns: readonly Column<RecordNumber>[] = [
  {
    key: 'number',
    title: ['编号', 'Number'],
    show: (item) => (item.verification === null ? item.number : <a href={`/desk/verifications/${item.verification}`}>{item.number}</a>),
  },
  { key: 'fate', title: ['去向', 'Fate'], narrow: true, show: (item) => <StatusTag states={fateTable} state={item.fate} /> },
  {
    key: 'device',
    title: ['预留给', 'Reserved for'],
    show: (item) => (item.device === null ? null : <a href={hrefOf({ device: item.device })}>{item.device}</a>),
  },
  { key: 'reason', title: ['理由', 'Reason'], show: (item) => item.reason },
  { key: 'person', title: ['经办', 'By'], narrow: true, show: (item) => item.person },
  { key: 'at', title: ['时间', 'At'], narrow: true, show: (item) => printInstant(item.at) },
];

/** The numbers of raw records by year, and what became of each of them. */
export function NumberPage(): ReactElement {
  const text = useTexts(texts);
  const mayEnter = usePermit('verification.enter');
  const [isReserving, setReserving] = useState(false);
  const [search] = useSearchState();
  const query = useEndpoint(numberEndpoints.listRecordNumbers, { query: { limit: 1 } });
  const device = typeof search['device'] === 'string' ? search['device'] : undefined;
  return (
    <>
      <PageHead
        title={text.numbers}
        lead={text.lead}
        actions={mayEnter ? <Button onClick={() => setReserving(true)}>{text.reserve}</Button> : null}
      />
      <div className="stack">
        <Years query={query} />
        <DataTable
          endpoint={numberEndpoints.listRecordNumbers}
          columns={columns}
          rowKey={(item) => `${item.number} ${item.at}`}
          caption={['原始记录编号', 'Record numbers']}
          filters={[
            { name: 'q', label: ['编号', 'Number'] },
            {
              name: 'year',
              label: ['年份', 'Year'],
              kind: 'choice',
              options: (query.data?.series ?? []).map(({ year }) => ({ value: String(year), label: String(year) })),
            },
            {
              name: 'fate',
              label: ['去向', 'Fate'],
              kind: 'choice',
              options: numberFateNames.map((value) => ({ value, label: numberFates[value] })),
            },
            { name: 'device', label: ['预留给', 'Reserved for'] },
          ]}
          empty={{
            title: ['没有编号', 'No numbers'],
            next: ['开始一份记录或预留编号后出现在这里', 'They appear here when a record begins or numbers are reserved'],
          }}
          {...(mayEnter && device !== undefined ? { actions: <VoidBlock device={device} /> } : {})}
          {...(mayEnter
            ? { batch: (chosen: readonly RecordNumber[], clear: () => void) => <VoidChosen chosen={chosen} onDone={clear} /> }
            : {})}
        />
      </div>
      {isReserving ? <Reservation onClose={() => setReserving(false)} /> : null}
    </>
  );
}

/** How many numbers each year has given; each count leads to its numbers. */
function Years({ query }: { query: SeriesQuery }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  return (
    <section className="sheet">
      <h2>{text.years}</h2>
      <Answer<typeof numberEndpoints.listRecordNumbers> query={query}>
        {({ series }) =>
          series.length === 0 ? (
            <p className="soft">{text.noYears}</p>
          ) : (
            <table className="grid cards">
              <caption className="unseen">{text.years}</caption>
              <thead>
                <tr>
                  <th scope="col">{text.year}</th>
                  {numberFateNames.map((fate) => (
                    <th scope="col" className="number" key={fate}>
                      {say(numberFates[fate])}
                    </th>
                  ))}
                  <th scope="col" className="number">
                    {text.last}
                  </th>
                </tr>
              </thead>
              <tbody>
                {series.map((year) => (
                  <tr key={year.year}>
                    <td data-label={text.year}>
                      <a href={hrefOf({ year: String(year.year) })}>{year.year}</a>
                    </td>
                    {numberFateNames.map((fate) => (
                      <td className="number" data-label={say(numberFates[fate])} key={fate}>
                        {year[fate] === 0 ? text.none : <a href={hrefOf({ year: String(year.year), fate })}>{printNumber(year[fate])}</a>}
                      </td>
                    ))}
                    <td className="number" data-label={text.last}>
                      {printNumber(year.last)}{' '}
                      <span className="soft">{year.used + year.reserved + year.void === year.last ? text.sums : text.sumsNot}</span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Answer>
    </section>
  );
}

function Reservation({ onClose }: { onClose: () => void }): ReactElement {
  const text = useTexts(texts);
  return (
    <Dialog title={text.reserve} onClose={onClose}>
      <p>{text.reserveLead}</p>
      <RecordForm
        endpoint={numberEndpoints.reserveRecordNumbers}
        fields={[
          { name: 'device', label: ['设备或用途', 'Device or purpose'] },
          { name: 'count', label: ['个数', 'How many'], kind: 'integer' },
        ]}
        onDone={onClose}
      />
    </Dialog>
  );
}

/** Those of the chosen numbers that are still reserved. */
function VoidChosen({ chosen, onDone }: { chosen: readonly RecordNumber[]; onDone: () => void }): ReactElement {
  const text = useTexts(texts);
  const [isAsking, setAsking] = useState(false);
  const open = chosen.filter(({ mayVoid }) => mayVoid).map(({ number }) => number);
  if (open.length === 0) return <span className="soft">{text.voidNone}</span>;
  return (
    <>
      <Button danger onClick={() => setAsking(true)}>
        {fill(text.voidChosen, { n: open.length })}
      </Button>
      {isAsking ? <VoidDialog numbers={open} onClose={() => setAsking(false)} onDone={onDone} /> : null}
    </>
  );
}

/** All numbers of a device or purpose that are still reserved, however many pages they fill. */
function VoidBlock({ device }: { device: string }): ReactElement {
  const text = useTexts(texts);
  const [open, setOpen] = useState<readonly string[]>();
  const [isLooking, setLooking] = useState(false);
  const find = async (): Promise<void> => {
    setLooking(true);
    try {
      setOpen(await unusedOf(device));
    } finally {
      setLooking(false);
    }
  };
  return (
    <>
      <Button danger loading={isLooking} onClick={() => void find()}>
        {fill(text.voidBlock, { device })}
      </Button>
      {open === undefined ? null : open.length === 0 ? (
        <span className="soft" role="status">
          {fill(text.voidBlockNone, { device })}
        </span>
      ) : (
        <VoidDialog numbers={open} onClose={() => setOpen(undefined)} onDone={() => setOpen(undefined)} />
      )}
    </>
  );
}

async function unusedOf(device: string): Promise<string[]> {
  const found: string[] = [];
  for (let after: string | undefined; ;) {
    const page = await call(numberEndpoints.listRecordNumbers, {
      query: { device, fate: 'reserved', limit: 200, ...(after === undefined ? {} : { after }) },
    });
    found.push(...page.items.filter(({ mayVoid }) => mayVoid).map(({ number }) => number));
    if (page.next === null) return found.reverse();
    after = page.next;
  }
}

type VoidProps = { readonly numbers: readonly string[]; readonly onClose: () => void; readonly onDone: () => void };

function VoidDialog({ numbers, onClose, onDone }: VoidProps): ReactElement {
  const text = useTexts(texts);
  const { run, pending, problem } = useAction(numberEndpoints.voidRecordNumbers, { onDone });
  const sorted = [...numbers].sort();
  const named = sorted.length <= 3 ? sorted.join('、') : `${sorted[0] ?? ''} … ${sorted[sorted.length - 1] ?? ''}`;
  return (
    <ReasonDialog
      title={fill(text.voidChosen, { n: numbers.length })}
      atLeast={2}
      danger
      pending={pending}
      problem={problem}
      onCancel={onClose}
      onConfirm={(reason) => void run({ body: { numbers: [...numbers], reason } })}
    >
      <p>{fill(text.voidLead, { n: numbers.length, numbers: named })}</p>
      <p className="soft">{text.voidPending}</p>
    </ReasonDialog>
  );
}
