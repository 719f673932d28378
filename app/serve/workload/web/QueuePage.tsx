import type { ReactElement } from 'react';
import { requestSteps } from '../../../measure/request/rules/step.ts';
import { instrumentKinds } from '../../../register/catalogue/rules/kinds.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printNumber } from '../../../web/figures.ts';
import { DataRows, type Column } from '../../../web/kit/DataRows.tsx';
import { Figure } from '../../../web/kit/Figure.tsx';
import { Answer, Empty } from '../../../web/kit/PageStates.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { workloadEndpoints, type Queue } from '../contract.ts';
import { ageNames, ages } from '../rules.ts';
import { figureWords as words } from '../rules/words.ts';
import { BoardHead, OfInstitute, useAsked } from './Frame.tsx';
import { texts } from './text.ts';
import './workload.css';

type Step = Queue['steps'][number];
type Kind = Queue['kinds'][number];

/** A count that leads to the requests behind it; zero is plain. */
function Count({ n, href }: { n: number; href: string }): ReactElement {
  return n === 0 ? <>{0}</> : <a href={`/desk/requests?${href}`}>{printNumber(n)}</a>;
}

function StepName({ row }: { row: Step }): ReactElement {
  const say = useSay();
  return <a href={`/desk/requests?step=${row.step}`}>{say(requestSteps[row.step])}</a>;
}

function KindName({ row }: { row: Kind }): ReactElement {
  const say = useSay();
  return <a href={`/desk/requests?instrumentKind=${row.kind}`}>{say(instrumentKinds[row.kind].text)}</a>;
}

const stepColumns: readonly Column<Step>[] = [
  { key: 'step', title: ['环节', 'Step'], show: (row) => <StepName row={row} /> },
  { key: 'count', title: words.open, number: true, narrow: true, show: (row) => <Count n={row.count} href={`step=${row.step}`} /> },
  ...ageNames.map((age): Column<Step> => ({
    key: age,
    title: ages[age],
    number: true,
    narrow: true,
    show: (row) => printNumber(row.ages[age]),
  })),
  {
    key: 'late',
    title: words.late,
    number: true,
    narrow: true,
    show: (row) => <Count n={row.late} href={`step=${row.step}&overdue=true`} />,
  },
  {
    key: 'stopped',
    title: words.stopped,
    number: true,
    narrow: true,
    show: (row) => <Count n={row.stopped} href={`step=${row.step}&stopped=true`} />,
  },
  { key: 'oldest', title: words.oldest, number: true, narrow: true, show: (row) => row.oldest },
];

const kindColumns: readonly Column<Kind>[] = [
  { key: 'kind', title: ['器具种类', 'Kind'], show: (row) => <KindName row={row} /> },
  {
    key: 'count',
    title: words.open,
    number: true,
    narrow: true,
    show: (row) => <Count n={row.count} href={`instrumentKind=${row.kind}`} />,
  },
  {
    key: 'late',
    title: words.late,
    number: true,
    narrow: true,
    show: (row) => <Count n={row.late} href={`instrumentKind=${row.kind}&overdue=true`} />,
  },
  {
    key: 'stopped',
    title: words.stopped,
    number: true,
    narrow: true,
    show: (row) => <Count n={row.stopped} href={`instrumentKind=${row.kind}&stopped=true`} />,
  },
  { key: 'oldest', title: words.oldest, number: true, narrow: true, show: (row) => row.oldest },
];

const personColumns: readonly Column<Queue['persons'][number]>[] = [
  { key: 'person', title: ['检定员', 'Technician'], show: (row) => row.person.name },
  { key: 'inWork', title: ['录入中', 'In work'], number: true, narrow: true, show: (row) => row.inWork },
  { key: 'returned', title: ['已退回', 'Returned'], number: true, narrow: true, show: (row) => row.returned },
  { key: 'submitted', title: ['待核验', 'To be checked'], number: true, narrow: true, show: (row) => row.submitted },
  { key: 'checked', title: ['待批准', 'To be approved'], number: true, narrow: true, show: (row) => row.checked },
];

const benchColumns: readonly Column<Queue['benches'][number]>[] = [
  { key: 'bench', title: ['台位', 'Bench'], show: (row) => row.name },
  { key: 'booked', title: words.booked, number: true, narrow: true, show: (row) => printNumber(row.booked) },
  { key: 'capacity', title: words.capacity, number: true, narrow: true, show: (row) => printNumber(row.capacity) },
];

/** What waits at an institute, for how long and with whom. */
export function QueuePage(): ReactElement {
  const text = useTexts(texts);
  const query = useEndpoint(workloadEndpoints.readQueue, { query: useAsked() });
  return (
    <>
      <BoardHead title={text.queue} lead={text.queueLead} here="/desk/workload" />
      <Answer query={query} rows={12}>
        {(queue) => (
          <OfInstitute board={queue}>
            <Totals queue={queue} />
            <Tables queue={queue} />
          </OfInstitute>
        )}
      </Answer>
    </>
  );
}

function Totals({ queue: { totals, day } }: { queue: Queue }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  return (
    <div className="sheet workload-figures">
      <Figure label={say(words.open)} value={totals.open} size="key" href="/desk/requests?status=accepted" asOf={day} />
      <Figure label={say(words.toDecide)} value={totals.toDecide} size="key" href="/desk/requests?status=submitted" />
      <Figure label={say(words.late)} value={totals.late} size="key" href="/desk/requests?overdue=true" />
      <Figure label={say(words.dueSoon)} value={totals.dueSoon} size="key" href="/desk/requests?status=accepted" />
      <Figure label={say(words.stopped)} value={totals.stopped} size="key" href="/desk/requests?stopped=true" />
      <Figure label={say(words.oldest)} value={totals.oldest} absent={text.none} size="key" />
    </div>
  );
}

function Tables({ queue }: { queue: Queue }): ReactElement {
  const text = useTexts(texts);
  if (queue.totals.open === 0 && queue.persons.length === 0 && queue.benches.length === 0)
    return (
      <div className="sheet">
        <Empty title={text.nothing} next={text.nothingNext} />
      </div>
    );
  return (
    <>
      <section className="sheet">
        <h2>{text.byStep}</h2>
        <DataRows items={queue.steps} columns={stepColumns} rowKey={(row) => row.step} caption={['按环节', 'By step']} />
      </section>
      <section className="sheet">
        <h2>{text.byKind}</h2>
        {queue.kinds.length === 0 ? (
          <Empty title={text.nothing} />
        ) : (
          <DataRows
            items={queue.kinds}
            columns={kindColumns}
            rowKey={(row) => row.kind}
            caption={['按器具种类', 'By kind of instrument']}
          />
        )}
      </section>
      <section className="sheet">
        <h2>{text.byPerson}</h2>
        {queue.persons.length === 0 ? (
          <Empty title={text.nobody} />
        ) : (
          <DataRows items={queue.persons} columns={personColumns} rowKey={(row) => row.person.id} caption={['按检定员', 'By technician']} />
        )}
      </section>
      <section className="sheet">
        <h2>{text.byBench}</h2>
        {queue.benches.length === 0 ? (
          <Empty title={text.noBench} action={<a href="/desk/schedule">{text.toSchedule}</a>} />
        ) : (
          <DataRows items={queue.benches} columns={benchColumns} rowKey={(row) => row.name} caption={['按台位', 'By bench']} />
        )}
      </section>
    </>
  );
}
