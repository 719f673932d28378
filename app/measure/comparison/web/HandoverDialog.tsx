import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useTexts } from '../../../web/language.ts';
import { comparisonEndpoints, type Handover } from '../contract.ts';
import { arrivals } from '../rules.ts';
import { optionsOf } from './ComparisonList.tsx';
import { texts } from './text.ts';

/** The signature of whoever hands the standard over, or takes it: only what is this organization's turn. */
export function HandoverDeed({ handover }: { handover: Handover }): ReactElement | null {
  const text = useTexts(texts);
  const [isOpen, setOpen] = useState(false);
  const { mayDispatch, mayReceive, id } = handover;
  if (!mayDispatch && !mayReceive) return null;
  const title = mayDispatch ? text.dispatch : text.receive;
  const close = (): void => setOpen(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {title}
      </Button>
      {isOpen ? (
        <Dialog title={title} onClose={close}>
          {mayDispatch ? (
            <RecordForm
              endpoint={comparisonEndpoints.dispatchArtefact}
              params={{ id }}
              done={['已签署交出', 'Signed']}
              onDone={close}
              fields={[{ name: 'condition', label: ['交出时的状态和附件', 'Condition and accessories'], kind: 'long' }]}
            />
          ) : (
            <RecordForm
              endpoint={comparisonEndpoints.receiveArtefact}
              params={{ id }}
              done={['已签署接收', 'Signed']}
              onDone={close}
              fields={[
                { name: 'arrival', label: ['到达状态', 'On arrival'], kind: 'choice', options: optionsOf(arrivals) },
                { name: 'note', label: ['说明', 'Note'], kind: 'long' },
                { name: 'temperature', label: ['温度', 'Temperature'], kind: 'decimal', unit: '°C' },
                { name: 'humidity', label: ['相对湿度', 'Relative humidity'], kind: 'decimal', unit: '%' },
              ]}
            />
          )}
        </Dialog>
      ) : null}
    </>
  );
}
