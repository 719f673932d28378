import type { ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { organizationEndpoints } from '../../../register/organization/contract.ts';
import { useGo } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printInstant } from '../../../web/figures.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useTexts } from '../../../web/language.ts';
import { certificateEndpoints } from '../contract.ts';
import { texts } from './text.ts';

type Recomputation = ReplyOf<typeof certificateEndpoints.listRecomputations>['items'][number];

const columns: readonly Column<Recomputation>[] = [
  {
    key: 'of',
    title: ['范围', 'Of'],
    show: (one) => <a href={`/desk/certificate-recomputations/${one.id}`}>{`${one.year} ${one.institute?.name ?? one.region ?? ''}`}</a>,
  },
  { key: 'done', title: ['已复算', 'Done'], narrow: true, show: (one) => `${one.done} / ${one.total}` },
  { key: 'differing', title: ['有不一致', 'With a difference'], narrow: true, show: (one) => one.differing },
  { key: 'by', title: ['复算人', 'By'], show: (one) => `${one.by.person} · ${one.by.organization}` },
  { key: 'at', title: ['时间', 'At'], narrow: true, show: (one) => printInstant(one.at) },
];

/** Recomputations of certificates: who did which year when, and how many differ; a new one is begun here. */
export function RecomputationList(): ReactElement {
  const text = useTexts(texts);
  const go = useGo();
  const institutes = useEndpoint(
    organizationEndpoints.listOrganizations,
    { query: { kind: 'institute', limit: 200 } },
    { staleMilliseconds: 300_000 },
  );
  const setting = useEndpoint(organizationEndpoints.readSetting, {}, { staleMilliseconds: 300_000 });
  const year = setting.data === undefined ? undefined : Number(setting.data.today.slice(0, 4));
  return (
    <>
      <PageHead title={text.recomputeTitle} lead={text.recomputeLead} />
      <div className="stack">
        <section className="sheet">
          <h2>{text.recomputeBegin}</h2>
          {year === undefined ? null : (
            <RecordForm
              endpoint={certificateEndpoints.beginRecomputation}
              initial={{ year }}
              fields={[
                { name: 'year', label: ['年份', 'Year'], kind: 'integer' },
                {
                  name: 'institute',
                  label: ['检定机构', 'Institute'],
                  kind: 'choice',
                  hint: ['不选即本区划全部机构', 'None: all institutes of the region'],
                  options: (institutes.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
                },
              ]}
              submit={['开始复算', 'Begin']}
              onDone={({ id }) => go(`/desk/certificate-recomputations/${id}`)}
            />
          )}
        </section>
        <DataTable
          endpoint={certificateEndpoints.listRecomputations}
          columns={columns}
          rowKey={(one) => one.id}
          caption={['证书复算', 'Recomputations of certificates']}
          filters={[
            { name: 'q', label: ['检定机构', 'Institute'] },
            { name: 'year', label: ['年份', 'Year'] },
          ]}
          empty={{ title: ['还没有复算', 'None yet'], next: ['选择年份开始复算', 'Choose a year and begin'] }}
        />
      </div>
    </>
  );
}
