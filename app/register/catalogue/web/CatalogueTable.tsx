import type { ReactElement } from 'react';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { entryKey, forms, modes, type Mode, type VerificationForm } from '../rules/catalogue.ts';
import { editionsOf, instrumentKindNames, kindOf, type InstrumentKind } from '../rules/kinds.ts';
import type { Content, Entry } from './catalogue-reply.ts';
import { catalogueTexts } from './catalogue-text.ts';
import { confidences } from './states.ts';
import { useToday } from './today.ts';

type Under = { readonly id: InstrumentKind; readonly text: readonly [string, string] };

/** The kinds of the ledger that stand under an entry. */
export const kindsUnder = (entry: Entry): Under[] =>
  instrumentKindNames
    .filter((kind) => entryKey(kindOf(kind).entry) === entryKey(entry.name[0]))
    .map((id) => ({ id, text: kindOf(id).text }));

/** The entries with their kinds of instruments, and of those the items of the annex and the procedures. */
export function CatalogueTable({ entries, numbering }: { entries: readonly Entry[]; numbering: Content['numbering'] }): ReactElement {
  const text = useTexts(catalogueTexts);
  const head = numbering === 'official' ? text.number : text.workingNumber;
  return (
    <Scroll label={text.entries}>
      <table className="grid cards catalogue">
        <caption className="unseen">{text.entries}</caption>
        <thead>
          <tr>
            <th scope="col" className="narrow">
              {head}
            </th>
            <th scope="col">{text.name}</th>
            <th scope="col">{text.management}</th>
            <th scope="col">{text.scope}</th>
            <th scope="col">{text.kinds}</th>
            <th scope="col">{text.source}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.number}>
              <td className="narrow" data-label={head}>
                {entry.number}
              </td>
              <td className="lead">
                <Name entry={entry} />
              </td>
              <td data-label={text.management}>
                <Management entry={entry} />
              </td>
              <td data-label={text.scope}>
                <Scope entry={entry} />
              </td>
              <td data-label={text.kinds}>
                <Kinds entry={entry} />
              </td>
              <td data-label={text.source}>
                <Source entry={entry} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Name({ entry }: { entry: Entry }): ReactElement {
  const say = useSay();
  const text = useTexts(catalogueTexts);
  return (
    <>
      <b>{say(entry.name)}</b>
      <div className="soft">{entry.nameConfirmed ? text.nameSeen : text.nameOwn}</div>
    </>
  );
}

function Management({ entry }: { entry: Entry }): ReactElement {
  const say = useSay();
  const text = useTexts(catalogueTexts);
  const words = (mode: Mode | null, form: VerificationForm | null): string =>
    [mode === null ? undefined : say(modes[mode]), form === null ? undefined : say(forms[form])]
      .filter((part) => part !== undefined)
      .join('；');
  const whole = words(entry.mode, entry.form);
  return (
    <>
      {whole === '' && entry.items.every(({ mode, form }) => mode === null && form === null) ? text.notEstablished : whole}
      <ul className="plain-list">
        {entry.items.map((item) => (
          <li key={item.name[0]}>
            {say(item.name)} <span className="soft">{words(item.mode, item.form)}</span>
          </li>
        ))}
      </ul>
      {entry.note === null ? null : <p className="soft">{say(entry.note)}</p>}
    </>
  );
}

function Scope({ entry }: { entry: Entry }): ReactElement {
  const say = useSay();
  const text = useTexts(catalogueTexts);
  return (
    <>
      {entry.scope === null ? null : say(entry.scope)}
      {entry.from === null ? null : <div className="soft">{fill(text.from, { day: entry.from })}</div>}
    </>
  );
}

function Kinds({ entry }: { entry: Entry }): ReactElement {
  const say = useSay();
  const text = useTexts(catalogueTexts);
  const day = useToday();
  const kinds = kindsUnder(entry);
  if (kinds.length === 0) return <span className="soft">{text.noKind}</span>;
  return (
    <ul className="plain-list">
      {kinds.map(({ id, text: name }) => {
        const { items } = kindOf(id);
        const holding = editionsOf(id).filter(({ applies }) =>
          applies.some(({ instrument, from, to }) => instrument === id && (to.value === null || day <= to.value) && from.value !== ''),
        );
        return (
          <li key={id}>
            {say(name)} {items.length === 0 ? null : <span className="annex-item">{items.join(' ')}</span>}
            <div>
              {holding.length === 0 ? <span className="soft">{text.noProcedure}</span> : null}
              {holding.map((edition) => (
                <a key={edition.id} href={`/desk/procedures/${edition.id}`} className="edition-link">
                  {edition.number}
                </a>
              ))}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function Source({ entry }: { entry: Entry }): ReactElement {
  return (
    <>
      <StatusTag states={confidences} state={entry.confidence} />
      <div className="soft">{entry.source}</div>
    </>
  );
}
