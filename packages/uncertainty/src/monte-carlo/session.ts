/**
 * One model laid out in the memory of an engine: descriptors of the inputs, the program, room for one block of trials. Trials are made in
 * chunks of 65 536, each with its own stream of random numbers, so that any sharing out of chunks gives the same trials.
 */
import type { Program } from '../expression/program.ts';
import { layOut } from './block-program.ts';
import { canCompile, modelModule } from './model-module.ts';
import type { Engine } from './engine.ts';
import type { Marginal, Sampler, Sampling } from './sampler.ts';
import { tableBytes, zigguratTable } from './ziggurat-table.ts';

export const trialsOfBlock = 1024;
export const trialsOfChunk = 65536;
const descriptorBytes = 80;

/** The memory of the engine cannot hold the model or what was asked of it. */
export class OutOfMemory extends Error {}

/** The engine's memory as arrays; asked for anew after each reservation, since memory that grows moves. */
export class Memory {
  readonly engine: Engine;
  constructor(engine: Engine) {
    this.engine = engine;
  }
  reserve(bytes: number): number {
    const address = this.engine.reserve(bytes);
    if (address === 0) throw new OutOfMemory('the engine has no memory left');
    return address;
  }
  doubles(address: number, length: number): Float64Array {
    return new Float64Array(this.engine.memory.buffer as ArrayBuffer, address, length);
  }
  words(address: number, length: number): Int32Array {
    return new Int32Array(this.engine.memory.buffer as ArrayBuffer, address, length);
  }
  counts(address: number, length: number): Uint32Array {
    return new Uint32Array(this.engine.memory.buffer as ArrayBuffer, address, length);
  }
  bytes(address: number, length: number): Uint8Array {
    return new Uint8Array(this.engine.memory.buffer as ArrayBuffer, address, length);
  }
  place(values: ArrayLike<number>): number {
    const address = this.reserve(Math.max(8, values.length * 8));
    this.doubles(address, values.length).set(values);
    return address;
  }
}

type Descriptor = {
  readonly kind: number;
  readonly target: number;
  readonly table?: number;
  readonly length?: number;
  readonly parameters: readonly number[];
};

/** Holds an engine from `open` to `close`: runs on one engine take turns. Addresses are bytes in the memory of the engine. */
export class Session {
  readonly memory: Memory;
  readonly outputs: number;
  /** Addresses of the output blocks (i32 each). */
  readonly outputList: number;
  readonly outputAddresses: readonly number[];
  readonly #start: number;
  readonly #descriptors: number;
  readonly #count: number;
  readonly #bits: number;
  readonly #normal: number;
  readonly #program: number;
  readonly #programEnd: number;
  readonly #tables = new Map<number, number>();
  readonly #module: Uint8Array | undefined;
  #run: ((count: number) => void) | undefined;

  /**
   * Lays a model out and compiles it where the engine can.
   * @param starts values of the implicit outputs at the estimate
   */
  static async open(engine: Engine, program: Program, starts: readonly number[], sampling: Sampling): Promise<Session> {
    const session = new Session(engine, program, starts, sampling);
    if (session.#module !== undefined) session.#run = await engine.link(session.#module);
    return session;
  }

  private constructor(engine: Engine, program: Program, starts: readonly number[], sampling: Sampling) {
    this.memory = new Memory(engine);
    this.#start = this.memory.reserve(16);
    const plan = layOut(program, starts);
    const blockBytes = trialsOfBlock * 8;
    const blocks = Array.from({ length: plan.blocks }, () => this.memory.reserve(blockBytes));
    this.#bits = this.memory.reserve(blockBytes);
    this.#normal = this.#ziggurat(Infinity);
    const constants = this.memory.place(plan.constants);
    for (const [block, value] of plan.filled) this.memory.doubles(blocks[block] as number, trialsOfBlock).fill(value);
    const address = (place: number): number => (place < 0 ? constants + (-1 - place) * 8 : (blocks[place] as number));
    const lines = plan.lines;
    const lineBytes = (line: (typeof lines)[number]): number => (line.solve === undefined ? 16 : 32);
    const total = lines.reduce((sum, line) => sum + lineBytes(line), 0);
    this.#program = this.memory.reserve(total);
    this.#programEnd = this.#program + total;
    let at = this.#program;
    const addresses = lines.map((line) => {
      const own = at;
      at += lineBytes(line);
      return own;
    });
    lines.forEach((line, index) => {
      const flags = line.solve !== undefined || line.operation > 12 ? 0 : (line.b < 0 ? 64 : 0) + (line.a < 0 ? 128 : 0);
      const isUnary = line.operation === 5 || line.operation === 7;
      const words = this.memory.words(addresses[index] as number, lineBytes(line) / 4);
      words.set([line.operation + (isUnary ? 0 : flags), address(line.y), address(line.a), address(line.b)]);
      if (line.solve === undefined) return;
      words[4] = addresses[line.solve.firstLine] as number;
      this.memory.doubles((addresses[index] as number) + 24, 1)[0] = line.solve.start;
    });
    const descriptors = this.#describe(sampling, (input) => blocks[plan.inputBlocks[input] as number] as number);
    this.#count = descriptors.length;
    this.#descriptors = this.memory.reserve(Math.max(1, descriptors.length) * descriptorBytes);
    descriptors.forEach((descriptor, index) => this.#write(this.#descriptors + index * descriptorBytes, descriptor));
    this.#module = canCompile(plan) ? modelModule(plan, address) : undefined;
    this.outputs = plan.outputBlocks.length;
    this.outputAddresses = Array.from(plan.outputBlocks, (block) => blocks[block] as number);
    this.outputList = this.memory.reserve(this.outputs * 4);
    this.memory.words(this.outputList, this.outputs).set(this.outputAddresses);
  }

  #ziggurat(dof: number): number {
    const known = this.#tables.get(dof);
    if (known !== undefined) return known;
    const table = zigguratTable(dof);
    const address = this.memory.reserve(tableBytes);
    this.memory.bytes(address, tableBytes).set(table);
    this.#tables.set(dof, address);
    return address;
  }

  #write(address: number, { kind, target, table = 0, length = 0, parameters }: Descriptor): void {
    this.memory.words(address, 4).set([kind, target, table, length]);
    this.memory.doubles(address + 16, parameters.length).set(parameters);
  }

  #describe({ samplers, groups }: Sampling, blockOf: (input: number) => number): Descriptor[] {
    const own = samplers.flatMap((sampler, input) => (sampler === undefined ? [] : [this.#ofSampler(sampler, blockOf(input))]));
    return [
      ...own,
      ...groups.flatMap(({ members, factor, dof, marginals }) => {
        const size = members.length;
        const list = Math.ceil(size / 2) * 8;
        const table = this.memory.reserve(list + size * size * 8);
        this.memory.words(table, size).set(members.map(blockOf));
        this.memory.doubles(table + list, size * size).set(factor);
        return [
          ...members.map((input): Descriptor => ({ kind: 1, target: blockOf(input), table: this.#normal, parameters: [0, 1] })),
          { kind: 10, target: 0, table, length: size, parameters: [Number.isFinite(dof) ? dof : 0] },
          ...members.map((input, index) => this.#ofMarginal(marginals[index] as Marginal, blockOf(input))),
        ];
      }),
    ];
  }

  #ofMarginal(marginal: Marginal, target: number): Descriptor {
    if (marginal.kind === 'affine') return { kind: 12, target, parameters: [marginal.centre, marginal.width] };
    const { nodes, axis, isWide } = marginal;
    return { kind: 11, target, table: this.memory.place(nodes), length: nodes.length / 2, parameters: [...axis, isWide ? 1 : 0] };
  }

  #ofSampler(sampler: Sampler, target: number): Descriptor {
    switch (sampler.kind) {
      case 'scaled':
        return { kind: 1, target, table: this.#ziggurat(sampler.dof), parameters: [sampler.centre, sampler.width] };
      case 'rectangular':
        return { kind: 2, target, parameters: [sampler.lower, sampler.width] };
      case 'two-uniforms':
        return { kind: 3, target, parameters: [sampler.lower, sampler.k1, sampler.k2] };
      case 'curvilinear':
        return { kind: 4, target, parameters: [sampler.least, sampler.spread, sampler.sum] };
      case 'arcsine':
        return { kind: 5, target, parameters: [sampler.centre, sampler.halfWidth] };
      case 'exponential':
        return { kind: 6, target, parameters: [sampler.mean] };
      case 'gamma':
        return { kind: 7, target, parameters: [sampler.shape, sampler.scale, sampler.shift] };
      case 'lognormal':
        return { kind: 8, target, parameters: [sampler.mean, sampler.deviation] };
      case 'samples':
        return { kind: 9, target, table: this.memory.place(sampler.values), length: sampler.values.length, parameters: [] };
    }
  }

  /** Begins the stream of a chunk; its blocks are then made in order by `block`. */
  begin(seed: number, chunk: number): void {
    const low = (x: number): number => x % 4294967296;
    const high = (x: number): number => Math.floor(x / 4294967296);
    this.memory.engine.begin(low(seed), high(seed), low(chunk), high(chunk));
  }

  /** Draws and evaluates the next `count` trials; the output values stand at `outputAddresses`. */
  block(count: number): void {
    const { engine } = this.memory;
    engine.drawBlock(this.#descriptors, this.#count, this.#bits, this.#normal, count);
    if (this.#run === undefined) engine.evaluateBlock(this.#program, this.#programEnd, count);
    else this.#run(count);
  }

  /** Gives the memory of this session back, with everything reserved after it. */
  close(): void {
    this.memory.engine.release(this.#start);
  }
}
