import { App, Button, Checkbox, Select } from 'antd';
import { useEffect, useState, type ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { useGo, useSearchState } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import type { Field } from '../../../web/kit/FormField.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { useCaller } from '../../../web/session.ts';
import { instrumentEndpoints, type Instrument } from '../contract.ts';
import { instrumentKindNames, instrumentKinds, type InstrumentKind } from '../rules.ts';
import { rarelyKnown, useDescriptionFields } from './fields.tsx';
import { HolderField } from './HolderField.tsx';
import { KindProcedure } from './KindProcedure.tsx';
import { texts } from './text.ts';

type Base = Readonly<Record<string, unknown>>;

// What the next instrument of the same model has in common with one; its serial number and its own numbers are not among it.
const common = [
  'name',
  'model',
  'maker',
  'use',
  'parameters',
  'measuringRange',
  'accuracyClass',
  'region',
  'township',
  'village',
  'place',
  'placeId',
  'longitude',
  'latitude',
  'typeApproval',
  'manufacturedOn',
  'inUseSince',
  'parentId',
] as const;
const baseOf = (item: Instrument): Base => Object.fromEntries(common.map((name) => [name, item[name]]));

/** A holder, or the institute for a holder, enters an instrument into the ledger; what is known already need not be typed. */
export function RegistrationPage(): ReactElement {
  const text = useTexts(texts);
  const [search] = useSearchState();
  const copied = typeof search['copy'] === 'string' ? search['copy'] : undefined;
  const original = useEndpoint(
    instrumentEndpoints.readInstrument,
    { params: { id: (copied ?? '') as never } },
    { enabled: copied !== undefined },
  );
  const isReady = copied === undefined || original.data !== undefined || original.error !== null;
  return (
    <>
      <PageHead title={text.register} lead={text.registerLead} />
      <div className="sheet">{isReady ? <Registration original={original.data} /> : null}</div>
    </>
  );
}

type Original = ReplyOf<typeof instrumentEndpoints.readInstrument> | undefined;

function Registration({ original }: { original: Original }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const go = useGo();
  const { message } = App.useApp();
  const [kind, setKind] = useState<InstrumentKind>(original?.kind ?? 'price-computing-scale');
  const [base, setBase] = useState<Base>(original === undefined ? {} : baseOf(original));
  const [round, setRound] = useState(0);
  const [again, setAgain] = useState(false);
  const start = (next: Base): void => {
    setBase(next);
    setRound((n) => n + 1);
  };
  return (
    <>
      <div className="field kind-choice">
        <label htmlFor="instrument-kind">{text.kind}</label>
        <Select
          id="instrument-kind"
          value={kind}
          options={instrumentKindNames.map((value) => ({ value, label: say(instrumentKinds[value].text) }))}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(chosen: InstrumentKind) => {
            setKind(chosen);
            start({});
          }}
        />
        <KindProcedure kind={kind} />
      </div>
      <UsualModels key={kind} kind={kind} onChoose={(type) => start({ ...base, ...type })} />
      {original === undefined ? null : (
        <p className="soft">{fill(text.copied, { name: `${original.name} ${original.model} / ${original.serial}` })}</p>
      )}
      <RegistrationForm
        key={`${kind} ${round}`}
        kind={kind}
        base={base}
        round={round}
        onDone={(item, creditCode) => {
          if (!again) go(`/desk/instruments/${item.id}`);
          else {
            void message.success(fill(text.registered, { code: item.code }), 6);
            start({ ...baseOf(item), ...(creditCode === undefined ? {} : { holderCreditCode: creditCode }) });
          }
        }}
      />
      <Checkbox checked={again} onChange={(event) => setAgain(event.target.checked)}>
        {text.again}
      </Checkbox>
    </>
  );
}

/** Name, model and maker at once, from what the ledger knows of a kind. */
function UsualModels({ kind, onChoose }: { kind: InstrumentKind; onChoose: (type: Base) => void }): ReactElement | null {
  const text = useTexts(texts);
  const known = useEndpoint(instrumentEndpoints.listInstrumentTypes, { query: { kind } }, { staleMilliseconds: 60_000 });
  const items = known.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <div className="field kind-choice">
      <label htmlFor="instrument-type">{text.typed}</label>
      <Select
        id="instrument-type"
        allowClear
        placeholder={text.chooseOptional}
        options={items.map((type, index) => ({ value: index, label: `${type.model} · ${type.maker} · ${type.name}` }))}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(index: number | undefined) => {
          const type = index === undefined ? undefined : items[index];
          if (type !== undefined) onChoose(type);
        }}
      />
      <p className="hint">{text.typedHint}</p>
    </div>
  );
}

type FormProps = {
  readonly kind: InstrumentKind;
  readonly base: Base;
  readonly round: number;
  readonly onDone: (item: Instrument, creditCode: string | undefined) => void;
};

function RegistrationForm({ kind, base, round, onDone }: FormProps): ReactElement {
  const say = useSay();
  const text = useTexts(texts);
  const { roles, organization } = useCaller();
  const forOthers = roles.includes('institute-manager');
  const [creditCode, setCreditCode] = useState(typeof base['holderCreditCode'] === 'string' ? base['holderCreditCode'] : '');
  const initial = { name: say(instrumentKinds[kind].text), use: instrumentKinds[kind].use, region: organization.region, ...base };
  const [all, setAll] = useState(rarelyKnown.some((name) => typeof base[name] === 'string'));
  const told = (name: string): string | null => (typeof base[name] === 'string' ? base[name] : null);
  const fields = useDescriptionFields(
    kind,
    {
      region: told('region') ?? organization.region,
      township: told('township'),
      place: null,
      maker: told('maker') ?? '',
      holderId: organization.id,
      parent: null,
      photo: null,
      self: undefined,
    },
    true,
    all,
  );
  const holder: Field = {
    name: 'holderCreditCode',
    label: ['使用单位的统一社会信用代码', 'Credit code of the holder'],
    hint: ['留空表示本机构自用', 'Blank: the institute itself'],
    control: (props) => (
      <HolderField
        {...props}
        onChange={(code) => {
          setCreditCode(String(code));
          props.onChange(code);
        }}
      />
    ),
  };
  // After one of a series the next thing that is typed or scanned is a serial number.
  useEffect(() => {
    if (round > 0) document.querySelector<HTMLInputElement>('.record-form input[id$="-serial"]')?.focus();
  }, [round]);
  return (
    <RecordForm
      endpoint={instrumentEndpoints.registerInstrument}
      fixed={{ kind }}
      fields={[...(forOthers ? [holder] : []), ...fields]}
      initial={initial}
      {...(round === 0 && Object.keys(base).length === 0 ? { draft: `instrument-registration.${kind}` } : {})}
      done={['已登记', 'Registered']}
      onDone={(item) => onDone(item, creditCode === '' ? undefined : creditCode)}
    >
      {all ? null : (
        <p>
          <Button type="link" onClick={() => setAll(true)}>
            {text.moreFields}
          </Button>
        </p>
      )}
    </RecordForm>
  );
}
