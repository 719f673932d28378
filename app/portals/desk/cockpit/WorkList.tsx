import type { ReactElement } from 'react';
import { planEndpoints } from '../../../steer/plan/contract/endpoints.ts';
import { useSearchState } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { workOfCity } from '../home/blocks.ts';
import { WorkBlock } from '../home/WorkBlock.tsx';
import { useCaller } from '../../../web/session.ts';
import { texts } from './text.ts';

/** What waits and what is late, of the whole city or of the county chosen on the map. */
export function WorkList({ region }: { region: string | undefined }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const [, setSearch] = useSearchState();
  const { permits } = useCaller();
  const plan = useEndpoint(planEndpoints.readPlan, {}, { staleMilliseconds: Infinity });
  const name = plan.data?.regions.find((each) => each.code === region)?.name;
  // An office of a county outside the plan has no items by county: what its scope reaches is its work.
  const county = plan.data === undefined || name !== undefined ? region : undefined;
  return (
    <section id="work-list" className="work-list" aria-label={text.work}>
      <h2>
        {name === undefined ? text.work : fill(text.workOf, { name: say(name) })}
        {county === undefined ? null : (
          <button type="button" className="plain" onClick={() => setSearch({ region: 'city' })}>
            {text.whole}
          </button>
        )}
      </h2>
      {workOfCity({ region: county })
        .filter((block) => permits.has(block.permit))
        .map((block) => (
          <WorkBlock key={block.key} block={block} />
        ))}
    </section>
  );
}
