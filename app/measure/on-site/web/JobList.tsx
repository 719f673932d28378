import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { call, ProblemAnswer } from '../../../web/client.ts';
import { printInstant } from '../../../web/figures.ts';
import { Empty, ProblemNote } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useTexts } from '../../../web/language.ts';
import { onSiteEndpoints, type Job } from '../contract.ts';
import type { LocalRecord } from '../rules/local.ts';
import { numbersToReturn } from '../rules/numbers.ts';
import type { Site } from './device/site.ts';
import { localTable } from './states.ts';
import { texts } from './text.ts';
import { TroubleNote } from './TroubleNote.tsx';
import { troubleOf, useOnline, useSnapshot, type Trouble } from './use-site.ts';

function JobRow({ job, record }: { job: Job; record: LocalRecord | undefined }): ReactElement {
  const text = useTexts(texts);
  const { name, model, serial, place } = job.instrument;
  return (
    <li className="job">
      <a href={`/desk/on-site/${job.item}`}>
        <b>{name}</b> <span className="narrow">{serial}</span>
      </a>
      <span className="soft">
        {model} · {job.holder.name} · {place}
      </span>
      <span className="job-state">
        {record === undefined ? (
          <span className="soft">{job.draft === null ? '' : text.ownDraft}</span>
        ) : (
          <>
            <span className="narrow">{record.recordNumber}</span> <StatusTag states={localTable} state={record.state} />
          </>
        )}
        {record?.outcome?.networkCheck === 'awaiting' ? <span className="status tone-attention">{text.networkDue}</span> : null}
      </span>
    </li>
  );
}

/** Every instrument that was taken along with the state of its record: 本机, 待送, 已送达, 被退, 待定. */
export function JobList({ site }: { site: Site }): ReactElement {
  const text = useTexts(texts);
  const online = useOnline();
  const { jobs, records, numbers, pack, device } = useSnapshot(site);
  const [problem, setProblem] = useState<ProblemAnswer>();
  const [trouble, setTrouble] = useState<Trouble>();
  const recordOf = new Map(records.map((record) => [record.item, record]));
  const free = numbers.filter(({ state }) => state === 'free').length;
  const settled = records.some(({ state }) => state === 'delivered' || state === 'set-aside');
  const giveBack = async (): Promise<void> => {
    const returned = numbersToReturn(numbers, true);
    if (device === undefined || returned.length === 0) return;
    setProblem(undefined);
    try {
      const reply = await call(onSiteEndpoints.returnNumbers, { body: { device: device.id as never, numbers: [...returned] } });
      await site.forgetNumbers(reply.returned);
    } catch (error) {
      if (error instanceof ProblemAnswer) setProblem(error);
      else setTrouble(troubleOf(error));
    }
  };
  return (
    <section className="sheet stack">
      <header className="between-line">
        <h2>
          {text.jobs} {jobs.length === 0 ? '' : jobs.length}
        </h2>
        {pack === undefined ? null : <span className="soft">{fill(text.takenAt, { at: printInstant(pack.takenAt) })}</span>}
      </header>
      {jobs.length === 0 ? <Empty title={text.noJobs} next={text.noJobsNext} /> : null}
      <ul className="job-list">
        {[...jobs]
          .sort((one, other) => (one.instrument.place + one.instrument.serial < other.instrument.place + other.instrument.serial ? -1 : 1))
          .map((job) => (
            <JobRow key={job.item} job={job} record={recordOf.get(job.item)} />
          ))}
      </ul>
      <footer className="between-line">
        <span>{fill(text.numbers, { free })}</span>
        <span className="action-bar">
          {online && numbersToReturn(numbers, true).length > 0 ? <Button onClick={() => void giveBack()}>{text.giveBack}</Button> : null}
          {settled ? (
            <Button onClick={() => void site.clearDelivered(false).catch((error: unknown) => setTrouble(troubleOf(error)))}>
              {text.clear}
            </Button>
          ) : null}
        </span>
      </footer>
      <ProblemNote problem={problem} />
      <TroubleNote trouble={trouble} />
    </section>
  );
}
