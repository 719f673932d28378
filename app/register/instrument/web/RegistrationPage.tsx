import { Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { useGo } from '../../../web/address.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { useCaller } from '../../../web/session.ts';
import { instrumentEndpoints } from '../contract.ts';
import { instrumentKindNames, instrumentKinds, type InstrumentKind } from '../rules.ts';
import { descriptionFields } from './fields.tsx';
import { KindProcedure } from './KindProcedure.tsx';
import { texts } from './text.ts';

/** A holder, or the institute for a holder, enters an instrument into the ledger. */
export function RegistrationPage(): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const go = useGo();
  const { roles } = useCaller();
  const [kind, setKind] = useState<InstrumentKind>('price-computing-scale');
  const forOthers = roles.includes('institute-manager');
  return (
    <>
      <PageHead title={text.register} lead={text.registerLead} />
      <div className="sheet">
        <div className="field kind-choice">
          <label htmlFor="instrument-kind">{text.kind}</label>
          <Select
            id="instrument-kind"
            value={kind}
            options={instrumentKindNames.map((value) => ({ value, label: say(instrumentKinds[value].text) }))}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(chosen: InstrumentKind) => setKind(chosen)}
          />
          <KindProcedure kind={kind} />
        </div>
        <RecordForm
          key={kind}
          endpoint={instrumentEndpoints.registerInstrument}
          fixed={{ kind }}
          fields={[
            ...(forOthers
              ? [
                  {
                    name: 'holderCreditCode',
                    label: ['使用单位的统一社会信用代码', 'Credit code of the holder'] as const,
                    hint: ['留空表示本机构自用', 'Blank: the institute itself'] as const,
                  },
                ]
              : []),
            ...descriptionFields(kind),
          ]}
          initial={{ name: say(instrumentKinds[kind].text), use: instrumentKinds[kind].use }}
          draft={`instrument-registration.${kind}`}
          done={['已登记', 'Registered']}
          onDone={({ id }) => go(`/desk/instruments/${id}`)}
        />
      </div>
    </>
  );
}
