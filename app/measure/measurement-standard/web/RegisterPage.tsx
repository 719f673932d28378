import { App, Button } from 'antd';
import type { ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { useGo, usePathParam } from '../../../web/address.ts';
import { download, ProblemAnswer } from '../../../web/client.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printInstant } from '../../../web/figures.ts';
import { DataRows, type Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { measurementStandardEndpoints as endpoints } from '../contract.ts';
import { reasonField, workbookField } from './fields.tsx';
import { verdictTags } from './tags.ts';
import { texts } from './text.ts';

type Details = ReplyOf<typeof endpoints.readRegisterImport>;
type Card = ReplyOf<typeof endpoints.listRegisterImports>['items'][number];
type Row = Details['rows'][number];

/** Upload, compare, look, take. */
export function RegisterPage(): ReactElement {
  const text = useTexts(texts);
  const go = useGo();
  const { message } = App.useApp();
  const columns: readonly Column<Card>[] = [
    { key: 'file', title: ['文件', 'File'], show: (one) => <a href={`/desk/measurement-standards/imports/${one.id}`}>{one.fileName}</a> },
    {
      key: 'counts',
      title: ['结果', 'Outcome'],
      show: ({ fresh, changed, same, refused }) => fill(text.counts, { fresh, changed, same, refused }),
    },
    { key: 'person', title: ['上传人', 'By'], narrow: true, show: (one) => one.person },
    { key: 'at', title: ['时间', 'At'], narrow: true, show: (one) => printInstant(one.recordedAt) },
    { key: 'taken', title: ['采用人', 'Taken by'], narrow: true, show: (one) => one.takenBy },
  ];
  const save = (): void =>
    void download(endpoints.downloadRegisterTemplate, {}).catch((error: unknown) => {
      if (!(error instanceof ProblemAnswer)) throw error;
      void message.error(error.title);
    });
  return (
    <>
      <PageHead
        title={text.imports}
        lead={text.importsLead}
        actions={
          <>
            <Button onClick={save}>{text.template}</Button>
            <Button href="/desk/measurement-standards">{text.all}</Button>
          </>
        }
      />
      <div className="sheet spaced">
        <RecordForm
          endpoint={endpoints.compareRegister}
          fields={[workbookField]}
          submit={['上传并比对', 'Upload and compare']}
          onDone={({ id }) => go(`/desk/measurement-standards/imports/${id}`)}
        />
      </div>
      <DataTable
        endpoint={endpoints.listRegisterImports}
        columns={columns}
        rowKey={(one) => one.id}
        caption={['台账导入', 'Imports']}
        empty={{ title: ['还没有导入过台账', 'No register was imported yet'] }}
      />
    </>
  );
}

const rowColumns: readonly Column<Row>[] = [
  { key: 'row', title: ['行', 'Row'], narrow: true, show: (one) => one.row },
  { key: 'verdict', title: ['结果', 'Outcome'], narrow: true, show: (one) => <StatusTag states={verdictTags} state={one.verdict} /> },
  { key: 'name', title: ['名称', 'Name'], show: (one) => one.name },
  { key: 'institute', title: ['建标单位', 'Keeper'], show: (one) => one.institute },
  { key: 'number', title: ['证书号', 'Certificate'], show: (one) => one.certificateNumber },
  { key: 'until', title: ['有效期至', 'Valid until'], narrow: true, show: (one) => one.validUntil },
  { key: 'remarks', title: ['变化或理由', 'Change or reason'], show: (one) => <Remarks remarks={one.remarks} /> },
];
function Remarks({ remarks }: { remarks: Row['remarks'] }): ReactElement {
  const say = useSay();
  return <>{remarks.map((remark) => say(remark)).join('；')}</>;
}

export function ComparisonPage(): ReactElement {
  const id = usePathParam('id');
  const query = useEndpoint(endpoints.readRegisterImport, { params: { id } });
  return <Answer query={query}>{(details) => <Comparison details={details} />}</Answer>;
}

function Comparison({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const { message } = App.useApp();
  const { fresh, changed, same, refused } = details;
  const params = { id: details.id };
  const save = (): void =>
    void download(endpoints.downloadRegisterRemarks, { params }).catch((error: unknown) => {
      if (!(error instanceof ProblemAnswer)) throw error;
      void message.error(error.title);
    });
  return (
    <>
      <PageHead
        title={details.fileName}
        lead={fill(text.counts, { fresh, changed, same, refused })}
        actions={
          <>
            <Button onClick={save}>{text.remarksBook}</Button>
            <Button href="/desk/measurement-standards/imports">{text.imports}</Button>
          </>
        }
      />
      {details.mayTake ? (
        <div className="sheet columns">
          <RecordForm
            endpoint={endpoints.takeRegister}
            params={params}
            fixed={{ take: true }}
            fields={[reasonField]}
            submit={['采用', 'Take']}
            done={['已采用', 'Taken']}
            onDone={() => undefined}
          />
          <RecordForm
            endpoint={endpoints.takeRegister}
            params={params}
            fixed={{ take: false }}
            fields={[reasonField]}
            submit={['放弃', 'Discard']}
            done={['已放弃', 'Discarded']}
            onDone={() => undefined}
          />
        </div>
      ) : null}
      <section className="sheet spaced">
        <DataRows items={details.rows} columns={rowColumns} rowKey={(one) => String(one.row)} caption={['比对结果', 'What was compared']} />
      </section>
    </>
  );
}
