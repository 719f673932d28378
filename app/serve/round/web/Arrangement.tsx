import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { printInstant } from '../../../web/figures.ts';
import { useAction } from '../../../web/endpoint-hooks.ts';
import { Empty, ProblemNote } from '../../../web/kit/PageStates.tsx';
import { ActionBar, recordAction } from '../../../web/kit/ActionBar.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { roundEndpoints } from '../contract.ts';
import type { Proposal } from '../contract/shapes.ts';
import { proposalKinds } from '../rules.ts';
import { DayPlan } from './DayPlan.tsx';
import { MoveDialog, type Moving } from './MoveDialog.tsx';
import { RouteMap } from './RouteMap.tsx';
import type { Details } from './RoundPage.tsx';
import { SettingForm } from './SettingForm.tsx';
import { proposalTags } from './states.ts';
import { texts } from './text.ts';

/** The third step: days and people, a proposal of the solver, and the arrangement that a person adjusts and books. */
export function Arrangement({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const [moving, setMoving] = useState<Moving>();
  const mayPlan = details.allowed.includes('plan');
  const waiting = details.stopList.filter(({ unarranged }) => unarranged > 0);
  return (
    <div className="stack">
      {mayPlan ? <SettingForm key={details.id} details={details} /> : null}
      {mayPlan ? <Proposals details={details} /> : null}
      {waiting.length === 0 ? null : (
        <section className="sheet">
          <h2>{text.notArranged}</h2>
          {waiting.some(({ latitude }) => latitude === null) && details.way === 'on-site' ? (
            <p className="soft">{text.noCoordinatesHint}</p>
          ) : null}
          <ul className="round-waiting">
            {waiting.map((stop) => (
              <li key={stop.id}>
                <span>
                  {stop.name} {fill(text.instruments, { n: stop.unarranged })}
                  {stop.latitude === null && details.way === 'on-site' ? <span className="soft"> · {text.noCoordinates}</span> : null}
                </span>
                {mayPlan ? (
                  <Button size="small" onClick={() => setMoving({ kind: 'stop', stop: stop.id, name: stop.name })}>
                    {text.place}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      )}
      {details.days.length === 0 ? (
        <Empty title={text.nothingArranged} next={text.nothingArrangedNext} />
      ) : (
        <DayPlan details={details} onMove={(slot) => setMoving({ kind: 'slot', slot })} />
      )}
      <RouteMap details={details} />
      {moving === undefined ? null : <MoveDialog details={details} moving={moving} onClose={() => setMoving(undefined)} />}
    </div>
  );
}

function Proposals({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const { run, pending, problem } = useAction(roundEndpoints.proposeArrangement);
  const isSolving = details.proposals.some(({ state }) => state === 'waiting' || state === 'solving');
  return (
    <section className="sheet">
      <h2>{text.proposals}</h2>
      <p className="soft">{text.proposalsLead}</p>
      {details.lacking.length === 0 ? null : (
        <ul className="round-lacking soft">
          {details.lacking.map((lack) => (
            <li key={lack[0]}>{say(lack)}</li>
          ))}
        </ul>
      )}
      {isSolving ? (
        <p aria-live="polite">{text.solving}</p>
      ) : (
        <Button
          type="primary"
          loading={pending}
          disabled={details.lacking.length > 0}
          onClick={() => void run({ params: { id: details.id } })}
        >
          {text.propose}
        </Button>
      )}
      <ProblemNote problem={problem} />
      <ul className="round-proposals">
        {details.proposals.map((proposal) => (
          <li key={proposal.id}>
            <One proposal={proposal} mayPlan={details.allowed.includes('plan')} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function One({ proposal, mayPlan }: { proposal: Proposal; mayPlan: boolean }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const apply = recordAction({
    name: 'apply',
    label: ['采用', 'Apply'],
    endpoint: roundEndpoints.applyProposal,
    request: () => ({ params: { id: proposal.id } }),
    confirm: ['将替换未锁定、未排期的安排', 'Replaces what is neither locked nor booked'],
    done: ['已采用', 'Applied'],
  });
  return (
    <>
      <p>
        <StatusTag states={proposalTags} state={proposal.state} /> {say(proposalKinds[proposal.kind])}{' '}
        <span className="soft">
          {fill(text.askedBy, { name: proposal.askedBy, at: printInstant(proposal.askedAt) })}
          {proposal.solver === null ? '' : ` · ${proposal.solver}`}
          {proposal.seconds === null ? '' : ` · ${fill(text.took, { n: proposal.seconds.toFixed(1) })}`}
        </span>
      </p>
      {proposal.summary.map((sentence) => (
        <p key={sentence[0]}>{say(sentence)}</p>
      ))}
      {proposal.appliedAt === null ? (
        <ActionBar actions={[apply]} allowed={mayPlan && proposal.state === 'solved' ? ['apply'] : []} />
      ) : (
        <p className="soft">
          {text.applied}：{proposal.appliedBy} {printInstant(proposal.appliedAt)}
        </p>
      )}
    </>
  );
}
