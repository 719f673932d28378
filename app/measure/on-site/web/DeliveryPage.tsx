import { findProcedure } from '@tongheng/procedures/registry';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { usePathParam } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printInstant } from '../../../web/figures.ts';
import { ActionBar, recordAction } from '../../../web/kit/ActionBar.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { EventTimeline } from '../../../web/kit/Timeline.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { networkChecks } from '../../verification/rules/kind.ts';
import { onSiteEndpoints } from '../contract.ts';
import { differencesOf } from '../rules/difference.ts';
import { versionOrigins } from '../rules/life-cycle.ts';
import { refusals } from '../rules/refusals.ts';
import { placeName, valueName } from './place-name.ts';
import { deliveryTable } from './states.ts';
import { texts } from './text.ts';
import './on-site.css';

type Delivery = ReplyOf<typeof onSiteEndpoints.readDelivery>;

/** One delivery: what was signed, what became of it, and where two versions differ, the decision. */
export function DeliveryPage(): ReactElement {
  const id = usePathParam('id');
  const query = useEndpoint(onSiteEndpoints.readDelivery, { params: { id: id as never } });
  return <Answer query={query}>{(delivery) => <Shown delivery={delivery} />}</Answer>;
}

/** Text, signature and key as one file: anybody can check it without this program. */
function save(delivery: Delivery): void {
  const { payload, signature, publicKey, payloadDigest } = delivery;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(
    new Blob([JSON.stringify({ payload, payloadDigest, signature, publicKey }, null, 1)], { type: 'application/json' }),
  );
  link.download = `${delivery.recordNumber ?? delivery.id}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function Shown({ delivery }: { delivery: Delivery }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const params = { id: delivery.id };
  const facts: readonly (readonly [string, ReactElement | string])[] = [
    [text.recordNumber, delivery.recordNumber ?? '/'],
    [text.technician, delivery.technician.name],
    [text.deviceLabel, delivery.device.name],
    [text.deliveredAt, printInstant(delivery.deliveredAt)],
    [text.testedOn, delivery.testedOn ?? '/'],
    [
      text.record,
      delivery.verification === null ? (
        '/'
      ) : (
        <a href={`/desk/verifications/${delivery.verification}`}>{delivery.recordNumber ?? delivery.verification.slice(-8)}</a>
      ),
    ],
  ];
  return (
    <>
      <PageHead
        title={`${text.delivery} ${delivery.recordNumber ?? ''}`}
        lead={
          delivery.instrument === null ? '' : `${delivery.instrument.name} ${delivery.instrument.serial} · ${delivery.instrument.place}`
        }
        state={<StatusTag states={deliveryTable} state={delivery.state} />}
        actions={
          <>
            <ActionBar
              allowed={delivery.mayDecide ? ['standing', 'delivered'] : []}
              actions={[
                recordAction({
                  name: 'delivered',
                  label: ['采用现场送达的版本', 'Take the version from the site'],
                  endpoint: onSiteEndpoints.decideDelivery,
                  request: (reason) => ({ params, body: { stands: 'delivered' as const, reason } }),
                  reason: 2,
                  confirm: [
                    '现场版本写入检定记录并提交核验；系统中的版本保留可查。',
                    'The version from the site becomes the record and is submitted; the other stays readable.',
                  ],
                  done: ['已采用现场版本', 'The version from the site stands'],
                }),
                recordAction({
                  name: 'standing',
                  label: ['保留系统中的版本', 'Keep the version that stands here'],
                  endpoint: onSiteEndpoints.decideDelivery,
                  request: (reason) => ({ params, body: { stands: 'standing' as const, reason } }),
                  reason: 2,
                  confirm: [
                    '现场版本不采用，保留可查；其记录号按此理由作废。',
                    'The version from the site is set aside and stays readable; its number is voided with this reason.',
                  ],
                  done: ['已保留系统中的版本', 'The version here stands'],
                }),
              ]}
            />
            <a href="/desk/on-site-deliveries">{text.deliveries}</a>
          </>
        }
      />
      <div className="columns">
        <div className="stack">
          <section className="sheet stack">
            <dl className="facts">
              {facts.map(([label, value]) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
            {delivery.networkCheck === null || delivery.networkCheck === 'not-needed' ? null : (
              <p className="notice attention">{say(networkChecks[delivery.networkCheck])}</p>
            )}
            {delivery.refusals.length === 0 ? null : (
              <div className="notice bad">
                <b>{text.why}</b>
                <ul>
                  {delivery.refusals.map(({ code, detail }) => (
                    <li key={code + (detail?.[0] ?? '')}>
                      {say(refusals[code])}
                      {detail === null ? '' : ` — ${say(detail)}`}
                    </li>
                  ))}
                </ul>
              </div>
            )}
            {delivery.decision === null ? null : (
              <p className="notice">
                <b>{text.decided}</b> {say(versionOrigins[delivery.decision.stands])} · {delivery.decision.reason} · {delivery.decision.by}{' '}
                {printInstant(delivery.decision.at)}
              </p>
            )}
          </section>
          {delivery.versions.length === 0 ? null : <Versions delivery={delivery} />}
          <section className="sheet stack">
            <h2>{text.payload}</h2>
            <p className={delivery.signatureHolds ? 'soft' : 'notice bad'}>{delivery.signatureHolds ? text.signed : text.notSigned}</p>
            <p className="soft digest">
              {text.digest} {delivery.payloadDigest}
            </p>
            <div>
              <Button onClick={() => save(delivery)}>{text.download}</Button>
            </div>
          </section>
        </div>
        <div className="sheet">
          <EventTimeline label={text.history} events={delivery.timeline} />
        </div>
      </div>
    </>
  );
}

/** Both versions beside each other: only what differs, since everything else is the same in both. */
function Versions({ delivery }: { delivery: Delivery }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const [standing, delivered] = (['standing', 'delivered'] as const).map((origin) =>
    delivery.versions.find((version) => version.origin === origin),
  );
  const form = delivery.edition === null ? undefined : findProcedure(delivery.edition)?.edition.form;
  const differences = differencesOf(standing?.content ?? {}, delivered?.content ?? {});
  return (
    <section className="sheet stack">
      <h2>{text.versions}</h2>
      <Scroll label={text.versions}>
        <table className="grid">
          <caption>{text.differs}</caption>
          <thead>
            <tr>
              <th />
              <th>
                {say(versionOrigins.standing)} · {standing?.technician.name}
              </th>
              <th>
                {say(versionOrigins.delivered)} · {delivered?.technician.name}
              </th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ path, standing: one, delivered: other }) => (
              <tr key={path}>
                <td className="soft">{placeName(path, form, say)}</td>
                <td>{valueName(path, one, form, say)}</td>
                <td>{valueName(path, other, form, say)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
