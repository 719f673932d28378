import { Input } from 'antd';
import type { ReactElement } from 'react';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import type { ControlProps } from '../../../web/kit/FormField.tsx';
import { fill, useTexts } from '../../../web/language.ts';
import { instrumentEndpoints, type Instrument } from '../contract.ts';
import { texts } from './text.ts';
import './instrument.css';

type Props = ControlProps & { readonly maker: string; readonly except?: Instrument['id'] | undefined };

/** The serial number as it is typed or scanned; other records of the same number of this maker are named, not refused. */
export function SerialField({ id, value, onChange, invalid, describedBy, maker, except }: Props): ReactElement {
  const serial = typeof value === 'string' ? value : '';
  return (
    <>
      <Input
        id={id}
        value={serial}
        maxLength={60}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        {...(invalid ? { status: 'error' as const } : {})}
        onChange={(event) => onChange(event.target.value)}
      />
      <Twins maker={maker.trim()} serial={serial.trim()} except={except} />
    </>
  );
}

/** Other records with this serial number of this maker: those one may open, and how many more there are. */
export function Twins({
  maker,
  serial,
  except,
}: {
  maker: string;
  serial: string;
  except?: Instrument['id'] | undefined;
}): ReactElement | null {
  const text = useTexts(texts);
  const query = { maker, serial, ...(except === undefined ? {} : { except }) };
  const twins = useEndpoint(
    instrumentEndpoints.listTwins,
    { query },
    { enabled: maker !== '' && serial.length > 2, staleMilliseconds: 30_000 },
  );
  const { items = [], hidden = 0 } = twins.data ?? {};
  if (items.length + hidden === 0) return null;
  return (
    <div className="twins" role="status">
      {text.twins}
      <ul>
        {items.map((twin) => (
          <li key={twin.id}>
            <a href={`/desk/instruments/${twin.id}`}>
              {twin.name} {twin.model}
            </a>{' '}
            <span className="soft">
              {twin.holder} · {twin.code}
            </span>
          </li>
        ))}
        {hidden === 0 ? null : <li className="soft">{fill(text.twinsHidden, { n: hidden })}</li>}
      </ul>
    </div>
  );
}
