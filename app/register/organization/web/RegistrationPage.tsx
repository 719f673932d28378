import type { ReactElement } from 'react';
import { useGo } from '../../../web/address.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useTexts } from '../../../web/language.ts';
import { useCaller } from '../../../web/session.ts';
import { organizationEndpoints } from '../contract.ts';
import { organizationKinds } from '../rules.ts';
import { useRegions } from './regions.ts';
import { texts } from './text.ts';

/** Registers an organization; the credit code is checked by its own check character. */
export function RegistrationPage(): ReactElement {
  const text = useTexts(texts);
  const go = useGo();
  const regions = useRegions();
  const { organization } = useCaller();
  return (
    <>
      <PageHead title={text.register} lead={text.registerLead} />
      <div className="sheet">
        <RecordForm
          endpoint={organizationEndpoints.registerOrganization}
          initial={{ kind: 'enterprise', region: organization.region }}
          draft="register-organization"
          submit={['登记', 'Register']}
          done={['已登记', 'Registered']}
          onDone={({ id }) => go(`/desk/organizations/${id}`)}
          fields={[
            {
              name: 'kind',
              label: ['类别', 'Kind'],
              kind: 'choice',
              options: Object.entries(organizationKinds).map(([value, label]) => ({ value, label })),
            },
            { name: 'name', label: ['名称', 'Name'], hint: ['与营业执照或机构编制文件一致', 'As on the licence or the founding document'] },
            {
              name: 'creditCode',
              label: ['统一社会信用代码', 'Credit code'],
              hint: ['18 位，系统核对校验码', '18 characters; the check character is verified'],
            },
            {
              name: 'region',
              label: ['地区', 'Region'],
              kind: 'choice',
              options: regions.map(({ code, name }) => ({ value: code, label: name })),
            },
            { name: 'nameEn', label: ['英文名称', 'English name'] },
            { name: 'shortName', label: ['简称', 'Short name'] },
            { name: 'address', label: ['地址', 'Address'] },
            { name: 'validFrom', label: ['成立日期', 'Since'], kind: 'day' },
          ]}
        />
      </div>
    </>
  );
}
