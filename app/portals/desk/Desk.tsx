import { MenuOutlined } from '@ant-design/icons';
import { Outlet, useLocation } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useState, type ReactElement } from 'react';
import { forgetOthers, useRememberedCaller } from '../../measure/on-site/web/remembered.ts';
import { AccountMenu } from '../../register/people/web/account/AccountMenu.tsx';
import { PasswordGate } from '../../register/people/web/account/PasswordGate.tsx';
import { useSession } from '../../register/people/web/account/session.ts';
import { useGo } from '../../web/address.ts';
import { useEndpoint } from '../../web/endpoint-hooks.ts';
import { Failed, Loading } from '../../web/kit/PageStates.tsx';
import { LanguageSwitch } from '../../web/kit/LanguageSwitch.tsx';
import { ReminderBell } from '../../serve/reminder/web/ReminderBell.tsx';
import { Dialog } from '../../web/kit/Dialog.tsx';
import { PanelContext } from '../../web/kit/PanelPlace.tsx';
import { DemonstrationBanner } from '../../web/kit/DemonstrationBanner.tsx';
import { useTexts } from '../../web/language.ts';
import mark from '../../web/mark.svg';
import { CallerContext } from '../../web/session.ts';
import { organizationEndpoints } from '../../register/organization/contract.ts';
import { isOnSite } from './offline/on-site.ts';
import { LeavingGuard } from './offline/LeavingGuard.tsx';
import { panels } from './panels.ts';
import { SideMenu } from './SideMenu.tsx';
import { texts } from './text.ts';

/**
 * The frame of the workplace; nothing in it is shown before the server has said who is calling. Work on site goes on where nobody can be
 * asked: its pages show what the person who took it along has on this device, and the server decides about every delivery.
 */
export function Desk(): ReactElement {
  const text = useTexts(texts);
  const { session, caller: signedIn } = useSession();
  const { pathname, href } = useLocation();
  const remembered = useRememberedCaller();
  const caller = signedIn ?? (isOnSite(pathname) ? remembered.caller : undefined);
  useEffect(() => {
    if (signedIn !== undefined) void forgetOthers(signedIn);
  }, [signedIn]);
  // Where nobody is remembered there is nothing to go on with: the way is that of every other page.
  const isStranger = isOnSite(pathname) && session.error?.status === 401 && remembered.isRead && caller === undefined;
  const go = useGo();
  useEffect(() => {
    if (isStranger) go(`/desk/sign-in?return=${encodeURIComponent(href)}`);
    // oxlint-disable-next-line react/exhaustive-deps -- go is a function of every render
  }, [isStranger, href]);
  if (caller === undefined && remembered.isRead && session.error !== null && session.data === undefined && session.error.status !== 401) {
    return (
      <>
        <Failed problem={session.error} onRetry={() => void session.refetch()} />
        {remembered.caller === undefined ? null : (
          <p className="state">
            <a href="/desk/on-site">{text.toOnSite}</a>
          </p>
        )}
      </>
    );
  }
  if (caller === undefined) return <Loading />;
  if (session.data?.passwordChangeDue === true) return <PasswordGate />;
  return (
    <CallerContext.Provider value={caller}>
      <PanelContext.Provider value={panels}>
        <Frame />
      </PanelContext.Provider>
    </CallerContext.Provider>
  );
}

function Frame(): ReactElement {
  const text = useTexts(texts);
  const { pathname } = useLocation();
  const [openedAt, setOpenedAt] = useState<string>();
  const setting = useEndpoint(organizationEndpoints.readSetting, {}, { staleMilliseconds: Infinity });
  return (
    <div className="desk">
      <a className="skip" href="#content">
        {text.skip}
      </a>
      <DemonstrationBanner shown={setting.data?.demonstration === true} />
      <header className="top">
        <Button className="only-narrow" type="text" icon={<MenuOutlined />} aria-label={text.menu} onClick={() => setOpenedAt(pathname)} />
        <a className="house" href="/desk">
          <img src={mark} alt="" />
          {text.house}
          <small>{text.subtitle}</small>
        </a>
        <span className="between" />
        <ReminderBell />
        <LanguageSwitch />
        <AccountMenu />
      </header>
      <aside className="side">
        <SideMenu />
      </aside>
      {openedAt === pathname ? (
        <Dialog side title={text.menu} onClose={() => setOpenedAt(undefined)}>
          <SideMenu />
        </Dialog>
      ) : null}
      <LeavingGuard />
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}
