import type { ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { dayOfInstant } from '../../../web/figures.ts';
import { DataRows, type Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { catalogueEndpoints, type Adoption } from '../contract.ts';
import { adoptionStates } from '../rules.ts';
import { Applications } from './Applications.tsx';
import { adoptionTags } from './states.ts';
import { texts } from './text.ts';
import { UseAtMyInstitute } from './UseAtMyInstitute.tsx';
import './catalogue.css';

type Edition = ReplyOf<typeof catalogueEndpoints.listEditions>['items'][number];

function Name({ edition }: { edition: Edition }): ReactElement {
  const say = useSay();
  return (
    <a href={`/desk/procedures/${edition.id}`}>
      {edition.number} {say(edition.title)}
    </a>
  );
}

function Counts({ edition: { numberCount, openCount } }: { edition: Edition }): ReactElement {
  const text = useTexts(texts);
  return (
    <>
      {fill(text.numbersCell, { n: numberCount })}
      {openCount === 0 ? null : <div className="open-value">{fill(text.openCell, { n: openCount })}</div>}
    </>
  );
}

const editionColumns: readonly Column<Edition>[] = [
  { key: 'name', title: ['规程', 'Procedure'], show: (edition) => <Name edition={edition} /> },
  { key: 'from', title: ['实施日期', 'In force from'], narrow: true, show: (edition) => edition.inForceFrom },
  { key: 'applies', title: ['适用范围', 'Applies to'], show: (edition) => <Applications applies={edition.applies} /> },
  { key: 'numbers', title: ['须核对', 'To be compared'], show: (edition) => <Counts edition={edition} /> },
  { key: 'use', title: ['本机构', 'At my institute'], show: (edition) => <UseAtMyInstitute edition={edition.id} /> },
];

const adoptionColumns: readonly Column<Adoption>[] = [
  { key: 'institute', title: ['检定机构', 'Institute'], show: (one) => <a href={`/desk/adoptions/${one.id}`}>{one.institute.name}</a> },
  { key: 'number', title: ['规程', 'Procedure'], narrow: true, show: (one) => one.number },
  { key: 'state', title: ['状态', 'State'], narrow: true, show: (one) => <StatusTag states={adoptionTags} state={one.status} /> },
  { key: 'by', title: ['核对人', 'Compared by'], show: (one) => one.proposedBy },
  { key: 'at', title: ['提出日期', 'Proposed'], narrow: true, show: (one) => dayOfInstant(one.proposedAt) },
  { key: 'second', title: ['确认人', 'Confirmed by'], show: (one) => one.decidedBy },
];

/** The editions that this program can calculate, and who has adopted them. */
export function EditionList(): ReactElement {
  const text = useTexts(texts);
  const editions = useEndpoint(catalogueEndpoints.listEditions, {});
  return (
    <>
      <PageHead title={text.title} lead={text.lead} />
      <div className="stack">
        <Answer query={editions} rows={2}>
          {({ items }) => (
            <DataRows items={items} columns={editionColumns} rowKey={(edition) => edition.id} caption={['规程版本', 'Editions']} />
          )}
        </Answer>
        <h2>{text.adoptions}</h2>
        <DataTable
          endpoint={catalogueEndpoints.listAdoptions}
          columns={adoptionColumns}
          rowKey={(one) => one.id}
          caption={['规程采用记录', 'Adoptions of procedures']}
          filters={[
            {
              name: 'status',
              label: ['状态', 'State'],
              kind: 'choice',
              options: Object.entries(adoptionStates).map(([value, label]) => ({ value, label })),
            },
            { name: 'q', label: ['机构名称', 'Name of the institute'] },
          ]}
          empty={{
            title: ['还没有采用记录', 'No edition is adopted yet'],
            next: [
              '由检定机构的技术负责人打开规程版本，核对后提出',
              'The technical manager of an institute opens an edition, compares it and proposes it',
            ],
          }}
        />
      </div>
    </>
  );
}
