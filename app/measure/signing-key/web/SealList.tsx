import type { ReactElement } from 'react';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { signingKeyEndpoints } from '../contract.ts';
import { sealPurposes } from '../rules.ts';
import { texts } from './text.ts';

/** Whether electronic seals of a licensed authority are connected, and which the reader's institute has. */
export function SealList(): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const query = useEndpoint(signingKeyEndpoints.readElectronicSeals, {});
  return (
    <Answer query={query}>
      {({ isConnected, seals }) => (
        <>
          <p className="soft">{isConnected ? text.sealConnected : text.seal}</p>
          {seals.length === 0 ? null : (
            <dl className="facts">
              {seals.map(({ purpose, seal, problem }) => (
                <div key={purpose}>
                  <dt>{say(sealPurposes[purpose])}</dt>
                  <dd>
                    {problem ??
                      (seal === null
                        ? text.sealNone
                        : `${seal.name}（${seal.code}） · ${seal.authority} · ${seal.validFrom} – ${seal.validUntil}`)}
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </>
      )}
    </Answer>
  );
}
