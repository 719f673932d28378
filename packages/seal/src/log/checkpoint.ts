/** Checkpoints after C2SP tlog-checkpoint: which log, how many leaves, which root; as the text of a signed note. */
import { fromBase64, sameBytes, toBase64 } from '../encoding.ts';
import type { Sign } from '../signature.ts';
import { InvalidLog } from './invalid-log.ts';
import { printNote, readNote, signNote, type Note } from './note.ts';
import { checkConsistency } from './proof.ts';
import { emptyRoot, hashSize } from './tree.ts';
import type { VerifierKey } from './verifier-key.ts';

export type Checkpoint = {
  /** The log's name; its key has the same. */
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  /** Further lines, which no monitor can check; logs should have none. */
  readonly extensions: readonly string[];
};

const malformed = (): InvalidLog => new InvalidLog(['不是日志检查点', 'not a checkpoint of a log']);

/** A whole number of leaves or an index in the one form that it is written in; undefined for other text and beyond 2⁵³ − 1. */
export function readCount(text: string): number | undefined {
  const value = /^(0|[1-9]\d{0,15})$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(value) ? value : undefined;
}

/** A hash of 32 bytes in canonical base 64. */
export function readHash(text: string): Uint8Array {
  if (!/^[A-Za-z0-9+/]{43}=$/.test(text)) throw new InvalidLog(['不是 base64 散列值', 'not a hash in base 64']);
  try {
    const hash = fromBase64(text);
    if (hash.length === hashSize) return hash;
  } catch {
    // Told below, as any other text that is no hash.
  }
  throw new InvalidLog(['不是 base64 散列值', 'not a hash in base 64']);
}

/** The text of a checkpoint, its last newline included. */
export function printCheckpoint({ origin, size, root, extensions }: Checkpoint): string {
  const text = `${[origin, String(size), toBase64(root), ...extensions].join('\n')}\n`;
  // What is printed can be read: an origin with a newline would change what the lines mean.
  readCheckpoint(text);
  return text;
}

/** Reads the text of a checkpoint, without its signatures. */
export function readCheckpoint(text: string): Checkpoint {
  const lines = text.endsWith('\n') ? text.slice(0, -1).split('\n') : [];
  const [origin = '', count = '', hash = '', ...extensions] = lines;
  const size = readCount(count);
  if (lines.length < 3 || size === undefined || lines.some((line) => line === '')) throw malformed();
  return { origin, size, root: readHash(hash), extensions };
}

/** Reads a signed checkpoint without checking its signatures. */
export function readSignedCheckpoint(text: string): { readonly checkpoint: Checkpoint; readonly note: Note } {
  const note = readNote(text);
  return { checkpoint: readCheckpoint(note.text), note };
}

/** A checkpoint signed by its log. */
export async function signCheckpoint(checkpoint: Checkpoint, key: VerifierKey, sign: Sign): Promise<string> {
  const text = printCheckpoint(checkpoint);
  return printNote({ text, signatures: [await signNote(text, key, sign)] });
}

/**
 * same: nothing new · grown: the new tree begins with the known one · rollback: it has fewer leaves than the known one ·
 * fork: as many leaves and another root · unproven: more leaves, and the proof does not show that they continue the known ones ·
 * foreign: another log.
 */
export type Progress = 'same' | 'grown' | 'rollback' | 'fork' | 'unproven' | 'foreign';

/** How a checkpoint stands to one that is known already. Both are signed by the log, which the caller has checked. */
export function progressOf(known: Checkpoint, next: Checkpoint, proof: readonly Uint8Array[]): Progress {
  if (known.origin !== next.origin) return 'foreign';
  if (next.size < known.size) return 'rollback';
  if (next.size === known.size) return sameBytes(next.root, known.root) ? (proof.length === 0 ? 'same' : 'unproven') : 'fork';
  // Everything continues the empty tree, and nothing needs to be proven.
  if (known.size === 0) return sameBytes(known.root, emptyRoot) && proof.length === 0 ? 'grown' : 'unproven';
  return checkConsistency(known.size, known.root, next.size, next.root, proof) ? 'grown' : 'unproven';
}
