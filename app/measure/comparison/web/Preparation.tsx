import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { printInstant } from '../../../web/figures.ts';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { FilePicker, type PickedFile } from '../../../register/file/web/FilePicker.tsx';
import { OrganizationPicker } from '../../../register/organization/web/OrganizationPicker.tsx';
import { comparisonEndpoints as endpoints } from '../contract.ts';
import { comparisonActions } from '../rules.ts';
import type { Round } from './ComparisonPage.tsx';
import { subjectFields } from './DraftPage.tsx';
import { texts } from './text.ts';

/** Changes what is drafted, as long as nobody has been told. */
export function SubjectChange({ round }: { round: Round }): ReactElement | null {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  if (!round.allowed.includes('change')) return null;
  const { title, quantity, regulation, instrumentKind, duty, documentNumber, aim, pilotWay, callUntil } = round;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say(comparisonActions.change)}</Button>
      {isOpen ? (
        <Dialog title={say(comparisonActions.change)} onClose={() => setOpen(false)}>
          <RecordForm
            endpoint={endpoints.changeComparison}
            params={{ id: round.id }}
            fixed={{ version: round.version }}
            initial={{ title, quantity, regulation, instrumentKind, duty, documentNumber, aim, pilotWay, callUntil }}
            fields={subjectFields}
            done={['已修改', 'Changed']}
            onDone={() => setOpen(false)}
          />
        </Dialog>
      ) : null}
    </>
  );
}

function Offer({ round }: { round: Round }): ReactElement {
  const text = useTexts(texts);
  const [files, setFiles] = useState<readonly PickedFile[]>([]);
  return (
    <RecordForm
      endpoint={endpoints.offerAsPilot}
      params={{ id: round.id }}
      fixed={{ files: files.map(({ id }) => id) }}
      draft={`offer-${round.id}`}
      fields={[{ name: 'text', label: ['比对方案与实验室条件', 'Proposal and means of the laboratory'], kind: 'long' }]}
      submit={comparisonActions.propose}
      done={['已申报', 'Offered']}
      onDone={() => setFiles([])}
    >
      <div className="field">
        <span>{text.evidence}</span>
        <FilePicker value={files} onChange={setFiles} />
      </div>
    </RecordForm>
  );
}

/** Who offers to be the pilot, and whom the organiser appoints. */
export function PilotSection({ round }: { round: Round }): ReactElement | null {
  const text = useTexts(texts);
  const mayOffer = round.allowed.includes('propose');
  const mayAppoint = round.allowed.includes('appoint');
  if (!mayOffer && !mayAppoint && round.proposals.length === 0 && round.pilotReason === null) return null;
  return (
    <section className="sheet spaced">
      <h2>{text.pilot}</h2>
      {round.pilot === null ? null : (
        <p>
          {round.pilot.name} <span className="soft">{round.pilotReason}</span>
        </p>
      )}
      {round.proposals.map((proposal) => (
        <article key={proposal.organization.id}>
          <h3>{proposal.organization.name}</h3>
          <p className="comparison-prose">{proposal.text}</p>
          <p className="soft">{printInstant(proposal.at)}</p>
          {proposal.files.length === 0 ? null : <FilePicker value={proposal.files} />}
        </article>
      ))}
      {mayOffer ? <Offer round={round} /> : null}
      {mayAppoint ? (
        <RecordForm
          endpoint={endpoints.appointPilot}
          params={{ id: round.id }}
          fields={[
            {
              name: 'organization',
              label: ['主导实验室', 'Pilot laboratory'],
              control: (props) => <OrganizationPicker {...props} kind="institute" />,
            },
            { name: 'reason', label: ['理由', 'Reason'], kind: 'long' },
          ]}
          submit={comparisonActions.appoint}
          done={['已确定', 'Appointed']}
          onDone={() => undefined}
        />
      ) : null}
    </section>
  );
}
