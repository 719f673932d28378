/** The distributions of the model file and what each of them takes, in the order of a form (JCGM 101 6.4, JCGM 100 4.2 and 4.3). */
import type { Text } from '../../../kernel/text.ts';

export type Parameter = { readonly name: string; readonly label: Text; readonly optional?: true; readonly kind?: 'list' | 'text' };

const mean: Parameter = { name: 'mean', label: ['均值', 'Mean'] };
const standard: Parameter = { name: 'u', label: ['标准不确定度 u', 'Standard uncertainty u'] };
const lower: Parameter = { name: 'lower', label: ['下限', 'Lower limit'] };
const upper: Parameter = { name: 'upper', label: ['上限', 'Upper limit'] };
const halfWidth: Parameter = { name: 'halfWidth', label: ['半宽', 'Half-width'] };
const scale: Parameter = { name: 'scale', label: ['尺度', 'Scale'] };
const dof: Parameter = { name: 'dof', label: ['自由度', 'Degrees of freedom'] };
const dofOptional: Parameter = { ...dof, optional: true };

/** A distribution over an interval may be given by its limits or by its middle and half-width. */
export const spans = { limits: [lower, upper], middle: [mean, halfWidth] } as const;
export type Span = keyof typeof spans;

export type DistributionForm = { readonly text: Text; readonly spanned?: true; readonly parameters: readonly Parameter[] };

export const distributions = {
  normal: { text: ['正态分布', 'Normal'], parameters: [mean, standard, dofOptional] },
  t: { text: ['t 分布', 'Student t'], parameters: [mean, scale, dof] },
  rectangular: { text: ['均匀（矩形）分布', 'Rectangular'], spanned: true, parameters: [dofOptional] },
  triangular: { text: ['三角分布', 'Triangular'], spanned: true, parameters: [dofOptional] },
  trapezoidal: {
    text: ['梯形分布', 'Trapezoidal'],
    spanned: true,
    parameters: [{ name: 'beta', label: ['顶底比 β', 'Top over base β'] }, dofOptional],
  },
  curvilinearTrapezoid: {
    text: ['曲边梯形分布', 'Curvilinear trapezoid'],
    spanned: true,
    parameters: [{ name: 'd', label: ['界限的不确定度 d', 'Inexactness of each limit d'] }, dofOptional],
  },
  arcsine: { text: ['反正弦（U 形）分布', 'Arcsine (U-shaped)'], spanned: true, parameters: [dofOptional] },
  interval: {
    text: ['证书给出的扩展不确定度', 'Statement of a certificate'],
    parameters: [
      { name: 'value', label: ['值', 'Value'] },
      { name: 'U', label: ['扩展不确定度 U', 'Expanded uncertainty U'] },
      { name: 'k', label: ['包含因子 k', 'Coverage factor k'], optional: true },
      { name: 'coverage', label: ['包含概率', 'Coverage probability'], optional: true },
      dofOptional,
    ],
  },
  readings: {
    text: ['重复测量读数（A 类）', 'Repeated readings (Type A)'],
    parameters: [
      { name: 'readings', label: ['读数', 'Readings'], kind: 'list' },
      { name: 'pooledS', label: ['合并样本标准差', 'Pooled standard deviation'], optional: true },
      { name: 'pooledDof', label: ['合并的自由度', 'Pooled degrees of freedom'], optional: true },
      dofOptional,
    ],
  },
  samples: {
    text: ['样本（抽样）', 'Samples (drawn)'],
    parameters: [{ name: 'samples', label: ['样本值', 'Samples'], kind: 'list' }, dofOptional],
  },
  exponential: { text: ['指数分布', 'Exponential'], parameters: [mean, dofOptional] },
  gamma: { text: ['伽马分布', 'Gamma'], parameters: [{ name: 'shape', label: ['形状', 'Shape'] }, scale, dofOptional] },
  lognormal: { text: ['对数正态分布', 'Lognormal'], parameters: [mean, standard, dofOptional] },
  poisson: { text: ['计数（泊松）', 'Count (Poisson)'], parameters: [{ name: 'count', label: ['计数', 'Count'] }, dofOptional] },
  constant: { text: ['常数', 'Constant'], parameters: [{ name: 'value', label: ['值', 'Value'] }] },
} as const satisfies Record<string, DistributionForm>;

export type DistributionName = keyof typeof distributions;
export const distributionNames = Object.keys(distributions) as [DistributionName, ...DistributionName[]];
export const isDistribution = (name: string): name is DistributionName => Object.prototype.hasOwnProperty.call(distributions, name);

/** Every parameter of a form, the limits or the middle first. */
export function parametersOf(name: DistributionName, span: Span): readonly Parameter[] {
  const form: DistributionForm = distributions[name];
  return form.spanned === true ? [...spans[span], ...form.parameters] : form.parameters;
}
