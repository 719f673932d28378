import { lazy, Suspense, type ComponentType, type LazyExoticComponent, type ReactElement } from 'react';
import { DemonstrationBanner } from '../../web/kit/DemonstrationBanner.tsx';
import { chooseLanguage, useLanguage, useTexts } from '../../web/language.ts';
import mark from '../../web/mark.svg';
import { useAnswer, type Setting } from './answers.ts';
import { texts as differences } from './differences-text.ts';
import { Boundary } from './Boundary.tsx';
import { Doors } from './Doors.tsx';
import { usePlace } from './place.ts';
import { texts } from './text.ts';
import { toolPages } from './tools/routes.tsx';
import { useTitle } from './title.ts';

/** What a label's address opens: its code is the rest of the path. */
const ScanPage = lazy(() => import('./scan/ScanPage.tsx').then((module) => ({ default: module.ScanPage })));

/** What the QR code of a certificate's label opens, in capitals or not: the digits are the rest of the path. */
const LabelPage = lazy(() => import('./label/LabelPage.tsx').then((module) => ({ default: module.LabelPage })));

const isLabelPath = (path: string): boolean => /^\/q(\/|$)/i.test(path);

const pages: Readonly<Record<string, ComponentType | LazyExoticComponent<ComponentType>>> = {
  '/': Doors,
  '/check': lazy(() => import('./CheckPage.tsx').then((module) => ({ default: module.CheckPage }))),
  '/i': ScanPage,
  '/plan': lazy(() => import('./IndicatorsPage.tsx').then((module) => ({ default: module.IndicatorsPage }))),
  '/plan/capability': lazy(() => import('./CapabilityPage.tsx').then((module) => ({ default: module.CapabilityPage }))),
  '/commitments': lazy(() => import('./CommitmentsPage.tsx').then((module) => ({ default: module.CommitmentsPage }))),
  '/plan/differences': lazy(() => import('./DifferencesPage.tsx').then((module) => ({ default: module.DifferencesPage }))),
  '/plan/tasks': lazy(() => import('./TasksPage.tsx').then((module) => ({ default: module.TasksPage }))),
  '/verify': lazy(() => import('./verify/VerifyPage.tsx').then((module) => ({ default: module.VerifyPage }))),
  '/unsubscribe': lazy(() => import('./UnsubscribePage.tsx').then((module) => ({ default: module.UnsubscribePage }))),
  ...toolPages,
};

/** The public portal: three doors, and what lies behind them. */
export function PublicPortal(): ReactElement {
  const text = useTexts(texts);
  const { path } = usePlace();
  const setting = useAnswer<Setting>('/api/public/setting');
  const Page = pages[path] ?? (path.startsWith('/i/') ? ScanPage : isLabelPath(path) ? LabelPage : Missing);
  return (
    <>
      <a className="skip" href="#content">
        {text.skip}
      </a>
      <DemonstrationBanner shown={setting.reply?.demonstration === true} />
      <Top path={path} />
      <main className="public-main" id="content" tabIndex={-1}>
        <Suspense fallback={<p className="waiting">{text.loading}</p>}>
          <Boundary key={path}>
            <Page />
          </Boundary>
        </Suspense>
      </main>
    </>
  );
}

/** Labels and files of certificates are checked behind the door of certificates. */
const currentOf = (href: string, path: string): { readonly 'aria-current'?: 'page' | 'true' } =>
  path === href
    ? { 'aria-current': 'page' }
    : href === '/check' && (path === '/verify' || isLabelPath(path))
      ? { 'aria-current': 'true' }
      : {};

function Top({ path }: { path: string }): ReactElement {
  const text = useTexts(texts);
  const difference = useTexts(differences);
  const chinese = useLanguage() === 'zh';
  const links = [
    ['/i', text.scanTitle],
    ['/check', text.checkTitle],
    ['/plan/capability', text.whereTitle],
    ['/plan', text.planTitle],
    ['/plan/tasks', text.tasksTitle],
    ['/plan/differences', difference.title],
    ['/commitments', text.commitmentsTitle],
    ['/tools', text.toolsTitle],
  ] as const;
  return (
    <header className="public-top">
      <a className="house" href="/">
        <img src={mark} alt="" width="28" height="28" />
        {text.house}
        <small>{text.subtitle}</small>
      </a>
      {path === '/' ? null : (
        <nav className="inner" aria-label={text.services}>
          {links.map(([href, words]) => (
            <a key={href} href={href} {...currentOf(href, path)}>
              {words}
            </a>
          ))}
        </nav>
      )}
      <div className="outer">
        <a href="/desk">{text.desk}</a>
        <button type="button" className="plain" lang={chinese ? 'en' : 'zh-CN'} onClick={() => chooseLanguage(chinese ? 'en' : 'zh')}>
          {chinese ? 'English' : '中文'}
        </button>
      </div>
    </header>
  );
}

function Missing(): ReactElement {
  const text = useTexts(texts);
  useTitle(text.missingTitle);
  return (
    <>
      <h1>{text.missingTitle}</h1>
      <p>
        <a href="/">{text.missingNext}</a>
      </p>
    </>
  );
}
