import { roundToInterval, roundToUncertainty } from '@tongheng/quantity/rounding-command';
import { unitsConvert } from '@tongheng/quantity/unit/command';
import type { Call, Command } from './command.ts';
import { answer, given } from './file-command.ts';

const textOf = (call: Call, name: string): string | undefined => {
  const value = call.values[name];
  return typeof value === 'string' ? value : undefined;
};

export const quantityCommands: readonly Command[] = [
  {
    name: 'round',
    usage: 'round VALUE INTERVAL',
    summary: ['按 GB/T 8170 修约到给定间隔，或修约到不确定度', 'round to an interval after GB/T 8170, or to an uncertainty'],
    options: {
      uncertainty: { type: 'string', text: ['标准或扩展不确定度，代替修约间隔', 'standard or expanded uncertainty, instead of INTERVAL'] },
      digits: { type: 'string', text: ['不确定度的有效数字，1 或 2，默认 2', 'significant digits of it, 1 or 2; 2 by default'] },
      rounding: {
        type: 'string',
        text: ['不确定度的修约：half-even、up 或 up-beyond-5-percent', 'of the uncertainty: half-even, up or up-beyond-5-percent'],
      },
    },
    run: (call) =>
      answer(call, () => {
        const value = given(call, 0, 'VALUE');
        const uncertainty = textOf(call, 'uncertainty');
        if (uncertainty === undefined) return roundToInterval(value, given(call, 1, 'INTERVAL'));
        return roundToUncertainty(value, uncertainty, { digits: textOf(call, 'digits'), rounding: textOf(call, 'rounding') });
      }),
  },
  {
    name: 'units convert',
    usage: 'units convert VALUE TARGET',
    summary: ['换算计量单位，例如 "12.5 kgf/cm2" kPa', 'convert a value, as "12.5 kgf/cm2" kPa'],
    options: {
      difference: { type: 'boolean', text: ['数值是温度差', 'the value is a difference of temperatures'] },
      ratio: { type: 'string', text: ['dB、Np 是 power 或 field 之比', 'dB and Np are ratios of power or field quantities'] },
    },
    run: (call) =>
      answer(call, () => {
        const ratio = textOf(call, 'ratio');
        return unitsConvert(given(call, 0, 'VALUE'), given(call, 1, 'TARGET'), {
          difference: call.values['difference'] === true,
          ...(ratio === undefined ? {} : { ratio: ratio as 'power' | 'field' }),
        });
      }),
  },
];
