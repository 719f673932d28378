import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useGo } from '../../../web/address.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useTexts } from '../../../web/language.ts';
import { useCaller } from '../../../web/session.ts';
import { placeEndpoints } from '../contract.ts';
import { comparedField, useDescriptionFields } from './fields.tsx';
import { texts } from './text.ts';

/** A place of use is recorded; what may be the same place is named first. */
export function RecordPage(): ReactElement {
  const text = useTexts(texts);
  const go = useGo();
  const { region } = useCaller().organization;
  const county = region.endsWith('00') ? undefined : region;
  const fields = useDescriptionFields({ region: county });
  return (
    <>
      <PageHead title={text.record} lead={text.recordLead} actions={<Button href="/desk/places">{text.all}</Button>} />
      <div className="sheet">
        <RecordForm
          endpoint={placeEndpoints.recordPlace}
          fields={[...fields, comparedField]}
          initial={{ ...(county === undefined ? {} : { region: county }), compared: false }}
          done={['已登记', 'Recorded']}
          onDone={({ id }) => go(`/desk/places/${id}`)}
        />
      </div>
    </>
  );
}
