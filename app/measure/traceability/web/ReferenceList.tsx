import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { graphEndpoints } from '../contract/graph.ts';
import { levels, type Level } from '../rules/graph.ts';
import { texts } from './text.ts';

type Reference = ReplyOf<typeof graphEndpoints.listReferences>['items'][number];
const levelOptions = Object.entries(levels).map(([value, label]) => ({ value, label }));

function LevelWord({ level }: { level: Level }): ReactElement {
  return <>{useSay()(levels[level])}</>;
}

const columns: readonly Column<Reference>[] = [
  { key: 'item', title: ['名称', 'Item'], show: (one) => <a href={`/desk/traceability/reference/${one.id}`}>{one.item}</a> },
  { key: 'level', title: ['级别', 'Level'], narrow: true, show: (one) => <LevelWord level={one.level} /> },
  { key: 'number', title: ['证书编号', 'Number'], show: (one) => one.number },
  { key: 'issuer', title: ['出具机构', 'Issued by'], show: (one) => one.issuer },
  { key: 'class', title: ['准确度等级', 'Accuracy class'], narrow: true, show: (one) => one.accuracyClass ?? '/' },
  { key: 'valid', title: ['有效期至', 'Valid until'], narrow: true, show: (one) => one.validUntil ?? '/' },
  { key: 'above', title: ['其上级', 'Above it'], narrow: true, show: (one) => one.above },
  { key: 'below', title: ['依据它的', 'Resting on it'], narrow: true, show: (one) => one.below },
  { key: 'institute', title: ['登记机构', 'Recorded by'], show: (one) => one.institute.name },
];

/** What certificates of others say stands above the own standards. */
export function ReferenceList(): ReactElement {
  const text = useTexts(texts);
  const mayRecord = usePermit('traceability.record');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <PageHead
        title={text.references}
        lead={text.referencesLead}
        actions={
          mayRecord ? (
            <Button type="primary" onClick={() => setOpen(true)}>
              {text.record}
            </Button>
          ) : undefined
        }
      />
      <DataTable
        endpoint={graphEndpoints.listReferences}
        columns={columns}
        rowKey={(one) => one.id}
        caption={['平台之外的上一级', 'Levels outside']}
        filters={[
          { name: 'q', label: ['名称、证书编号或机构', 'Item, number or issuer'] },
          { name: 'level', label: ['级别', 'Level'], kind: 'choice', options: levelOptions },
        ]}
        empty={{
          title: ['还没有登记平台之外的上一级', 'No level outside is recorded yet'],
          next: ['由技术负责人按上一级证书所载登记', 'The technical manager records them as the certificates say'],
        }}
      />
      {isOpen ? (
        <Dialog title={text.record} onClose={() => setOpen(false)}>
          <RecordForm
            endpoint={graphEndpoints.recordReference}
            fields={[
              { name: 'level', label: ['级别', 'Level'], kind: 'choice', options: levelOptions },
              { name: 'quantity', label: ['量', 'Quantity'], hint: ['如 mass 质量、pressure 压力', 'Such as mass, pressure'] },
              { name: 'item', label: ['名称', 'Item'], hint: ['照证书', 'As on the certificate'] },
              { name: 'number', label: ['证书编号', 'Number'] },
              { name: 'issuer', label: ['出具机构', 'Issued by'] },
              { name: 'calibratedOn', label: ['检定或校准日期', 'Calibrated on'], kind: 'day' },
              {
                name: 'validUntil',
                label: ['有效期至', 'Valid until'],
                kind: 'day',
                hint: ['没有载明时留空', 'Left empty where none is named'],
              },
              {
                name: 'value',
                label: ['扩展不确定度', 'Expanded uncertainty'],
                kind: 'decimal',
                hint: ['证书未给出时留空', 'Left empty where none is stated'],
              },
              { name: 'unit', label: ['单位', 'Unit'] },
              { name: 'coverageFactor', label: ['包含因子 k', 'Coverage factor k'], kind: 'decimal' },
              {
                name: 'accuracyClass',
                label: ['准确度等级或等别', 'Accuracy class or order'],
                hint: ['照证书，如 E2、一等；没有时留空', 'As on the certificate, such as E2 or 一等; empty where none is stated'],
              },
            ]}
            done={['已登记', 'Recorded']}
            onDone={() => setOpen(false)}
          />
        </Dialog>
      ) : null}
    </>
  );
}
