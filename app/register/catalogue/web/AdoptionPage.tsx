import type { Edition } from '@tongheng/procedures/edition';
import { findEdition, unknownLimits } from '@tongheng/procedures/registry';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { usePathParam } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printInstant, printQuantity } from '../../../web/figures.ts';
import { ActionBar, recordAction } from '../../../web/kit/ActionBar.tsx';
import { DataRows } from '../../../web/kit/DataRows.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { EventTimeline } from '../../../web/kit/Timeline.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { catalogueEndpoints } from '../contract.ts';
import { numberValue, numberWords } from '../rules/number-words.ts';
import { adoptionTags } from './states.ts';
import { texts } from './text.ts';

type Details = ReplyOf<typeof catalogueEndpoints.readAdoption>;

/** One adoption: what was compared with what, by whom, and who confirmed it. */
export function AdoptionPage(): ReactElement {
  const id = usePathParam('id') as never;
  const query = useEndpoint(catalogueEndpoints.readAdoption, { params: { id } });
  return <Answer query={query}>{(details) => <Record details={details} />}</Answer>;
}

function Record({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const request = { params: { id: details.id } };
  const withReason = (reason: string) => ({ ...request, body: { reason } });
  const facts: readonly (readonly [string, string])[] = [
    [text.institute, details.institute.name],
    [text.officialText, details.source],
    [text.proposedBy, `${details.proposedBy} ${printInstant(details.proposedAt)}`],
    [text.decidedBy, details.decidedAt === null ? '/' : `${details.decidedBy ?? ''} ${printInstant(details.decidedAt)}`],
    [text.digest, details.digest],
    [text.contentDigest, details.contentDigest],
    ...(details.reason === null ? [] : [[text.reason, details.reason] as const]),
  ];
  return (
    <>
      <PageHead
        title={`${details.number} · ${details.institute.name}`}
        state={<StatusTag states={adoptionTags} state={details.status} />}
        lead={details.current ? (details.demonstration ? text.demonstration : undefined) : text.changed}
        actions={
          <>
            <ActionBar
              allowed={details.allowed}
              actions={[
                recordAction({
                  name: 'confirm',
                  label: ['确认采用', 'Confirm'],
                  endpoint: catalogueEndpoints.confirmAdoption,
                  request: () => request,
                  confirm: [
                    '已对照正式文本复核各项数值与条款。',
                    'The numbers and clauses were compared with the official text once more.',
                  ],
                  kind: 'primary',
                  done: ['已采用', 'Adopted'],
                }),
                recordAction({
                  name: 'refuse',
                  label: ['不同意', 'Refuse'],
                  endpoint: catalogueEndpoints.refuseAdoption,
                  request: withReason,
                  reason: 2,
                  done: ['已退回', 'Refused'],
                }),
                recordAction({
                  name: 'withdraw',
                  label: ['停用', 'Withdraw'],
                  endpoint: catalogueEndpoints.withdrawAdoption,
                  request: withReason,
                  reason: 2,
                  kind: 'danger',
                  done: ['已停用', 'Withdrawn'],
                }),
              ]}
            />
            <Button href="/desk/procedures">{text.all}</Button>
          </>
        }
      />
      <div className="columns">
        <div className="stack">
          <section className="sheet">
            <dl className="facts">
              {facts.map(([label, value]) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </section>
          <Compared details={details} />
        </div>
        <div className="sheet">
          <EventTimeline label={text.history} events={details.timeline} />
        </div>
      </div>
    </>
  );
}

function Compared({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const edition = findEdition(details.edition);
  return (
    <section>
      <h2>{text.comparison}</h2>
      <DataRows
        items={[...details.confirmations].sort((one, other) => Number(other.entered) - Number(one.entered))}
        columns={[
          { key: 'path', title: ['数值', 'Number'], show: ({ path }) => (edition === undefined ? path : say(numberWords(edition, path))) },
          {
            key: 'value',
            title: ['值', 'Value'],
            show: ({ path, value, entered }) => <Compare path={path} value={value} entered={entered} edition={edition} />,
          },
          { key: 'clause', title: ['条款', 'Clause'], show: ({ clause }) => clause },
        ]}
        rowKey={({ path }) => path}
        caption={['逐项核对', 'The comparison']}
      />
    </section>
  );
}

type CompareProps = { readonly path: string; readonly value: string; readonly entered: boolean; readonly edition: Edition | undefined };

/** A value as it was confirmed; one that the institute entered itself is marked, for the second person to look at first. */
function Compare({ path, value, entered, edition }: CompareProps): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const unit = edition === undefined ? null : (unknownLimits(edition).find((limit) => limit.path === path)?.unit ?? null);
  if (!entered) return <>{say(numberValue(value))}</>;
  return (
    <span className="open-value">
      {printQuantity(JSON.parse(value) as string, unit ?? '')} <span className="soft">{text.entered}</span>
    </span>
  );
}
