import type { ReactElement } from 'react';
import { printDocumentNumber, printInstant } from '../../../web/figures.ts';
import { ActionBar, recordAction } from '../../../web/kit/ActionBar.tsx';
import { useTexts } from '../../../web/language.ts';
import { FilePicker } from '../../file/web/FilePicker.tsx';
import { entryEndpoints } from '../contract.ts';
import type { EntryDetails } from '../contract/shapes.ts';
import { texts } from './text.ts';
import { Changes } from './Versions.tsx';

type Proposal = EntryDetails['proposals'][number];

/** Corrections and phases: the open one with what it would change, and those that were not approved. */
export function Proposals({ entry }: { entry: EntryDetails }): ReactElement | null {
  const text = useTexts(texts);
  // What was approved is a version and stands there.
  const shown = entry.proposals.filter((proposal) => proposal.status !== 'approved');
  if (shown.length === 0) return null;
  return (
    <section className="sheet entry-part">
      <h2>{shown.some((proposal) => proposal.status === 'proposed') ? text.proposal : text.proposals}</h2>
      {shown.map((proposal) => (
        <One key={proposal.id} entry={entry} proposal={proposal} />
      ))}
    </section>
  );
}

function One({ entry, proposal }: { entry: EntryDetails; proposal: Proposal }): ReactElement {
  const text = useTexts(texts);
  const decide = (approve: boolean) => (reason: string) => ({
    params: { id: entry.id },
    body: { proposalId: proposal.id, approve, reason },
  });
  const actions = [
    recordAction({
      name: 'approve',
      label: ['批准', 'Approve'],
      endpoint: entryEndpoints.decideCorrection,
      request: decide(true),
      reason: 2,
      done: ['已批准', 'Approved'],
      kind: 'primary',
    }),
    recordAction({
      name: 'refuse',
      label: ['不批准', 'Refuse'],
      endpoint: entryEndpoints.decideCorrection,
      request: decide(false),
      reason: 2,
      done: ['未批准', 'Refused'],
      kind: 'danger',
    }),
  ];
  const mayDecide = proposal.status === 'proposed' && entry.actions.includes('decideCorrection');
  return (
    <article className="version">
      <h3>
        {proposal.type === 'phase' ? text.phaseProposal : text.correction} · {proposal.status === 'proposed' ? text.proposed : text.refused}
      </h3>
      <p className="soft">
        {printInstant(proposal.proposedAt)} · {proposal.proposedBy} · {proposal.reason} · {printDocumentNumber(proposal.documentNumber)}
      </p>
      <Changes kind={entry.kind} before={entry.content} after={proposal.content} />
      <FilePicker value={proposal.files} />
      {proposal.decidedBy === null ? null : (
        <p>
          {proposal.decidedBy} · {proposal.decisionReason}
        </p>
      )}
      <ActionBar actions={actions} allowed={mayDecide ? ['approve', 'refuse'] : []} />
    </article>
  );
}
