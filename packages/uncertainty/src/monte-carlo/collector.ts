/** What one hand keeps of the values of its chunks: the tails of each output, or counts over logarithmic cells, and counts for a picture. */
import { cellsOfSide, pictureCells, type Job, type Tails } from './job.ts';
import { trialsOfBlock, type Session } from './session.ts';

type Lists = { readonly lowest: number; readonly highest: number; readonly ends: number; readonly capacity: number };

/**
 * Room in the memory of a session for what `trials` trials of a job leave behind; its size does not grow beyond the tails that are asked
 * for.
 */
export class Collector {
  readonly #session: Session;
  readonly #job: Job;
  readonly #lists: readonly Lists[];
  readonly #cells: readonly number[];
  readonly #picture: readonly number[];
  #isFull = false;

  constructor(session: Session, job: Job, trials: number) {
    this.#session = session;
    this.#job = job;
    const { memory } = session;
    const zeroed = (bytes: number): number => {
      const address = memory.reserve(bytes);
      memory.bytes(address, bytes).fill(0);
      return address;
    };
    const capacity = Math.min(trials, Math.ceil(job.room * trials) + 256);
    this.#lists = job.scales.flatMap(() => (job.order === 'tails' ? [this.#list(capacity)] : []));
    this.#cells = job.scales.flatMap(() => (job.order === 'cells' ? [zeroed(2 * cellsOfSide * 8)] : []));
    this.#picture = job.scales.flatMap(() => (job.isPictured ? [zeroed(pictureCells * 4)] : []));
  }

  #list(capacity: number): Lists {
    const { memory } = this.#session;
    // The engine writes a block before it knows what to keep.
    const bytes = (capacity + trialsOfBlock + 1) * 8;
    const [lowest, highest, ends] = [memory.reserve(bytes), memory.reserve(bytes), memory.reserve(16)];
    memory.words(ends, 2).set([lowest, highest]);
    return { lowest, highest, ends, capacity };
  }

  /** Takes the values that stand in the output blocks. */
  add(count: number): void {
    const { outputAddresses, memory } = this.#session;
    const { engine } = memory;
    for (let output = 0; output < outputAddresses.length; output++) {
      const y = outputAddresses[output] as number;
      const { low, high, centre, lowest, least, greatest } = this.#job.scales[output] as Job['scales'][number];
      const list = this.#lists[output];
      if (list !== undefined && !this.#isFull) {
        engine.tails(y, count, low, high, list.ends);
        const [a = 0, b = 0] = memory.words(list.ends, 2);
        if (a - list.lowest > list.capacity * 8 || b - list.highest > list.capacity * 8) this.#isFull = true;
      }
      const cells = this.#cells[output];
      if (cells !== undefined) engine.countLogarithmic(y, count, cells, centre, lowest);
      const picture = this.#picture[output];
      if (picture !== undefined) engine.countLinear(y, count, picture, least, pictureCells / (greatest - least || 1), pictureCells);
    }
  }

  collected(): {
    readonly tails: readonly Tails[] | null;
    readonly cells: readonly Float64Array[];
    readonly picture: readonly Uint32Array[];
  } {
    const { memory } = this.#session;
    const tails = this.#lists.map(({ lowest, highest, ends }): Tails => {
      const [a = 0, b = 0] = memory.words(ends, 2);
      return { lowest: memory.doubles(lowest, (a - lowest) / 8).slice(), highest: memory.doubles(highest, (b - highest) / 8).slice() };
    });
    return {
      tails: this.#isFull ? null : tails,
      cells: this.#cells.map((address) => wide(memory.counts(address, 4 * cellsOfSide))),
      picture: this.#picture.map((address) => memory.counts(address, pictureCells).slice()),
    };
  }
}

/** 64-bit counts as doubles (exact below 2^53). */
export function wide(words: Uint32Array): Float64Array {
  const counts = new Float64Array(words.length / 2);
  for (let index = 0; index < counts.length; index++)
    counts[index] = (words[2 * index] as number) + (words[2 * index + 1] as number) * 4294967296;
  return counts;
}
