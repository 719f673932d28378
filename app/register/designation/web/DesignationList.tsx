import { Button, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { printDocumentNumber } from '../../../web/figures.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import type { ControlProps } from '../../../web/kit/FormField.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { useCaller, usePermit } from '../../../web/session.ts';
import { instrumentKinds } from '../../catalogue/rules/kinds.ts';
import { OrganizationPicker } from '../../organization/web/OrganizationPicker.tsx';
import { useRegionName, useRegions } from '../../organization/web/regions.ts';
import { designationEndpoints, type Designation } from '../contract.ts';
import { texts } from './text.ts';

const kindOptions = Object.entries(instrumentKinds).map(([value, { text: label }]) => ({ value, label }));

function Kinds({ id, value, onChange }: ControlProps): ReactElement {
  const say = useSay();
  return (
    <Select
      id={id}
      mode="multiple"
      showSearch={{ optionFilterProp: 'label' }}
      options={kindOptions.map(({ value: kind, label }) => ({ value: kind, label: say(label) }))}
      value={Array.isArray(value) ? (value as string[]) : []}
      onChange={onChange}
    />
  );
}

function Kind({ item }: { item: Designation }): ReactElement {
  return <>{useSay()(instrumentKinds[item.instrumentKind].text)}</>;
}
function RegionName({ code }: { code: string }): ReactElement {
  return <>{useRegionName()(code)}</>;
}
function Until({ item }: { item: Designation }): ReactElement {
  return <>{item.validTo ?? useTexts(texts).inForce}</>;
}
function End({ item }: { item: Designation }): ReactElement | null {
  const text = useTexts(texts);
  const [open, setOpen] = useState(false);
  if (!item.mayEnd) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{text.end}</Button>
      {open ? (
        <Dialog title={text.endTitle} onClose={() => setOpen(false)}>
          <RecordForm
            endpoint={designationEndpoints.endDesignation}
            params={{ id: item.id }}
            fields={[
              { name: 'lastDay', label: ['最后一日', 'Last day'], kind: 'day' },
              { name: 'documentNumber', label: ['文号', 'Document number'] },
              { name: 'reason', label: ['理由', 'Reason'] },
            ]}
            done={['已终止', 'Ended']}
            onDone={() => setOpen(false)}
          />
        </Dialog>
      ) : null}
    </>
  );
}

const columns: readonly Column<Designation>[] = [
  { key: 'region', title: ['地区', 'Region'], narrow: true, show: (item) => <RegionName code={item.region} /> },
  { key: 'kind', title: ['器具种类', 'Instruments'], show: (item) => <Kind item={item} /> },
  { key: 'institute', title: ['指定机构', 'Institute'], show: (item) => item.institute.name },
  { key: 'document', title: ['文号', 'Document'], show: (item) => printDocumentNumber(item.documentNumber) },
  { key: 'authority', title: ['指定部门', 'Authority'], show: (item) => item.authority },
  { key: 'from', title: ['自', 'From'], narrow: true, show: (item) => item.validFrom },
  { key: 'to', title: ['至', 'To'], narrow: true, show: (item) => <Until item={item} /> },
  { key: 'end', title: ['办理', 'Action'], narrow: true, show: (item) => <End item={item} /> },
];

/** Who verifies what for which region, and by which document. */
export function DesignationList(): ReactElement {
  const text = useTexts(texts);
  const mayDesignate = usePermit('designation.record');
  const caller = useCaller();
  const regions = useRegions();
  const [open, setOpen] = useState(false);
  const own = caller.organization.region;
  const options = regions.some(({ code }) => code === own)
    ? regions.map(({ code, name }) => ({ value: code, label: name }))
    : [{ value: own, label: own }];
  return (
    <>
      <PageHead
        title={text.title}
        lead={text.lead}
        actions={
          mayDesignate ? (
            <Button type="primary" onClick={() => setOpen(true)}>
              {text.designate}
            </Button>
          ) : undefined
        }
      />
      <DataTable
        endpoint={designationEndpoints.listDesignations}
        columns={columns}
        rowKey={(item) => item.id}
        caption={['强制检定指定', 'Designations']}
        filters={[
          { name: 'q', label: ['机构或文号', 'Institute or document'] },
          { name: 'instrumentKind', label: ['器具种类', 'Kind of instrument'], kind: 'choice', options: kindOptions },
          {
            name: 'ended',
            label: ['状态', 'State'],
            kind: 'choice',
            options: [
              { value: 'false', label: ['现行', 'In force'] },
              { value: 'true', label: ['已终止', 'Ended'] },
            ],
          },
        ]}
        empty={{
          title: ['还没有指定', 'Nothing is designated yet'],
          next: ['指定之前不能提交强制检定申请', 'Until then no request can be submitted'],
        }}
      />
      {open ? (
        <Dialog title={text.designate} onClose={() => setOpen(false)}>
          <RecordForm
            endpoint={designationEndpoints.designateForKinds}
            initial={{ region: own }}
            fields={[
              { name: 'region', label: ['地区', 'Region'], kind: 'choice', options },
              {
                name: 'instrumentKinds',
                label: ['器具种类', 'Kinds of instruments'],
                hint: ['一份文件可以指定多个种类', 'One document may name several'],
                control: (props) => <Kinds {...props} />,
              },
              {
                name: 'instituteId',
                label: ['检定机构', 'Institute'],
                control: (props) => <OrganizationPicker {...props} kind="institute" />,
              },
              { name: 'documentNumber', label: ['文号', 'Document number'], hint: ['如 甲市监〔2026〕3号', 'Such as 甲市监〔2026〕3号'] },
              { name: 'validFrom', label: ['生效日期', 'In force from'], kind: 'day' },
            ]}
            done={['已指定', 'Designated']}
            onDone={() => setOpen(false)}
          />
        </Dialog>
      ) : null}
    </>
  );
}
