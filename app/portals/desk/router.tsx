import { createRootRoute, createRoute, createRouter, type AnyRouter } from '@tanstack/react-router';
import { lazy, Suspense, type ReactElement } from 'react';
import { printQuery } from '../../kernel/address.ts';
import { readSearch } from '../../web/address.ts';
import { followLinks } from '../../web/follow-links.ts';
import { Forbidden, Loading, NotFound } from '../../web/kit/PageStates.tsx';
import type { DeskRoute } from '../../web/route.ts';
import { useCaller } from '../../web/session.ts';
import { Broken } from './Broken.tsx';
import { Desk } from './Desk.tsx';
import { slicePages } from './routes.ts';
import { mayOpen } from './sections.ts';

const accountPages: readonly DeskRoute[] = [
  {
    path: '/account/password',
    permit: 'session',
    title: ['修改密码', 'Change password'],
    page: lazy(() => import('../../register/people/web/account/PasswordPage.tsx').then((module) => ({ default: module.PasswordPage }))),
  },
  {
    path: '/account/sessions',
    permit: 'session',
    title: ['登录会话', 'Sessions'],
    page: lazy(() => import('../../register/people/web/account/SessionsPage.tsx').then((module) => ({ default: module.SessionsPage }))),
  },
];
const HomePage = lazy(() => import('./HomePage.tsx').then((module) => ({ default: module.HomePage })));
const SignInPage = lazy(() =>
  import('../../register/people/web/account/SignInPage.tsx').then((module) => ({ default: module.SignInPage })),
);

function Guarded({ route }: { route: DeskRoute }): ReactElement {
  const { permits } = useCaller();
  if (!mayOpen(route, permits)) return <Forbidden />;
  return (
    <Suspense fallback={<Loading />}>
      <route.page />
    </Suspense>
  );
}

/** The pages of the workplace, below /desk; plain links are followed without loading the page anew. */
export function createDeskRouter(): AnyRouter {
  const root = createRootRoute({ errorComponent: Broken, notFoundComponent: NotFound });
  const signIn = createRoute({
    getParentRoute: () => root,
    path: '/desk/sign-in',
    component: () => (
      <Suspense fallback={<Loading />}>
        <SignInPage />
      </Suspense>
    ),
  });
  const desk = createRoute({ getParentRoute: () => root, path: '/desk', component: Desk, errorComponent: Broken });
  const home = createRoute({
    getParentRoute: () => desk,
    path: '/',
    component: () => (
      <Suspense fallback={<Loading />}>
        <HomePage />
      </Suspense>
    ),
  });
  const pages = [...accountPages, ...slicePages].map((route) =>
    createRoute({ getParentRoute: () => desk, path: route.path.replace(/:(\w+)/g, '$$$1'), component: () => <Guarded route={route} /> }),
  );
  const rest = createRoute({ getParentRoute: () => desk, path: '$', component: NotFound });
  const router: AnyRouter = createRouter({
    routeTree: root.addChildren([signIn, desk.addChildren([home, ...pages, rest])]),
    parseSearch: readSearch,
    stringifySearch: printQuery,
    scrollRestoration: true,
    // Within the frame: the menu stays when a page fails.
    defaultErrorComponent: Broken,
  });
  followLinks('/desk', (href) => router.history.push(href));
  return router;
}
