import type { ReactElement } from 'react';
import { useSay, useTexts } from '../../../web/language.ts';
import { useCaller } from '../../../web/session.ts';
import { slicePages } from '../routes.ts';
import { menuOf } from '../sections.ts';
import { blocksOfRole } from './blocks.ts';
import { texts } from './text.ts';
import { WorkBlock } from './WorkBlock.tsx';

/** What waits for the caller in each role held, then every page they may open. */
export function RoleHome(): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const { permits, roles } = useCaller();
  const blocks = new Map(
    roles
      .flatMap((role) => (role in blocksOfRole ? blocksOfRole[role as keyof typeof blocksOfRole]() : []))
      .filter((block) => permits.has(block.permit))
      .map((block) => [block.key, block]),
  );
  return (
    <>
      {blocks.size === 0 ? null : (
        <section aria-label={text.waiting}>
          <h2 className="unseen">{text.waiting}</h2>
          <div className="home-blocks">
            {[...blocks.values()].map((block) => (
              <WorkBlock key={block.key} block={block} />
            ))}
          </div>
        </section>
      )}
      <div className={blocks.size === 0 ? 'home-pages' : 'home-pages beside-menu'}>
        <h2>{text.pages}</h2>
        <div className="home-groups">
          {menuOf(slicePages, permits).map((group) => (
            <section className="sheet" key={group.section}>
              <h3>{say(group.title)}</h3>
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
      </div>
    </>
  );
}
