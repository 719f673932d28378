import { Input } from 'antd';
import type { ReactElement } from 'react';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import type { ControlProps } from '../../../web/kit/FormField.tsx';
import { useTexts } from '../../../web/language.ts';
import { useRegionName } from '../../organization/web/regions.ts';
import { instrumentEndpoints } from '../contract.ts';
import { texts } from './text.ts';

/** A credit code, and whose it is as soon as it is whole. */
export function HolderField({ id, value, onChange, invalid, describedBy }: ControlProps): ReactElement {
  const text = useTexts(texts);
  const regionName = useRegionName();
  const code = (typeof value === 'string' ? value : '').trim().toUpperCase();
  const isWhole = /^[0-9A-Z]{18}$/.test(code);
  const found = useEndpoint(
    instrumentEndpoints.findHolder,
    { params: { creditCode: isWhole ? code : '0'.repeat(18) } },
    { enabled: isWhole },
  );
  const holder = isWhole ? found.data?.holder : undefined;
  return (
    <>
      <Input
        id={id}
        value={typeof value === 'string' ? value : ''}
        maxLength={18}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        {...(invalid ? { status: 'error' as const } : {})}
        onChange={(event) => onChange(event.target.value.toUpperCase())}
      />
      {holder === undefined ? null : (
        <p className={holder === null ? 'issue' : 'found'} role="status">
          {holder === null ? text.holderMissing : `${holder.name} · ${regionName(holder.region)}`}
        </p>
      )}
    </>
  );
}
