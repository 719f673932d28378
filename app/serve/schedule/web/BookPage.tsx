import { Button, Segmented } from 'antd';
import { useState, type ReactElement } from 'react';
import { useGo } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Empty } from '../../../web/kit/PageStates.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { FormField, type Field } from '../../../web/kit/FormField.tsx';
import { useTexts } from '../../../web/language.ts';
import { scheduleEndpoints } from '../contract.ts';
import type { Waiting } from '../contract/shapes.ts';
import type { BookingKind } from '../rules.ts';
import { forgetChosen, readChosen } from './chosen.ts';
import { planFields, ProposalNote } from './fields.tsx';
import { texts } from './text.ts';
import './schedule.css';

const visitFields: readonly Field[] = [
  { name: 'address', label: ['上门地址', 'Address'] },
  { name: 'contactName', label: ['现场联系人', 'Contact'] },
  { name: 'contactPhone', label: ['联系电话', 'Telephone'], hint: ['显示时脱敏', 'Shown masked'] },
  { name: 'from', label: ['不早于（时:分）', 'Not before (HH:MM)'], hint: ['如 08:30；不限的留空', 'Such as 08:30; blank: any time'] },
  { name: 'to', label: ['不晚于（时:分）', 'Not after (HH:MM)'] },
  { name: 'entranceNote', label: ['进场说明', 'How to get in'], hint: ['大门、停车、防护用品', 'Gate, parking, protective clothing'] },
];

/** The kind that all of them have, so that persons can be looked up for its regulation; undefined where they differ. */
function onlyKind(items: readonly Waiting[]): Waiting['instrument']['kind'] | undefined {
  const kinds = new Set(items.map(({ instrument }) => instrument.kind));
  return kinds.size === 1 ? items[0]?.instrument.kind : undefined;
}

/** Books what was chosen: on a bench of the institute or on a visit; the earliest days that fit are proposed. */
export function BookPage(): ReactElement {
  const text = useTexts(texts);
  const [items] = useState(readChosen);
  const [kind, setKind] = useState<BookingKind>(() =>
    items.some(({ step }) => step === 'received') || items[0]?.whereDone !== 'on-site' ? 'bench' : 'visit',
  );
  const [taken, setTaken] = useState<{ values: Record<string, unknown>; round: number }>({ values: {}, round: 0 });
  const free = useEndpoint(
    scheduleEndpoints.findFreeDays,
    { query: { kind, count: Math.max(1, items.length), instrumentKind: onlyKind(items) } },
    { enabled: items.length > 0 },
  );
  if (items.length === 0)
    return (
      <>
        <PageHead title={text.book} />
        <Empty title={text.tooFew} next={text.tooFewNext} action={<a href="/desk/schedule/waiting">{text.waiting}</a>} />
      </>
    );
  return (
    <>
      <PageHead title={text.book} actions={<Button href="/desk/schedule/waiting">{text.waiting}</Button>} />
      <div className="stack">
        <section className="sheet">
          <h2>
            {text.chosen} · {items.length}
          </h2>
          <ul className="chosen-items">
            {items.map(({ id, instrument, holder }) => (
              <li key={id}>
                {instrument.name} {instrument.model} / {instrument.serial} · {holder.name}
              </li>
            ))}
          </ul>
        </section>
        <section className="sheet">
          <Segmented<BookingKind>
            value={kind}
            options={[
              { value: 'bench', label: text.bookBench },
              { value: 'visit', label: text.bookVisit },
            ]}
            onChange={(chosen) => {
              setKind(chosen);
              setTaken({ values: {}, round: taken.round + 1 });
            }}
          />
          {free.data === undefined ? null : (
            <ProposalNote free={free.data} count={items.length} onTake={(values) => setTaken({ values, round: taken.round + 1 })} />
          )}
          <PlanForm key={`${kind} ${taken.round}`} kind={kind} items={items} initial={taken.values} free={free.data} />
        </section>
      </div>
    </>
  );
}

type FormProps = {
  readonly kind: BookingKind;
  readonly items: readonly Waiting[];
  readonly initial: Record<string, unknown>;
  readonly free: Parameters<typeof planFields>[0];
};

function PlanForm({ kind, items, initial, free }: FormProps): ReactElement {
  const go = useGo();
  const [visit, setVisit] = useState<Record<string, unknown>>(() => ({ address: items[0]?.instrument.place ?? '' }));
  const ids = items.map(({ id }) => id);
  const blank = (value: unknown): unknown => (value === '' || value === undefined ? null : value);
  const fixed = {
    items: ids,
    ...(kind === 'visit' ? { visit: { entranceNote: '', ...visit, from: blank(visit['from']), to: blank(visit['to']) } } : { visit: null }),
  };
  return (
    <>
      {kind === 'visit' ? <VisitPart values={visit} onChange={setVisit} /> : null}
      <RecordForm
        endpoint={scheduleEndpoints.bookInstruments}
        fields={[...planFields(free, kind), { name: 'note', label: ['说明', 'Note'] }]}
        initial={{ half: 'whole', ...initial }}
        fixed={fixed}
        submit={['排期', 'Book']}
        done={['已排期', 'Booked']}
        onDone={({ id }) => {
          forgetChosen();
          go(`/desk/schedule/bookings/${id}`);
        }}
      />
    </>
  );
}

/** Where the visit goes and whom it asks for; checked together with the plan. */
function VisitPart({
  values,
  onChange,
}: {
  values: Record<string, unknown>;
  onChange: (values: Record<string, unknown>) => void;
}): ReactElement {
  return (
    <div className="record-form">
      {visitFields.map((field) => (
        <FormField
          key={field.name}
          field={field}
          id={`visit-${field.name}`}
          value={values[field.name]}
          required={['address', 'contactName', 'contactPhone'].includes(field.name)}
          issue={undefined}
          onChange={(value) => onChange({ ...values, [field.name]: value })}
        />
      ))}
    </div>
  );
}
