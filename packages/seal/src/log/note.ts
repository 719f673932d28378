/** Signed notes after C2SP signed-note, as Go's sumdb/note reads and writes them: text, an empty line, and a line for each signature. */
import { fromBase64, fromHex, InvalidEncoding, joinBytes, sameBytes, toBase64, toHex, toUtf8 } from '../encoding.ts';
import { checkSignature, type Sign } from '../signature.ts';
import { cosignatureMessage, readTimestamp } from './cosignature.ts';
import { InvalidLog } from './invalid-log.ts';
import { isKeyName, type VerifierKey } from './verifier-key.ts';

export type NoteSignature = {
  readonly name: string;
  /** Eight small hexadecimal digits. */
  readonly keyId: string;
  readonly signature: Uint8Array;
};

/** The text ends in a newline, which is signed too. */
export type Note = { readonly text: string; readonly signatures: readonly NoteSignature[] };

/** Characters of a checkpoint or of a witness's answer, with much to spare. */
const longestNote = 1_000_000;
const mostSignatures = 100;
const head = '— ';

const malformed = (): InvalidLog => new InvalidLog(['不是签名文本（signed note）', 'not a signed note']);
const controls = [...Array(32).keys()].filter((code) => code !== 10).map((code) => String.fromCharCode(code));

/** A line of a signature, its newline included. */
export const printSignature = ({ name, keyId, signature }: NoteSignature): string =>
  `${head}${name} ${toBase64(joinBytes(fromHex(keyId), signature))}\n`;

function readSignature(line: string): NoteSignature {
  const [name = '', encoded = '', ...rest] = line.slice(head.length).split(' ');
  if (!line.startsWith(head) || !isKeyName(name) || rest.length > 0) throw malformed();
  let bytes: Uint8Array;
  try {
    bytes = fromBase64(encoded);
  } catch (error) {
    throw error instanceof InvalidEncoding ? malformed() : error;
  }
  if (bytes.length < 5) throw malformed();
  return { name, keyId: toHex(bytes.subarray(0, 4)), signature: bytes.slice(4) };
}

/** Reads lines of signatures, as they stand below a note and as a witness answers. */
export function readSignatures(text: string): NoteSignature[] {
  if (text.length > longestNote || !text.endsWith('\n')) throw malformed();
  const lines = text.slice(0, -1).split('\n');
  if (lines.length > mostSignatures) throw malformed();
  return lines.map(readSignature);
}

/**
 * Reads a signed note without checking a signature: at most `most` characters, a million where nothing else is said, and 100 signatures, at
 * least one.
 *
 * @throws InvalidLog for any other text.
 */
export function readNote(text: string, most = longestNote): Note {
  if (text.length > most || controls.some((control) => text.includes(control)) || /\p{Cs}/u.test(text)) throw malformed();
  const gap = text.lastIndexOf('\n\n');
  if (gap < 0) throw malformed();
  return { text: text.slice(0, gap + 1), signatures: readSignatures(text.slice(gap + 2)) };
}

/** The note as text. */
export const printNote = ({ text, signatures }: Note): string => `${text}\n${signatures.map(printSignature).join('')}`;

/** The signature of a text by a key of kind 'ed25519'; for a witness there is `cosign`. */
export async function signNote(text: string, key: VerifierKey, sign: Sign): Promise<NoteSignature> {
  if (key.kind !== 'ed25519') throw new InvalidLog(['该密钥只用于联署', 'this key only cosigns']);
  if (!text.endsWith('\n')) throw malformed();
  return { name: key.name, keyId: key.keyId, signature: await sign(toUtf8(text)) };
}

/** ok: null where no known key has this name and id. The time is that of a cosignature, in seconds since 1970. */
export type CheckedSignature = NoteSignature & {
  readonly key: VerifierKey | undefined;
  readonly ok: boolean | null;
  readonly timestamp: number | null;
};

async function checkOne(text: string, signature: NoteSignature, keys: readonly VerifierKey[]): Promise<CheckedSignature> {
  const key = keys.find((one) => one.name === signature.name && one.keyId === signature.keyId);
  if (key === undefined) return { ...signature, key, ok: null, timestamp: null };
  if (key.kind === 'ed25519') {
    return { ...signature, key, ok: await checkSignature('ed25519', key.publicKey, toUtf8(text), signature.signature), timestamp: null };
  }
  const timestamp = readTimestamp(signature.signature);
  if (timestamp === undefined) return { ...signature, key, ok: false, timestamp: null };
  const ok = await checkSignature('ed25519', key.publicKey, cosignatureMessage(text, timestamp), signature.signature.subarray(8));
  return { ...signature, key, ok, timestamp: Number(timestamp) };
}

/** What becomes of each signature of a note with these keys. Signatures of the same key twice are checked twice. */
export async function checkSignatures({ text, signatures }: Note, keys: readonly VerifierKey[]): Promise<CheckedSignature[]> {
  const checked: CheckedSignature[] = [];
  for (const signature of signatures) checked.push(await checkOne(text, signature, keys));
  return checked;
}

/**
 * Opens a note as Go's note.Open does.
 *
 * @throws InvalidLog where no known key has signed it, or a signature of a known key is false.
 */
export async function openNote(
  text: string,
  keys: readonly VerifierKey[],
): Promise<Note & { readonly checked: readonly CheckedSignature[] }> {
  const note = readNote(text);
  const checked = await checkSignatures(note, keys);
  const bad = checked.find(({ ok }) => ok === false);
  if (bad !== undefined) throw new InvalidLog([`${bad.name} 的签名不成立`, `the signature of ${bad.name} is false`]);
  if (checked.every(({ ok }) => ok === null)) throw new InvalidLog(['没有可信密钥的签名', 'no trusted key has signed it']);
  return { ...note, checked };
}

/** The note with further signatures behind its own; one that stands there already is not repeated. */
export function addSignatures(text: string, more: readonly NoteSignature[]): string {
  const note = readNote(text);
  const isThere = (one: NoteSignature): boolean =>
    note.signatures.some(({ name, keyId, signature }) => name === one.name && keyId === one.keyId && sameBytes(signature, one.signature));
  return printNote({ text: note.text, signatures: [...note.signatures, ...more.filter((one) => !isThere(one))] });
}
