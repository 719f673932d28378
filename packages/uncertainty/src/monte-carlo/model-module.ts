/**
 * A program as a WebAssembly module of its own: one loop over the trials of a block, every intermediate value in a local. Written byte by byte
 * (WebAssembly core specification 1.0, clause 5); it can load and store numbers and call the engine's functions, and nothing else.
 * The operations and their order are those of the block evaluation, so that both answer the same digits.
 */
import { code } from '../expression/operation.ts';
import type { BlockProgram } from './block-program.ts';

/** Functions of the engine that a model may call, by operation. */
const imported: Readonly<Partial<Record<number, readonly [name: string, inputs: 1 | 2]>>> = {
  [code.pow]: ['power', 2],
  [code.atan2]: ['atan2', 2],
  [code.hypot]: ['hypot', 2],
  [code.mod]: ['mod', 2],
  [code.acos]: ['acos', 1],
  [code.acosh]: ['acosh', 1],
  [code.asin]: ['asin', 1],
  [code.asinh]: ['asinh', 1],
  [code.atan]: ['atan', 1],
  [code.atanh]: ['atanh', 1],
  [code.cbrt]: ['cbrt', 1],
  [code.cos]: ['cos', 1],
  [code.cosh]: ['cosh', 1],
  [code.erf]: ['erf', 1],
  [code.exp]: ['exp', 1],
  [code.expm1]: ['expm1', 1],
  [code.log]: ['log', 1],
  [code.log10]: ['log10', 1],
  [code.log1p]: ['log1p', 1],
  [code.log2]: ['log2', 1],
  [code.sin]: ['sin', 1],
  [code.sinh]: ['sinh', 1],
  [code.tan]: ['tan', 1],
  [code.tanh]: ['tanh', 1],
};

const direct: Readonly<Partial<Record<number, number>>> = {
  [code.add]: 0xa0,
  [code.subtract]: 0xa1,
  [code.multiply]: 0xa2,
  [code.divide]: 0xa3,
  [code.negate]: 0x9a,
  [code.abs]: 0x99,
  [code.sqrt]: 0x9f,
};
const isOfTwo = (operation: number): boolean => operation <= code.mod && operation !== code.negate && operation !== code.square;

function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? low + 128 : low);
  } while (rest > 0);
  return bytes;
}
const text = (name: string): number[] => [...unsigned(name.length), ...Array.from(name, (sign) => sign.charCodeAt(0))];
const section = (id: number, content: readonly number[]): number[] => [id, ...unsigned(content.length), ...content];
const list = (items: readonly (readonly number[])[]): number[] => [...unsigned(items.length), ...items.flat()];

const double = new DataView(new ArrayBuffer(8));
function constant(value: number): number[] {
  double.setFloat64(0, value, true);
  return [0x44, ...new Uint8Array(double.buffer)];
}

const i32 = 0x7f;
const f64 = 0x7c;
const local = { count: 0, at: 1 };
const get = (index: number): number[] => [0x20, ...unsigned(index)];
const set = (index: number): number[] => [0x21, ...unsigned(index)];

/** Larger programs stay with the block evaluation. */
export const mostLines = 2000;

/** Whether a program can become a module: implicit outputs repeat instructions, which the block evaluation does. */
export const canCompile = ({ lines }: BlockProgram): boolean =>
  lines.length <= mostLines && lines.every(({ solve }) => solve === undefined);

const opcodes = { select: 0x1b, less: 0x63, greater: 0x64, atMost: 0x65, atLeast: 0x66, multiply: 0xa2, call: 0x10 } as const;

/** Writes the lines of a program as instructions over locals; a block that was not computed yet is loaded where it is first used. */
class Body {
  readonly bytes: number[] = [];
  readonly #program: BlockProgram;
  readonly #address: (block: number) => number;
  readonly #functions: ReadonlyMap<number, number>;
  readonly #locals = new Map<number, number>();
  readonly #known = new Set<number>();
  constructor(program: BlockProgram, address: (block: number) => number, functions: ReadonlyMap<number, number>) {
    this.#program = program;
    this.#address = address;
    this.#functions = functions;
  }

  get locals(): number {
    return this.#locals.size;
  }

  #local(block: number): number {
    const index = this.#locals.get(block) ?? 2 + this.#locals.size;
    this.#locals.set(block, index);
    return index;
  }

  #push(place: number): void {
    if (place < 0) this.bytes.push(...constant(this.#program.constants[-1 - place] as number));
    else if (this.#known.has(place)) this.bytes.push(...get(this.#local(place)));
    else {
      this.bytes.push(...get(local.at), 0x2b, 3, ...unsigned(this.#address(place)), 0x22, ...unsigned(this.#local(place)));
      this.#known.add(place);
    }
  }

  /** The greater (or smaller) of both, NaN where they cannot be compared. */
  #extreme(a: number, b: number, comparison: number): void {
    this.#push(a);
    this.#push(b);
    this.bytes.push(...constant(Number.NaN));
    this.#push(b);
    this.#push(a);
    this.bytes.push(comparison, opcodes.select);
    this.#push(a);
    this.#push(b);
    this.bytes.push(comparison, opcodes.select);
  }

  #sign(a: number): void {
    this.bytes.push(...constant(1), ...constant(-1));
    this.#push(a);
    this.#push(a);
    this.bytes.push(...constant(0), opcodes.less, opcodes.select);
    this.#push(a);
    this.bytes.push(...constant(0), opcodes.greater, opcodes.select);
  }

  line({ operation, y, a, b }: BlockProgram['lines'][number]): void {
    if (operation === code.max) this.#extreme(a, b, opcodes.atLeast);
    else if (operation === code.min) this.#extreme(a, b, opcodes.atMost);
    else if (operation === code.sign) this.#sign(a);
    else {
      this.#push(a);
      if (operation === code.square) this.#push(a);
      else if (isOfTwo(operation)) this.#push(b);
      const opcode = operation === code.square ? opcodes.multiply : direct[operation];
      if (opcode === undefined) this.bytes.push(opcodes.call, ...unsigned(this.#functions.get(operation) ?? 0));
      else this.bytes.push(opcode);
    }
    this.bytes.push(...set(this.#local(y)));
    this.#known.add(y);
  }

  store(block: number): void {
    this.bytes.push(...get(local.at));
    this.#push(block);
    this.bytes.push(0x39, 3, ...unsigned(this.#address(block)));
  }
}

/**
 * The module's bytes. It imports `engine.memory` and the functions it calls, and exports `run(count)`.
 * @param address where a block begins
 */
export function modelModule(program: BlockProgram, address: (block: number) => number): Uint8Array {
  const used = [...new Set(program.lines.map(({ operation }) => operation))].filter((operation) => imported[operation] !== undefined);
  const constantBlocks = new Set(program.filled.map(([block]) => block));
  const body = new Body(program, address, new Map(used.map((operation, index) => [operation, index])));
  for (const line of program.lines) body.line(line);
  for (const block of new Set(program.outputBlocks)) if (!constantBlocks.has(block)) body.store(block);
  const loop = [
    // count becomes the number of bytes; nothing is done for none.
    ...get(local.count),
    0x41,
    3,
    0x74,
    0x22,
    local.count,
    0x45,
    0x04,
    0x40,
    0x0f,
    0x0b,
    0x03,
    0x40,
    ...body.bytes,
    ...get(local.at),
    0x41,
    8,
    0x6a,
    0x22,
    local.at,
    ...get(local.count),
    0x49,
    0x0d,
    0,
    0x0b,
    0x0b,
  ];
  const locals = list([
    [1, i32],
    [...unsigned(body.locals), f64],
  ]);
  const code_ = [...locals, ...loop];
  const types = list([
    [0x60, 1, i32, 0],
    [0x60, 1, f64, 1, f64],
    [0x60, 2, f64, f64, 1, f64],
  ]);
  const imports = list([
    [...text('engine'), ...text('memory'), 2, 0, 1],
    ...used.map((operation) => [...text('engine'), ...text(imported[operation]?.[0] ?? ''), 0, imported[operation]?.[1] ?? 1]),
  ]);
  return Uint8Array.from([
    0,
    0x61,
    0x73,
    0x6d,
    1,
    0,
    0,
    0,
    ...section(1, types),
    ...section(2, imports),
    ...section(3, list([[0]])),
    ...section(7, list([[...text('run'), 0, ...unsigned(used.length)]])),
    ...section(10, list([[...unsigned(code_.length), ...code_]])),
  ]);
}
