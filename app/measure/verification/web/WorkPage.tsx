import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useSearchState } from '../../../web/address.ts';
import { useAction } from '../../../web/endpoint-hooks.ts';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { ProblemNote } from '../../../web/kit/PageStates.tsx';
import { useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { verificationEndpoints } from '../contract.ts';
import { recordKinds } from '../rules/kind.ts';
import { conclusions, verificationStates, waitings } from '../rules/life-cycle.ts';
import { AssignButton } from './AssignButton.tsx';
import { InspectionDialog } from './InspectionDialog.tsx';
import { Outcomes, type Outcome } from './Outcomes.tsx';
import { SigningRule } from './SigningRule.tsx';
import { TakeUp } from './TakeUp.tsx';
import { texts as numberTexts } from './number-text.ts';
import { texts } from './text.ts';
import { recordColumns, waitingColumns, type RecordCard, type WaitingItem } from './WorkColumns.tsx';
import './jobs.css';

function Actions({ item }: { item: WaitingItem }): ReactElement {
  const mayEnter = usePermit('verification.enter');
  const mayManage = usePermit('verification.manage');
  return (
    <>
      {mayEnter ? <TakeUp item={item} session={null} /> : null}
      {mayManage ? <AssignButton item={item.id} /> : null}
    </>
  );
}

/** Many records of a rig checked at once; each is done or refused by itself. */
function CheckMany({ chosen, onDone }: { chosen: readonly RecordCard[]; onDone: () => void }): ReactElement {
  const text = useTexts(texts);
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>();
  const { run, pending, problem } = useAction(verificationEndpoints.checkVerifications, {
    onDone: ({ outcomes: all }) =>
      setOutcomes(
        all.map(({ id, problem: refusal }) => ({
          name: chosen.find((one) => one.id === id)?.instrument.serial ?? id,
          problem: refusal,
        })),
      ),
  });
  return (
    <>
      <Button type="primary" loading={pending} onClick={() => void run({ body: { ids: chosen.map(({ id }) => id) } })}>
        {text.checkMany}
      </Button>
      <span className="soft">{text.checkManyNote}</span>
      <ProblemNote problem={problem} />
      {outcomes === undefined ? null : (
        <Outcomes
          of={outcomes}
          onClose={() => {
            setOutcomes(undefined);
            onDone();
          }}
        />
      )}
    </>
  );
}

/** Opened by hand, or by an address that names the instrument: `?inspection=` with its serial number or id. */
function Inspection(): ReactElement {
  const text = useTexts(numberTexts);
  const [search, setSearch] = useSearchState();
  const named = search['inspection'];
  const [open, setOpen] = useState(false);
  const close = (): void => {
    setOpen(false);
    if (named !== undefined) setSearch({ inspection: undefined });
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{text.inspection}</Button>
      {open || named !== undefined ? <InspectionDialog code={typeof named === 'string' ? named : ''} onClose={close} /> : null}
    </>
  );
}

const optionsOf = (words: Readonly<Record<string, readonly [string, string]>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** The institute's work: what waits for a technician, and the records with their states. */
export function WorkPage(): ReactElement {
  const text = useTexts(texts);
  const mayCheck = usePermit('verification.check');
  const mayEnter = usePermit('verification.enter');
  return (
    <>
      <PageHead
        title={text.work}
        lead={text.workLead}
        actions={
          mayEnter ? (
            <>
              <Button type="primary" href="/desk/verifications/jobs">
                {text.jobs}
              </Button>
              <Inspection />
            </>
          ) : null
        }
      />
      <div className="stack">
        <section>
          <h2>{text.waiting}</h2>
          <DataTable
            endpoint={verificationEndpoints.listWaitingItems}
            columns={[
              ...waitingColumns,
              { key: 'actions', title: ['办理', 'Action'], narrow: true, show: (item) => <Actions item={item} /> },
            ]}
            rowKey={(item) => item.id}
            caption={['待领取的器具', 'Instruments that wait']}
            empty={{
              title: ['没有待领取的器具', 'No instrument waits'],
              next: ['受理申请后出现在这里', 'They appear here when a request is accepted'],
            }}
          />
        </section>
        <section>
          <h2>{text.records}</h2>
          <DataTable
            endpoint={verificationEndpoints.listVerifications}
            columns={recordColumns(
              'instrument',
              'serial',
              'number',
              'holder',
              'kind',
              'status',
              'conclusion',
              'network',
              'technician',
              'document',
              'begun',
            )}
            rowKey={(item) => item.id}
            caption={['检定记录', 'Verifications']}
            {...(mayCheck
              ? { batch: (chosen: readonly RecordCard[], clear: () => void) => <CheckMany chosen={chosen} onDone={clear} /> }
              : {})}
            filters={[
              { name: 'q', label: ['器具、单位、记录或证书编号', 'Instrument, holder or number'] },
              { name: 'waiting', label: ['待办', 'Waiting'], kind: 'choice', options: optionsOf(waitings) },
              { name: 'status', label: ['状态', 'State'], kind: 'choice', options: optionsOf(verificationStates) },
              {
                name: 'mine',
                label: ['检定员', 'Technician'],
                kind: 'choice',
                options: [{ value: 'true', label: ['我检定的', 'Tested by me'] }],
              },
              { name: 'conclusion', label: ['结论', 'Conclusion'], kind: 'choice', more: true, options: optionsOf(conclusions) },
              { name: 'kind', label: ['类别', 'Kind'], kind: 'choice', more: true, options: optionsOf(recordKinds) },
            ]}
            empty={{ title: ['还没有检定记录', 'No verification yet'] }}
          />
        </section>
        <SigningRule />
      </div>
    </>
  );
}
