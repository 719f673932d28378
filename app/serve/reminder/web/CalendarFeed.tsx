import { App, Button, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { useAction, useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printInstant } from '../../../web/figures.ts';
import { Answer, ProblemNote } from '../../../web/kit/PageStates.tsx';
import { fill, useTexts } from '../../../web/language.ts';
import { reminderEndpoints } from '../contract.ts';
import { texts } from './text.ts';

/** The address of a person's calendar: shown once when it is made, renewed or ended at any time. */
export function CalendarFeed(): ReactElement {
  const text = useTexts(texts);
  const { message } = App.useApp();
  const [address, setAddress] = useState<string>();
  const query = useEndpoint(reminderEndpoints.readCalendarFeed, {});
  const renew = useAction(reminderEndpoints.renewCalendarFeed, { onDone: (reply) => setAddress(reply.address ?? undefined) });
  const revoke = useAction(reminderEndpoints.revokeCalendarFeed, {
    onDone: () => {
      setAddress(undefined);
      void message.success(text.feedRevoked, 4);
    },
  });
  const copy = (): void =>
    void navigator.clipboard.writeText(address ?? '').then(
      () => message.success(text.copied, 3),
      () => undefined,
    );
  return (
    <section className="sheet stack">
      <h2>{text.feed}</h2>
      <p>{text.feedLead}</p>
      <Answer query={query} rows={2}>
        {({ begunAt, fetchedAt }) => (
          <>
            <p>
              {begunAt === null
                ? text.feedNone
                : `${fill(text.feedSince, { since: printInstant(begunAt) })} · ${fetchedAt === null ? text.feedNever : fill(text.feedFetched, { at: printInstant(fetchedAt) })}`}
            </p>
            {address === undefined ? null : (
              <div className="field" role="status">
                <label htmlFor="calendar-address">{text.feedOnce}</label>
                <Input id="calendar-address" readOnly value={address} onFocus={(event) => event.target.select()} />
                <div>
                  <Button onClick={copy}>{text.copy}</Button>
                </div>
              </div>
            )}
            <ProblemNote problem={renew.problem ?? revoke.problem} />
            <div>
              <Button loading={renew.pending} onClick={() => void renew.run({})}>
                {begunAt === null ? text.feedNew : text.feedRenew}
              </Button>{' '}
              {begunAt === null ? null : (
                <Button danger loading={revoke.pending} onClick={() => void revoke.run({})}>
                  {text.feedRevoke}
                </Button>
              )}
            </div>
          </>
        )}
      </Answer>
    </section>
  );
}
