import { kindsOf, type Edition } from '@tongheng/procedures/edition';
import type { Readings } from '@tongheng/procedures/form';
import { editionsFor, findProcedure } from '@tongheng/procedures/registry';
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useAction } from '../../../web/endpoint-hooks.ts';
import { ReasonDialog } from '../../../web/kit/ReasonDialog.tsx';
import { fill, useTexts } from '../../../web/language.ts';
import { verificationEndpoints } from '../contract.ts';
import type { Verification } from '../contract/shapes.ts';
import { keptReadings, writtenCells } from '../rules/kept-readings.ts';
import { holdsOn } from '../rules/standard-gate.ts';
import { texts } from './number-text.ts';

type Props = {
  readonly record: Verification;
  readonly readings: Verification['readings'];
  readonly day: string | null;
  /** Saves what is written; answers the version on the server. */
  readonly flush: () => Promise<number | undefined>;
  readonly onTurned: () => void;
};

/** Says so where the day of the test lies under another edition than the record's, and offers the one that holds. */
export function EditionChoice({ record, readings, day, flush, onTurned }: Props): ReactElement | null {
  const text = useTexts(texts);
  const [wanted, setWanted] = useState<Edition>();
  if (day === null) return null;
  const { kind: instrumentKind } = record.instrument;
  const holding = editionsFor(instrumentKind).filter((edition) => holdsOn(edition, instrumentKind, day));
  if (holding.some(({ id }) => id === record.edition)) return null;
  const offered = holding.filter((edition) => kindsOf(edition).includes(record.kind));
  return (
    <div className="notice attention" role="status">
      <b>{text.edition}</b> {fill(text.editionOther, { day, edition: record.editionNumber })}{' '}
      {offered.length === 0 ? text.editionNone : null}
      {offered.map((edition) => (
        <Button key={edition.id} onClick={() => setWanted(edition)}>
          {fill(text.editionTurn, { edition: edition.number })}
        </Button>
      ))}
      {wanted === undefined ? null : (
        <Turning
          edition={wanted}
          record={record}
          readings={readings}
          flush={flush}
          onClose={() => setWanted(undefined)}
          onTurned={onTurned}
        />
      )}
    </div>
  );
}

type TurningProps = Omit<Props, 'day'> & { readonly edition: Edition; readonly onClose: () => void };

function Turning({ edition, record, readings, flush, onClose, onTurned }: TurningProps): ReactElement {
  const text = useTexts(texts);
  const [isSaving, setSaving] = useState(false);
  const { run, pending, problem } = useAction(verificationEndpoints.chooseEdition, { onDone: onTurned, invalidates: [] });
  const { nameplate, kind } = record;
  const [former, chosen] = [findProcedure(record.edition), findProcedure(edition.id)];
  const read = readings as Readings;
  const [points, given] = [former?.prefill(nameplate, kind), chosen?.prefill(nameplate, kind)];
  const keptOf = (written: Readings): Readings =>
    keptReadings(written, former?.groups(nameplate, kind) ?? [], chosen?.groups(nameplate, kind) ?? [], given);
  // What a form gives itself was not read by anybody and does not count.
  const all = Math.max(0, writtenCells(read) - writtenCells(points));
  const kept = Math.max(0, writtenCells(keptOf(read)) - writtenCells(given ?? keptOf(points ?? {})));
  const turn = async (): Promise<void> => {
    setSaving(true);
    const version = await flush();
    setSaving(false);
    if (version !== undefined) await run({ params: { id: record.id }, body: { version, edition: edition.id as never } });
  };
  return (
    <ReasonDialog
      title={fill(text.editionTurn, { edition: edition.number })}
      atLeast={0}
      pending={pending || isSaving}
      problem={problem}
      onCancel={onClose}
      onConfirm={() => void turn()}
    >
      <p>{fill(text.editionKept, { all, kept: Math.min(all, kept) })}</p>
      {given === undefined ? <p>{text.editionNameplate}</p> : null}
      <p className="soft">{text.editionStandards}</p>
    </ReasonDialog>
  );
}
