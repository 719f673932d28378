import { useLocation } from '@tanstack/react-router';
import { Fragment, type ReactElement } from 'react';
import { useSay, useTexts } from '../../web/language.ts';
import { useCaller } from '../../web/session.ts';
import { slicePages } from './routes.ts';
import { menuOf } from './sections.ts';
import { texts } from './text.ts';

export function SideMenu(): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const { permits } = useCaller();
  const { pathname } = useLocation();
  const groups = menuOf(slicePages, permits);
  // The entry nearest to the page: '/plan/differences' and not '/plan' as well.
  const here = groups
    .flatMap((group) => group.routes.map((route) => `/desk${route.path}`))
    .filter((href) => pathname === href || pathname.startsWith(`${href}/`))
    .reduce((nearest, href) => (href.length > nearest.length ? href : nearest), '');
  return (
    <nav className="side-menu" aria-label={text.menu}>
      <ul>
        <li>
          <Entry href="/desk" here={pathname === '/desk'} words={text.home} />
        </li>
      </ul>
      {groups.map((group) => (
        <Fragment key={group.section}>
          <h2>{say(group.title)}</h2>
          <ul>
            {group.routes.map((route) => (
              <li key={route.path}>
                <Entry href={`/desk${route.path}`} here={here === `/desk${route.path}`} words={say(route.title)} />
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
    </nav>
  );
}

function Entry({ href, here, words }: { href: string; here: boolean; words: string }): ReactElement {
  return (
    <a href={href} {...(here ? { 'aria-current': 'page' as const } : {})}>
      {words}
    </a>
  );
}
