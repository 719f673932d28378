/** Gives a target one input after another and tells what became of them; an input is found again by its number. */
import { AssertionError } from 'node:assert/strict';
import { isDeclared, type Target } from './fuzz-targets.ts';
import { dice, mutated } from './mutation.ts';

export type Outcome = { readonly read: number; readonly refused: number; readonly slowestMilliseconds: number };

/** No input may take longer: a hang, or a cost that grows faster than the input. */
export const patienceMilliseconds = 3000;

export class Fault extends Error {}

const describe = (target: Target, number: number, bytes: Uint8Array, error: unknown): string =>
  [
    `${target.name}, input ${number}: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`,
    `${Buffer.from(bytes.subarray(0, 400)).toString('hex')}${bytes.length > 400 ? '…' : ''} (${bytes.length} bytes)`,
    error instanceof Error && !(error instanceof AssertionError) ? (error.stack ?? '') : '',
  ].join('\n');

export async function fuzz(target: Target, count: number, start = 1): Promise<Outcome> {
  let [read, refused, slowest] = [0, 0, 0];
  for (let number = start; number < start + count; number += 1) {
    const bytes = mutated(target.seeds, dice(number));
    const begun = performance.now();
    try {
      const result = target.read(bytes);
      if (result instanceof Promise) await result;
      read += 1;
    } catch (error) {
      if (!isDeclared(error)) throw new Fault(describe(target, number, bytes, error));
      refused += 1;
    }
    const took = performance.now() - begun;
    if (took > patienceMilliseconds) throw new Fault(describe(target, number, bytes, new Error(`took ${took.toFixed(0)} ms`)));
    slowest = Math.max(slowest, took);
  }
  return { read, refused, slowestMilliseconds: slowest };
}
