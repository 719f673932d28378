import { App, Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { addressOf } from '../../../kernel/address.ts';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import type { Field } from '../../../web/kit/FormField.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { useCaller, usePermit } from '../../../web/session.ts';
import { useToday } from '../../catalogue/web/today.ts';
import { instrumentEndpoints, largestBatch, type Instrument } from '../contract.ts';
import { instrumentActions, labelSizes, type LabelSize, type StatusChange } from '../rules.ts';
import { texts } from './text.ts';
import { useWhereFields } from './WhereFields.tsx';

type Props = { readonly chosen: readonly Instrument[]; readonly clear: () => void };

const changes = ['seal', 'unseal', 'scrap'] as const satisfies readonly StatusChange[];
type Action = (typeof changes)[number] | 'move';

/** What can be done with several instruments at once: all or none, and those that stand in the way are named. */
export function BatchBar({ chosen, clear }: Props): ReactElement {
  const say = useSay();
  const text = useTexts(texts);
  const mayChange = usePermit('instrument.change');
  const { organization } = useCaller();
  const maySubmit = usePermit('request.submit') && chosen.every(({ holder }) => holder.id === organization.id);
  const [action, setAction] = useState<Action>();
  const some = chosen.slice(0, largestBatch);
  const ids = some.map(({ id }) => id);
  const labels = (size: LabelSize): string =>
    addressOf(instrumentEndpoints.printInstrumentLabels, { query: { instruments: ids.join(','), size } });
  return (
    <>
      {maySubmit ? (
        <Button type="primary" href={`/desk/requests/submission?${ids.map((id) => `instrument=${id}`).join('&')}`}>
          {text.request}
        </Button>
      ) : null}
      {mayChange
        ? ([...changes, 'move'] as const).map((one) => (
            <Button key={one} danger={one === 'scrap'} onClick={() => setAction(one)}>
              {say(instrumentActions[one])}
            </Button>
          ))
        : null}
      {labelSizes.map((size) => (
        <Button key={size} href={labels(size)} target="_blank">
          {text.labels} {size.replace('x', '×')}
        </Button>
      ))}
      {action === undefined ? null : (
        <Dialog title={`${say(instrumentActions[action])} · ${ids.length}`} onClose={() => setAction(undefined)}>
          <BatchForm
            action={action}
            chosen={some}
            onDone={() => {
              setAction(undefined);
              clear();
            }}
          />
        </Dialog>
      )}
    </>
  );
}

function BatchForm({ action, chosen, onDone }: { action: Action; chosen: readonly Instrument[]; onDone: () => void }): ReactElement {
  const text = useTexts(texts);
  const { message } = App.useApp();
  const { organization } = useCaller();
  const today = useToday();
  const [first] = chosen;
  const where = useWhereFields({ region: first?.region ?? organization.region, township: first?.township ?? null, place: null }, true);
  const fixed = { instruments: chosen.map(({ id }) => id) };
  const dated: readonly Field[] = [
    { name: 'onDay', label: action === 'scrap' ? ['最后使用日', 'Last day of use'] : ['日期', 'Day'], kind: 'day' },
    { name: 'reason', label: ['理由', 'Reason'] },
  ];
  const done = (): void => {
    void message.success(fill(text.batchDone, { n: chosen.length }), 4);
    onDone();
  };
  return action === 'move' ? (
    <RecordForm
      endpoint={instrumentEndpoints.moveInstruments}
      fixed={fixed}
      fields={[...where, ...dated]}
      initial={{ region: first?.region ?? organization.region, onDay: today }}
      onDone={done}
    />
  ) : (
    <RecordForm
      endpoint={instrumentEndpoints.changeStatuses}
      fixed={{ ...fixed, change: action }}
      fields={dated}
      initial={{ onDay: today }}
      onDone={done}
    />
  );
}
