import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useGo } from '../../../web/address.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useTexts } from '../../../web/language.ts';
import { transparencyEndpoints } from '../contract.ts';
import { texts } from './text.ts';

/** A witness is recorded by the verifier key that its program prints and the address where it takes checkpoints. */
export function WitnessForm(): ReactElement {
  const text = useTexts(texts);
  const go = useGo();
  return (
    <>
      <PageHead title={text.addWitness} lead={text.addLead} actions={<Button href="/desk/log">{text.all}</Button>} />
      <section className="sheet">
        <RecordForm
          endpoint={transparencyEndpoints.addWitness}
          draft="transparency-witness"
          fields={[
            { name: 'keeper', label: ['运行单位', 'Run by'] },
            {
              name: 'vkey',
              label: ['见证方公钥', 'Verifier key'],
              hint: ['形如 名称+编号+公钥，由见证程序启动时给出', 'As name+id+key; the program of the witness prints it'],
            },
            {
              name: 'url',
              label: ['提交地址', 'Address'],
              hint: ['检查点送往该地址下的 add-checkpoint', 'Checkpoints are sent to add-checkpoint below it'],
            },
          ]}
          submit={['登记', 'Record']}
          done={['已登记，正在送检查点', 'Recorded; the checkpoint is being sent']}
          onDone={() => go('/desk/log')}
        />
      </section>
    </>
  );
}
