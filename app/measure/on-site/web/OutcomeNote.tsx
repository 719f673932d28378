import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useSay, useTexts } from '../../../web/language.ts';
import type { LocalRecord } from '../rules/local.ts';
import { refusals } from '../rules/refusals.ts';
import { texts } from './text.ts';
import type { DeliveryState } from './use-site.ts';

/** What the server said about this record, or why it has not said anything yet. */
export function OutcomeNote({ record, delivery }: { record: LocalRecord; delivery: DeliveryState }): ReactElement | null {
  const text = useTexts(texts);
  const say = useSay();
  const { outcome } = record;
  if (record.state === 'refused')
    return (
      <div className="notice bad" role="alert">
        <b>{text.why}</b>
        <ul>
          {(outcome?.refusals ?? []).map(({ code, detail }) => (
            <li key={code + (detail?.[0] ?? '')}>
              {say(refusals[code])}
              {detail === null ? '' : ` — ${say(detail)}`}
            </li>
          ))}
        </ul>
      </div>
    );
  if (record.state === 'conflict') return <p className="notice attention">{text.contested}</p>;
  if (record.state === 'queued' && delivery.stoppedBy === 'session')
    return (
      <p className="notice attention" role="alert">
        {text.signInAgain}{' '}
        <Button size="small" href={`/desk/sign-in?return=${encodeURIComponent(`/desk/on-site/${record.item}`)}`}>
          {text.signIn}
        </Button>
      </p>
    );
  if (record.state === 'delivered' && outcome?.networkCheck === 'awaiting')
    return (
      <p className="notice attention">
        <b>{text.networkDue}</b> {text.networkDueLead}
      </p>
    );
  return null;
}
