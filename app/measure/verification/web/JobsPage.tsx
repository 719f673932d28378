import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { organizationEndpoints } from '../../../register/organization/contract.ts';
import { verificationEndpoints } from '../contract.ts';
import { recordKinds } from '../rules/kind.ts';
import { texts as calibrationTexts } from './calibration-text.ts';
import { CalibrationDialog } from './CalibrationDialog.tsx';
import { ScanField } from './ScanField.tsx';
import { SessionBar, useActiveSession } from './SessionBar.tsx';
import { TakeUp, TakeUpMany } from './TakeUp.tsx';
import { texts } from './text.ts';
import { recordColumns, waitingColumns, type RecordCard } from './WorkColumns.tsx';
import './bench.css';
import './jobs.css';

/** The technician's day: conditions on top, then what came back, what is in hand, what waits, and what has gone. */
export function JobsPage(): ReactElement {
  const setting = useEndpoint(organizationEndpoints.readSetting, {});
  return <Answer query={setting}>{({ today }) => <Jobs today={today} />}</Answer>;
}

function Jobs({ today }: { today: string }): ReactElement {
  const text = useTexts(texts);
  const calibration = useTexts(calibrationTexts);
  const [isCalibrating, setCalibrating] = useState(false);
  const active = useActiveSession(today);
  const session = active.session?.id ?? null;
  return (
    <>
      <PageHead
        title={text.jobs}
        lead={text.jobsLead}
        actions={
          <>
            <Button onClick={() => setCalibrating(true)}>{calibration.begin}</Button>
            <Button href="/desk/verifications">{text.allWork}</Button>
          </>
        }
      />
      {isCalibrating ? <CalibrationDialog session={session} onClose={() => setCalibrating(false)} /> : null}
      <div className="stack jobs">
        <ScanField session={session} />
        <SessionBar today={today} active={active} />
        <Returned />
        <section>
          <h2>{text.inHand}</h2>
          <Rigs />
          <DataTable
            endpoint={verificationEndpoints.listVerifications}
            fixed={{ mine: 'true', status: 'drafted' }}
            columns={recordColumns('instrument', 'serial', 'number', 'holder', 'kind', 'begun')}
            rowKey={(item) => item.id}
            caption={['录入中的记录', 'Records being entered']}
            empty={{
              title: ['没有录入中的记录', 'No record is being entered'],
              next: ['从下面领取，或扫描器具编号', 'Take one up below, or scan its code'],
            }}
          />
        </section>
        <section>
          <h2>{text.waiting}</h2>
          <DataTable
            endpoint={verificationEndpoints.listWaitingItems}
            columns={[
              ...waitingColumns,
              { key: 'take', title: ['办理', 'Action'], narrow: true, show: (item) => <TakeUp item={item} session={session} /> },
            ]}
            rowKey={(item) => item.id}
            caption={['待领取的器具', 'Instruments that wait']}
            empty={{
              title: ['没有待领取的器具', 'No instrument waits'],
              next: ['受理申请后出现在这里', 'They appear here when a request is accepted'],
            }}
            batch={(chosen, clear) => <TakeUpMany chosen={chosen} session={session} onDone={clear} />}
          />
        </section>
        <section>
          <h2>{text.gone}</h2>
          <DataTable
            endpoint={verificationEndpoints.listVerifications}
            fixed={{ mine: 'true', status: 'submitted' }}
            columns={recordColumns('instrument', 'serial', 'number', 'holder', 'kind', 'conclusion', 'network')}
            rowKey={(item) => item.id}
            caption={['已提交的记录', 'Submitted records']}
            empty={{ title: ['没有待核验的记录', 'Nothing of yours waits for the checker'] }}
          />
        </section>
      </div>
    </>
  );
}

/** Work that came back stands before everything else, with the reason. */
function Returned(): ReactElement | null {
  const text = useTexts(texts);
  const query = useEndpoint(verificationEndpoints.listVerifications, { query: { mine: 'true', status: 'returned', limit: 50 } });
  const items = query.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section className="notice attention" aria-label={text.cameBack}>
      <h2>{fill(text.cameBackCount, { n: items.length })}</h2>
      <ul className="returned">
        {items.map((item) => (
          <li key={item.id}>
            <a href={`/desk/verifications/${item.id}`}>
              {item.instrument.name} {item.instrument.serial}
            </a>{' '}
            {item.returnReason}
          </li>
        ))}
      </ul>
    </section>
  );
}

const rigHref = ({ edition, kind }: Pick<RecordCard, 'edition' | 'kind'>): string =>
  `/desk/verifications/rig?edition=${edition}&kind=${kind}`;

/** Records of one edition and kind may be entered in one sheet. */
function Rigs(): ReactElement | null {
  const text = useTexts(texts);
  const say = useSay();
  const query = useEndpoint(verificationEndpoints.listVerifications, { query: { mine: 'true', status: 'drafted', limit: 200 } });
  const groups = new Map<string, RecordCard[]>();
  for (const item of query.data?.items ?? []) groups.set(rigHref(item), [...(groups.get(rigHref(item)) ?? []), item]);
  const rigs = [...groups].filter(([, items]) => items.length > 1);
  if (rigs.length === 0) return null;
  return (
    <p className="rigs">
      {rigs.map(([href, [first, ...others]]) =>
        first === undefined ? null : (
          <Button key={href} href={href}>
            {fill(text.openRig, { edition: first.editionNumber, kind: say(recordKinds[first.kind]), n: others.length + 1 })}
          </Button>
        ),
      )}
    </p>
  );
}
