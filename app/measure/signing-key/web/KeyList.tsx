import { App, Button } from 'antd';
import type { ReactElement } from 'react';
import { organizationEndpoints } from '../../../register/organization/contract.ts';
import { download, ProblemAnswer } from '../../../web/client.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { dayOfInstant } from '../../../web/figures.ts';
import { DataRows, type Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer, Empty } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { signingKeyEndpoints, type SigningKey } from '../contract.ts';
import { keyHolders, keyPurposes, signingKeyStates } from '../rules.ts';
import { SealList } from './SealList.tsx';
import { keyTags } from './states.ts';
import { texts } from './text.ts';

function Purpose({ one }: { one: SigningKey }): ReactElement {
  return <a href={`/desk/signing-keys/${one.id}`}>{useSay()(keyPurposes[one.purpose])}</a>;
}

function Holder({ one }: { one: SigningKey }): ReactElement {
  return <>{useSay()(keyHolders[one.holder])}</>;
}

const shared: readonly Column<SigningKey>[] = [
  { key: 'keyId', title: ['密钥编号', 'Key id'], narrow: true, show: (one) => <code>{one.keyId}</code> },
  { key: 'state', title: ['状态', 'State'], narrow: true, show: (one) => <StatusTag states={keyTags} state={one.state} /> },
  {
    key: 'until',
    title: ['有效期至', 'Valid until'],
    narrow: true,
    show: (one) => (one.validUntil === null ? null : dayOfInstant(one.validUntil)),
  },
  { key: 'holder', title: ['私钥保存于', 'Private key held'], show: (one) => <Holder one={one} /> },
  { key: 'asked', title: ['申请日期', 'Asked for on'], narrow: true, show: (one) => dayOfInstant(one.requestedAt) },
];

const columns: readonly Column<SigningKey>[] = [
  {
    key: 'institute',
    title: ['机构', 'Institute'],
    show: (one) => <a href={`/desk/signing-keys/${one.id}`}>{one.institute?.name ?? one.keyId}</a>,
  },
  ...shared,
];
const cityColumns: readonly Column<SigningKey>[] = [
  { key: 'purpose', title: ['用途', 'Purpose'], show: (one) => <Purpose one={one} /> },
  ...shared,
];

/** What the city and its institutes sign with, and who may ask for more. */
export function KeyList(): ReactElement {
  const text = useTexts(texts);
  const { message } = App.useApp();
  const query = useEndpoint(signingKeyEndpoints.listCityKeys, {});
  const institutes = useEndpoint(
    organizationEndpoints.listOrganizations,
    { query: { kind: 'institute', limit: 200 } },
    { staleMilliseconds: 300_000 },
  );
  const save = async (): Promise<void> => {
    try {
      await download(signingKeyEndpoints.downloadTrust, {});
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
          <>
            {query.data?.mayRequest === true ? (
              <Button type="primary" href="/desk/signing-keys/request">
                {text.request}
              </Button>
            ) : null}
            {query.data?.mayGovern === true ? <Button href="/desk/signing-keys/city-request">{text.cityRequest}</Button> : null}
            <Button onClick={() => void save()}>{text.trustFile}</Button>
          </>
        }
      />
      <div className="stack">
        <section className="sheet">
          <h2>{text.cityKeys}</h2>
          <p className="soft">{text.trustHelp}</p>
          <SealList />
          <Answer query={query}>
            {(reply) =>
              reply.keys.length === 0 ? (
                <Empty title={text.noCityKeys} next={text.noCityKeysNext} />
              ) : (
                <DataRows items={reply.keys} columns={cityColumns} rowKey={(one) => one.id} caption={['城市密钥', 'Keys of the city']} />
              )
            }
          </Answer>
        </section>
        <section>
          <h2>{text.instituteKeys}</h2>
          <DataTable
            endpoint={signingKeyEndpoints.listSigningKeys}
            columns={columns}
            rowKey={(one) => one.id}
            caption={['机构密钥', 'Keys of institutes']}
            filters={[
              { name: 'q', label: ['机构或密钥编号', 'Institute or key id'] },
              {
                name: 'state',
                label: ['状态', 'State'],
                kind: 'choice',
                options: Object.entries(signingKeyStates).map(([value, label]) => ({ value, label })),
              },
              {
                name: 'institute',
                label: ['机构', 'Institute'],
                kind: 'choice',
                options: (institutes.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
                more: true,
              },
            ]}
            empty={{
              title: ['还没有机构密钥', 'No institute has a key yet'],
              next: ['由机构负责人申请，系统管理员批准', 'An institute’s manager asks, a system administrator confirms'],
            }}
          />
        </section>
      </div>
    </>
  );
}
