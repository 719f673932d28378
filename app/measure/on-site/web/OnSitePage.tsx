import { useEffect, useState, type ReactElement } from 'react';
import { useOpenedSite } from './OpenedSite.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { useTexts } from '../../../web/language.ts';
import { useSession } from '../../../register/people/web/account/session.ts';
import { DevicePart } from './DevicePart.tsx';
import { DeliveryBar } from './DeliveryBar.tsx';
import type { Site } from './device/site.ts';
import { JobList } from './JobList.tsx';
import { rememberCaller } from './remembered.ts';
import { TakePart } from './TakePart.tsx';
import { texts } from './text.ts';
import { useDelivery, useOnline, useSnapshot } from './use-site.ts';
import './on-site.css';

/** What was taken along, with the state of every record; the same page with and without a network. */
export function OnSitePage(): ReactElement {
  const text = useTexts(texts);
  return (
    <>
      <PageHead title={text.title} lead={text.lead} actions={<PageLinks />} />
      {useOpenedSite((site) => (
        <Opened site={site} />
      ))}
    </>
  );
}

function PageLinks(): ReactElement {
  const text = useTexts(texts);
  return (
    <>
      <a href="/desk/on-site-deliveries">{text.deliveries}</a>
      <a href="/desk/on-site-devices">{text.devices}</a>
    </>
  );
}

function Opened({ site }: { site: Site }): ReactElement {
  const { caller } = useSession();
  const online = useOnline();
  const { device, pack } = useSnapshot(site);
  const delivery = useDelivery(site);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  // Only whom the server knows: a person who has just signed out must not be remembered again.
  const isRegistered = device !== undefined;
  useEffect(() => {
    if (isRegistered && caller?.person.id === site.personId) void rememberCaller(caller);
  }, [isRegistered, caller, site.personId]);
  if (device === undefined) return <DevicePart site={site} />;
  return (
    <div className="stack on-site">
      <DeliveryBar site={site} delivery={delivery} />
      <JobList site={site} />
      {online ? <TakePart site={site} device={device} chosen={chosen} onChoose={setChosen} hasPack={pack !== undefined} /> : null}
    </div>
  );
}
