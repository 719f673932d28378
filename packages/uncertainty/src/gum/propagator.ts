/**
 * The law of propagation of uncertainty prepared for one model: arrays are laid out once, so that evaluating it again with other values, as a
 * procedure does for every reading, allocates nothing.
 */
import { Tape } from '../expression/tape.ts';
import type { Model } from '../model/model.ts';
import type { Engine } from '../monte-carlo/engine.ts';
import { compileModel, type CompiledModel } from './compiled-model.ts';
import { coverageFactor, wholeDof } from './coverage.ts';
import { componentsOf, type Component, type DofRule } from './degrees-of-freedom.ts';

/** Coverage factors for whole degrees of freedom up to here are looked up. */
const tabled = 512;

/**
 * Evaluates a model by the law of propagation (JCGM 100, 5.1 and 5.2) as often as wanted: write estimates, u and degrees of freedom into
 * `inputs`, call `run`, read the arrays. Values are in the units of inputs and outputs, `k` and `share` have the dimension one.
 */
export class Propagator {
  /** The estimate, standard uncertainty and degrees of freedom of each input; write here before `run`. */
  readonly inputs: { readonly value: Float64Array; readonly u: Float64Array; readonly dof: Float64Array };
  /** One number per output, after `run`. */
  readonly value: Float64Array;
  readonly u: Float64Array;
  /** Infinity where nothing finite counts. */
  readonly dof: Float64Array;
  readonly k: Float64Array;
  /** Row by row: a row per output, a column per input. */
  readonly sensitivity: Float64Array;
  readonly contribution: Float64Array;
  readonly share: Float64Array;
  readonly tape: Tape;
  readonly dofRule: DofRule;
  readonly #coverage: number;
  readonly #matrix: Float64Array | undefined;
  readonly #groups: readonly Component[];
  readonly #single: Int32Array;
  readonly #factors = new Float64Array(tabled);
  #compiled: CompiledModel | undefined;

  constructor({ program, inputs, correlations, coverage }: Pick<Model, 'program' | 'inputs' | 'correlations' | 'coverage'>) {
    const [n, m] = [inputs.length, program.outputs.length];
    this.inputs = {
      value: Float64Array.from(inputs, ({ value }) => value),
      u: Float64Array.from(inputs, ({ u }) => u),
      dof: Float64Array.from(inputs, ({ dof }) => dof),
    };
    this.tape = new Tape(program);
    this.value = new Float64Array(m);
    this.u = new Float64Array(m);
    this.dof = new Float64Array(m);
    this.k = new Float64Array(m);
    this.sensitivity = new Float64Array(m * n);
    this.contribution = new Float64Array(m * n);
    this.share = new Float64Array(m * n);
    this.#coverage = coverage;
    this.#matrix = correlations.groups.length === 0 ? undefined : correlations.matrix;
    const { groups, single, rule } = componentsOf(inputs, correlations);
    this.#groups = groups;
    this.#single = single;
    this.dofRule = rule;
  }

  /**
   * Lets WebAssembly compute values and sensitivities from now on. The last digits may differ from those of the tape.
   * @returns false where it cannot (compiled-model.ts); `run` then goes on as before
   */
  async compile(engine: Engine): Promise<boolean> {
    this.#compiled = await compileModel(this.tape.program, engine);
    return this.#compiled !== undefined;
  }

  /** Evaluates everything. Values that are not finite are answered as they are; `tape.requireFinite` names them when nothing is compiled. */
  run(): void {
    if (this.#compiled === undefined) {
      this.tape.evaluate(this.inputs.value);
      for (let output = 0; output < this.value.length; output++) {
        this.value[output] = this.tape.output(output);
        this.tape.gradient(output, this.sensitivity, output * this.inputs.u.length);
      }
    } else this.#compiled(this.inputs.value, this.value, this.sensitivity);
    for (let output = 0; output < this.value.length; output++) this.#output(output);
  }

  #output(output: number): void {
    const { sensitivity, contribution, share } = this;
    const { u } = this.inputs;
    const n = u.length;
    const row = output * n;
    let variance = 0;
    for (let input = 0; input < n; input++) {
      const own = u[input] as number;
      // An infinite slope of something that is exactly known carries no uncertainty.
      const product = own === 0 ? 0 : (sensitivity[row + input] as number) * own;
      contribution[row + input] = product;
      variance += product * product;
    }
    if (this.#matrix !== undefined) {
      variance = 0;
      for (let input = 0; input < n; input++) variance += (contribution[row + input] as number) * this.partner(output, input);
      if (variance < 0) variance = 0;
    }
    // Squares that overflow, or vanish beside contributions that do not, are taken of contributions in units of the largest.
    if (!(variance < 1e300 && variance > 1e-280)) return this.#scaled(output);
    const scale = 1 / variance;
    for (let input = 0; input < n; input++) {
      const own = contribution[row + input] as number;
      share[row + input] = own * (this.#matrix === undefined ? own : this.partner(output, input)) * scale;
    }
    this.u[output] = Math.sqrt(variance);
    const dof = variance === 0 ? Infinity : this.#effectiveDof(row, variance, scale);
    this.dof[output] = dof;
    this.k[output] = this.#factor(dof);
  }

  /** The rare case of `#output`: contributions are set in proportion to the largest, and put back at the end. */
  #scaled(output: number): void {
    const { contribution, share } = this;
    const n = this.inputs.u.length;
    const row = output * n;
    let largest = 0;
    for (let input = 0; input < n; input++) largest = Math.max(largest, Math.abs(contribution[row + input] as number));
    const unit = largest > 0 && Number.isFinite(largest) ? largest : 1;
    for (let input = 0; input < n; input++) contribution[row + input] = (contribution[row + input] as number) / unit;
    let variance = 0;
    for (let input = 0; input < n; input++) {
      share[row + input] = (contribution[row + input] as number) * this.partner(output, input);
      variance += share[row + input] as number;
    }
    // Correlations of ±1 may leave a rounding error where nothing is left.
    if (variance < 1e-30) variance = 0;
    for (let input = 0; input < n; input++) share[row + input] = variance === 0 ? 0 : (share[row + input] as number) / variance;
    const dof = variance === 0 ? Infinity : this.#effectiveDof(row, variance, 1 / variance);
    for (let input = 0; input < n; input++) contribution[row + input] = (contribution[row + input] as number) * unit;
    this.u[output] = unit * Math.sqrt(variance);
    this.dof[output] = dof;
    this.k[output] = this.#factor(dof);
  }

  /** Σⱼ rᵢⱼ·cⱼuⱼ: what the contribution of an input is multiplied with to give its part of u². */
  partner(output: number, input: number): number {
    const n = this.inputs.u.length;
    const row = output * n;
    const matrix = this.#matrix;
    if (matrix === undefined) return this.contribution[row + input] as number;
    let sum = 0;
    for (let other = 0; other < n; other++) sum += (matrix[input * n + other] as number) * (this.contribution[row + other] as number);
    return sum;
  }

  /** Welch–Satterthwaite over independent inputs and groups, with shares of u² so that fourth powers do not underflow. */
  #effectiveDof(row: number, variance: number, scale: number): number {
    const { contribution, share } = this;
    const { dof } = this.inputs;
    const single = this.#single;
    let sum = 0;
    for (let index = 0; index < single.length; index++) {
      const input = single[index] as number;
      const degrees = dof[input] as number;
      if (degrees === Infinity) continue;
      const own = contribution[row + input] as number;
      // An only component keeps its own degrees of freedom, digit for digit.
      if (own * own === variance) return degrees;
      const part = own * own * scale;
      sum += (part * part) / degrees;
    }
    const groups = this.#groups;
    for (let index = 0; index < groups.length; index++) {
      const { members, dof: stated } = groups[index] as Component;
      let part = 0;
      let least = Infinity;
      for (const member of members) {
        part += share[row + member] as number;
        if (contribution[row + member] !== 0) least = Math.min(least, dof[member] as number);
      }
      sum += (part * part) / (stated ?? least);
    }
    return sum === 0 ? Infinity : 1 / sum;
  }

  #factor(dof: number): number {
    if (!(dof < tabled)) return coverageFactor(this.#coverage, dof);
    const whole = wholeDof(dof);
    const known = this.#factors[whole] as number;
    if (known !== 0) return known;
    const factor = coverageFactor(this.#coverage, whole);
    this.#factors[whole] = factor;
    return factor;
  }
}
