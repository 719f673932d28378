import { Button } from 'antd';
import type { ReactElement } from 'react';
import { printInstant } from '../../../web/figures.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { instrumentKinds } from '../../../register/instrument/rules.ts';
import { requestEndpoints, type Request } from '../contract.ts';
import { requestStates, verificationKinds } from '../rules.ts';
import { statusTable } from './states.ts';
import { texts } from './text.ts';

function What({ item }: { item: Request }): ReactElement {
  const say = useSay();
  return (
    <a href={`/desk/requests/${item.id}`}>
      {say(instrumentKinds[item.instrumentKind].text)} × {item.instrumentCount}
    </a>
  );
}
function Kind({ item }: { item: Request }): ReactElement {
  return <>{useSay()(verificationKinds[item.verificationKind])}</>;
}
function Progress({ item }: { item: Request }): ReactElement {
  return <>{fill(useTexts(texts).progress, { served: item.servedCount, n: item.instrumentCount })}</>;
}

const columns: readonly Column<Request>[] = [
  { key: 'what', title: ['申请', 'Request'], show: (item) => <What item={item} /> },
  { key: 'holder', title: ['使用单位', 'Holder'], show: (item) => item.holder.name },
  { key: 'institute', title: ['受理机构', 'Institute'], show: (item) => item.institute.name },
  { key: 'kind', title: ['类别', 'Kind'], narrow: true, show: (item) => <Kind item={item} /> },
  { key: 'status', title: ['状态', 'State'], narrow: true, show: (item) => <StatusTag states={statusTable} state={item.status} /> },
  { key: 'progress', title: ['进度', 'Progress'], narrow: true, show: (item) => <Progress item={item} /> },
  { key: 'submittedAt', title: ['申请时间', 'Submitted'], narrow: true, show: (item) => printInstant(item.submittedAt) },
];

/** Requests the caller may see, newest first. */
export function RequestList(): ReactElement {
  const text = useTexts(texts);
  const maySubmit = usePermit('request.submit');
  const submit = maySubmit ? (
    <Button type="primary" href="/desk/requests/submission">
      {text.submit}
    </Button>
  ) : undefined;
  return (
    <>
      <PageHead title={text.requests} lead={text.lead} actions={submit} />
      <DataTable
        endpoint={requestEndpoints.listRequests}
        columns={columns}
        rowKey={(item) => item.id}
        caption={['强制检定申请', 'Requests']}
        filters={[
          { name: 'q', label: ['使用单位或 e-CQS 单号', 'Holder or e-CQS number'] },
          {
            name: 'status',
            label: ['状态', 'State'],
            kind: 'choice',
            options: Object.entries(requestStates).map(([value, label]) => ({ value, label })),
          },
        ]}
        empty={{ title: ['还没有申请', 'No request yet'], ...(submit === undefined ? {} : { action: submit }) }}
      />
    </>
  );
}
