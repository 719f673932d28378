import { Button } from 'antd';
import type { ReactElement } from 'react';
import { addressOf } from '../../../kernel/address.ts';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { usePathParam } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printInstant } from '../../../web/figures.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { certificateEndpoints } from '../contract.ts';
import { findingKinds } from '../rules/finding.ts';
import { texts } from './text.ts';
import './certificate.css';

type Finding = ReplyOf<typeof certificateEndpoints.listFindings>['items'][number];
type Recomputation = ReplyOf<typeof certificateEndpoints.readRecomputation>;

function KindOf({ finding }: { readonly finding: Finding }): ReactElement {
  return <>{useSay()(findingKinds[finding.kind])}</>;
}

const columns: readonly Column<Finding>[] = [
  {
    key: 'number',
    title: ['证书编号', 'Number'],
    show: (one) =>
      one.kind === 'gap' ? (
        <a href={`/desk/certificate-numbers?fate=unexplained&q=${one.detail}`}>{one.number}</a>
      ) : (
        <a href={`/desk/certificates/${one.number}`}>{one.number}</a>
      ),
  },
  { key: 'kind', title: ['不一致', 'Difference'], show: (one) => <KindOf finding={one} /> },
  { key: 'detail', title: ['详情', 'Detail'], show: (one) => one.detail },
];

/** One recomputation: how far it is, what differs, and what changed since the one before. */
export function RecomputationPage(): ReactElement {
  const text = useTexts(texts);
  const id = usePathParam('id') as never;
  const query = useEndpoint(certificateEndpoints.readRecomputation, { params: { id } }, { everyMilliseconds: 3000 });
  return (
    <Answer<typeof certificateEndpoints.readRecomputation> query={query}>
      {(one) => (
        <>
          <PageHead
            title={`${text.recomputeTitle} ${one.year} ${one.institute?.name ?? one.region ?? ''}`}
            lead={`${text.recomputeDone} ${one.done} / ${one.total} · ${text.recomputeDiffering} ${one.differing} · ${one.by.person} ${printInstant(one.at)}`}
            actions={
              <>
                <Button href={addressOf(certificateEndpoints.exportFindings, { params: { id }, query: { as: 'xlsx' } })}>
                  {text.exportXlsx}
                </Button>
                <Button href={addressOf(certificateEndpoints.exportFindings, { params: { id }, query: { as: 'csv' } })}>
                  {text.exportCsv}
                </Button>
                <Button href="/desk/certificate-recomputations">{text.recomputeTitle}</Button>
              </>
            }
          />
          <progress
            className="lot-progress"
            aria-label={text.progress}
            max={Math.max(one.total, 1)}
            value={one.finishedAt === null ? one.done : one.total}
          />
          {one.finishedAt !== null ? <Comparison of={one} /> : null}
          <DataTable
            key={one.done}
            endpoint={certificateEndpoints.listFindings}
            params={{ id: one.id }}
            columns={columns}
            rowKey={(finding) => `${finding.number} ${finding.kind}`}
            caption={['复算发现的不一致', 'What differs']}
            filters={[
              { name: 'q', label: ['证书编号', 'Number'] },
              {
                name: 'kind',
                label: ['不一致', 'Difference'],
                kind: 'choice',
                options: Object.entries(findingKinds).map(([value, label]) => ({ value, label })),
              },
            ]}
            empty={{
              title:
                one.finishedAt === null
                  ? ['尚无发现', 'Nothing so far']
                  : ['全部一致，编号连续', 'Everything agrees and no number is missing'],
            }}
          />
        </>
      )}
    </Answer>
  );
}

/** Held against the latest earlier one of the same year and bound. */
function Comparison({ of: one }: { readonly of: Recomputation }): ReactElement | null {
  const list = useEndpoint(certificateEndpoints.listRecomputations, { query: { year: one.year, limit: 200 } });
  const before = list.data?.items.find(
    ({ id, at, region, institute }) => id !== one.id && at < one.at && region === one.region && institute?.id === one.institute?.id,
  );
  return before === undefined ? null : <Difference of={one} before={before} />;
}

function Difference({ of: one, before }: { readonly of: Recomputation; readonly before: Recomputation }): ReactElement {
  const text = useTexts(texts);
  const query = useEndpoint(certificateEndpoints.compareRecomputations, { params: { id: one.id }, query: { with: before.id } });
  return (
    <section className="sheet">
      <h2>{text.recomputeCompare}</h2>
      <Answer<typeof certificateEndpoints.compareRecomputations> query={query}>
        {({ appeared, gone }) => (
          <p>
            <a href={`/desk/certificate-recomputations/${before.id}`}>{printInstant(before.at)}</a>：{text.recomputeAppeared}{' '}
            {appeared.length} · {text.recomputeGone} {gone.length}
          </p>
        )}
      </Answer>
    </section>
  );
}
