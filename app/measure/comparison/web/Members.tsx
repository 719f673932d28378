import { Button, Checkbox } from 'antd';
import { useState, type ReactElement } from 'react';
import { useAction, useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printDocumentNumber, printInstant } from '../../../web/figures.ts';
import { recordAction, ActionBar } from '../../../web/kit/ActionBar.tsx';
import { DataRows, type Column } from '../../../web/kit/DataRows.tsx';
import { Answer, ProblemNote } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { OrganizationPicker } from '../../../register/organization/web/OrganizationPicker.tsx';
import { comparisonEndpoints as endpoints, type Candidate, type Member } from '../contract.ts';
import { duties } from '../rules.ts';
import { consequences } from '../rules/standing.ts';
import type { Round } from './ComparisonPage.tsx';
import { memberTags, resultTags } from './states.ts';
import { texts } from './text.ts';

function Name({ member, round }: { member: Member; round: Round }): ReactElement {
  const text = useTexts(texts);
  const isOwn = member.id !== null && member.id === round.own?.member;
  return (
    <>
      {member.organization?.name ?? (member.code === null ? '' : fill(text.laboratory, { n: member.code }))}
      {isOwn ? <strong> ({text.own})</strong> : null}
    </>
  );
}

function Sealed({ member }: { member: Member }): ReactElement | null {
  const text = useTexts(texts);
  if (member.committedAt === null) return null;
  return (
    <>
      {printInstant(member.committedAt)} {member.keeping === 'own' ? text.kept : text.entrusted}
    </>
  );
}

function Proposals({ member }: { member: Member }): ReactElement | null {
  const say = useSay();
  return member.consequences.length === 0 ? null : <>{member.consequences.map((one) => say(consequences[one])).join(' ')}</>;
}

function Excuse({ member, round }: { member: Member; round: Round }): ReactElement | null {
  const { id } = member;
  if (id === null || member.state !== 'confirmed' || member.organization?.id === round.pilot?.id) return null;
  return (
    <ActionBar
      allowed={round.allowed}
      actions={[
        recordAction({
          name: 'excuse',
          label: ['准予不参加', 'Excuse'],
          endpoint: endpoints.excuseParticipant,
          request: (reason) => ({ params: { id: round.id }, body: { member: id, reason } }),
          reason: 2,
          done: ['已准予', 'Excused'],
        }),
      ]}
    />
  );
}

const columnsOf = (round: Round): readonly Column<Member>[] => [
  { key: 'name', title: ['实验室', 'Laboratory'], show: (member) => <Name member={member} round={round} /> },
  { key: 'code', title: ['编号', 'Number'], number: true, show: ({ code }) => code },
  {
    key: 'state',
    title: ['状态', 'State'],
    narrow: true,
    show: ({ state }) => (state === null ? null : <StatusTag states={memberTags} state={state} />),
  },
  { key: 'sealed', title: ['提交', 'Sealed'], show: (member) => <Sealed member={member} /> },
  {
    key: 'revealed',
    title: ['揭示', 'Revealed'],
    narrow: true,
    show: ({ revealedAt }) => (revealedAt === null ? null : printInstant(revealedAt)),
  },
  {
    key: 'result',
    title: ['结论', 'Result'],
    narrow: true,
    show: ({ result }) => (result === null ? null : <StatusTag states={resultTags} state={result} />),
  },
  { key: 'proposals', title: ['建议', 'Proposals'], show: (member) => <Proposals member={member} /> },
  { key: 'excuse', title: ['办理', 'Deed'], narrow: true, show: (member) => <Excuse member={member} round={round} /> },
];

function Candidates({ round, items }: { round: Round; items: readonly Candidate[] }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const open = items.filter(({ isConfirmed }) => !isConfirmed);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [added, setAdded] = useState<string>();
  const { run, pending, problem } = useAction(endpoints.confirmParticipants);
  const chosen = open.filter(({ organization }) => !left.has(organization.id));
  const confirm = (): void =>
    void run({
      params: { id: round.id },
      body: {
        participants: [
          ...chosen.map(({ organization }) => ({ organization: organization.id, duty: round.duty })),
          ...(added === undefined ? [] : [{ organization: added as never, duty: 'voluntary' as const }]),
        ],
      },
    }).then((reply) => reply !== undefined && setAdded(undefined));
  return (
    <>
      <h3>{text.proposed}</h3>
      {items.length === 0 ? <p className="soft">{text.proposedNone}</p> : null}
      <ul className="comparison-proposed">
        {open.map(({ organization, grounds }) => (
          <li key={organization.id}>
            <Checkbox
              checked={!left.has(organization.id)}
              onChange={() =>
                setLeft(
                  new Set(left.has(organization.id) ? [...left].filter((one) => one !== organization.id) : [...left, organization.id]),
                )
              }
            >
              {organization.name}
            </Checkbox>{' '}
            <span className="soft">
              {grounds
                .map(
                  ({ basis, name, documentNumber }) =>
                    `${basis === 'designation' ? text.designated : name} ${printDocumentNumber(documentNumber)}`,
                )
                .join('；')}
            </span>
          </li>
        ))}
      </ul>
      <div className="field">
        <label htmlFor="comparison-add">
          {text.addOne} <span className="soft">{say(duties.voluntary)}</span>
        </label>
        <OrganizationPicker
          id="comparison-add"
          kind="institute"
          value={added}
          onChange={(value) => setAdded(typeof value === 'string' ? value : undefined)}
          invalid={false}
          describedBy="comparison-add"
        />
      </div>
      <ProblemNote problem={problem} />
      <Button type="primary" loading={pending} disabled={chosen.length === 0 && added === undefined} onClick={confirm}>
        {text.confirmChosen}
      </Button>
    </>
  );
}

function CandidatesOf({ round }: { round: Round }): ReactElement {
  const query = useEndpoint(endpoints.listComparisonCandidates, { params: { id: round.id }, query: {} });
  return <Answer query={query}>{({ items }) => <Candidates round={round} items={items} />}</Answer>;
}

/** Who takes part: names before numbers are drawn, numbers after results are opened. */
export function MemberSection({ round }: { round: Round }): ReactElement {
  const text = useTexts(texts);
  const shown = round.memberList.map((member, index) => ({ ...member, key: `${member.id ?? ''} ${member.code ?? ''} ${index}` }));
  return (
    <section className="sheet spaced">
      <h2>{text.participants}</h2>
      <p className="soft">{text.numberDrawn}</p>
      {shown.length === 0 ? null : (
        <DataRows items={shown} columns={columnsOf(round)} rowKey={({ key }) => key} caption={['参比实验室', 'Participants']} />
      )}
      {round.allowed.includes('confirm') ? <CandidatesOf round={round} /> : null}
    </section>
  );
}
