import { Button } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { addressOf } from '../../../kernel/address.ts';
import { fileEndpoints } from '../../../register/file/contract.ts';
import { dayOfInstant } from '../../../web/figures.ts';
import { DataRows, type Column } from '../../../web/kit/DataRows.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { regulationNumber } from '../../qualification/web/regulation-words.ts';
import { examinedKinds } from '../rules.ts';
import { documentKinds, documentSetSource, managementRuleCount } from '../rules/document-set.ts';
import { printQuality, printRange } from '../rules/characteristic.ts';
import { changeColumns } from './ChangeList.tsx';
import { applicationColumns } from './ExaminationList.tsx';
import type { Asked } from './DossierDialog.tsx';
import type { Dossier } from './MeasurementStandardPage.tsx';
import { documentTags } from './tags.ts';
import { texts } from './text.ts';
import './dossier.css';

type Row<Name extends keyof Dossier> = Dossier[Name] extends readonly (infer One)[] ? One : never;
type Props = { readonly dossier: Dossier; readonly onAsk: (asked: Asked) => void };

const roleWords = {
  main: ['计量标准器', 'Main standard'],
  auxiliary: ['配套设备', 'Auxiliary'],
  responsible: ['负责人', 'Responsible'],
  member: ['检定或校准人员', 'Staff'],
} as const;
const adoptionWords = {
  adopted: ['已采用', 'Adopted'],
  proposed: ['待确认', 'Proposed'],
  changed: ['数据已变', 'Data changed'],
  none: ['未采用', 'Not adopted'],
} as const;

function Said({ words }: { words: readonly [string, string] }): ReactElement {
  return <>{useSay()(words)}</>;
}
function Held({ holds, words }: { holds: boolean; words: string }): ReactElement {
  return <span className={holds ? undefined : 'tone-bad'}>{`${holds ? '✓' : '✗'} ${words}`}</span>;
}
const days: readonly Column<{ since: string; until: string | null }>[] = [
  { key: 'since', title: ['起', 'Since'], narrow: true, show: (one) => one.since },
  { key: 'until', title: ['止', 'Until'], narrow: true, show: (one) => one.until },
];

const rangeColumns: readonly Column<Row<'ranges'>>[] = [
  { key: 'parameter', title: ['参数', 'Parameter'], show: (one) => one.parameter },
  { key: 'range', title: ['范围', 'Range'], show: (one) => printRange(one) },
  { key: 'quality', title: ['准确度', 'Accuracy'], show: (one) => printQuality(one) },
];
const equipmentColumns: readonly Column<Row<'equipment'>>[] = [
  {
    key: 'name',
    title: ['名称', 'Name'],
    show: (one) => <a className="dossier-name" href={`/desk/standards/${one.standardId}`}>{`${one.name} ${one.number}`}</a>,
  },
  { key: 'role', title: ['作用', 'Role'], narrow: true, show: (one) => <Said words={roleWords[one.role]} /> },
  { key: 'accuracy', title: ['准确度', 'Accuracy'], show: (one) => one.accuracy },
  { key: 'certificate', title: ['溯源证书', 'Certificate'], show: (one) => one.certificateNumber },
  {
    key: 'valid',
    title: ['有效期至', 'Valid until'],
    narrow: true,
    show: (one) => <Held holds={one.holds} words={one.validUntil ?? ''} />,
  },
];
const memberColumns: readonly Column<Row<'members'>>[] = [
  { key: 'name', title: ['姓名', 'Name'], show: (one) => one.name },
  { key: 'role', title: ['作用', 'Role'], narrow: true, show: (one) => <Said words={roleWords[one.role]} /> },
  {
    key: 'qualification',
    title: ['资格（当日）', 'Qualification on the day'],
    show: (one) =>
      one.qualifications.map((held) => (
        <div key={held.regulation}>
          <Held holds={held.holds} words={`${regulationNumber(held.regulation)} ${held.documentNumber ?? ''} ${held.until ?? ''}`} />
        </div>
      )),
  },
];
const procedureColumns: readonly Column<Row<'procedures'>>[] = [
  { key: 'number', title: ['规程版本', 'Edition'], show: (one) => one.number },
  { key: 'adoption', title: ['方法确认', 'Adoption'], show: (one) => <Said words={adoptionWords[one.adoption]} /> },
];
const requirementColumns: readonly Column<Row<'requirements'>>[] = [
  { key: 'quantity', title: ['量', 'Quantity'], show: (one) => one.quantity },
  { key: 'limits', title: ['要求', 'Requirement'], show: (one) => printRange(one) },
  { key: 'source', title: ['出处', 'Source'], show: (one) => one.source },
];
const recordColumns: readonly Column<Row<'environment'>>[] = [
  { key: 'day', title: ['日期', 'Day'], narrow: true, show: (one) => one.day },
  { key: 'quantity', title: ['量', 'Quantity'], show: (one) => one.quantity },
  {
    key: 'found',
    title: ['所见', 'Found'],
    show: (one) => <Held holds={one.within} words={printRange({ low: one.lowest, high: one.highest, unit: one.unit })} />,
  },
  { key: 'note', title: ['说明', 'Note'], show: (one) => one.note },
  { key: 'person', title: ['登记人', 'By'], narrow: true, show: (one) => one.person },
];
const certificateColumns: readonly Column<Row<'certificates'>>[] = [
  { key: 'kind', title: ['种类', 'Kind'], show: (one) => <Said words={examinedKinds[one.kind]} /> },
  { key: 'number', title: ['编号', 'Number'], show: (one) => (one.supersededAt === null ? one.number : <s>{one.number}</s>) },
  { key: 'issuer', title: ['发证机关', 'Issued by'], show: (one) => one.issuer },
  { key: 'from', title: ['有效期起', 'From'], narrow: true, show: (one) => one.validFrom },
  { key: 'until', title: ['有效期至', 'Until'], narrow: true, show: (one) => one.validUntil },
  {
    key: 'correction',
    title: ['更正', 'Correction'],
    show: (one) => (one.supersededAt === null ? null : `${dayOfInstant(one.supersededAt)} ${one.correction ?? ''}`.trim()),
  },
];

function Section({
  title,
  lead,
  action,
  children,
}: {
  title: string;
  lead?: string;
  action?: ReactNode;
  children: ReactNode;
}): ReactElement {
  return (
    <section className="sheet spaced">
      <h2>{title}</h2>
      {lead === undefined ? null : <p className="soft">{lead}</p>}
      {children}
      {action}
    </section>
  );
}

/** The parts of the dossier, each with what may be done with it. */
export function DossierSections({ dossier, onAsk }: Props): ReactElement {
  const text = useTexts(texts);
  const mayCompose = dossier.allowed.includes('compose');
  const add = (part: NonNullable<Asked['part']>): ReactElement | null =>
    mayCompose ? <Button onClick={() => onAsk({ action: 'compose', part })}>{text.add}</Button> : null;
  const withEnd = <One extends { id: string; since: string; until: string | null }>(
    columns: readonly Column<One>[],
    part: NonNullable<Asked['part']>,
    nameOf: (one: One) => string,
  ): readonly Column<One>[] => [
    ...columns,
    ...(days as readonly Column<One>[]),
    ...(mayCompose
      ? [
          {
            key: 'action',
            title: ['办理', 'Action'] as const,
            narrow: true,
            show: (one: One) =>
              one.until === null ? (
                <>
                  <Button size="small" onClick={() => onAsk({ action: 'compose', part, replaces: { id: one.id, name: nameOf(one) } })}>
                    {text.replace}
                  </Button>{' '}
                  <Button size="small" onClick={() => onAsk({ action: 'compose', part, ends: { id: one.id, name: nameOf(one) } })}>
                    {text.end}
                  </Button>
                </>
              ) : null,
          },
        ]
      : []),
  ];
  const withCorrection: readonly Column<Row<'certificates'>>[] = dossier.allowed.includes('certify')
    ? [
        ...certificateColumns,
        {
          key: 'action',
          title: ['办理', 'Action'],
          narrow: true,
          show: (one) =>
            one.supersededAt === null ? (
              <Button
                size="small"
                aria-label={`${text.correct} ${one.number}`}
                onClick={() => onAsk({ action: 'certify', certificate: one })}
              >
                {text.correct}
              </Button>
            ) : null,
        },
      ]
    : certificateColumns;
  const missing = dossier.documents.filter(({ state }) => state === 'missing').length;
  const documentColumns: readonly Column<Row<'documents'>>[] = [
    { key: 'document', title: ['文件', 'Document'], show: (one) => <Said words={documentKinds[one.document]} /> },
    { key: 'state', title: ['状态', 'State'], narrow: true, show: (one) => <StatusTag states={documentTags} state={one.state} /> },
    {
      key: 'files',
      title: ['文件', 'Files'],
      show: (one) =>
        one.files.map((file) => (
          <div key={file.id}>
            <a href={addressOf(fileEndpoints.readFile, { params: { id: file.id as never } })}>{file.name}</a>
          </div>
        )),
    },
    { key: 'note', title: ['说明', 'Note'], show: (one) => one.note },
    ...(mayCompose
      ? [
          {
            key: 'action',
            title: ['办理', 'Action'] as const,
            narrow: true,
            show: (one: Row<'documents'>) => (
              <Button size="small" onClick={() => onAsk({ action: 'compose', part: 'document', document: one.document })}>
                {text.file}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <Section title={text.ranges} action={add('range')}>
        <DataRows
          items={dossier.ranges}
          columns={withEnd(rangeColumns, 'range', (one) => one.parameter)}
          rowKey={(one) => one.id}
          caption={['测量范围', 'Ranges']}
        />
      </Section>
      <Section title={text.equipment} action={add('equipment')}>
        <DataRows
          items={dossier.equipment}
          columns={withEnd(equipmentColumns, 'equipment', (one) => one.number)}
          rowKey={(one) => one.id}
          caption={['设备', 'Equipment']}
        />
      </Section>
      <Section title={text.procedures} action={add('procedure')}>
        <DataRows
          items={dossier.procedures}
          columns={withEnd(procedureColumns, 'procedure', (one) => one.number)}
          rowKey={(one) => one.id}
          caption={['规程', 'Procedures']}
        />
      </Section>
      <Section title={text.members} action={add('member')}>
        <DataRows
          items={dossier.members}
          columns={withEnd(memberColumns, 'member', (one) => one.name)}
          rowKey={(one) => one.id}
          caption={['人员', 'People']}
        />
      </Section>
      <Section title={text.environment} action={add('requirement')}>
        <DataRows
          items={dossier.requirements}
          columns={withEnd(requirementColumns, 'requirement', (one) => one.quantity)}
          rowKey={(one) => one.id}
          caption={['环境条件要求', 'Requirements']}
        />
      </Section>
      <Section
        title={text.records}
        action={mayCompose && dossier.requirements.some(({ until }) => until === null) ? add('environment') : null}
      >
        <DataRows items={dossier.environment} columns={recordColumns} rowKey={(one) => one.id} caption={['环境条件记录', 'Records']} />
      </Section>
      <Section
        title={text.documents}
        lead={missing === 0 ? text.documentsLead : `${text.documentsLead} · ${fill(text.missing, { n: missing })}`}
      >
        <DataRows items={dossier.documents} columns={documentColumns} rowKey={(one) => one.document} caption={['文件集', 'Document set']} />
        <p className="soft">{fill(text.documentSource, { source: documentSetSource.source, n: managementRuleCount })}</p>
      </Section>
      <Section title={text.certificates}>
        <DataRows items={dossier.certificates} columns={withCorrection} rowKey={(one) => one.id} caption={['证书', 'Certificates']} />
      </Section>
      <Section title={text.applications}>
        <DataRows
          items={dossier.applications}
          columns={applicationColumns}
          rowKey={(one) => one.id}
          caption={['考核申请', 'Applications']}
        />
      </Section>
      <Section title={text.changes}>
        <DataRows items={dossier.changes} columns={changeColumns} rowKey={(one) => one.id} caption={['更换与申报', 'Changes']} />
      </Section>
    </>
  );
}
