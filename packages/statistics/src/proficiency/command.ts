/** What `tongheng proficiency FILE` answers: one object with a `method` and its data; decimals as text. */
import type { CommandAnswer } from '@tongheng/quantity/command-answer';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { linkAnswer, weightedMeanAnswer } from './answer/comparison.ts';
import { homogeneityAnswer, stabilityAnswer } from './answer/items.ts';
import { cochranAnswer, grubbsAnswer, mandelAnswer } from './answer/outliers.ts';
import { answerOf, type Method } from './answer/report.ts';
import { algorithmAAnswer, algorithmSAnswer, medianAnswer, qHampelAnswer } from './answer/robust.ts';
import { comparisonAnswer, scoreAnswer } from './answer/scores.ts';
import { fieldsOf } from './input.ts';

const methods: Readonly<Record<string, Method>> = {
  'algorithm-a': algorithmAAnswer,
  'algorithm-s': algorithmSAnswer,
  'q-hampel': qHampelAnswer,
  median: medianAnswer,
  z: scoreAnswer('z'),
  'z-prime': scoreAnswer('z-prime'),
  zeta: scoreAnswer('zeta'),
  en: scoreAnswer('en'),
  'jjf-1117': comparisonAnswer,
  homogeneity: homogeneityAnswer,
  stability: stabilityAnswer,
  'weighted-mean': weightedMeanAnswer,
  link: linkAnswer,
  grubbs: grubbsAnswer,
  cochran: cochranAnswer,
  mandel: mandelAnswer,
};

export const proficiencyMethods: readonly string[] = Object.keys(methods);

/**
 * Exit code 1 where the items of a round are not homogeneous or not stable; scores are answers, whatever their verdict.
 * Throws InvalidInput with the place.
 * @example proficiency({ method: 'z', assigned: { x: '10', sigma: '0.25' }, results: [{ id: 'A', x: '10.6' }] }).answer
 * // { method: 'z', scores: [{ id: 'A', score: '2.4', verdict: 'questionable' }] }
 */
export function proficiency(input: unknown): CommandAnswer {
  const fields = fieldsOf(input, '');
  const name = fields['method'];
  const method = typeof name === 'string' && proficiencyMethods.includes(name) ? methods[name] : undefined;
  if (method === undefined) {
    throw new InvalidInput('method', [`只能是 ${proficiencyMethods.join('、')}`, `one of ${proficiencyMethods.join(', ')}`]);
  }
  return answerOf(String(name), method(fields));
}
