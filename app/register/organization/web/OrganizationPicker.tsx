import { Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import type { ControlProps } from '../../../web/kit/FormField.tsx';
import { useTexts } from '../../../web/language.ts';
import { organizationEndpoints } from '../contract.ts';
import type { OrganizationKind } from '../rules.ts';
import { texts } from './text.ts';

type Props = ControlProps & { readonly kind?: OrganizationKind };

/** An organization found by what is typed of its name, former name or credit code: the `control` of a form's field. */
export function OrganizationPicker({ id, value, onChange, invalid, describedBy, kind }: Props): ReactElement {
  const text = useTexts(texts);
  const [typed, setTyped] = useState('');
  const found = useEndpoint(organizationEndpoints.listOrganizations, {
    query: { limit: 50, ended: 'false', ...(typed === '' ? {} : { q: typed }), ...(kind === undefined ? {} : { kind }) },
  });
  return (
    <Select
      id={id}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={text.choose}
      notFoundContent={found.isPending ? null : text.nothingFound}
      loading={found.isPending}
      value={typeof value === 'string' ? value : null}
      options={(found.data?.items ?? []).map((each) => ({ value: each.id, label: each.name }))}
      onChange={(chosen: string | undefined) => onChange(chosen)}
      aria-describedby={describedBy}
      {...(invalid ? { status: 'error' as const } : {})}
    />
  );
}
