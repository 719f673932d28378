import { Select } from 'antd';
import type { ReactElement } from 'react';
import { useGo } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { standardEndpoints } from '../../standard/contract.ts';
import { impactEndpoints } from '../contract/impact.ts';
import type { FindingCard } from '../contract/impact-shapes.ts';
import { findingStates } from '../rules/impact.ts';
import { findingTags, optionsOf } from './impact-states.ts';
import { texts } from './impact-text.ts';

const columns: readonly Column<FindingCard>[] = [
  { key: 'number', title: ['编号', 'Number'], show: (one) => <a href={`/desk/findings/${one.id}`}>{one.number}</a> },
  { key: 'standard', title: ['标准器', 'Standard'], show: (one) => `${one.standard.name} ${one.standard.number}` },
  { key: 'interval', title: ['存疑期间', 'Doubtful interval'], narrow: true, show: (one) => `${one.since} ～ ${one.foundOn}` },
  { key: 'reverify', title: ['需复检', 'Verify again'], narrow: true, show: (one) => one.counts.reverify },
  { key: 'doubtful', title: ['存疑', 'Doubtful'], narrow: true, show: (one) => one.counts.doubtful },
  { key: 'unknown', title: ['无法计算', 'Not calculated'], narrow: true, show: (one) => one.counts.unknown },
  { key: 'harmless', title: ['无影响', 'No effect'], narrow: true, show: (one) => one.counts.harmless },
  { key: 'state', title: ['状态', 'State'], narrow: true, show: (one) => <StatusTag states={findingTags} state={one.state} /> },
  { key: 'institute', title: ['机构', 'Institute'], show: (one) => one.institute.name },
];

const filters = [
  { name: 'q', label: ['编号、标准器', 'Number or standard'] },
  { name: 'state', label: ['状态', 'State'], kind: 'choice', options: optionsOf(findingStates) },
] as const;

/** Every case of a failed standard within reach. */
export function ImpactList(): ReactElement {
  const text = useTexts(texts);
  const mayReport = usePermit('traceability.record');
  return (
    <>
      <PageHead title={text.list} lead={text.listLead} actions={mayReport ? <Report /> : null} />
      <DataTable
        endpoint={impactEndpoints.listFailedStandards}
        columns={columns}
        rowKey={(one) => one.id}
        filters={filters}
        caption={['超差发现', 'Findings']}
        empty={{
          title: ['没有超差发现', 'No standard was found out of tolerance'],
          next: ['在标准器页面报告超差', 'A failed standard is reported on its page'],
        }}
      />
    </>
  );
}

/** A finding begins with the standard that failed. */
function Report(): ReactElement {
  const text = useTexts(texts);
  const go = useGo();
  const standards = useEndpoint(standardEndpoints.listStandards, { query: { limit: 200 } });
  return (
    <Select
      aria-label={text.report}
      placeholder={text.report}
      showSearch={{ optionFilterProp: 'label' }}
      value={null}
      onChange={(id: string | null) => (id === null ? undefined : go(`/desk/standards/${id}/finding`))}
      options={(standards.data?.items ?? []).map(({ id, name, number }) => ({ value: id as string, label: `${name} ${number}` }))}
    />
  );
}
