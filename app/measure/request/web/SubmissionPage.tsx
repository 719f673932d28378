import { Checkbox, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { useGo, useSearchState } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printDocumentNumber } from '../../../web/figures.ts';
import type { ControlProps } from '../../../web/kit/FormField.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer, Empty } from '../../../web/kit/PageStates.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { designationEndpoints } from '../../../register/designation/contract.ts';
import { instrumentEndpoints, type Instrument } from '../../../register/instrument/contract.ts';
import { nameplateLine } from '../../../register/instrument/rules.ts';
import { requestEndpoints } from '../contract.ts';
import { placesDone, verificationKinds } from '../rules.ts';
import { texts } from './text.ts';
import './request.css';

/** The holder chooses instruments and sees, before submitting, to whom the request goes and why. */
export function SubmissionPage(): ReactElement {
  const text = useTexts(texts);
  const go = useGo();
  const [search] = useSearchState();
  const instruments = useEndpoint(instrumentEndpoints.listInstruments, { query: { status: 'in-use', limit: 200 } });
  const asked = typeof search['instrument'] === 'string' ? [search['instrument']] : [];
  return (
    <>
      <PageHead title={text.submit} lead={text.submitLead} />
      <Answer query={instruments}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={text.noInstruments} action={<a href="/desk/instruments/registration">{text.registerFirst}</a>} />
          ) : (
            <div className="sheet">
              <RecordForm
                endpoint={requestEndpoints.submitRequest}
                initial={{ instruments: asked, verificationKind: 'subsequent', whereDone: 'institute' }}
                fields={[
                  {
                    name: 'instruments',
                    label: ['器具', 'Instruments'],
                    control: (props) => <Choice {...props} items={items} />,
                  },
                  {
                    name: 'verificationKind',
                    label: ['检定类别', 'Kind of verification'],
                    kind: 'choice',
                    options: Object.entries(verificationKinds).map(([value, label]) => ({ value, label })),
                  },
                  {
                    name: 'whereDone',
                    label: ['检定地点', 'Where'],
                    kind: 'choice',
                    options: Object.entries(placesDone).map(([value, label]) => ({ value, label })),
                  },
                  {
                    name: 'ecqsNumber',
                    label: ['e-CQS 预约单号', 'e-CQS reservation number'],
                    hint: ['已在全国系统预约的，填预约单号，不必重复申请', 'Where it was reserved in the national system'],
                  },
                  { name: 'note', label: ['备注', 'Note'], kind: 'long' },
                ]}
                submit={['提交申请', 'Submit the request']}
                done={['已提交', 'Submitted']}
                onDone={({ id }) => go(`/desk/requests/${id}`)}
              />
            </div>
          )
        }
      </Answer>
    </>
  );
}

type ChoiceProps = ControlProps & { readonly items: readonly Instrument[] };

function Choice({ id, value, onChange, items }: ChoiceProps): ReactElement {
  const [filter, setFilter] = useState('');
  const say = useSay();
  const text = useTexts(texts);
  const chosen = new Set(Array.isArray(value) ? (value as string[]) : []);
  const picked = items.filter((item) => chosen.has(item.id));
  const shown = items.filter((item) => `${item.name}${item.model}${item.serial}${item.place}`.toLowerCase().includes(filter.toLowerCase()));
  const toggle = (one: string): void => onChange(chosen.has(one) ? [...chosen].filter((each) => each !== one) : [...chosen, one]);
  return (
    <div className="choice">
      <Input id={id} type="search" placeholder={text.narrow} value={filter} onChange={(event) => setFilter(event.target.value)} />
      <ul>
        {shown.map((item) => (
          <li key={item.id}>
            <Checkbox checked={chosen.has(item.id)} onChange={() => toggle(item.id)}>
              {item.name} {item.model} / {item.serial}{' '}
              <span className="soft">
                {say(nameplateLine(item.kind, item.parameters))} · {item.place}
              </span>
            </Checkbox>
          </li>
        ))}
      </ul>
      <Destination picked={picked} />
      {picked.length > 0 ? null : <p className="soft">{text.chooseFirst}</p>}
    </div>
  );
}

/** Who will have the request and by which document; where nobody is designated, whose duty that is. */
function Destination({ picked }: { picked: readonly Instrument[] }): ReactElement | null {
  const text = useTexts(texts);
  const [first] = picked;
  const region = first?.region ?? '000000';
  const kind = first?.kind ?? 'price-computing-scale';
  const query = { region, instrumentKind: kind, ended: 'false', limit: 200 } as const;
  const found = useEndpoint(designationEndpoints.listDesignations, { query }, { enabled: first !== undefined });
  if (first === undefined || found.data === undefined) return null;
  if (picked.some((item) => item.region !== region || item.kind !== kind)) return <p className="destination wrong">{text.mixed}</p>;
  const designation = found.data.items.find((item) => item.region === region);
  if (designation === undefined) return <p className="destination wrong">{text.nobody}</p>;
  return (
    <p className="destination">
      {text.goesTo} <b>{designation.institute.name}</b> · {text.why} {designation.authority}{' '}
      {printDocumentNumber(designation.documentNumber)}
    </p>
  );
}
