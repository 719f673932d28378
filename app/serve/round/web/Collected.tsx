import { App, Button, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { useAction } from '../../../web/endpoint-hooks.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { ProblemNote } from '../../../web/kit/PageStates.tsx';
import { ReasonDialog } from '../../../web/kit/ReasonDialog.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { requestSteps } from '../../../measure/request/rules/step.ts';
import { instrumentKinds } from '../../../register/instrument/rules.ts';
import { roundEndpoints } from '../contract.ts';
import type { RoundItem } from '../contract/shapes.ts';
import { DemandForm } from './DemandForm.tsx';
import type { Details } from './RoundPage.tsx';
import { texts } from './text.ts';

/** The second step: what was collected, left out with a reason, added by code, or collected again by another scope. */
export function Collected({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const [open, setOpen] = useState<'scope' | 'codes'>();
  const mayChange = details.allowed.includes('change');
  const kinds = [...new Set(details.stopList.flatMap((stop) => stop.kinds.map(({ kind }) => kind)))];
  return (
    <>
      {mayChange ? (
        <div className="action-bar round-bar no-print">
          <Button onClick={() => setOpen('scope')}>{text.scope}</Button>
          <Button onClick={() => setOpen('codes')}>{text.addByCode}</Button>
          {details.progress.planned === 0 ? null : (
            <Button type="primary" href={`/desk/rounds/${details.id}?view=arrange`}>
              {text.arrange}
            </Button>
          )}
        </div>
      ) : null}
      <DataTable
        endpoint={roundEndpoints.listRoundItems}
        params={{ id: details.id }}
        columns={columns}
        rowKey={({ id }) => id}
        caption={['集中检定的器具', 'Instruments of the round']}
        filters={[
          { name: 'q', label: ['编码、出厂编号、名称、使用单位或场所', 'Code, serial, name, holder or place'] },
          {
            name: 'state',
            label: ['列入', 'In the round'],
            kind: 'choice',
            options: [
              { value: 'in', label: ['已列入', 'in'] },
              { value: 'left-out', label: ['未列入', 'left out'] },
              { value: 'unarranged', label: ['未安排日期', 'without a day'] },
              { value: 'open', label: ['未办结', 'not done'] },
              { value: 'failed', label: ['不合格', 'failed'] },
            ],
          },
          {
            name: 'stop',
            label: ['场所', 'Place'],
            kind: 'choice',
            options: details.stopList.map(({ id, name }) => ({ value: id, label: name })),
          },
          {
            name: 'kind',
            label: ['种类', 'Kind'],
            kind: 'choice',
            options: kinds.map((kind) => ({ value: kind, label: say(instrumentKinds[kind].text) })),
            more: true,
          },
          { name: 'day', label: ['日期', 'Day'], kind: 'day', more: true },
        ]}
        empty={{
          title: ['未收集到器具', 'Nothing was found'],
          next: ['请放宽到期日或范围，或按编码增加', 'Take a later due day or a wider scope, or add by code'],
        }}
        {...(mayChange
          ? { batch: (chosen: readonly RoundItem[], clear: () => void) => <Batch round={details.id} chosen={chosen} clear={clear} /> }
          : {})}
      />
      {open === 'scope' ? <Scope details={details} onClose={() => setOpen(undefined)} /> : null}
      {open === 'codes' ? <Codes details={details} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
}

function Kind({ item }: { item: RoundItem }): ReactElement {
  return <>{useSay()(instrumentKinds[item.instrument.kind].text)}</>;
}
function Due({ item }: { item: RoundItem }): ReactElement {
  return <>{item.dueOn ?? useSay()(['从未检定', 'never verified'])}</>;
}
function Where({ item }: { item: RoundItem }): ReactElement {
  const text = useTexts(texts);
  if (item.day === null) return <span className="soft">{item.leftOut === null ? text.notArranged : ''}</span>;
  return (
    <>
      {item.day} {item.team === null ? item.bench : fill(text.team, { n: item.team })}
    </>
  );
}
function Step({ item }: { item: RoundItem }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  if (item.leftOut !== null)
    return (
      <>
        {text.leftOut}：{item.leftOut.reason} <span className="soft">{item.leftOut.by}</span>
      </>
    );
  if (item.request === null) return <span className="soft">–</span>;
  return (
    <a href={`/desk/requests/${item.request.id}`}>
      {say(requestSteps[item.request.step])}
      {item.failed ? `（${say(['不合格', 'failed'])}）` : ''}
      {item.request.joined ? `（${text.joined}）` : ''}
    </a>
  );
}

const columns: readonly Column<RoundItem>[] = [
  {
    key: 'instrument',
    title: ['器具', 'Instrument'],
    show: ({ instrument }) => (
      <a href={`/desk/instruments/${instrument.id}`}>
        {instrument.name} {instrument.model} / {instrument.serial}
      </a>
    ),
  },
  { key: 'code', title: ['编码', 'Code'], show: ({ instrument }) => instrument.code },
  { key: 'kind', title: ['种类', 'Kind'], narrow: true, show: (item) => <Kind item={item} /> },
  { key: 'stop', title: ['场所', 'Place'], show: ({ stop }) => stop.name },
  { key: 'holder', title: ['使用单位', 'Holder'], show: ({ holder }) => holder.name },
  { key: 'due', title: ['到期日', 'Due'], narrow: true, show: (item) => <Due item={item} /> },
  { key: 'when', title: ['安排', 'Arranged'], show: (item) => <Where item={item} /> },
  { key: 'step', title: ['进度', 'Progress'], show: (item) => <Step item={item} /> },
];

type BatchProps = { readonly round: Details['id']; readonly chosen: readonly RoundItem[]; readonly clear: () => void };

function Batch({ round, chosen, clear }: BatchProps): ReactElement {
  const text = useTexts(texts);
  const { message } = App.useApp();
  const [asking, setAsking] = useState(false);
  const out = useAction(roundEndpoints.leaveOutOfRound, {
    onDone: () => {
      setAsking(false);
      clear();
    },
  });
  const back = useAction(roundEndpoints.takeBackIntoRound, { onDone: clear });
  const inside = chosen.filter(({ leftOut, request }) => leftOut === null && request === null);
  const outside = chosen.filter(({ leftOut }) => leftOut !== null);
  const take = async (): Promise<void> => {
    await back.run({ params: { id: round }, body: { items: outside.map(({ id }) => id) } });
    if (back.problem !== undefined) void message.error(back.problem.title);
  };
  return (
    <>
      {inside.length === 0 ? null : <Button onClick={() => setAsking(true)}>{text.leaveOut}</Button>}
      {outside.length === 0 ? null : (
        <Button loading={back.pending} onClick={() => void take()}>
          {text.takeBack}
        </Button>
      )}
      <ProblemNote problem={back.problem} />
      {asking ? (
        <ReasonDialog
          title={text.leaveOut}
          atLeast={2}
          pending={out.pending}
          problem={out.problem}
          onCancel={() => setAsking(false)}
          onConfirm={(reason) => void out.run({ params: { id: round }, body: { items: inside.map(({ id }) => id), reason } })}
        />
      ) : null}
    </>
  );
}

type Props = { readonly details: Details; readonly onClose: () => void };

function Scope({ details, onClose }: Props): ReactElement {
  const text = useTexts(texts);
  const { run, pending, problem } = useAction(roundEndpoints.collectRound, { onDone: onClose });
  return (
    <Dialog title={text.scope} onClose={onClose}>
      <DemandForm
        initial={{ name: details.name, demand: details.demand }}
        submit={text.collectAgain}
        pending={pending}
        problem={problem}
        onSubmit={({ name, demand }) => void run({ params: { id: details.id }, body: { name, demand, version: details.version } })}
      />
    </Dialog>
  );
}

function Codes({ details, onClose }: Props): ReactElement {
  const text = useTexts(texts);
  const [typed, setTyped] = useState('');
  const { run, pending, problem } = useAction(roundEndpoints.addToRound, { onDone: onClose });
  const codes = typed.split(/[\s,，;；、]+/).filter((code) => code !== '');
  return (
    <Dialog
      title={text.addByCode}
      onClose={onClose}
      foot={
        <Button
          type="primary"
          loading={pending}
          disabled={codes.length === 0}
          onClick={() => void run({ params: { id: details.id }, body: { codes } })}
        >
          {text.save}
        </Button>
      }
    >
      <div className="field">
        <label htmlFor="round-codes">{text.codes}</label>
        <Input.TextArea id="round-codes" rows={5} value={typed} onChange={(event) => setTyped(event.target.value)} />
        <p className="hint">{text.codesHint}</p>
      </div>
      <ProblemNote problem={problem} />
    </Dialog>
  );
}
