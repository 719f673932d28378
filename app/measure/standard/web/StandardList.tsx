import { App, Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { organizationEndpoints } from '../../../register/organization/contract.ts';
import { useSearchState } from '../../../web/address.ts';
import { download, ProblemAnswer } from '../../../web/client.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { standardEndpoints, type Standard } from '../contract.ts';
import { accuracyLine, standardStates } from '../rules.ts';
import { roleWord, roleWords } from './role-words.ts';
import { rangeBases } from '../rules/range.ts';
import { RangeImport } from './RangeImport.tsx';
import { rangeTexts } from './range-text.ts';
import { rangeTags, standardTags, validityOf, validityTags } from './states.ts';
import { texts } from './text.ts';

function Roles({ roles }: { roles: readonly string[] }): ReactElement {
  const say = useSay();
  return <>{roles.map((role) => say(roleWord(role))).join('、')}</>;
}

function Validity({ standard }: { standard: Standard }): ReactElement {
  const text = useTexts(texts);
  const state = validityOf(standard.daysLeft);
  return (
    <>
      {standard.certificate.validUntil} <StatusTag states={validityTags} state={state} />
      {state === 'due' ? <span className="soft"> {fill(text.daysLeft, { n: standard.daysLeft })}</span> : null}
    </>
  );
}

/** The text of the certificate; where nothing can be judged by it, that is said. */
function Range({ standard: { range, ranges } }: { standard: Standard }): ReactElement {
  const say = useSay();
  const stated = ranges.items.map(({ text }) => text).join('；');
  return (
    <>
      {range}
      {ranges.basis === 'none' ? <StatusTag states={rangeTags} state="none" /> : null}
      {ranges.basis === 'stated' && stated !== range ? (
        <span className="soft">
          {' '}
          {say(rangeBases.stated)} {stated}
        </span>
      ) : null}
    </>
  );
}

const columns: readonly Column<Standard>[] = [
  { key: 'name', title: ['名称', 'Name'], show: (one) => <a href={`/desk/standards/${one.id}`}>{one.name}</a> },
  { key: 'number', title: ['编号', 'Number'], narrow: true, show: (one) => one.number },
  { key: 'range', title: ['测量范围', 'Range'], show: (one) => <Range standard={one} /> },
  { key: 'accuracy', title: ['准确度', 'Accuracy'], show: (one) => accuracyLine(one.certificate) },
  { key: 'roles', title: ['用于', 'Serves as'], show: (one) => <Roles roles={one.roles} /> },
  { key: 'certificate', title: ['证书', 'Certificate'], show: (one) => one.certificate.number },
  { key: 'valid', title: ['有效期至', 'Valid until'], show: (one) => <Validity standard={one} /> },
  { key: 'state', title: ['状态', 'State'], narrow: true, show: (one) => <StatusTag states={standardTags} state={one.state} /> },
  { key: 'institute', title: ['机构', 'Institute'], show: (one) => one.institute.name },
];

const filters = [
  { name: 'q', label: ['名称、编号、出厂编号或证书编号', 'Name, number, serial or certificate'] },
  {
    name: 'state',
    label: ['状态', 'State'],
    kind: 'choice',
    options: Object.entries(standardStates).map(([value, label]) => ({ value, label })),
  },
  {
    name: 'dueWithin',
    label: ['到期', 'Due'],
    kind: 'choice',
    options: [
      { value: '0', label: ['今日到期或已过期', 'today or lapsed'] },
      { value: '30', label: ['30 天内', 'within 30 days'] },
      { value: '90', label: ['90 天内', 'within 90 days'] },
      { value: '180', label: ['180 天内', 'within 180 days'] },
    ],
  },
  {
    name: 'role',
    label: ['用于', 'Serves as'],
    kind: 'choice',
    options: [...roleWords].map(([value, label]) => ({ value, label })),
    more: true,
  },
] as const;

/** The standards within the caller's reach: which are in service, and which fall due. */
export function StandardList(): ReactElement {
  const text = useTexts(texts);
  const words = useTexts(rangeTexts);
  const [isImporting, setImporting] = useState(false);
  const { message } = App.useApp();
  const [search] = useSearchState();
  const mayManage = usePermit('standard.manage');
  const institutes = useEndpoint(
    organizationEndpoints.listOrganizations,
    { query: { kind: 'institute', limit: 200 } },
    { staleMilliseconds: 300_000 },
  );
  const save = async (): Promise<void> => {
    const names = ['q', 'state', 'dueWithin', 'role', 'institute'];
    const query = Object.fromEntries(names.flatMap((name) => (search[name] === undefined ? [] : [[name, search[name]]])));
    try {
      await download(standardEndpoints.downloadStandards, { query: query as never });
    } catch (error) {
      if (!(error instanceof ProblemAnswer)) throw error;
      void message.error(error.title);
    }
  };
  return (
    <>
      <PageHead
        title={text.list}
        lead={text.listLead}
        actions={
          mayManage ? (
            <>
              <Button onClick={() => setImporting(true)}>{words.import}</Button>
              <Button type="primary" href="/desk/standards/registration">
                {text.register}
              </Button>
            </>
          ) : undefined
        }
      />
      <DataTable
        endpoint={standardEndpoints.listStandards}
        columns={columns}
        rowKey={(one) => one.id}
        caption={['标准器', 'Standards']}
        filters={[
          ...filters,
          {
            name: 'institute',
            label: ['机构', 'Institute'],
            kind: 'choice',
            options: (institutes.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
            more: true,
          },
        ]}
        actions={<Button onClick={() => void save()}>{text.download}</Button>}
        empty={{
          title: ['还没有登记标准器', 'No standard is registered yet'],
          next: ['由技术负责人连同证书登记，检定员随后可以选用', 'The technical manager registers them with their certificates'],
        }}
      />
      {isImporting ? <RangeImport onClose={() => setImporting(false)} /> : null}
    </>
  );
}
