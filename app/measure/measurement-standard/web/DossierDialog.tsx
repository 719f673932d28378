import type { ReactElement } from 'react';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import type { Field } from '../../../web/kit/FormField.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { qualificationEndpoints } from '../../qualification/contract.ts';
import { standardEndpoints } from '../../standard/contract.ts';
import { editions } from '@tongheng/procedures/registry';
import { measurementStandardEndpoints as endpoints } from '../contract.ts';
import { examinedKinds } from '../rules.ts';
import { applicationKinds } from '../rules/application.ts';
import { changeEffects, changeTopics, type ChangeTopic } from '../rules/change.ts';
import { dossierActions, type DossierAction } from '../rules/dossier-action.ts';
import type { DocumentKind } from '../rules/document-set.ts';
import {
  certificateFields,
  descriptionFields,
  effectField,
  filesField,
  optionsOf,
  rangeFields,
  reasonField,
  sinceField,
} from './fields.tsx';
import { CertificateCorrection, type RecordedCertificate } from './CertificateCorrection.tsx';
import type { Dossier } from './MeasurementStandardPage.tsx';
import { DeclarationForm, OrderForm } from './StandingForm.tsx';
import { texts } from './text.ts';

type Part = 'range' | 'equipment' | 'member' | 'procedure' | 'requirement' | 'environment' | 'document';
type Named = { readonly id: string; readonly name: string };
export type Asked = {
  readonly action: DossierAction;
  readonly part?: Part;
  readonly replaces?: Named;
  readonly ends?: Named;
  readonly document?: DocumentKind;
  /** The certificate whose record is put right. */
  readonly certificate?: RecordedCertificate;
};
type Props = { readonly asked: Asked; readonly dossier: Dossier; readonly onClose: () => void };

const topicOf: Readonly<Record<Exclude<Part, 'environment' | 'document'>, ChangeTopic>> = {
  range: 'range',
  equipment: 'main-equipment',
  member: 'person',
  procedure: 'procedure',
  requirement: 'environment',
};

export function DossierDialog(props: Props): ReactElement {
  const { asked, onClose } = props;
  const say = useSay();
  const text = useTexts(texts);
  const named = asked.replaces ?? asked.ends;
  const verb = asked.ends === undefined ? (asked.replaces === undefined ? text.add : text.replace) : text.end;
  const title =
    asked.certificate !== undefined
      ? text.correctCertificate
      : asked.action === 'compose'
        ? `${verb}${named === undefined ? '' : ` ${named.name}`}`
        : say(dossierActions[asked.action]);
  return (
    <Dialog title={title} onClose={onClose}>
      {asked.action === 'compose' ? <Compose {...props} /> : <Act {...props} />}
    </Dialog>
  );
}

function useOptions(part: Part | undefined) {
  const standards = useEndpoint(standardEndpoints.listStandards, { query: { limit: 200 } }, { enabled: part === 'equipment' });
  const people = useEndpoint(qualificationEndpoints.listCandidates, {}, { enabled: part === 'member' });
  return {
    standards: (standards.data?.items ?? []).map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` })),
    people: (people.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
  };
}

const editionOptions = editions.map(({ id, number, title }) => ({
  value: id,
  label: [`${number} ${title[0]}`, `${number} ${title[1]}`] as const,
}));

function Compose({ asked, dossier, onClose }: Props): ReactElement | null {
  const { part } = asked;
  const { standards, people } = useOptions(part);
  const params = { id: dossier.id };
  const examined = dossier.state !== 'building' && dossier.state !== 'returned' && dossier.state !== 'refused';
  if (part === undefined) return null;
  const done = ['已登记', 'Recorded'] as const;
  if (part === 'environment')
    return (
      <RecordForm
        endpoint={endpoints.recordEnvironment}
        params={params}
        fields={[
          {
            name: 'requirement',
            label: ['要求', 'Requirement'],
            kind: 'choice',
            options: dossier.requirements
              .filter(({ until }) => until === null)
              .map(({ id, quantity, unit }) => ({ value: id, label: `${quantity}（${unit}）` })),
          },
          { name: 'day', label: ['日期', 'Day'], kind: 'day' },
          { name: 'lowest', label: ['最低值', 'Lowest'], kind: 'decimal' },
          { name: 'highest', label: ['最高值', 'Highest'], kind: 'decimal' },
          { name: 'note', label: ['说明', 'Note'], hint: ['超出要求时必填', 'Where it was outside'] },
        ]}
        done={done}
        onDone={onClose}
      />
    );
  if (part === 'document')
    return (
      <RecordForm
        endpoint={endpoints.fileDocument}
        params={params}
        fixed={{ document: asked.document }}
        fields={[
          filesField(['文件', 'Files']),
          { name: 'documentNumber', label: ['文件编号', 'Number'] },
          { name: 'omitted', label: ['本计量标准不需要此类文件', 'This measurement standard needs none of the kind'], kind: 'yesNo' },
          { name: 'note', label: ['说明', 'Note'], hint: ['不需要的须说明理由', 'Why there is none'] },
        ]}
        initial={{ files: [], omitted: false }}
        done={done}
        onDone={onClose}
      />
    );
  const effect: readonly Field[] = examined ? [effectField(topicOf[part])] : [];
  if (asked.ends !== undefined)
    return (
      <RecordForm
        endpoint={endpoints.endPart}
        params={params}
        fixed={{ part, id: asked.ends.id }}
        fields={[{ name: 'lastDay', label: ['最后一日', 'Last day'], kind: 'day' }, ...effect, reasonField]}
        done={done}
        onDone={onClose}
      />
    );
  const fixed = { replaces: asked.replaces?.id ?? null };
  const after: readonly Field[] = [
    sinceField,
    ...effect,
    ...(examined ? [{ name: 'description', label: ['更换说明', 'What was changed'], kind: 'long' } as const] : []),
  ];
  switch (part) {
    case 'range':
      return (
        <RecordForm
          endpoint={endpoints.addRange}
          params={params}
          fixed={fixed}
          fields={[...rangeFields, ...after]}
          initial={{ parameter: dossier.quantity }}
          done={done}
          onDone={onClose}
        />
      );
    case 'equipment':
      return (
        <RecordForm
          endpoint={endpoints.addEquipment}
          params={params}
          fixed={fixed}
          fields={[
            { name: 'standard', label: ['标准器', 'Standard'], kind: 'choice', options: standards },
            {
              name: 'role',
              label: ['作用', 'Role'],
              kind: 'choice',
              options: [
                { value: 'main', label: ['计量标准器', 'Main standard'] },
                { value: 'auxiliary', label: ['主要配套设备', 'Auxiliary equipment'] },
              ],
            },
            ...after,
          ]}
          done={done}
          onDone={onClose}
        />
      );
    case 'member':
      return (
        <RecordForm
          endpoint={endpoints.addMember}
          params={params}
          fixed={fixed}
          fields={[
            { name: 'person', label: ['人员', 'Person'], kind: 'choice', options: people },
            {
              name: 'role',
              label: ['作用', 'Role'],
              kind: 'choice',
              options: [
                { value: 'responsible', label: ['计量标准负责人', 'Responsible person'] },
                { value: 'member', label: ['检定或校准人员', 'Staff'] },
              ],
            },
            ...after,
          ]}
          done={done}
          onDone={onClose}
        />
      );
    case 'procedure':
      return (
        <RecordForm
          endpoint={endpoints.addProcedure}
          params={params}
          fixed={fixed}
          fields={[
            {
              name: 'edition',
              label: ['规程版本', 'Edition'],
              kind: 'choice',
              options: editionOptions,
              hint: ['须已由本机构完成方法确认', 'The institute must have adopted it'],
            },
            ...after,
          ]}
          done={done}
          onDone={onClose}
        />
      );
    case 'requirement':
      return (
        <RecordForm
          endpoint={endpoints.addRequirement}
          params={params}
          fixed={fixed}
          fields={[
            { name: 'quantity', label: ['量', 'Quantity'], hint: ['如 温度、相对湿度', 'Such as temperature'] },
            { name: 'low', label: ['下限', 'Lower limit'], kind: 'decimal' },
            { name: 'high', label: ['上限', 'Upper limit'], kind: 'decimal' },
            { name: 'unit', label: ['单位', 'Unit'] },
            { name: 'source', label: ['出处', 'Source'], hint: ['规程条款', 'The clause that asks for it'] },
            ...after,
          ]}
          done={done}
          onDone={onClose}
        />
      );
  }
}

function Act({ asked, dossier, onClose }: Props): ReactElement | null {
  const params = { id: dossier.id };
  const done = ['已办理', 'Done'] as const;
  switch (asked.action) {
    case 'correct': {
      const { name, kind, quantity, code, level, top, place, version } = dossier;
      return (
        <RecordForm
          endpoint={endpoints.correctMeasurementStandard}
          params={params}
          fixed={{ version }}
          fields={[...descriptionFields, reasonField]}
          initial={{ name, kind, quantity, code, level, top, place }}
          done={done}
          onDone={onClose}
        />
      );
    }
    case 'apply':
      return (
        <RecordForm
          endpoint={endpoints.applyForExamination}
          params={params}
          fields={[
            { name: 'kind', label: ['类别', 'Kind'], kind: 'choice', options: optionsOf(applicationKinds) },
            { name: 'addressee', label: ['主持考核的计量行政部门', 'The authority that presides'] },
            filesField(['申请书、技术报告等', 'Application, technical report and others']),
          ]}
          initial={{ kind: dossier.certificates.length === 0 ? 'first' : 're-examination', files: [] }}
          done={['已申请', 'Applied']}
          onDone={onClose}
        />
      );
    case 'declare':
      return <DeclarationForm dossier={dossier} onDone={onClose} />;
    case 'report':
      return (
        <RecordForm
          endpoint={endpoints.reportChange}
          params={params}
          fields={[
            {
              name: 'topic',
              label: ['事项', 'What'],
              kind: 'choice',
              options: optionsOf(changeTopics).filter(({ value }) => ['environment', 'place', 'keeper'].includes(value)),
            },
            {
              name: 'effect',
              label: ['影响', 'Effect'],
              kind: 'choice',
              options: optionsOf(changeEffects).filter(({ value }) => ['major', 'minor', 'none'].includes(value)),
            },
            { name: 'day', label: ['日期', 'Day'], kind: 'day' },
            { name: 'description', label: ['内容', 'Description'], kind: 'long' },
            filesField(),
          ]}
          initial={{ files: [] }}
          done={done}
          onDone={onClose}
        />
      );
    case 'certify':
      if (asked.certificate !== undefined)
        return <CertificateCorrection dossier={dossier} certificate={asked.certificate} onDone={onClose} />;
      return (
        <RecordForm
          endpoint={endpoints.recordCertificate}
          params={params}
          fields={[
            { name: 'kind', label: ['种类', 'Kind'], kind: 'choice', options: optionsOf(examinedKinds) },
            ...certificateFields,
            { name: 'replaces', label: ['自其首日起取代现有证书', 'Replaces the present one from its first day'], kind: 'yesNo' },
            filesField(),
            reasonField,
          ]}
          initial={{ replaces: false, files: [] }}
          done={done}
          onDone={onClose}
        />
      );
    case 'order':
      return <OrderForm dossier={dossier} onDone={onClose} />;
    case 'compose':
      return null;
  }
}
