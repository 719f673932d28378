import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import type { Field } from '../../../web/kit/FormField.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useTexts } from '../../../web/language.ts';
import { custodyEndpoints } from '../contract.ts';
import type { CustodyItem } from '../contract/shapes.ts';
import { locations, placesInside, proofs, type CustodyAction } from '../rules.ts';
import { texts } from './text.ts';

const optionsOf = (words: Readonly<Record<string, readonly [string, string]>>, keys: readonly string[] = Object.keys(words)) =>
  keys.map((value) => ({ value, label: words[value] ?? value }));

const moveFields: readonly Field[] = [
  { name: 'location', label: ['放到何处', 'Put where'], kind: 'choice', options: optionsOf(locations, placesInside) },
  {
    name: 'locationName',
    label: ['具体位置', 'Which one'],
    hint: ['如货架号、台位名、人员姓名', 'Number of the shelf, name of the bench or person'],
  },
  { name: 'note', label: ['说明', 'Note'] },
];

const leavingFields: readonly Field[] = [
  { name: 'fetchedBy', label: ['领取人', 'Fetched by'] },
  { name: 'fetchedPhone', label: ['联系电话', 'Telephone'], hint: ['显示时脱敏', 'Shown masked'] },
  { name: 'proof', label: ['凭何领取', 'By which proof'], kind: 'choice', options: optionsOf(proofs) },
  { name: 'code', label: ['取件码', 'Pick-up code'], hint: ['凭取件码领取的填写，见收样单', 'With the code: see the slip'] },
  {
    name: 'proofNote',
    label: ['签字留存处', 'Where the signature is'],
    hint: ['凭签字领取的填写，如收样单、委托书', 'With a signature: such as the slip or a letter of authority'],
  },
];

/** What may be done with all of some instruments: move them, hand them back, return them untested. */
export function CustodyActions({ items, onDone }: { items: readonly CustodyItem[]; onDone?: () => void }): ReactElement {
  const text = useTexts(texts);
  const [asked, setAsked] = useState<CustodyAction>();
  const allowed = (action: CustodyAction): boolean => items.length > 0 && items.every((item) => item.allowed.includes(action));
  const fixed = { items: items.map(({ id }) => id) };
  const close = (): void => setAsked(undefined);
  const done = (): void => {
    close();
    onDone?.();
  };
  const words = { move: text.move, fetch: text.fetch, return: text.giveBack } as const;
  return (
    <>
      {(['fetch', 'move', 'return'] as const).filter(allowed).map((action) => (
        <Button
          key={action}
          type={action === 'fetch' ? 'primary' : 'default'}
          danger={action === 'return'}
          onClick={() => setAsked(action)}
        >
          {words[action]}
        </Button>
      ))}
      {asked === undefined ? null : (
        <Dialog title={words[asked]} onClose={close}>
          {asked === 'move' ? (
            <RecordForm
              endpoint={custodyEndpoints.moveCustody}
              fields={moveFields}
              fixed={fixed}
              initial={{ location: 'shelf' }}
              done={['已登记移动', 'The move is recorded']}
              onDone={done}
            />
          ) : asked === 'fetch' ? (
            <RecordForm
              endpoint={custodyEndpoints.fetchInstruments}
              fields={leavingFields}
              fixed={fixed}
              initial={{ proof: 'code' }}
              done={['已登记领取', 'It is recorded as fetched']}
              onDone={done}
            />
          ) : (
            <RecordForm
              endpoint={custodyEndpoints.returnUntested}
              fields={[...leavingFields, { name: 'reason', label: ['退回理由', 'Reason of return'] }]}
              fixed={fixed}
              initial={{ proof: 'signature' }}
              done={['已登记退回', 'It is recorded as returned']}
              onDone={done}
            />
          )}
        </Dialog>
      )}
    </>
  );
}
