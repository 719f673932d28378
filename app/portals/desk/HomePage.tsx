import type { ReactElement } from 'react';
import { Empty } from '../../web/kit/PageStates.tsx';
import { PageHead } from '../../web/kit/PageHead.tsx';
import { useSay, useTexts } from '../../web/language.ts';
import { useCaller } from '../../web/session.ts';
import { slicePages } from './routes.ts';
import { menuOf } from './sections.ts';
import { texts } from './text.ts';

/** The first page after signing in: what this person's roles let them open. */
export function HomePage(): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const { permits, person, organization, roles } = useCaller();
  const groups = menuOf(slicePages, permits);
  return (
    <>
      <PageHead title={text.home} lead={`${organization.name} · ${person.name} · ${text.homeLead}`} />
      {roles.length === 0 ? <Empty title={text.homeEmpty} next={text.homeEmptyNext} /> : null}
      <div className="home-groups">
        {groups.map((group) => (
          <section className="sheet" key={group.section}>
            <h2>{say(group.title)}</h2>
            <ul>
              {group.routes.map((route) => (
                <li key={route.path}>
                  <a href={`/desk${route.path}`}>{say(route.title)}</a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}
