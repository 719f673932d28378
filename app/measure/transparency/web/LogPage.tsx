import type { ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { transparencyEndpoints } from '../contract.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printInstant, printNumber } from '../../../web/figures.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { fill, useTexts } from '../../../web/language.ts';
import { Explanation } from './Explanation.tsx';
import { LeafRows } from './LeafRows.tsx';
import { texts } from './text.ts';
import { Witnesses } from './Witnesses.tsx';

type Log = ReplyOf<typeof transparencyEndpoints.readLog>;

/** The log as a whole: how long it is, who vouches for it, and what is in it. */
export function LogPage(): ReactElement {
  const text = useTexts(texts);
  const query = useEndpoint(transparencyEndpoints.readLog, {});
  return (
    <>
      <PageHead title={text.title} lead={text.lead} />
      <div className="stack">
        <Answer query={query} rows={6}>
          {(log) => (
            <>
              {log.hasKey ? null : (
                <p className="sheet tone-bad" role="status">
                  {text.noKey} <a href="/desk/signing-keys">{text.keys}</a>
                </p>
              )}
              <State log={log} />
              <Witnesses witnesses={log.witnesses} mayManage={log.mayManage} />
            </>
          )}
        </Answer>
        <Explanation />
        <section className="stack">
          <h2>{text.leaves}</h2>
          <LeafRows />
        </section>
      </div>
    </>
  );
}

function State({ log }: { log: Log }): ReactElement {
  const text = useTexts(texts);
  const { checkpoint } = log;
  const waiting =
    log.waitingSince === null ? text.none : fill(text.waitingSince, { n: printNumber(log.waiting), at: printInstant(log.waitingSince) });
  return (
    <section className="sheet">
      <h2>{text.state}</h2>
      <dl className="facts">
        <div>
          <dt>{text.size}</dt>
          <dd className="number">{printNumber(log.size)}</dd>
        </div>
        <div>
          <dt>{text.waiting}</dt>
          <dd>{waiting}</dd>
        </div>
        <div>
          <dt>{text.checkpoint}</dt>
          <dd>{checkpoint === null ? text.notBegun : printInstant(checkpoint.signedAt)}</dd>
        </div>
        <div>
          <dt>{text.cosignedBy}</dt>
          <dd>
            {checkpoint === null || checkpoint.cosignatures.length === 0
              ? text.noWitness
              : checkpoint.cosignatures.map((one) => (
                  <div key={one.witness}>{fill(text.cosignedAt, { ...one, at: printInstant(one.signedAt) })}</div>
                ))}
          </dd>
        </div>
        {log.origin === null ? null : (
          <div>
            <dt>{text.origin}</dt>
            <dd>
              <code>{log.origin}</code>
            </dd>
          </div>
        )}
        <div>
          <dt>{text.address}</dt>
          <dd>
            <a href={log.address} target="_blank" rel="noreferrer">
              {log.address}
            </a>
          </dd>
        </div>
        {checkpoint === null ? null : (
          <div>
            <dt>{text.root}</dt>
            <dd>
              <code>{checkpoint.root}</code>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}
