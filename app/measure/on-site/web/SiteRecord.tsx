import { findProcedure } from '@tongheng/procedures/registry';
import type { Procedure } from '@tongheng/procedures/calculation';
import { Button } from 'antd';
import { useMemo, useRef, useState, type ReactElement } from 'react';
import { canonical } from '@tongheng/seal/canonical';
import { ReasonDialog } from '../../../web/kit/ReasonDialog.tsx';
import { fill, useTexts } from '../../../web/language.ts';
import { useCaller } from '../../../web/session.ts';
import { Conclusion } from '../../verification/web/Bench.tsx';
import { RecordSheet } from '../../verification/web/RecordSheet.tsx';
import { useSheet } from '../../verification/web/sheet-state.ts';
import type { Job } from '../contract.ts';
import { mayTakeBack, type Content, type LocalRecord } from '../rules/local.ts';
import { printPayload } from '../rules/payload.ts';
import { digestOf, newId, signText } from './device/key.ts';
import type { Photo } from './device/photo.ts';
import { NumbersUsedUp, type Site } from './device/site.ts';
import { OutcomeNote } from './OutcomeNote.tsx';
import { placeOf } from './place-name.ts';
import { useRecordWriting } from './record-writing.ts';
import { SiteConditions } from './SiteConditions.tsx';
import { SiteFoot } from './SiteFoot.tsx';
import { SiteHead } from './SiteHead.tsx';
import { texts } from './text.ts';
import { TroubleNote } from './TroubleNote.tsx';
import { troubleOf, useSnapshot, type DeliveryState, type Trouble } from './use-site.ts';

type Props = { readonly site: Site; readonly job: Job; readonly record: LocalRecord; readonly delivery: DeliveryState };

export function SiteRecord(props: Props): ReactElement | null {
  const procedure = findProcedure(props.record.edition);
  return procedure === undefined ? null : <Sheet {...props} procedure={procedure} />;
}

/** The paper of a record on this device: written while it is local, signed and only read from then on. */
function Sheet({ site, job, record, delivery, procedure }: Props & { procedure: Procedure }): ReactElement {
  const text = useTexts(texts);
  const { person } = useCaller();
  const { pack, device } = useSnapshot(site);
  const { content, change, flush, through, kept, trouble } = useRecordWriting(site, record);
  const [finishing, setFinishing] = useState(false);
  const [missing, setMissing] = useState<string>();
  const [stepTrouble, setStepTrouble] = useState<Trouble>();
  const page = useRef<HTMLDivElement>(null);
  const editing = record.state === 'local';
  const own = pack?.editions.find(({ id }) => id === record.edition);
  const adopted = own?.limits ?? {};
  const write = useMemo(
    () => (readings: Content['readings']) => change({ readings }),
    // oxlint-disable-next-line react/exhaustive-deps -- change closes over refs only
    [],
  );
  const { parameters } = job.instrument;
  const { environment, readings } = content;
  const sheet = useSheet({
    procedure,
    kind: job.kind,
    nameplate: parameters,
    adopted,
    environment,
    readings,
    onChange: editing ? write : undefined,
  });

  const finish = async (): Promise<void> => {
    const { conclusion } = sheet.whole;
    const first = sheet.whole.errors
      .map(({ path }) => page.current?.querySelector<HTMLElement>(`[data-cell="${path}"]`))
      .find((cell) => cell instanceof HTMLElement);
    if (content.testedOn === null) return setMissing(text.needDay);
    if (content.secondPerson === null) return setMissing(text.needSecond);
    if (conclusion === null || device === undefined) {
      setMissing(sheet.unknown.length > 0 ? text.unsettled : fill(text.gaps, { blank: sheet.blanks, wrong: sheet.wrong.size }));
      first?.focus();
      return undefined;
    }
    setMissing(undefined);
    setFinishing(true);
    try {
      // The rows that the procedure gives belong to the record, also where nobody touched them.
      change({ readings: sheet.readings });
      if ((await flush()) === undefined) return undefined;
      const resultDigest = await digestOf(new TextEncoder().encode(canonical(sheet.whole)));
      await through(async (stored) => {
        const at = new Date().toISOString();
        const id = newId();
        const payload = printPayload(stored, {
          delivery: id,
          device: device.id,
          technician: person.id,
          verification: job.verification,
          version: job.version,
          kind: job.kind,
          nameplate: parameters,
          adoptedLimits: adopted,
          conclusion,
          resultDigest,
          finishedAt: at,
        });
        return site.finish(stored, { delivery: id, payload, signature: await signText(device.keys, payload), at });
      });
    } finally {
      setFinishing(false);
    }
    return undefined;
  };
  const perform = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (error instanceof NumbersUsedUp) setMissing(text.noNumberLeft);
      else setStepTrouble(troubleOf(error));
    }
  };
  const addPhoto = (photo: Photo, path: string): void =>
    void through((stored) => site.addPhoto(stored, { path, digest: photo.digest, type: photo.type, bytes: photo.bytes }, photo.blob));
  const notes = (
    <>
      {missing === undefined ? null : (
        <p className="notice attention" role="alert">
          {missing}
        </p>
      )}
      <TroubleNote trouble={trouble ?? stepTrouble} />
    </>
  );
  return (
    <div ref={page}>
      <OutcomeNote record={record} delivery={delivery} />
      {editing ? null : notes}
      <div className="action-bar no-print">
        {mayTakeBack(record) ? <Button onClick={() => void perform(() => site.takeBack(record))}>{text.takeBack}</Button> : null}
        {record.state === 'refused' ? (
          <Button type="primary" onClick={() => void perform(() => site.reopen(record))}>
            {text.reopen}
          </Button>
        ) : null}
        {editing ? null : <Button onClick={() => window.print()}>{text.print}</Button>}
        {record.outcome === null || record.outcome.verification === null ? null : (
          <Button href={`/desk/verifications/${record.outcome.verification}`}>{text.record}</Button>
        )}
      </div>
      <RecordSheet
        sheet={sheet}
        clauses={own?.clauses}
        isAdopted={own?.adopted}
        onSubmit={() => void finish()}
        head={<SiteHead job={job} record={record} edition={procedure.edition} pack={pack} />}
        conditions={
          <SiteConditions
            edition={procedure.edition}
            pack={pack}
            content={content}
            wrong={sheet.wrong}
            onChange={editing ? change : undefined}
          />
        }
        foot={
          <SiteFoot
            site={site}
            record={record}
            content={content}
            pack={pack}
            place={placeOf(sheet)}
            conclusion={<Conclusion sheet={sheet} isDayMissing={content.testedOn === null} />}
            onChange={editing ? change : undefined}
            onAddPhoto={addPhoto}
            onRemovePhoto={(digest) => void through((stored) => site.removePhoto(stored, digest))}
          />
        }
        side={
          <>
            <span className="saving" role="status">
              {kept ? text.kept : text.keeping}
            </span>
            {notes}
            <Button type="primary" loading={finishing} onClick={() => void finish()}>
              {text.finish}
            </Button>
            <Drop number={record.recordNumber} onDrop={(reason) => perform(async () => site.drop((await flush()) ?? record, reason))} />
          </>
        }
      />
    </div>
  );
}

function Drop({ number, onDrop }: { number: string; onDrop: (reason: string) => Promise<void> }): ReactElement {
  const text = useTexts(texts);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button type="text" onClick={() => setAsking(true)}>
        {text.drop}
      </Button>
      {asking ? (
        <ReasonDialog
          title={`${text.drop} ${number}`}
          atLeast={2}
          danger
          pending={false}
          problem={undefined}
          onConfirm={(reason) => void onDrop(reason)}
          onCancel={() => setAsking(false)}
        >
          <p>{fill(text.dropLead, {})}</p>
        </ReasonDialog>
      ) : null}
    </>
  );
}
