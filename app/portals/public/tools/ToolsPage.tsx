import type { ReactElement } from 'react';
import { useSay, useTexts } from '../../../web/language.ts';
import { texts as portalTexts } from '../text.ts';
import { useTitle } from '../title.ts';
import { tools } from './routes.tsx';
import { texts } from './tools-text.ts';

/** The calculators, one door each. */
export function ToolsPage(): ReactElement {
  const text = useTexts(texts);
  const { toolsTitle } = useTexts(portalTexts);
  const say = useSay();
  useTitle(toolsTitle);
  return (
    <>
      <h1>{toolsTitle}</h1>
      <p className="soft">{text.lead}</p>
      <div className="doors">
        {tools.map(({ path, title, lead }) => (
          <section className="door" key={path}>
            <h2>
              <a href={path}>{say(title)}</a>
            </h2>
            <p>{say(lead)}</p>
            <form action={path} method="get">
              <button type="submit" aria-label={`${text.open} ${say(title)}`}>
                {text.open}
              </button>
            </form>
          </section>
        ))}
      </div>
    </>
  );
}
