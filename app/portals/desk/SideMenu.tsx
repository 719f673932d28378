import { useLocation } from '@tanstack/react-router';
import { useId, type ReactElement, type ReactNode } from 'react';
import { useSay, useTexts } from '../../web/language.ts';
import { useCaller } from '../../web/session.ts';
import { slicePages } from './routes.ts';
import { useOpenSections } from './open-sections.ts';
import { menuOf } from './sections.ts';
import { texts } from './text.ts';

/** As many entries as stand beside a page of 768 pixels; a longer menu begins with only its first place open. */
const entriesInSight = 14;

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
  const current = groups.find((group) => group.routes.some((route) => `/desk${route.path}` === here))?.section;
  const fits = groups.reduce((sum, group) => sum + group.routes.length, 0) <= entriesInSight;
  const { isOpen, toggle } = useOpenSections(pathname, current, (section) => fits || section === groups[0]?.section);
  return (
    <nav className="side-menu" aria-label={text.menu}>
      <ul>
        <li>
          <Entry href="/desk" here={pathname === '/desk'} words={text.home} />
        </li>
      </ul>
      {groups.map((group) => (
        <Section key={group.section} title={say(group.title)} open={isOpen(group.section)} onToggle={() => toggle(group.section)}>
          {group.routes.map((route) => (
            <li key={route.path}>
              <Entry href={`/desk${route.path}`} here={here === `/desk${route.path}`} words={say(route.title)} />
            </li>
          ))}
        </Section>
      ))}
    </nav>
  );
}

type SectionProps = { readonly title: string; readonly open: boolean; readonly onToggle: () => void; readonly children: ReactNode };

function Section({ title, open, onToggle, children }: SectionProps): ReactElement {
  const id = useId();
  return (
    <>
      <h2>
        <button type="button" aria-expanded={open} aria-controls={id} onClick={onToggle}>
          {title}
        </button>
      </h2>
      <ul id={id} hidden={!open}>
        {children}
      </ul>
    </>
  );
}

function Entry({ href, here, words }: { href: string; here: boolean; words: string }): ReactElement {
  return (
    <a href={href} {...(here ? { 'aria-current': 'page' as const } : {})}>
      {words}
    </a>
  );
}
