import type { Edition } from '@tongheng/procedures/edition';
import type { ReactElement } from 'react';
import { useSay, useTexts } from '../../../web/language.ts';
import { networkCheckFor, networkChecks, recordKinds } from '../../verification/rules/kind.ts';
import type { Job } from '../contract.ts';
import { localStates, type LocalRecord } from '../rules/local.ts';
import type { PackRow } from './device/database.ts';
import { texts } from './text.ts';

type Props = { readonly job: Job; readonly record: LocalRecord; readonly edition: Edition; readonly pack: PackRow | undefined };

/** The head of the paper; number and state stand on it as well, so that a print says how far the record has come. */
export function SiteHead({ job, record, edition, pack }: Props): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const { instrument } = job;
  const check = record.outcome?.networkCheck ?? networkCheckFor(edition, job.kind);
  const facts: readonly (readonly [string, string])[] = [
    [text.recordNumber, record.recordNumber],
    ...(job.certificateNumber === null || job.certificateNumber === undefined
      ? []
      : [[text.certificateNumber, job.certificateNumber] as const]),
    [text.instrument, instrument.name],
    [text.model, instrument.model],
    [text.serial, instrument.serial],
    [text.maker, instrument.maker],
    [text.holder, job.holder.name],
    [text.place, instrument.place],
    [text.procedure, `${edition.number} · ${say(recordKinds[job.kind])}`],
  ];
  return (
    <>
      <div className="marks">
        <span className="state-mark">
          {text.stateOnPaper}: {say(localStates[record.state])}
        </span>
        {check === 'not-needed' ? null : <span className="state-mark">{say(networkChecks[check])}</span>}
      </div>
      <header className="top">
        <h2>{text.rawRecord}</h2>
        <p className="soft">{pack?.institute.name}</p>
      </header>
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
