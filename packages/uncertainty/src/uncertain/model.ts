/**
 * From and to the model file: outputs of an evaluated model as quantities that keep their identity, and
 * quantities as inputs of another model.
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { suggest } from '../expression/suggest.ts';
import { Tape } from '../expression/tape.ts';
import { readModel, type Model } from '../model/model.ts';
import { correlation } from './covariance.ts';
import { requireId } from './definition.ts';
import { quantityOf } from './elementary.ts';
import { groupedInfluences } from './group.ts';
import type { Definition } from './influence.ts';
import { constant, derived, Uncertain } from './uncertain.ts';

/** For each input of a model: the identifier of the influence that it is, or a quantity that takes its place. */
export type Identities = Readonly<Record<string, string | Uncertain>>;

const own = (record: object, name: string): boolean => Object.prototype.hasOwnProperty.call(record, name);

function requireKnown(ids: Identities, names: readonly string[]): void {
  for (const name of Object.keys(ids)) {
    if (names.includes(name)) continue;
    const near = suggest(name, names);
    throw new InvalidInput(`ids.${name}`, [
      `模型没有输入量“${name}”${near === undefined ? '' : `，是否为“${near}”`}`,
      `the model has no input "${name}"${near === undefined ? '' : `; did you mean "${near}"?`}`,
    ]);
  }
}

function definitionOf({ inputs, units, program }: Model, index: number, id: unknown): Definition {
  const { value, u, dof } = inputs[index] as Model['inputs'][number];
  const label = program.inputs[index] ?? '';
  return { id: requireId(id, `ids.${label}`), value, u, dof, label, unit: units[index] };
}

/** The model's inputs as quantities: its groups as correlated influences, the rest one by one. */
function inputsOf(model: Model, ids: Identities): Uncertain[] {
  const names = model.program.inputs;
  const n = names.length;
  const given = (index: number): string | Uncertain | undefined => {
    const name = names[index] ?? '';
    return own(ids, name) ? ids[name] : undefined;
  };
  const quantities = model.inputs.map(({ value, u, dof }, index): Uncertain => {
    const identity = given(index);
    if (identity instanceof Uncertain) return identity;
    if (u === 0 && identity === undefined) return constant(value);
    if (identity === undefined)
      throw new InvalidInput(`ids.${names[index]}`, [
        `输入量“${names[index]}”（u = ${u}，自由度 ${dof === Infinity ? '∞' : dof}）需要一个全局唯一的标识`,
        `input "${names[index]}" (u = ${u}, dof ${dof === Infinity ? '∞' : dof}) needs a globally unique identifier`,
      ]);
    return quantityOf({ ...definitionOf(model, index, identity), group: undefined, position: 0 });
  });
  for (const group of model.correlations.groups) {
    const { members } = group;
    for (const member of members)
      if (given(member) instanceof Uncertain)
        throw new InvalidInput(`ids.${names[member]}`, [
          `“${names[member]}”的相关性已由模型给出，不能再代入另一个量`,
          `the model states correlations of "${names[member]}"; another quantity cannot take its place`,
        ]);
    const matrix = Float64Array.from({ length: members.length * members.length }, (_, at) => {
      const [row = 0, column = 0] = [members[Math.floor(at / members.length)], members[at % members.length]];
      return model.correlations.matrix[row * n + column] as number;
    });
    const definitions = members.map((member) => definitionOf(model, member, given(member)));
    const readings = group.kind === 'simultaneous' ? group.readings : 0;
    const influences = groupedInfluences(definitions, matrix, readings, { members: 'ids', correlation: 'correlations' });
    members.forEach((member, position) => {
      quantities[member] = quantityOf(influences[position] as (typeof influences)[number]);
    });
  }
  requireDistinctInputs(quantities, names);
  return quantities;
}

/** Two inputs may be one quantity on purpose; two different influences may not share an identifier. */
function requireDistinctInputs(quantities: readonly Uncertain[], names: readonly string[]): void {
  const first = new Map<string, number>();
  quantities.forEach((quantity, index) => {
    if (quantity.influence === undefined) return;
    const before = first.get(quantity.influence.id);
    if (before !== undefined && quantities[before] !== quantity)
      throw new InvalidInput(`ids.${names[index]}`, [
        `与“${names[before]}”的标识相同：不同的输入量需要不同的标识`,
        `has the identifier of "${names[before]}": different inputs need different identifiers`,
      ]);
    first.set(quantity.influence.id, index);
  });
}

/**
 * The outputs of a model as quantities (JCGM 100 5.1): evaluated once, with sensitivities by automatic differentiation; implicit outputs too.
 * An input given as a quantity takes its value, uncertainty and correlations from there instead of from the file, so that a saved evaluation
 * feeds another one. Inputs without uncertainty need no identifier.
 * @param model a model file, or what `readModel` made of it
 * @throws InvalidInput naming the place in the file, or the input that lacks an identifier
 * @example fromModel(file, { ls: 'certificate 2026-0117/length', d: 'job 17/difference' })['l']
 */
export function fromModel(model: unknown, ids: Identities): Readonly<Record<string, Uncertain>> {
  const read = isModel(model) ? model : readModel(model);
  const { program } = read;
  requireKnown(ids, program.inputs);
  const inputs = inputsOf(read, ids);
  const tape = new Tape(program);
  tape.evaluate(inputs.map(({ value }) => value));
  tape.requireFinite();
  const gradient = new Float64Array(inputs.length);
  return Object.fromEntries(
    program.outputs.map((name, index) => {
      tape.gradient(index, gradient);
      const dependence = inputs.map((input, position) => [gradient[position] as number, input] as const);
      return [name, derived(tape.output(index), dependence, `outputs.${name}`)];
    }),
  );
}

const isModel = (model: unknown): model is Model =>
  typeof model === 'object' && model !== null && 'program' in model && 'unitFindings' in model && 'correlations' in model;

export type ModelInputs = {
  readonly inputs: Readonly<Record<string, object>>;
  readonly correlations: readonly { readonly between: readonly [string, string]; readonly r: number }[];
};

/**
 * Quantities as `inputs` and `correlations` of a model file: scaled and shifted t with their effective degrees of freedom, normal where
 * those are infinite (JCGM 101 6.4.9, 6.4.7). What a file cannot say is lost: which influences they share.
 * @example { ...modelInputs({ a: gaugeA, b: gaugeB }), outputs: { difference: 'a - b' } }
 */
export function modelInputs(quantities: Readonly<Record<string, Uncertain>>): ModelInputs {
  const names = Object.keys(quantities);
  const correlations = names.flatMap((one, row) =>
    names.slice(0, row).flatMap((other) => {
      const [a, b] = [quantities[one] as Uncertain, quantities[other] as Uncertain];
      const r = a.u === 0 || b.u === 0 ? 0 : correlation(a, b);
      return r === 0 ? [] : [{ between: [other, one] as const, r }];
    }),
  );
  return { inputs: Object.fromEntries(names.map((name) => [name, inputOf(quantities[name] as Uncertain)])), correlations };
}

function inputOf({ value, u, dof, unit }: Uncertain): object {
  const named = unit === undefined ? {} : { unit };
  if (u === 0) return { distribution: 'constant', value, ...named };
  return dof === Infinity
    ? { distribution: 'normal', mean: value, u, ...named }
    : { distribution: 't', mean: value, scale: u, dof, ...named };
}
