import { Button, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { printInstant } from '../../../web/figures.ts';
import { useAction, useEndpoint } from '../../../web/endpoint-hooks.ts';
import { DataRows, type Column } from '../../../web/kit/DataRows.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer, ProblemNote } from '../../../web/kit/PageStates.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { instrumentKinds } from '../../../register/instrument/rules.ts';
import { roundEndpoints, type KindMinutes } from '../contract.ts';
import { estimate } from '../rules/minutes.ts';
import { texts } from './text.ts';
import './round.css';

function Kind({ one }: { one: KindMinutes }): ReactElement {
  return <>{useSay()(instrumentKinds[one.kind].text)}</>;
}

function Minutes({ one }: { one: KindMinutes }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const [typed, setTyped] = useState(String(one.minutes));
  const { run, pending, problem } = useAction(roundEndpoints.recordRoundMinutes, { invalidates: [roundEndpoints.listRoundMinutes] });
  const minutes = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0;
  return (
    <form
      className="minutes-of-kind"
      onSubmit={(event) => {
        event.preventDefault();
        void run({ body: { kind: one.kind, minutes } });
      }}
    >
      <Input
        inputMode="numeric"
        aria-label={say([`${instrumentKinds[one.kind].text[0]}每台用时（分钟）`, `Minutes for one ${instrumentKinds[one.kind].text[1]}`])}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button htmlType="submit" loading={pending} disabled={minutes < 1 || minutes > 480 || (minutes === one.minutes && !one.isEstimate)}>
        {text.record}
      </Button>
      {one.isEstimate ? <span className="soft">{text.estimate}</span> : null}
      <ProblemNote problem={problem} />
    </form>
  );
}

const columns: readonly Column<KindMinutes>[] = [
  { key: 'kind', title: ['种类', 'Kind'], show: (one) => <Kind one={one} /> },
  {
    key: 'minutes',
    title: ['每台用时（分钟）', 'Minutes for one'],
    show: (one) => <Minutes key={`${one.minutes} ${one.isEstimate}`} one={one} />,
  },
  {
    key: 'by',
    title: ['录入', 'Recorded'],
    show: (one) => (one.recordedAt === null ? null : `${one.recordedBy ?? ''} ${printInstant(one.recordedAt)}`),
  },
];

/** What one instrument takes at this institute; what is not recorded is said to be an estimate. */
export function MinutesPage(): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const query = useEndpoint(roundEndpoints.listRoundMinutes, {});
  return (
    <>
      <PageHead title={text.minutes} lead={text.minutesLead} actions={<Button href="/desk/rounds">{text.all}</Button>} />
      <p className="soft">{say(estimate)}</p>
      <Answer query={query}>
        {({ items }) => (
          <DataRows items={items} columns={columns} rowKey={({ kind }) => kind} caption={['每台用时', 'Minutes per instrument']} />
        )}
      </Answer>
    </>
  );
}
