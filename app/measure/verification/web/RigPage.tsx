import { findProcedure } from '@tongheng/procedures/registry';
import type { Procedure } from '@tongheng/procedures/calculation';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useState, type ReactElement } from 'react';
import { useSearchState } from '../../../web/address.ts';
import { useAction, useEndpoint } from '../../../web/endpoint-hooks.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer, Empty, Failed, Loading, ProblemNote } from '../../../web/kit/PageStates.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { organizationEndpoints } from '../../../register/organization/contract.ts';
import { verificationEndpoints, type Verification } from '../contract.ts';
import { recordKinds } from '../rules/kind.ts';
import { rigColumns, type RigRecord } from '../rules/rig-sheet.ts';
import { readCell, type SheetReadings } from '../rules/sheet.ts';
import { digestOf } from './digest.ts';
import { Outcomes, type Outcome } from './Outcomes.tsx';
import { RigColumnChoice, useRigColumns } from './RigColumnChoice.tsx';
import { RigFileButton } from './RigFileButton.tsx';
import { useRigRecords } from './rig-loading.ts';
import { useRigSaving, withKept } from './rig-saving.ts';
import { RigSheet } from './RigSheet.tsx';
import { RigStore } from './rig-store.ts';
import { texts } from './text.ts';
import './jobs.css';

const one = (value: string | readonly string[] | undefined): string => (typeof value === 'string' ? value : '');

/** Many open records of one edition and kind in one sheet, as a rig tests them. */
export function RigPage(): ReactElement {
  const text = useTexts(texts);
  const queries = useQueryClient();
  const [search] = useSearchState();
  const [edition, kind, session] = [one(search['edition']), one(search['kind']), one(search['session'])];
  const procedure = findProcedure(edition);
  const setting = useEndpoint(organizationEndpoints.readSetting, {});
  const query = useRigRecords(edition, kind, session === '' ? undefined : session);
  const back = <Button href="/desk/verifications/jobs">{text.jobs}</Button>;
  if (procedure === undefined) return <Empty title={text.rigNone} action={back} />;
  if (query.error !== null && query.data === undefined) return <Failed problem={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <Loading rows={12} />;
  if (query.data.length === 0) return <Empty title={text.rigNone} action={back} />;
  const records = query.data;
  return (
    <Answer query={setting}>
      {({ today }) => (
        <Opened
          key={query.dataUpdatedAt}
          procedure={procedure}
          records={records}
          today={today}
          onReload={() => void queries.invalidateQueries()}
        />
      )}
    </Answer>
  );
}

const rowOf = (record: Verification): RigRecord => ({
  id: record.id,
  serial: record.instrument.serial,
  kind: record.kind,
  nameplate: record.nameplate,
  environment: record.environment,
  adopted: record.adoptedLimits,
  readings: record.readings as SheetReadings,
});

/** The sheet stays until its reader has seen what became of each row. */
const nothing: readonly [] = [];

type Props = {
  readonly procedure: Procedure;
  readonly records: readonly Verification[];
  readonly today: string;
  readonly onReload: () => void;
};

function Opened({ procedure, records, today, onReload }: Props): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const [store] = useState(() => new RigStore(procedure, withKept(records).map(rowOf)));
  const { saving, stale, flush, versionOf } = useRigSaving(records, store, today);
  const [first] = records;
  const all = useMemo(() => (first === undefined ? [] : rigColumns(procedure, first)), [procedure, first]);
  const chosen = useRigColumns(procedure.edition.id, all);
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>();
  const [refusals, setRefusals] = useState<ReadonlyMap<string, string>>(new Map());
  const { run, pending, problem } = useAction(verificationEndpoints.submitVerifications, { invalidates: nothing });
  const unit = readCell(store.row(0).readings, { group: 'sheet', row: null, column: 'unit' });

  /** The complete rows go; the others stay and are counted as open. */
  const submit = async (): Promise<void> => {
    if (!(await flush())) return;
    const complete = store.rows().filter(({ judged }) => judged.conclusion !== null);
    if (complete.length === 0) return;
    const submissions = await Promise.all(
      complete.map(async ({ record, judged }) => ({
        id: record.id as Verification['id'],
        version: versionOf(record.id) ?? 1,
        digest: await digestOf(judged.whole),
      })),
    );
    const answer = await run({ body: { submissions } });
    if (answer === undefined) return;
    const serialOf = new Map(store.rows().map(({ record }) => [record.id, record.serial]));
    setOutcomes(answer.outcomes.map(({ id, problem: refused }) => ({ name: serialOf.get(id) ?? id, problem: refused })));
    setRefusals(
      new Map(answer.outcomes.flatMap(({ id, problem: refused }) => (refused === null ? [] : [[id as string, refused.title] as const]))),
    );
  };
  if (first === undefined) return <Empty title={text.rigNone} />;
  return (
    <>
      <PageHead
        title={`${text.rig} · ${first.editionNumber}`}
        lead={`${say(recordKinds[first.kind])} · ${first.instrument.name} · ${fill(text.rigRows, { n: records.length })}`}
        actions={<Button href="/desk/verifications/jobs">{text.jobs}</Button>}
      />
      {stale.size === 0 ? null : (
        <div className="notice bad" role="alert">
          {fill(text.rigStale, { n: stale.size })} <Button onClick={onReload}>{text.reload}</Button>
        </div>
      )}
      {records.some(({ adopted }) => !adopted) ? <div className="notice attention">{text.notAdopted}</div> : null}
      <RigColumnChoice all={all} choice={chosen} />
      <RigSheet
        procedure={procedure}
        store={store}
        columns={chosen.columns}
        unit={unit}
        hrefOf={(id) => `/desk/verifications/${id}`}
        refusals={refusals}
        onSubmit={() => void submit()}
        tools={
          <>
            <span className={`saving ${saving}`} role="status">
              {text[saving]}
            </span>
            <RigFileButton edition={procedure.edition.id} store={store} columns={all} unit={unit} />
            <Button type="primary" loading={pending} onClick={() => void submit()}>
              {text.rigSubmit}
            </Button>
          </>
        }
      />
      <ProblemNote problem={problem} />
      {outcomes === undefined ? null : (
        <Outcomes
          of={outcomes}
          onClose={() => {
            setOutcomes(undefined);
            onReload();
          }}
        />
      )}
    </>
  );
}
