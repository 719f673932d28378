import { editionFor, findProcedure } from '@tongheng/procedures/registry';
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { usePathParam } from '../../../web/address.ts';
import { dayOfInstant } from '../../../web/figures.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Empty } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useTexts } from '../../../web/language.ts';
import type { Job } from '../contract.ts';
import { emptyContent } from '../rules/local.ts';
import { NumbersUsedUp, type Site } from './device/site.ts';
import { useOpenedSite } from './OpenedSite.tsx';
import { SiteRecord } from './SiteRecord.tsx';
import { localTable } from './states.ts';
import { texts } from './text.ts';
import { TroubleNote } from './TroubleNote.tsx';
import { troubleOf, useDelivery, useSnapshot, type Trouble } from './use-site.ts';
import './on-site.css';

/** One instrument that was taken along: its record from the first reading until it is delivered. */
export function SitePage(): ReactElement {
  const item = usePathParam('item');
  return useOpenedSite((site) => <Opened key={item} site={site} item={item} />);
}

function Opened({ site, item }: { site: Site; item: string }): ReactElement {
  const text = useTexts(texts);
  const { jobs, records } = useSnapshot(site);
  const delivery = useDelivery(site);
  const job = jobs.find((one) => one.item === item);
  const record = records.find((one) => one.item === item);
  if (job === undefined) return <Empty title={text.notTaken} action={<a href="/desk/on-site">{text.back}</a>} />;
  return (
    <div className="site-record">
      <PageHead
        title={`${job.instrument.name} ${job.instrument.serial}`}
        lead={`${job.holder.name} · ${job.instrument.place}`}
        state={record === undefined ? null : <StatusTag states={localTable} state={record.state} />}
        actions={<a href="/desk/on-site">{text.back}</a>}
      />
      {record === undefined ? (
        <Begin site={site} job={job} />
      ) : (
        <SiteRecord key={`${record.id} ${record.state}`} site={site} job={job} record={record} delivery={delivery} />
      )}
    </div>
  );
}

function Begin({ site, job }: { site: Site; job: Job }): ReactElement {
  const text = useTexts(texts);
  const [trouble, setTrouble] = useState<Trouble>();
  const [usedUp, setUsedUp] = useState(false);
  const [day] = useState(() => dayOfInstant(new Date().toISOString()));
  // A draft goes on with its edition; what is begun here begins with the one that holds today.
  const edition = job.verification === null ? editionFor(job.instrument.kind, day)?.id : job.edition;
  const procedure = edition === undefined ? undefined : findProcedure(edition);
  if (edition === undefined || procedure === undefined) return <Empty title={text.noEdition} />;
  const begin = async (): Promise<void> => {
    const content =
      job.draft === null
        ? {
            ...emptyContent,
            testedOn: day,
            readings: (procedure.prefill(job.instrument.parameters, job.kind) ?? {}) as typeof emptyContent.readings,
          }
        : { ...emptyContent, ...job.draft, readings: job.draft.readings as typeof emptyContent.readings };
    try {
      await site.begin(job, edition, content);
    } catch (error) {
      if (error instanceof NumbersUsedUp) setUsedUp(true);
      else setTrouble(troubleOf(error));
    }
  };
  return (
    <section className="sheet stack">
      <p>
        {procedure.edition.number} · {job.instrument.model} · {job.instrument.maker}
      </p>
      <p className="soft">{text.beginLead}</p>
      {usedUp ? <p className="notice attention">{text.noNumberLeft}</p> : null}
      <TroubleNote trouble={trouble} />
      <div>
        <Button type="primary" onClick={() => void begin()}>
          {text.begin}
        </Button>
      </div>
    </section>
  );
}
