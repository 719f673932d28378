import { Button, Checkbox } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { useSearchState } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printDocumentNumber } from '../../../web/figures.ts';
import { FilterBar, type Filter } from '../../../web/kit/FilterBar.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer, Empty } from '../../../web/kit/PageStates.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { instrumentKinds } from '../../../register/instrument/rules.ts';
import { useRegionName, useRegions } from '../../../register/organization/web/regions.ts';
import { requestEndpoints } from '../contract.ts';
import { leftOutReasons } from '../rules/proposal.ts';
import { SubmissionForm } from './SubmissionForm.tsx';
import { texts } from './text.ts';
import './request.css';

type Proposal = ReplyOf<typeof requestEndpoints.previewRequests>;
type Group = Proposal['groups'][number];

/** What the ledger's list is filtered by means the same here, so that its address can be brought along. */
const names = [
  'q',
  'kind',
  'region',
  'township',
  'village',
  'placeId',
  'use',
  'standing',
  'validity',
  'status',
  'parentId',
  'instrument',
] as const;

function useFilters(): readonly Filter[] {
  const regions = useRegions();
  return [
    {
      name: 'dueWithin',
      label: ['到期', 'Due'],
      kind: 'choice',
      options: [
        { value: '0', label: ['已到期或未检定', 'overdue or never verified'] },
        { value: '7', label: ['7 天内', 'within 7 days'] },
        { value: '15', label: ['15 天内', 'within 15 days'] },
        { value: '30', label: ['30 天内', 'within 30 days'] },
        { value: '90', label: ['90 天内', 'within 90 days'] },
        { value: 'any', label: ['不限', 'any'] },
      ],
    },
    {
      name: 'kind',
      label: ['器具种类', 'Kind of instrument'],
      kind: 'choice',
      options: Object.entries(instrumentKinds).map(([value, { text: label }]) => ({ value, label })),
    },
    {
      name: 'region',
      label: ['地区', 'Region'],
      kind: 'choice',
      options: regions.map(({ code, name }) => ({ value: code, label: name })),
    },
    { name: 'q', label: ['名称、型号、编号或地点', 'Name, model, number or place'] },
  ];
}

/** The holder's instruments that are due, to whom each goes and why, and in one step the requests for them. */
export function SubmissionPage(): ReactElement {
  const text = useTexts(texts);
  const [search, setSearch] = useSearchState();
  const filters = useFilters();
  const asked = Object.fromEntries(names.flatMap((name) => (search[name] === undefined ? [] : [[name, search[name]]])));
  // Whoever comes without conditions gets what falls due within a month; whoever brings some gets just those.
  const within = search['dueWithin'] ?? (Object.keys(asked).length === 0 ? '30' : 'any');
  const query = { ...asked, ...(within === 'any' ? {} : { dueWithin: within }) };
  const proposal = useEndpoint(requestEndpoints.previewRequests, { query: query as never });
  return (
    <>
      <PageHead title={text.submit} lead={text.submitLead} />
      {search['instrument'] === undefined ? (
        <FilterBar filters={filters} search={{ ...search, dueWithin: within }} onSearch={setSearch} />
      ) : (
        <p>
          <a href="/desk/requests/submission">{text.chooseOthers}</a>
        </p>
      )}
      <Answer query={proposal}>{(found) => <Choice key={JSON.stringify(query)} proposal={found} />}</Answer>
    </>
  );
}

function Choice({ proposal }: { proposal: Proposal }): ReactElement {
  const text = useTexts(texts);
  const { groups, leftOut, isCut } = proposal;
  const [dropped, setDropped] = useState<ReadonlySet<string>>(new Set());
  const chosen = groups.flatMap(({ instruments }) => instruments.filter(({ id }) => !dropped.has(id)));
  const requests = groups.filter(({ instruments }) => instruments.some(({ id }) => !dropped.has(id))).length;
  const toggle = (ids: readonly string[], isChosen: boolean): void => {
    const next = new Set(dropped);
    for (const id of ids) {
      if (isChosen) next.delete(id);
      else next.add(id);
    }
    setDropped(next);
  };
  if (groups.length === 0 && leftOut.length === 0)
    return (
      <Empty
        title={text.nothingDue}
        next={text.nothingDueNext}
        action={
          <>
            <Button href="/desk/requests/submission?dueWithin=any">{text.showAll}</Button>
            <Button href="/desk/instruments/registration">{text.registerFirst}</Button>
          </>
        }
      />
    );
  return (
    <div className="stack">
      {isCut ? <p className="destination wrong">{text.isCut}</p> : null}
      {groups.map((group) => (
        <GroupChoice key={`${group.region} ${group.instrumentKind}`} group={group} dropped={dropped} onToggle={toggle} />
      ))}
      {leftOut.length === 0 ? null : <LeftOut leftOut={leftOut} />}
      {groups.length === 0 ? null : (
        <section className="sheet">
          <h2 aria-live="polite">{fill(text.willSubmit, { n: chosen.length, m: requests })}</h2>
          {chosen.length === 0 ? <p className="soft">{text.chooseFirst}</p> : <SubmissionForm instruments={chosen} requests={requests} />}
        </section>
      )}
    </div>
  );
}

type GroupProps = {
  readonly group: Group;
  readonly dropped: ReadonlySet<string>;
  readonly onToggle: (ids: readonly string[], isChosen: boolean) => void;
};
/** More than these are folded away at first. */
const shownAtOnce = 12;

/** One future request: which instruments, to which institute and by which document. */
function GroupChoice({ group, dropped, onToggle }: GroupProps): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const regionName = useRegionName();
  const [isOpen, setOpen] = useState(group.instruments.length <= shownAtOnce);
  const ids = group.instruments.map(({ id }) => id);
  const count = ids.filter((id) => !dropped.has(id)).length;
  return (
    <section className="sheet choice">
      <Checkbox
        checked={count === ids.length}
        indeterminate={count > 0 && count < ids.length}
        onChange={(event) => onToggle(ids, event.target.checked)}
      >
        <b>
          {say(instrumentKinds[group.instrumentKind].text)} × {count}
        </b>{' '}
        {regionName(group.region)}
      </Checkbox>
      <p className="destination">
        {text.goesTo} <b>{group.institute.name}</b> · {text.why} {group.authority} {printDocumentNumber(group.documentNumber)}
      </p>
      {isOpen ? (
        <ul>
          {group.instruments.map((instrument) => (
            <li key={instrument.id}>
              <Checkbox checked={!dropped.has(instrument.id)} onChange={(event) => onToggle([instrument.id], event.target.checked)}>
                {instrument.name} {instrument.model} / {instrument.serial}{' '}
                <span className="soft">
                  {instrument.place} · {instrument.dueOn === null ? text.noDueDay : fill(text.dueDay, { day: instrument.dueOn })}
                </span>
              </Checkbox>
            </li>
          ))}
        </ul>
      ) : (
        <Button className="unfold" onClick={() => setOpen(true)}>
          {fill(text.unfold, { n: ids.length })}
        </Button>
      )}
    </section>
  );
}

/** What cannot be requested now, each with why; one that stands in an open request leads there. */
export function LeftOut({ leftOut }: { leftOut: Proposal['leftOut'] }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  return (
    <details className="sheet left-out" open={leftOut.length <= shownAtOnce}>
      <summary>{fill(text.leftOut, { n: leftOut.length })}</summary>
      <ul>
        {leftOut.map(({ id, name, model, serial, why, request }) => (
          <li key={id}>
            <a href={`/desk/instruments/${id}`}>
              {name} {model} / {serial}
            </a>{' '}
            <span className="soft">{say(leftOutReasons[why])}</span>{' '}
            {request === null ? null : <a href={`/desk/requests/${request}`}>{text.seeRequest}</a>}
          </li>
        ))}
      </ul>
    </details>
  );
}
