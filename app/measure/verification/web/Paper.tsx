import type { ReactElement } from 'react';
import { useSay, useTexts } from '../../../web/language.ts';
import type { Verification } from '../contract/shapes.ts';
import { networkChecks, recordKinds } from '../rules/kind.ts';
import { texts } from './text.ts';

/** The head of a raw record on the desk: what is tested, for whom and by which edition; its state stands on the paper as well. */
export function PaperHead({ record, state }: { record: Verification; state: string }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const { instrument } = record;
  const facts: readonly (readonly [string, string])[] = [
    [text.instrument, instrument.name],
    [text.model, instrument.model],
    [text.serial, instrument.serial],
    [text.maker, instrument.maker],
    [text.holder, record.holder.name],
    [text.place, instrument.place],
    [text.procedure, record.editionNumber],
    [text.kind, say(recordKinds[record.kind])],
  ];
  return (
    <>
      <div className="marks">
        {record.demonstration ? <span className="watermark">{text.demonstration}</span> : null}
        <span className="state-mark">{state}</span>
        {record.networkCheck === 'not-needed' ? null : <span className="state-mark">{say(networkChecks[record.networkCheck])}</span>}
      </div>
      <header className="top">
        <h2>{record.kind === 'in-use' ? text.inspectionRecord : text.rawRecord}</h2>
        <p className="soft">
          {record.institute.name} {record.recordNumber ?? ''}
        </p>
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
