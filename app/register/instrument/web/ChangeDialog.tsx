import type { ReactElement } from 'react';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useTexts } from '../../../web/language.ts';
import { useRegions } from '../../organization/web/regions.ts';
import { instrumentEndpoints } from '../contract.ts';
import type { InstrumentAction } from '../rules.ts';
import { descriptionFields } from './fields.tsx';
import type { Details } from './InstrumentPage.tsx';
import { texts } from './text.ts';

export type Change = InstrumentAction;
type Props = { readonly change: Change; readonly details: Details; readonly onClose: () => void };

const reason = { name: 'reason', label: ['理由', 'Reason'] } as const;

/** A correction, a move or a scrapping, each with its reason. */
export function ChangeDialog({ change, details, onClose }: Props): ReactElement {
  const text = useTexts(texts);
  const regions = useRegions();
  const params = { id: details.id };
  const { name, model, serial, maker, place, use, parameters, region } = details;
  const options = regions.some(({ code }) => code === region)
    ? regions.map(({ code, name: label }) => ({ value: code, label }))
    : [{ value: region, label: region }];
  return (
    <Dialog title={{ change: text.correct, move: text.move, scrap: text.scrap }[change]} onClose={onClose}>
      {change === 'change' ? (
        <RecordForm
          endpoint={instrumentEndpoints.changeInstrument}
          params={params}
          fixed={{ version: details.version }}
          fields={[...descriptionFields(details.kind), reason]}
          initial={{ name, model, serial, maker, place, use, parameters }}
          done={['已更正', 'Corrected']}
          onDone={onClose}
        />
      ) : null}
      {change === 'move' ? (
        <RecordForm
          endpoint={instrumentEndpoints.moveInstrument}
          params={params}
          fields={[
            { name: 'region', label: ['地区', 'Region'], kind: 'choice', options },
            { name: 'place', label: ['使用地点', 'Place of use'] },
            { name: 'onDay', label: ['自何日起', 'Since'], kind: 'day' },
            reason,
          ]}
          initial={{ region }}
          done={['已变更', 'Moved']}
          onDone={onClose}
        />
      ) : null}
      {change === 'scrap' ? (
        <RecordForm
          endpoint={instrumentEndpoints.scrapInstrument}
          params={params}
          fields={[{ name: 'onDay', label: ['最后使用日', 'Last day of use'], kind: 'day' }, reason]}
          done={['已报废', 'Scrapped']}
          onDone={onClose}
        />
      ) : null}
    </Dialog>
  );
}
