import type { ReactElement } from 'react';
import type { Leaf } from '../contract.ts';
import { transparencyEndpoints } from '../contract.ts';
import { leafKindNames, leafKindWords } from '../rules.ts';
import { printInstant, printNumber } from '../../../web/figures.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { kindTags } from './states.ts';
import { texts } from './text.ts';

/** An index has no unit and no decimals; what waits has none. */
function Index({ leaf }: { leaf: Leaf }): ReactElement {
  const text = useTexts(texts);
  return <a href={`/desk/log/leaves/${leaf.id}`}>{leaf.index === null ? text.waiting : printNumber(leaf.index)}</a>;
}

/** Who runs the system reads the log and no certificates: there the number is only a number. */
function CertificateNumber({ leaf }: { leaf: Leaf }): ReactElement {
  const mayRead = usePermit('certificate.read');
  return mayRead ? <a href={`/desk/certificates/${leaf.number}`}>{leaf.number}</a> : <>{leaf.number}</>;
}

const columns: readonly Column<Leaf>[] = [
  { key: 'index', title: ['序号', 'Index'], narrow: true, show: (leaf) => <Index leaf={leaf} /> },
  { key: 'kind', title: ['种类', 'Kind'], narrow: true, show: (leaf) => <StatusTag states={kindTags} state={leaf.kind} /> },
  {
    key: 'number',
    title: ['证书编号', 'Certificate number'],
    show: (leaf) => <CertificateNumber leaf={leaf} />,
  },
  { key: 'issuer', title: ['签发机构', 'Issued by'], show: (leaf) => leaf.institute ?? leaf.issuer },
  { key: 'day', title: ['日期', 'Day'], narrow: true, show: (leaf) => leaf.day },
  { key: 'recorded', title: ['写入时间', 'Written'], narrow: true, show: (leaf) => printInstant(leaf.recordedAt) },
];

/** All leaves, the newest first, by conditions that are links. */
export function LeafRows(): ReactElement {
  return (
    <DataTable
      endpoint={transparencyEndpoints.listLeaves}
      columns={columns}
      rowKey={(leaf) => leaf.id}
      caption={['日志条目', 'Leaves of the log']}
      filters={[
        { name: 'q', label: ['证书编号', 'Certificate number'] },
        {
          name: 'kind',
          label: ['种类', 'Kind'],
          kind: 'choice',
          options: leafKindNames.map((name) => ({ value: name, label: leafKindWords[name] })),
        },
        { name: 'from', label: ['自', 'From'], kind: 'day' },
        { name: 'to', label: ['至', 'To'], kind: 'day' },
        { name: 'issuer', label: ['机构代号', 'Code of the institute'], more: true },
        {
          name: 'state',
          label: ['编入', 'Place'],
          kind: 'choice',
          options: [
            { value: 'logged', label: ['已编入', 'In the log'] },
            { value: 'waiting', label: ['待编入', 'Waiting'] },
          ],
          more: true,
        },
      ]}
      empty={{
        title: ['尚无条目', 'No leaf yet'],
        next: ['签发第一份证书后，日志即从此开始', 'The log begins with the first certificate'],
      }}
    />
  );
}
