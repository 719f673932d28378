import { Button } from 'antd';
import { useId, useRef, useState, type ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { useSearchState } from '../../../web/address.ts';
import { call, ProblemAnswer } from '../../../web/client.ts';
import { DataRows } from '../../../web/kit/DataRows.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { ProblemNote } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { custodyEndpoints } from '../contract.ts';
import type { Candidate } from '../contract/shapes.ts';
import { receptionRefusals } from '../rules.ts';
import { itemColumns } from './columns.tsx';
import { ReceptionForm, type Taken } from './ReceptionForm.tsx';
import { stepTags } from './states.ts';
import { texts } from './text.ts';
import './custody.css';

type Found = ReplyOf<typeof custodyEndpoints.findReceivable>;
const fresh = (candidate: Candidate): Taken => ({ candidate, condition: 'sound', conditionNote: '', accessories: '', pieces: '1' });

/** The counter: scan, take, and make out the slip; a scanner types and ends with Enter. */
export function CounterPage(): ReactElement {
  const text = useTexts(texts);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [{ slip }] = useSearchState();
  const [code, setCode] = useState('');
  const [found, setFound] = useState<Found>();
  const [problem, setProblem] = useState<ProblemAnswer>();
  const [isLooking, setLooking] = useState(false);
  const [taken, setTaken] = useState<readonly Taken[]>([]);

  const take = (candidates: readonly Candidate[]): void => {
    const holder = taken[0]?.candidate.holder.id ?? candidates[0]?.holder.id;
    const known = new Set<string>(taken.map(({ candidate }) => candidate.item));
    const added = candidates.filter((one) => one.refusal === null && one.holder.id === holder && !known.has(one.item));
    setTaken([...taken, ...added.map(fresh)]);
  };
  const look = async (): Promise<void> => {
    if (code.trim() === '' || isLooking) return;
    setLooking(true);
    setProblem(undefined);
    try {
      const reply = await call(custodyEndpoints.findReceivable, { query: { code: code.trim() } });
      setFound(reply);
      // One instrument that can be received is taken at once: the next scan follows without the mouse.
      const [only] = reply.candidates;
      const holder = taken[0]?.candidate.holder.id;
      if (reply.candidates.length === 1 && only?.refusal === null && (holder === undefined || holder === only.holder.id)) take([only]);
    } catch (error) {
      if (!(error instanceof ProblemAnswer)) throw error;
      setProblem(error);
    } finally {
      setLooking(false);
      field.current?.select();
    }
  };
  return (
    <>
      <PageHead
        title={text.counter}
        lead={text.counterLead}
        actions={
          <>
            <Button href="/desk/custody/items?waiting=true">{text.waitingLink}</Button>
            <Button href="/desk/custody/slips">{text.slips}</Button>
          </>
        }
      />
      <div className="stack">
        <form
          className="sheet counter-scan"
          role="search"
          onSubmit={(event) => {
            event.preventDefault();
            void look();
          }}
        >
          <label htmlFor={id}>{text.scan}</label>
          <input
            ref={field}
            id={id}
            value={code}
            autoComplete="off"
            autoFocus
            spellCheck={false}
            maxLength={300}
            onChange={(event) => setCode(event.target.value)}
          />
          <Button htmlType="submit" loading={isLooking}>
            {text.find}
          </Button>
        </form>
        <ProblemNote problem={problem} />
        {found === undefined ? null : <FoundList found={found} taken={taken} onTake={take} />}
        <ReceptionForm
          taken={taken}
          slip={typeof slip === 'string' ? slip : undefined}
          onChange={setTaken}
          onDone={() => {
            setTaken([]);
            setFound(undefined);
            setCode('');
          }}
        />
      </div>
    </>
  );
}

type ListProps = { readonly found: Found; readonly taken: readonly Taken[]; readonly onTake: (candidates: readonly Candidate[]) => void };

function FoundList({ found, taken, onTake }: ListProps): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const holder = taken[0]?.candidate.holder.id;
  const isTaken = (candidate: Candidate): boolean => taken.some((one) => one.candidate.item === candidate.item);
  const open = found.candidates.filter(
    (one) => one.refusal === null && !isTaken(one) && (holder === undefined || one.holder.id === holder),
  );
  const isNothing = found.candidates.length + found.held.length + found.slips.length + found.unrequested.length === 0;
  return (
    <section className="sheet" aria-live="polite">
      <h2>{text.found}</h2>
      {isNothing ? (
        <p>
          {fill(text.foundNothing, { code: found.code })} <a href="/desk/requests">{text.toRequests}</a>
        </p>
      ) : null}
      {found.slips.map((one) => (
        <p key={one.id}>
          <a href={`/desk/custody/slips/${one.id}`}>
            {text.slip} {one.number}
          </a>{' '}
          {one.holder.name}
        </p>
      ))}
      <ul className="counter-found">
        {found.candidates.map((candidate) => (
          <li key={candidate.item}>
            <span>
              <b>{candidate.instrument.name}</b> {candidate.instrument.model} / {candidate.instrument.serial} · {candidate.holder.name}{' '}
              <StatusTag states={stepTags} state={candidate.step} />
            </span>
            {candidate.refusal !== null ? (
              <span className="soft">
                {say(receptionRefusals[candidate.refusal])} <a href={`/desk/requests/${candidate.request}`}>{text.requestLink}</a>
              </span>
            ) : isTaken(candidate) ? null : holder !== undefined && holder !== candidate.holder.id ? (
              <span className="soft">{text.otherHolder}</span>
            ) : (
              <Button onClick={() => onTake([candidate])}>{text.addOne}</Button>
            )}
          </li>
        ))}
        {found.unrequested.map(({ instrument, holder: owner }) => (
          <li key={instrument.id}>
            <span>
              <b>{instrument.name}</b> {instrument.model} / {instrument.serial} · {owner.name}
            </span>
            <span className="soft">
              {text.notRequested} <a href={`/desk/instruments/${instrument.id}`}>{text.openInstrument}</a>
            </span>
          </li>
        ))}
      </ul>
      {found.more ? <p className="soft">{text.moreFound}</p> : null}
      {open.length > 1 ? <Button onClick={() => onTake(open)}>{fill(text.addAll, { n: open.length })}</Button> : null}
      {found.held.length === 0 ? null : (
        <>
          <h3>{text.heldHere}</h3>
          <DataRows items={found.held} columns={itemColumns} rowKey={(item) => item.id} caption={['已在所的器具', 'Held already']} />
        </>
      )}
    </section>
  );
}
