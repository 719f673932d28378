import { Button } from 'antd';
import type { ReactElement } from 'react';
import { printBytes } from '../../../web/figures.ts';
import { fill, useTexts } from '../../../web/language.ts';
import { queueOf } from '../rules/queue.ts';
import type { Site } from './device/site.ts';
import { useOfflineProgram } from './offline.ts';
import { texts } from './text.ts';
import { useOnline, useSnapshot, type DeliveryState } from './use-site.ts';

/** Network, queue and room at a glance: what a person in a market has to know before leaving. */
export function DeliveryBar({ site, delivery }: { site: Site; delivery: DeliveryState }): ReactElement {
  const text = useTexts(texts);
  const online = useOnline();
  const { records } = useSnapshot(site);
  const { ready, room } = useOfflineProgram(records.length);
  const waiting = queueOf(records).length;
  return (
    <section className="sheet delivery-bar" aria-label={text.deliveries}>
      <p className={online ? 'net up' : 'net down'} role="status">
        {online ? text.online : text.offline}
      </p>
      <p>
        <b>{waiting === 0 ? text.nothingWaiting : fill(text.waiting, { n: waiting })}</b>
      </p>
      {delivery.stoppedBy === 'session' ? (
        <p className="notice attention" role="alert">
          {text.signInAgain}{' '}
          <Button size="small" href={`/desk/sign-in?return=${encodeURIComponent('/desk/on-site')}`}>
            {text.signIn}
          </Button>
        </p>
      ) : null}
      {delivery.stoppedBy === 'network' ? <p className="notice">{text.stoppedByNetwork}</p> : null}
      {delivery.stoppedBy === 'server' || delivery.stoppedBy === 'fault' ? <p className="notice">{text.stoppedByServer}</p> : null}
      {waiting === 0 ? null : (
        <Button type="primary" loading={delivery.running} disabled={!online} onClick={() => void delivery.deliver()}>
          {delivery.running ? text.delivering : text.deliver}
        </Button>
      )}
      <p className="soft small">
        {ready ? text.ready : text.notReady}
        {room === undefined
          ? null
          : ` · ${fill(text.storage, { used: printBytes(room.usedBytes), rest: printBytes(room.restBytes) })} · ${room.persisted ? text.persisted : text.notPersisted}`}
      </p>
    </section>
  );
}
