/**
 * The engine of the Monte Carlo method: WebAssembly made from the sources in `engine/`, or, where a browser or its content policy has no
 * WebAssembly, the same program translated to JavaScript. Both do the same IEEE operations in the same order and answer the same digits.
 */
import { engineBytes } from '../../generated/engine-bytes.ts';

/** What the engine offers; addresses and sizes are in bytes of its memory, counts in values. */
export type EngineExports = {
  readonly memory: { readonly buffer: ArrayBufferLike };
  reserve(bytes: number): number;
  release(start: number): void;
  begin(seedLow: number, seedHigh: number, chunkLow: number, chunkHigh: number): void;
  drawBlock(descriptors: number, inputs: number, bits: number, normal: number, count: number): void;
  evaluateBlock(program: number, programEnd: number, count: number): void;
  addMoments(blocks: number, centres: number, outputs: number, count: number, sums: number): void;
  countNotFinite(values: number, count: number): number;
  countLinear(values: number, count: number, counts: number, lower: number, perUnit: number, bins: number): void;
  countLogarithmic(values: number, count: number, counts: number, centre: number, lowest: number): void;
  tails(values: number, count: number, low: number, high: number, ends: number): void;
  sort(values: number, count: number): void;
  sortByCell(values: number, count: number, target: number, offsets: number, lower: number, perUnit: number, cells: number): void;
  narrowest(low: number, high: number, count: number): number;
  distances(
    blocks: number,
    centres: number,
    outputs: number,
    count: number,
    factor: number,
    scales: number,
    elliptic: number,
    rectangular: number,
  ): void;
};

export type EngineKind = 'webassembly' | 'javascript';

/** One engine with a memory of its own; runs take turns (`inTurn`). */
export type Engine = EngineExports & {
  readonly kind: EngineKind;
  /** Links a model's module (model-module.ts) with this engine; undefined where WebAssembly cannot be had. */
  link(bytes: Uint8Array): Promise<((count: number) => void) | undefined>;
};

/** The part of WebAssembly that is used, so that pure code compiles where its types are not. */
type WebAssemblyHost = {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ readonly instance: { readonly exports: unknown } }>;
};

const mostLinked = 16;

async function instantiate(): Promise<Engine | undefined> {
  const host = (globalThis as { WebAssembly?: WebAssemblyHost }).WebAssembly;
  if (host === undefined) return undefined;
  try {
    const { instance } = await host.instantiate(engineBytes(), {});
    const engine = instance.exports as EngineExports;
    const linked = new Map<string, (count: number) => void>();
    return {
      ...engine,
      kind: 'webassembly',
      async link(bytes) {
        // The same model at the same place is linked once: what the compiler learned of it is kept.
        const key = bytes.join();
        const known = linked.get(key);
        if (known !== undefined) return known;
        const model = await host.instantiate(bytes, { engine });
        const { run } = model.instance.exports as { run: (count: number) => void };
        if (linked.size >= mostLinked) linked.clear();
        linked.set(key, run);
        return run;
      },
    };
  } catch {
    // A content policy without 'wasm-unsafe-eval' refuses to compile.
    return undefined;
  }
}

/**
 * An engine for this place.
 * @param kind asks for one of the two; by default WebAssembly where it can be had
 */
export async function loadEngine(kind?: EngineKind): Promise<Engine> {
  const compiled = kind === 'javascript' ? undefined : await instantiate();
  if (compiled !== undefined) return compiled;
  const { createTwin } = await import('../../generated/engine-twin.ts');
  return { ...(createTwin() as EngineExports), kind: 'javascript', link: async () => undefined };
}

const turns = new WeakMap<Engine, Promise<unknown>>();

/** Does the work when all work given to this engine before is done: two runs in one memory would overwrite each other. */
export function inTurn<Result>(engine: Engine, work: () => Promise<Result>): Promise<Result> {
  const before = turns.get(engine) ?? Promise.resolve();
  const own = before.then(work, work);
  turns.set(engine, own);
  return own;
}
