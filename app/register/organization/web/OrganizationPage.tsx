import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { usePathParam } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { PanelPlace } from '../../../web/kit/PanelPlace.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { EventTimeline } from '../../../web/kit/Timeline.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { organizationEndpoints } from '../contract.ts';
import { organizationKinds } from '../rules.ts';
import { EndDialog, RenameDialog } from './ChangeDialogs.tsx';
import { useRegionName } from './regions.ts';
import { existence } from './states.ts';
import { texts } from './text.ts';

type Details = ReplyOf<typeof organizationEndpoints.readOrganization>;

/** One organization: what is recorded, what it was called before, who took over, and what happened. */
export function OrganizationPage(): ReactElement {
  const id = usePathParam('id');
  const organization = useEndpoint(organizationEndpoints.readOrganization, { params: { id: id as never } });
  return <Answer query={organization}>{(details) => <Record details={details} />}</Answer>;
}

function Record({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const mayChange = usePermit('organization.change') && details.validTo === null;
  const [dialog, setDialog] = useState<'rename' | 'end'>();
  const close = (): void => setDialog(undefined);
  return (
    <>
      <PageHead
        title={details.name}
        state={<StatusTag states={existence} state={details.validTo === null ? 'existing' : 'ended'} />}
        lead={`${say(organizationKinds[details.kind])}${details.demonstration ? ` · ${text.demonstration}` : ''}`}
        actions={
          <>
            {mayChange ? <Button onClick={() => setDialog('rename')}>{text.rename}</Button> : null}
            {mayChange ? (
              <Button danger onClick={() => setDialog('end')}>
                {text.end}
              </Button>
            ) : null}
            <Button href="/desk/organizations">{text.all}</Button>
          </>
        }
      />
      <div className="columns">
        <div className="stack">
          <Facts details={details} />
          {details.kind === 'institute' || details.kind === 'authorised-company' ? (
            <PanelPlace place="organization" id={details.id} />
          ) : null}
          {details.formerNames.length === 0 ? null : (
            <section className="sheet">
              <h2>{text.formerNames}</h2>
              <ul>
                {details.formerNames.map((former) => (
                  <li key={former.name}>
                    {former.name}{' '}
                    <span className="soft">{former.validTo === null ? '' : fill(text.formerUntil, { day: former.validTo })}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
        <div className="sheet">
          {details.timeline.length === 0 ? <p className="soft">{text.noHistory}</p> : null}
          <EventTimeline label={text.history} events={details.timeline} />
        </div>
      </div>
      {dialog === 'rename' ? <RenameDialog organization={details} onClose={close} /> : null}
      {dialog === 'end' ? <EndDialog organization={details} onClose={close} /> : null}
    </>
  );
}

function Facts({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const regionName = useRegionName();
  const facts: readonly (readonly [string, string | null])[] = [
    [text.region, regionName(details.region)],
    [text.creditCode, details.creditCode],
    [text.english, details.nameEn],
    [text.short, details.shortName],
    [text.address, details.address],
    [text.from, details.validFrom],
    ...(details.validTo === null ? [] : [[text.to, details.validTo] as const]),
  ];
  return (
    <section className="sheet">
      <h2>{text.details}</h2>
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className={value === null ? 'soft' : ''}>{value ?? text.notRecorded}</dd>
          </div>
        ))}
        {details.successor === null ? null : (
          <div>
            <dt>{text.successor}</dt>
            <dd>
              <a href={`/desk/organizations/${details.successor.id}`}>{details.successor.name}</a>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}
