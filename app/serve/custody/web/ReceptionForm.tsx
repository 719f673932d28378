import { Button, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import { useGo } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { custodyEndpoints } from '../contract.ts';
import type { Candidate, SlipId } from '../contract/shapes.ts';
import { conditions, type Condition } from '../rules.ts';
import { texts } from './text.ts';

export type Taken = {
  readonly candidate: Candidate;
  readonly condition: Condition;
  readonly conditionNote: string;
  readonly accessories: string;
  /** As typed. */
  readonly pieces: string;
};

type Props = {
  readonly taken: readonly Taken[];
  /** The slip to add to; a new one when left out. */
  readonly slip: string | undefined;
  readonly onChange: (taken: readonly Taken[]) => void;
  readonly onDone: () => void;
};

const bodyOf = ({ candidate, pieces, ...said }: Taken) => ({
  item: candidate.item,
  ...said,
  pieces: /^\d+$/.test(pieces.trim()) ? Number(pieces) : (pieces as unknown as number),
});

/** What was taken, each with its condition; below it who brought it, and the slip is made out. */
export function ReceptionForm({ taken, slip, onChange, onDone }: Props): ReactElement {
  const text = useTexts(texts);
  const go = useGo();
  const change = (index: number, changes: Partial<Taken>): void =>
    onChange(taken.map((one, at) => (at === index ? { ...one, ...changes } : one)));
  const made = ({ id }: { id: SlipId }): void => {
    onDone();
    go(`/desk/custody/slips/${id}`);
  };
  const fixed = { items: taken.map(bodyOf) };
  return (
    <section className="sheet">
      <h2>
        {text.basket}
        {taken.length === 0 ? '' : ` · ${taken[0]?.candidate.holder.name ?? ''} · ${taken.length}`}
      </h2>
      {taken.length === 0 ? <p className="soft">{text.basketEmpty}</p> : null}
      <ol className="counter-taken">
        {taken.map((one, index) => (
          <TakenRow
            key={one.candidate.item}
            one={one}
            onChange={(changes) => change(index, changes)}
            onRemove={() => onChange(taken.filter((_, at) => at !== index))}
          />
        ))}
      </ol>
      {taken.length === 0 ? null : slip !== undefined ? (
        <AddToSlip slip={slip} fixed={fixed} onDone={made} />
      ) : (
        <RecordForm
          endpoint={custodyEndpoints.receiveInstruments}
          fields={[
            { name: 'broughtBy', label: ['送样人', 'Brought by'] },
            { name: 'broughtPhone', label: ['联系电话', 'Telephone'], hint: ['显示时脱敏', 'Shown masked'] },
            { name: 'note', label: ['约定', 'Agreed'] },
          ]}
          fixed={fixed}
          submit={['收样并开具收样单', 'Receive and make out the slip']}
          done={['已开具收样单', 'The slip is made out']}
          onDone={made}
        />
      )}
    </section>
  );
}

function AddToSlip({
  slip,
  fixed,
  onDone,
}: {
  slip: string;
  fixed: Record<string, unknown>;
  onDone: (reply: { id: SlipId }) => void;
}): ReactElement {
  const text = useTexts(texts);
  const known = useEndpoint(custodyEndpoints.readSlip, { params: { id: slip as never } });
  return (
    <>
      <p>{fill(text.addToThis, { number: known.data?.number ?? '' })}</p>
      <RecordForm
        endpoint={custodyEndpoints.addToSlip}
        params={{ id: slip }}
        fields={[]}
        fixed={fixed}
        submit={['补收', 'Add']}
        done={['已补收', 'Added']}
        onDone={onDone}
      />
    </>
  );
}

type RowProps = { readonly one: Taken; readonly onChange: (changes: Partial<Taken>) => void; readonly onRemove: () => void };

function TakenRow({ one, onChange, onRemove }: RowProps): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const { candidate } = one;
  const id = candidate.item;
  return (
    <li>
      <div className="named">
        <b>{candidate.instrument.name}</b> {candidate.instrument.model} / {candidate.instrument.serial}
        <Button size="small" onClick={onRemove}>
          {text.remove}
        </Button>
      </div>
      <label>
        {text.condition}
        <Select
          id={`condition-${id}`}
          value={one.condition}
          options={Object.entries(conditions).map(([value, label]) => ({ value, label: say(label) }))}
          onChange={(condition: Condition) => onChange({ condition })}
        />
      </label>
      <label>
        {text.conditionNote}
        <Input
          value={one.conditionNote}
          maxLength={300}
          placeholder={one.condition === 'sound' ? '' : text.conditionNoteHint}
          {...(one.condition !== 'sound' && one.conditionNote.trim() === '' ? { status: 'warning' as const } : {})}
          onChange={(event) => onChange({ conditionNote: event.target.value })}
        />
      </label>
      <label>
        {text.accessories}
        <Input
          value={one.accessories}
          maxLength={300}
          placeholder={text.accessoriesHint}
          onChange={(event) => onChange({ accessories: event.target.value })}
        />
      </label>
      <label>
        {text.pieces}
        <Input inputMode="numeric" value={one.pieces} maxLength={4} onChange={(event) => onChange({ pieces: event.target.value })} />
      </label>
    </li>
  );
}
