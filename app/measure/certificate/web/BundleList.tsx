import type { ReactElement } from 'react';
import { addressOf } from '../../../kernel/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printInstant } from '../../../web/figures.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { certificateEndpoints } from '../contract.ts';
import { bundleKinds, bundleStates } from '../rules.ts';
import { texts } from './text.ts';

/** The caller's own downloads of several certificates and how far each is. */
export function BundleList(): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const query = useEndpoint(certificateEndpoints.listBundles, {}, { everyMilliseconds: 3000 });
  return (
    <>
      <PageHead title={text.bundles} lead={text.bundlesLead} />
      <Answer<typeof certificateEndpoints.listBundles> query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="soft">{text.bundlesNone}</p>
          ) : (
            <table className="grid cards">
              <caption className="unseen">{text.bundles}</caption>
              <thead>
                <tr>
                  <th scope="col">{text.whatFile}</th>
                  <th scope="col" className="number">
                    {text.progress}
                  </th>
                  <th scope="col">{text.state}</th>
                  <th scope="col">{text.when}</th>
                </tr>
              </thead>
              <tbody>
                {items.map(({ id, kind, count, done, state, problem, at }) => (
                  <tr key={id}>
                    <td className="lead">
                      {state === 'ready' ? (
                        <a href={addressOf(certificateEndpoints.downloadBundle, { params: { id } })}>{say(bundleKinds[kind])}</a>
                      ) : (
                        say(bundleKinds[kind])
                      )}
                    </td>
                    <td className="number" data-label={text.progress}>
                      {done} / {count}
                    </td>
                    <td data-label={text.state}>{problem ?? say(bundleStates[state])}</td>
                    <td data-label={text.when}>{printInstant(at)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Answer>
    </>
  );
}
