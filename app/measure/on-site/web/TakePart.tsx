import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useAction, useEndpoint } from '../../../web/endpoint-hooks.ts';
import { Answer, Empty, ProblemNote } from '../../../web/kit/PageStates.tsx';
import { fill, useTexts } from '../../../web/language.ts';
import { verificationEndpoints } from '../../verification/contract.ts';
import { onSiteEndpoints, onSiteProblems } from '../contract.ts';
import type { DeviceRow } from './device/database.ts';
import type { Site } from './device/site.ts';
import { texts } from './text.ts';
import { TroubleNote } from './TroubleNote.tsx';
import { troubleOf, useSnapshot, type Trouble } from './use-site.ts';

type Candidate = { readonly item: string; readonly name: string; readonly serial: string; readonly where: string; readonly own: boolean };

type Props = {
  readonly site: Site;
  readonly device: DeviceRow;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  readonly hasPack: boolean;
};

/** Chooses what goes along: accepted instruments that nobody has taken up, and one's own records that are not submitted. */
export function TakePart({ site, device, chosen, onChoose, hasPack }: Props): ReactElement {
  const text = useTexts(texts);
  const { jobs, numbers, records } = useSnapshot(site);
  const [trouble, setTrouble] = useState<Trouble>();
  const waiting = useEndpoint(verificationEndpoints.listWaitingItems, { query: { limit: 200 } });
  const own = useEndpoint(verificationEndpoints.listVerifications, { query: { mine: 'true', limit: 200 } });
  const { run, pending, problem } = useAction(onSiteEndpoints.takeAlong);
  const begun = new Set(records.map(({ item }) => item));
  const there = new Set<string>(jobs.map(({ item }) => item));
  const take = async (): Promise<void> => {
    const reply = await run({
      body: {
        device: device.id as never,
        items: [...chosen] as never,
        kept: jobs.map(({ item }) => item).filter((item) => !begun.has(item)),
        knownNumbers: numbers.map(({ number }) => number),
        freeNumbers: numbers.filter(({ state }) => state === 'free').length,
      },
    });
    if (reply === undefined) return;
    try {
      await site.keepPack(reply);
      onChoose(new Set());
    } catch (error) {
      setTrouble(troubleOf(error));
    }
  };
  const toggle = (item: string): void => {
    const next = new Set(chosen);
    if (!next.delete(item)) next.add(item);
    onChoose(next);
  };
  if (waiting.error?.status === 401)
    return (
      <section className="sheet stack">
        <h2>{text.takeMore}</h2>
        <p>
          {text.signInToTake}{' '}
          <Button size="small" href={`/desk/sign-in?return=${encodeURIComponent('/desk/on-site')}`}>
            {text.signIn}
          </Button>
        </p>
      </section>
    );
  return (
    <section className="sheet stack">
      <h2>{text.takeMore}</h2>
      <p className="soft">{text.takeLead}</p>
      <Answer query={waiting} rows={3}>
        {(page) => {
          const drafts = (own.data?.items ?? []).filter(({ status }) => status === 'drafted' || status === 'returned');
          const candidates: Candidate[] = [
            ...drafts.flatMap(({ item, instrument, holder }) =>
              item === null
                ? []
                : [{ item, name: instrument.name, serial: instrument.serial, where: `${holder.name} · ${instrument.place}`, own: true }],
            ),
            ...page.items.map(({ id, instrument, holder }) => ({
              item: id,
              name: instrument.name,
              serial: instrument.serial,
              where: `${holder} · ${instrument.place}`,
              own: false,
            })),
          ].filter(({ item }) => !there.has(item));
          if (candidates.length === 0) return <Empty title={text.nothingToTake} />;
          return (
            <ul className="job-list choosing">
              {candidates.map((candidate) => (
                <li key={candidate.item} className="job">
                  <label>
                    <input type="checkbox" checked={chosen.has(candidate.item)} onChange={() => toggle(candidate.item)} />
                    <b>{candidate.name}</b> <span className="narrow">{candidate.serial}</span>
                  </label>
                  <span className="soft">{candidate.where}</span>
                  {candidate.own ? <span className="soft">{text.ownDraft}</span> : null}
                </li>
              ))}
            </ul>
          );
        }}
      </Answer>
      <ProblemNote problem={problem} />
      {problem?.code === onSiteProblems.deviceEnded.code ? (
        <div>
          <Button onClick={() => void site.forgetDevice().catch((error: unknown) => setTrouble(troubleOf(error)))}>
            {text.registerAgain}
          </Button>
        </div>
      ) : null}
      <TroubleNote trouble={trouble} />
      <div className="action-bar">
        <Button type="primary" loading={pending} disabled={chosen.size === 0} onClick={() => void take()}>
          {fill(text.take, { n: chosen.size })}
        </Button>
        {hasPack ? (
          <Button loading={pending} onClick={() => void take()}>
            {text.refreshPack}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
