import type { ReactElement } from 'react';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useTexts } from '../../../web/language.ts';
import { graphEndpoints } from '../contract/graph.ts';
import { texts } from './text.ts';

type Props = { readonly lower: { readonly kind: 'calibration' | 'reference'; readonly id: string }; readonly onClose: () => void };

/** On which level outside a calibration rests: one that is recorded is chosen, another is recorded first. */
export function LinkDialog({ lower, onClose }: Props): ReactElement {
  const text = useTexts(texts);
  const references = useEndpoint(graphEndpoints.listReferences, { query: { limit: 200 } });
  return (
    <Dialog title={text.link} onClose={onClose}>
      <Answer query={references} rows={2}>
        {({ items }) => (
          <RecordForm
            endpoint={graphEndpoints.linkReference}
            fixed={{ lower }}
            fields={[
              {
                name: 'referenceId',
                label: ['上一级', 'Level above'],
                kind: 'choice',
                options: items
                  .filter(({ id }) => (id as string) !== lower.id)
                  .map(({ id, number, issuer, item }) => ({ value: id, label: `${item} ${number} ${issuer}` })),
                hint: ['没有时先在“平台之外的上一级”登记', 'Record it among the levels outside where it is missing'],
              },
            ]}
            done={['已登记', 'Recorded']}
            invalidates={[graphEndpoints.readChain]}
            onDone={onClose}
          />
        )}
      </Answer>
    </Dialog>
  );
}
