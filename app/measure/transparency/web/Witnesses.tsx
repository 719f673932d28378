import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { Witness } from '../contract.ts';
import { transparencyEndpoints } from '../contract.ts';
import { witnessNext, witnessProblems } from '../rules.ts';
import { printInstant, printNumber } from '../../../web/figures.ts';
import { ActionBar, recordAction } from '../../../web/kit/ActionBar.tsx';
import { DataRows, type Column } from '../../../web/kit/DataRows.tsx';
import { Empty } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { witnessTags } from './states.ts';
import { texts } from './text.ts';

function UpTo({ witness }: { witness: Witness }): ReactElement {
  const text = useTexts(texts);
  if (witness.latest === null) return <span className="soft">{text.never}</span>;
  return <>{fill(text.upToSize, { size: printNumber(witness.latest.size), at: printInstant(witness.latest.signedAt) })}</>;
}

/** Why it did not cosign, what follows, and when it is asked again. */
function Trouble({ witness }: { witness: Witness }): ReactElement | null {
  const text = useTexts(texts);
  const say = useSay();
  if (witness.ending !== null) {
    return <>{fill(text.ended, { ...witness.ending, at: printInstant(witness.ending.at) })}</>;
  }
  if (witness.problem === null) return null;
  return (
    <>
      <strong>{say(witnessProblems[witness.problem])}</strong>
      <br />
      {say(witnessNext[witness.problem])}
      <br />
      <span className="soft">
        {witness.nextAt === null ? '' : fill(text.retry, { at: printInstant(witness.nextAt), n: witness.failures })}
        {witness.detail === null ? '' : ` · ${fill(text.answered, { detail: witness.detail })}`}
      </span>
    </>
  );
}

function Actions({ witness }: { witness: Witness }): ReactElement {
  const params = { id: witness.id };
  return (
    <ActionBar
      allowed={witness.ending === null ? ['ask', 'end'] : []}
      actions={[
        recordAction({
          name: 'ask',
          label: ['立即送检', 'Ask now'],
          endpoint: transparencyEndpoints.askWitness,
          request: () => ({ params, body: {} }),
          done: ['已安排，数秒后可见结果', 'Asked; the result is here in seconds'],
        }),
        recordAction({
          name: 'end',
          label: ['停用', 'End'],
          endpoint: transparencyEndpoints.endWitness,
          request: (reason) => ({ params, body: { reason } }),
          reason: 2,
          done: ['已停用', 'Ended'],
          kind: 'danger',
        }),
      ]}
    />
  );
}

const columns: readonly Column<Witness>[] = [
  {
    key: 'name',
    title: ['见证方', 'Witness'],
    show: (witness) => (
      <>
        {witness.name}
        <br />
        <span className="soft">
          {witness.keeper} · {witness.url}
        </span>
      </>
    ),
  },
  { key: 'state', title: ['状态', 'State'], narrow: true, show: (witness) => <StatusTag states={witnessTags} state={witness.state} /> },
  { key: 'latest', title: ['联署至', 'Cosigned up to'], show: (witness) => <UpTo witness={witness} /> },
  { key: 'trouble', title: ['说明', 'Note'], show: (witness) => <Trouble witness={witness} /> },
];
const managed: readonly Column<Witness>[] = [
  ...columns,
  { key: 'actions', title: ['办理', 'Actions'], show: (witness) => <Actions witness={witness} /> },
];

/** Who vouches for the log, how far and how long ago; a witness that answers wrongly is shown as what it is. */
export function Witnesses({ witnesses, mayManage }: { witnesses: readonly Witness[]; mayManage: boolean }): ReactElement {
  const text = useTexts(texts);
  const add = mayManage ? <Button href="/desk/log/witnesses/registration">{text.addWitness}</Button> : undefined;
  return (
    <section className="sheet stack">
      <h2>{text.witnesses}</h2>
      <p className="soft">{text.witnessesLead}</p>
      {witnesses.length === 0 ? (
        <Empty title={text.noWitnesses} action={add} />
      ) : (
        <>
          <DataRows items={witnesses} columns={mayManage ? managed : columns} rowKey={(one) => one.id} caption={['见证方', 'Witnesses']} />
          <div>{add}</div>
        </>
      )}
    </section>
  );
}
