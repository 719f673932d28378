import { Button } from 'antd';
import type { ReactElement } from 'react';
import { printInstant, printNumber } from '../../../web/figures.ts';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { provisionEndpoints } from '../contract.ts';
import { yuanWords } from '../rules/words.ts';
import { versionTones } from './states.ts';
import { texts } from './text.ts';

/** The scenarios with their last versions; one of them may be the plan of the city. */
export function ScenarioList(): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const basis = useEndpoint(provisionEndpoints.readProvisionBasis, {});
  return (
    <>
      <PageHead
        title={text.scenarios}
        lead={text.scenariosLead}
        actions={
          <>
            <Button href="/desk/provision/costs">{text.costs}</Button>
            {basis.data?.mayPlan === true ? (
              <Button type="primary" href="/desk/provision/draft">
                {text.newScenario}
              </Button>
            ) : null}
          </>
        }
      />
      <DataTable
        endpoint={provisionEndpoints.listScenarios}
        caption={['能力配置方案的情景', 'Scenarios of the provision plan']}
        rowKey={(row) => row.id}
        filters={[{ name: 'q', label: ['名称', 'Name'] }]}
        empty={{
          title: ['还没有情景', 'No scenario yet'],
          next: ['新建一个情景，按缺口、需求和费用求解', 'Open one: it is solved from gaps, demand and costs'],
        }}
        columns={[
          { key: 'name', title: ['名称', 'Name'], show: (row) => <a href={`/desk/provision/${row.id}`}>{row.name}</a> },
          { key: 'adopted', title: ['现行方案', 'Adopted'], show: (row) => (row.adopted ? text.adopted : '') },
          { key: 'version', title: ['版本', 'Version'], show: (row) => fill(text.versionNumber, { n: row.latest.number }) },
          { key: 'state', title: ['状态', 'State'], show: (row) => <StatusTag states={versionTones} state={row.latest.state} /> },
          { key: 'cost', title: ['期内费用', 'Cost'], show: (row) => (row.latest.yuan === null ? '—' : say(yuanWords(row.latest.yuan))) },
          {
            key: 'travel',
            title: ['群众往返（千米）', 'Holders’ ways (km)'],
            show: (row) => (row.latest.kilometres === null ? '—' : printNumber(Math.round(row.latest.kilometres))),
          },
          { key: 'by', title: ['编制人', 'By'], show: (row) => row.person ?? '—' },
          { key: 'at', title: ['时间', 'When'], show: (row) => printInstant(row.latest.recordedAt) },
        ]}
      />
    </>
  );
}
