import { Button, Input } from 'antd';
import { useEffect, useId, useState, type ReactElement } from 'react';
import { useGo } from '../../../web/address.ts';
import { call, ProblemAnswer } from '../../../web/client.ts';
import { useAction, useEndpoint } from '../../../web/endpoint-hooks.ts';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { Answer, ProblemNote } from '../../../web/kit/PageStates.tsx';
import { fill, useTexts } from '../../../web/language.ts';
import { organizationEndpoints } from '../../../register/organization/contract.ts';
import { verificationEndpoints } from '../contract.ts';
import { inspectionEndpoints, type Inspectable } from '../contract/inspection.ts';
import { readLabel } from './scanned-instrument.ts';
import { texts } from './number-text.ts';
import { useActiveSession } from './SessionBar.tsx';
import './raw-record.css';

type Props = { readonly code: string; readonly onClose: () => void };
const most = 20;

/** A technician begins the in-use inspection of an instrument that nobody has requested. */
export function InspectionDialog({ code, onClose }: Props): ReactElement {
  const text = useTexts(texts);
  const setting = useEndpoint(organizationEndpoints.readSetting, {});
  return (
    <Dialog title={text.inspection} onClose={onClose}>
      <p>{text.inspectionLead}</p>
      <Answer query={setting}>{({ today }) => <Search code={code} today={today} />}</Answer>
    </Dialog>
  );
}

type Found = { readonly code: string; readonly items: readonly Inspectable[]; readonly more: number };

async function findInstruments(code: string): Promise<Found> {
  const wanted = await readLabel(code);
  const named = 'instrument' in wanted ? { instrument: wanted.instrument as never } : wanted;
  const { items, total } = await call(inspectionEndpoints.listInspectable, { query: { ...named, limit: most } });
  return { code, items, more: total - items.length };
}

function Search({ code: given, today }: { code: string; today: string }): ReactElement {
  const text = useTexts(texts);
  const id = useId();
  const [code, setCode] = useState(given);
  const [found, setFound] = useState<Found>();
  const [isLooking, setLooking] = useState(false);
  const [problem, setProblem] = useState<ProblemAnswer>();
  const find = async (wanted: string): Promise<void> => {
    if (wanted.trim() === '' || isLooking) return;
    setLooking(true);
    setProblem(undefined);
    setFound(undefined);
    try {
      setFound(await findInstruments(wanted.trim()));
    } catch (error) {
      if (!(error instanceof ProblemAnswer)) throw error;
      setProblem(error);
    } finally {
      setLooking(false);
    }
  };
  useEffect(() => {
    void find(given);
    // oxlint-disable-next-line react/exhaustive-deps -- what came with the address is looked for once
  }, []);
  return (
    <>
      <form
        className="scan-field inspection-search"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          void find(code);
        }}
      >
        <label htmlFor={id}>{text.inspectionFind}</label>
        <div className="line">
          <Input id={id} value={code} maxLength={300} autoComplete="off" onChange={(event) => setCode(event.target.value)} />
          <Button htmlType="submit" loading={isLooking}>
            {text.inspectionSearch}
          </Button>
        </div>
      </form>
      <ProblemNote problem={problem} />
      {found === undefined ? null : found.items.length === 0 ? (
        <p role="status">{fill(text.inspectionNone, { code: found.code })}</p>
      ) : (
        <ul className="inspectable">
          {found.items.map((instrument) => (
            <One key={instrument.id} instrument={instrument} today={today} />
          ))}
          {found.more > 0 ? <li className="soft">{fill(text.inspectionMore, { n: found.more })}</li> : null}
        </ul>
      )}
    </>
  );
}

/** One instrument with the edition by which it is inspected, or why it is not. */
function One({ instrument, today }: { instrument: Inspectable; today: string }): ReactElement {
  const text = useTexts(texts);
  const go = useGo();
  const { session } = useActiveSession(today);
  const { run, pending, problem } = useAction(verificationEndpoints.beginInspection, {
    onDone: ({ id }) => go(`/desk/verifications/${id}`),
  });
  const { edition } = instrument;
  const barred =
    edition === null ? text.inspectionNoEdition : edition.inspects ? undefined : fill(text.inspectionNoKind, { edition: edition.number });
  return (
    <li>
      <div>
        <b>
          {instrument.name} {instrument.model} / {instrument.serial}
        </b>
        <div className="soft">
          {instrument.holder.name} · {instrument.place} · {edition?.number ?? ''}
        </div>
        <ProblemNote problem={problem} />
      </div>
      {barred === undefined ? (
        <Button
          type="primary"
          loading={pending}
          aria-label={`${text.inspectionBegin} ${instrument.serial}`}
          onClick={() => void run({ body: { instrument: instrument.id, session: session?.id ?? null } })}
        >
          {text.inspectionBegin}
        </Button>
      ) : (
        <span className="soft">{barred}</span>
      )}
    </li>
  );
}
