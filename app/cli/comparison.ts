import { comparisonVerify } from '../measure/comparison/command.ts';
import { BadInput, type Command } from './command.ts';
import { given, parseJson } from './file-command.ts';

export const comparisonCommands: readonly Command[] = [
  {
    name: 'comparison verify',
    usage: 'comparison verify FILE',
    summary: [
      '核对一次比对的导出记录：结果与承诺相符，参考值与比分数可复算',
      'check the export of a comparison: results are as committed, reference values and scores follow',
    ],
    async run(call) {
      const file = given(call, 0, 'FILE');
      const found = comparisonVerify(parseJson(await call.io.read(file), file), call.language);
      if ('refused' in found) throw new BadInput(found.refused);
      call.io.out(call.json ? JSON.stringify(found.answer, null, 2) : found.text);
      return found.exitCode;
    },
  },
];
