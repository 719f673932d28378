import { useId, type ReactElement } from 'react';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { useSay, useTexts } from '../../../web/language.ts';
import { useCaller } from '../../../web/session.ts';
import { qualificationEndpoints } from '../../qualification/contract.ts';
import type { Seal, Verification } from '../contract/shapes.ts';
import { repeatedSeals, sealActionNames, sealActions, sealKindNames, sealKinds, type SealAction, type SealKind } from '../rules/seal.ts';
import type { Draft } from './draft-saving.ts';
import { texts } from './text.ts';

const blank: Seal = { kind: 'sticker', action: 'applied', number: '', position: null };

type Props = { readonly draft: Draft; readonly regulation: string; readonly onChange: (draft: Draft) => void };

/** What is written beside the readings: stickers and seals with their numbers, who else was there, remarks. */
export function Additions({ draft, regulation, onChange }: Props): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const id = useId();
  const { seals } = draft;
  const repeated = repeatedSeals(seals);
  const write = (index: number, part: Partial<Seal>): void =>
    onChange({ ...draft, seals: seals.map((seal, at) => (at === index ? { ...seal, ...part } : seal)) });
  return (
    <section className="additions" aria-label={text.additions}>
      <h2>{text.additions}</h2>
      {seals.map((seal, index) => (
        <div key={index} className="seal">
          <select aria-label={text.sealKind} value={seal.kind} onChange={(event) => write(index, { kind: event.target.value as SealKind })}>
            {sealKindNames.map((name) => (
              <option key={name} value={name}>
                {say(sealKinds[name])}
              </option>
            ))}
          </select>
          <select
            aria-label={text.sealAction}
            value={seal.action}
            onChange={(event) => write(index, { action: event.target.value as SealAction })}
          >
            {sealActionNames.map((name) => (
              <option key={name} value={name}>
                {say(sealActions[name])}
              </option>
            ))}
          </select>
          <input
            aria-label={text.sealNumber}
            placeholder={text.sealNumber}
            value={seal.number}
            maxLength={60}
            className={repeated.includes(seal.number) ? 'wrong' : ''}
            onChange={(event) => write(index, { number: event.target.value })}
          />
          <input
            aria-label={text.sealPosition}
            placeholder={text.sealPosition}
            value={seal.position ?? ''}
            maxLength={80}
            onChange={(event) => write(index, { position: event.target.value === '' ? null : event.target.value })}
          />
          <button type="button" onClick={() => onChange({ ...draft, seals: seals.filter((_, at) => at !== index) })}>
            {text.sealRemove}
          </button>
        </div>
      ))}
      {repeated.length === 0 ? null : <p className="issue">{text.sealRepeated}</p>}
      <div className="rows">
        <button type="button" onClick={() => onChange({ ...draft, seals: [...seals, blank] })}>
          {text.sealAdd}
        </button>
      </div>
      <div className="conditions">
        <SecondPerson id={`${id}-second`} draft={draft} regulation={regulation} onChange={onChange} />
        <div className="wide">
          <label htmlFor={`${id}-remarks`}>{text.remarks}</label>
          <textarea
            id={`${id}-remarks`}
            rows={2}
            maxLength={1000}
            value={draft.remarks ?? ''}
            onChange={(event) => onChange({ ...draft, remarks: event.target.value === '' ? null : event.target.value })}
          />
        </div>
      </div>
    </section>
  );
}

/** On site two people are there; whoever may test or check by this regulation is offered. */
function SecondPerson({ id, draft, regulation, onChange }: Props & { readonly id: string }): ReactElement {
  const text = useTexts(texts);
  const caller = useCaller();
  const query = useEndpoint(qualificationEndpoints.listAbilities, { query: { regulation: regulation as never } });
  const people = new Map(
    (query.data?.abilities ?? []).filter(({ person }) => person.id !== caller.person.id).map(({ person }) => [person.id, person.name]),
  );
  return (
    <div>
      <label htmlFor={id}>{text.secondPerson}</label>
      <select
        id={id}
        value={draft.secondPerson ?? ''}
        onChange={(event) =>
          onChange({ ...draft, secondPerson: event.target.value === '' ? null : (event.target.value as Draft['secondPerson']) })
        }
      >
        <option value="">/</option>
        {[...people].map(([person, name]) => (
          <option key={person} value={person}>
            {name}
          </option>
        ))}
        {draft.secondPerson === null || people.has(draft.secondPerson) ? null : <option value={draft.secondPerson}>…</option>}
      </select>
    </div>
  );
}

/** The same on a record that is read. */
export function AdditionsRead({ record }: { record: Pick<Verification, 'seals' | 'remarks' | 'secondPerson'> }): ReactElement | null {
  const text = useTexts(texts);
  const say = useSay();
  if (record.seals.length === 0 && record.remarks === null && record.secondPerson === null) return null;
  return (
    <dl className="facts additions-read">
      {record.seals.map((seal) => (
        <div key={`${seal.kind} ${seal.action} ${seal.number}`}>
          <dt>
            {say(sealKinds[seal.kind])} {say(sealActions[seal.action])}
          </dt>
          <dd>
            {seal.number} {seal.position}
          </dd>
        </div>
      ))}
      {record.secondPerson === null ? null : (
        <div>
          <dt>{text.secondPerson}</dt>
          <dd>{record.secondPerson.name}</dd>
        </div>
      )}
      {record.remarks === null ? null : (
        <div>
          <dt>{text.remarks}</dt>
          <dd>{record.remarks}</dd>
        </div>
      )}
    </dl>
  );
}
