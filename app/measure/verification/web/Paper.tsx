import type { Form } from '@tongheng/procedures/form';
import type { ReactElement, ReactNode } from 'react';
import { useSay, useTexts } from '../../../web/language.ts';
import { verificationKinds } from '../../request/rules.ts';
import type { Verification } from '../contract.ts';
import { GroupTable, type SheetView } from './GroupTable.tsx';
import { texts } from './text.ts';
import './bench.css';

type Props = {
  readonly record: Verification;
  readonly form: Form;
  readonly view: SheetView;
  /** Day, environment and standard: written on the bench, read elsewhere. */
  readonly conditions: ReactNode;
  readonly foot: ReactNode;
};

/** The raw record as a sheet of paper: the instrument on top, the conditions, the blocks of readings, the conclusion. */
export function Paper({ record, form, view, conditions, foot }: Props): ReactElement {
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
    [text.kind, say(verificationKinds[record.kind])],
  ];
  return (
    <article className="paper">
      {record.demonstration ? <span className="watermark">{text.demonstration}</span> : null}
      <header className="top">
        <h2>{text.rawRecord}</h2>
        <p className="soft">{record.institute.name}</p>
      </header>
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <dl className="plate">
        {form.instrument.fields
          .filter(({ id }) => record.nameplate[id] !== undefined)
          .map((field) => {
            const value = record.nameplate[field.id] ?? '';
            const choice = field.choices?.find((each) => each.value === value);
            return (
              <div key={field.id}>
                <dt title={say(field.label)}>{field.symbol ?? say(field.label)}</dt>
                <dd>{choice === undefined ? value : say(choice.label)}</dd>
              </div>
            );
          })}
      </dl>
      {conditions}
      {form.readings
        .filter((group) => group.id !== 'sheet')
        .map((group) => (
          <GroupTable key={group.id} view={view} group={group} />
        ))}
      {foot}
    </article>
  );
}
