/** The raw record of JJG 443-2023(试行) as a form. */
import { fuelPlate, fuelRuns } from '../src/dispenser/fuel.ts';
import { paymentGroup } from '../src/dispenser/payment.ts';
import { environmentGroup, examinedField, fieldGroup } from '../src/field.ts';
import type { Field, Form } from '../src/form.ts';
import { limits } from './limits.ts';

/** What a person looks at. */
export const appearanceFields: readonly Field[] = [
  examinedField('marks', ['铭牌与标志', 'Nameplate and marks'], ['齐全、清晰', 'Complete and legible']),
  examinedField(
    'consistency',
    ['与型式批准一致', 'As type-approved'],
    ['流量测量变换器、编码器、计控主板与型式批准一致', 'Meter, encoder and control board are those of the type approval'],
  ),
  examinedField('separate', ['流路独立', 'Separate paths'], ['各枪不共用流量测量变换器', 'No two nozzles share a meter']),
  examinedField(
    'seals',
    ['铅封', 'Seals'],
    [
      '变换器调整装置、编码器与变换器之间、计控主板与机体之间',
      'At the adjuster, between encoder and meter, between control board and case',
    ],
  ),
];
export const functionFields: readonly Field[] = [
  examinedField(
    'selfLock',
    ['自锁功能', 'Self-locking'],
    ['脉冲或程序参数异常时锁机', 'Locks when pulses or parameters are not as they should be'],
  ),
  examinedField(
    'software',
    ['软件标识', 'Software identification'],
    ['显示的版本与型式批准一致', 'The version shown is that of the type approval'],
  ),
];

const { environment } = limits;

export const form: Form = {
  instrument: fuelPlate({ most: limits.flowMost }),
  environment: environmentGroup({
    temperature: { least: environment.temperatureLeast, most: environment.temperatureMost },
    humidity: { least: environment.humidityLeast, most: environment.humidityMost },
  }),
  readings: [
    fieldGroup('appearance', ['外观与结构', 'Appearance and structure'], ['目测', 'By eye'], appearanceFields),
    fieldGroup('functions', ['自锁与软件', 'Self-locking and software'], ['操作检查', 'By operating it'], functionFields),
    fuelRuns(),
    paymentGroup('L'),
  ],
};
