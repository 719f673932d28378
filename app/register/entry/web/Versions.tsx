import type { ReactElement } from 'react';
import { printInstant } from '../../../web/figures.ts';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { FilePicker } from '../../file/web/FilePicker.tsx';
import type { EntryDetails, EntryVersion } from '../contract/shapes.ts';
import { phases as phaseWords, type Content } from '../rules/kind.ts';
import type { EntryKind } from '../rules/kinds.ts';
import { statuses } from '../rules/life-cycle.ts';
import { usePrinted } from './printed.ts';
import { texts } from './text.ts';

/** Every version, newest first: what it changed, old value beside new, who, when and why. */
export function Versions({ entry }: { entry: EntryDetails }): ReactElement {
  const text = useTexts(texts);
  const newest = [...entry.versions].reverse();
  return (
    <section className="sheet entry-part">
      <h2>{text.versions}</h2>
      {newest.map((version, index) => (
        <Version key={version.version} kind={entry.kind} version={version} before={newest[index + 1]} />
      ))}
    </section>
  );
}

function Version({ kind, version, before }: { kind: EntryKind; version: EntryVersion; before: EntryVersion | undefined }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const added = version.files.filter((file) => before?.files.some((one) => one.id === file.id) !== true);
  return (
    <article className="version">
      <h3>
        {fill(text.version, { n: version.version })} · {say(statuses[version.status])}
        {version.supersededAt === null ? <span className="soft"> {text.holds}</span> : null}
      </h3>
      <p className="soft">
        {printInstant(version.recordedAt)} · {version.person}
        {version.reason === null ? null : ` · ${version.reason}`}
      </p>
      {before === undefined ? <p>{text.first}</p> : <Changes kind={kind} before={before.content} after={version.content} />}
      {added.length === 0 ? null : <FilePicker value={added} />}
    </article>
  );
}

/** Old value beside new, of the fields that differ. */
export function Changes({ kind, before, after }: { kind: EntryKind; before: Content; after: Content }): ReactElement {
  const text = useTexts(texts);
  const printed = usePrinted();
  const old = new Map(printed(kind, before).map((row) => [row.id, row.value]));
  const changed = printed(kind, after).filter((row) => (old.get(row.id) ?? '') !== row.value);
  const phases = after.phases.slice(before.phases.length);
  if (changed.length === 0 && phases.length === 0) return <p className="soft">{text.unchanged}</p>;
  return (
    <>
      {changed.length === 0 ? null : (
        <table className="grid cards">
          <thead>
            <tr>
              <th scope="col">{text.field}</th>
              <th scope="col">{text.was}</th>
              <th scope="col">{text.became}</th>
            </tr>
          </thead>
          <tbody>
            {changed.map((row) => (
              <tr key={row.id}>
                <td data-label={text.field}>{row.label}</td>
                <td data-label={text.was}>
                  <del>{old.get(row.id)}</del>
                </td>
                <td data-label={text.became}>
                  <ins>{row.value}</ins>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Phases phases={phases} />
    </>
  );
}

function Phases({ phases }: { phases: Content['phases'] }): ReactElement | null {
  const say = useSay();
  if (phases.length === 0) return null;
  return (
    <ul>
      {phases.map((step) => (
        <li key={step.phase}>
          <b>{say(phaseWords[step.phase])}</b> {step.day} {step.documentNumber}
        </li>
      ))}
    </ul>
  );
}
