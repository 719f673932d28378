/** A PDF as its objects: tables of offsets of every revision, object streams, and streams within bounds. */
import { inflate } from './inflate.ts';
import { InvalidPdf } from './invalid-pdf.ts';
import { Scanner, type PdfDictionary, type PdfReference, type PdfText, type PdfValue } from './scanner.ts';

/** A larger file is not read; the largest certificate, a lot of 5,000 instruments, has a tenth of it. */
export const largestPdf = 32 * 1024 * 1024;
/** What all streams that are read may unfold to together. */
const mostUnfolded = 64 * 1024 * 1024;
/** What is scanned in all: objects may be laid over each other, so that reading each costs the whole file again. */
const mostScanned = 128 * 1024 * 1024;
/** Objects that must be known before another can be read, such as the length of a stream. */
const mostPending = 30;
const mostObjects = 400_000;
const mostRevisions = 200;

type Place = { readonly offset: number } | { readonly stream: number; readonly index: number } | null;
/** An object as it stands; `raw` are the bytes of its stream, still encoded. */
export type PdfObject = { readonly value: PdfValue; readonly raw: Uint8Array | undefined };

/** Whether a value of a PDF is a dictionary. */
export const isDictionary = (value: PdfValue | undefined): value is PdfDictionary =>
  typeof value === 'object' && value !== null && value.kind === 'dictionary';
/** The name that a value is, without its slash; undefined for a value of another kind. */
export const nameOf = (value: PdfValue | undefined): string | undefined =>
  typeof value === 'object' && value !== null && value.kind === 'name' ? value.name : undefined;
/** Whether a value of a PDF is a text of bytes, written in brackets or in hexadecimal digits. */
export const isText = (value: PdfValue | undefined): value is PdfText =>
  typeof value === 'object' && value !== null && value.kind === 'text';
const isReference = (value: PdfValue | undefined): value is PdfReference =>
  typeof value === 'object' && value !== null && value.kind === 'reference';
const isCount = (value: PdfValue | undefined): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0;

const damaged = (place: string): never => {
  throw new InvalidPdf('damaged', place);
};

function lastStartxref(bytes: Uint8Array): number {
  const word = Array.from('startxref', (sign) => sign.charCodeAt(0));
  for (let at = bytes.length - word.length; at >= Math.max(0, bytes.length - 2048); at -= 1)
    if (word.every((code, index) => bytes[at + index] === code)) return at;
  throw new InvalidPdf('truncated', '');
}

/** A PDF by its tables of offsets, its objects read when they are asked for and within bounds; InvalidPdf says where it is none. */
export class PdfDocument {
  readonly bytes: Uint8Array;
  /** The trailer of the newest revision. */
  readonly trailer: PdfDictionary;
  /** Where the newest table of offsets stands, and whether it is a stream. */
  readonly newestTable: number;
  readonly hasTableStream: boolean;
  readonly #places = new Map<number, Place>();
  readonly #objects = new Map<number, PdfObject>();
  readonly #packed = new Map<number, readonly PdfValue[]>();
  readonly #loading = new Set<number>();
  #unfolded = 0;
  #scanned = 0;

  constructor(bytes: Uint8Array) {
    if (bytes.length > largestPdf) throw new InvalidPdf('too-large', `${bytes.length} bytes`);
    this.bytes = bytes;
    const head = new Scanner(bytes);
    if (!head.sees('%PDF-')) throw new InvalidPdf('no-pdf', '');
    const scanner = new Scanner(bytes, lastStartxref(bytes) + 'startxref'.length);
    this.newestTable = scanner.count();
    scanner.skipSpace();
    const { trailer, isStream } = this.#readTables(this.newestTable);
    this.trailer = trailer;
    this.hasTableStream = isStream;
    if (trailer.entries.has('Encrypt')) throw new InvalidPdf('encrypted', '');
  }

  #readTables(newest: number): { readonly trailer: PdfDictionary; readonly isStream: boolean } {
    const seen = new Set<number>();
    const waiting = [newest];
    let first: { readonly trailer: PdfDictionary; readonly isStream: boolean } | undefined;
    for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
      if (seen.has(at)) throw new InvalidPdf('too-deep', `byte ${at}`);
      if (seen.size >= mostRevisions) throw new InvalidPdf('too-much', `byte ${at}`);
      seen.add(at);
      const scanner = new Scanner(this.bytes, at);
      scanner.skipSpace();
      const isStream = !scanner.sees('xref');
      const trailer = isStream ? this.#readTableStream(at) : this.#readTable(scanner);
      first ??= { trailer, isStream };
      const [hybrid, previous] = [trailer.entries.get('XRefStm'), trailer.entries.get('Prev')];
      if (isCount(previous)) waiting.unshift(previous);
      if (isCount(hybrid)) waiting.unshift(hybrid);
    }
    return first ?? damaged('startxref');
  }

  #spend(count: number): void {
    this.#scanned += count;
    if (this.#scanned > mostScanned) throw new InvalidPdf('too-much', '');
  }

  #place(number: number, place: Place): void {
    if (this.#places.has(number)) return;
    if (this.#places.size >= mostObjects) throw new InvalidPdf('too-much', `object ${number}`);
    this.#places.set(number, place);
  }

  #readTable(scanner: Scanner): PdfDictionary {
    const from = scanner.at;
    scanner.expect('xref');
    for (scanner.skipSpace(); !scanner.sees('trailer'); scanner.skipSpace()) {
      const first = scanner.count();
      const count = scanner.count();
      if (count > mostObjects) throw new InvalidPdf('too-much', `byte ${scanner.at}`);
      for (let index = 0; index < count; index += 1) {
        const offset = scanner.count();
        scanner.count();
        scanner.skipSpace();
        const isUsed = scanner.sees('n');
        if (!isUsed && !scanner.sees('f')) scanner.fail();
        scanner.at += 1;
        this.#place(first + index, isUsed ? { offset } : null);
      }
    }
    scanner.expect('trailer');
    const trailer = scanner.value();
    this.#spend(scanner.at - from);
    return isDictionary(trailer) ? trailer : scanner.fail();
  }

  #readTableStream(at: number): PdfDictionary {
    const { value, raw } = this.#readObject(at, undefined);
    if (!isDictionary(value) || raw === undefined || nameOf(value.entries.get('Type')) !== 'XRef') return damaged(`byte ${at}`);
    const widths = value.entries.get('W');
    const size = value.entries.get('Size');
    const index = value.entries.get('Index');
    const [kindWidth, offsetWidth, restWidth] =
      typeof widths === 'object' && widths !== null && widths.kind === 'array' ? widths.values : [];
    if (!isCount(kindWidth) || !isCount(offsetWidth) || !isCount(restWidth) || !isCount(size)) return damaged(`byte ${at}`);
    const width = kindWidth + offsetWidth + restWidth;
    if (width === 0 || width > 24) return damaged(`byte ${at}`);
    const ranges = typeof index === 'object' && index !== null && index.kind === 'array' ? index.values : [0, size];
    const rows = this.#decode(value, raw);
    const read = (from: number, count: number): number => {
      let number = 0;
      for (let place = from; place < from + count; place += 1) number = number * 256 + (rows[place] ?? 0);
      return number;
    };
    let row = 0;
    for (let pair = 0; pair + 1 < ranges.length; pair += 2) {
      const [first, count] = [ranges[pair], ranges[pair + 1]];
      if (!isCount(first) || !isCount(count) || row + count * width > rows.length) return damaged(`byte ${at}`);
      for (let number = first; number < first + count; number += 1, row += width) {
        const kind = kindWidth === 0 ? 1 : read(row, kindWidth);
        const second = read(row + kindWidth, offsetWidth);
        if (kind === 1) this.#place(number, { offset: second });
        else if (kind === 2) this.#place(number, { stream: second, index: read(row + kindWidth + offsetWidth, restWidth) });
        else this.#place(number, null);
      }
    }
    return value;
  }

  #readObject(offset: number, number: number | undefined): PdfObject {
    if (offset >= this.bytes.length) return damaged(`byte ${offset}`);
    const scanner = new Scanner(this.bytes, offset);
    const own = scanner.count();
    scanner.count();
    scanner.expect('obj');
    if (number !== undefined && own !== number) damaged(`byte ${offset}`);
    const value = scanner.value();
    this.#spend(scanner.at - offset);
    scanner.skipSpace();
    if (!isDictionary(value) || !scanner.sees('stream')) {
      scanner.expect('endobj');
      return { value, raw: undefined };
    }
    scanner.at += 'stream'.length;
    if (this.bytes[scanner.at] === 13) scanner.at += 1;
    if (this.bytes[scanner.at] !== 10) scanner.fail();
    const start = scanner.at + 1;
    const length = this.resolve(value.entries.get('Length'));
    if (!isCount(length) || start + length > this.bytes.length) return damaged(`byte ${offset}`);
    scanner.at = start + length;
    scanner.expect('endstream');
    return { value, raw: this.bytes.subarray(start, start + length) };
  }

  /** The numbers of all objects that the newest tables name as used. */
  numbers(): number[] {
    return [...this.#places].flatMap(([number, place]) => (place === null ? [] : [number]));
  }

  /** Whether an object stands in the file by itself, so that the places of its texts are those of the file. */
  standsAlone(number: number): boolean {
    const place = this.#places.get(number);
    return place !== undefined && place !== null && 'offset' in place;
  }

  /** An object by its number; one that is not there is null (7.3.10). */
  object(number: number): PdfObject {
    const known = this.#objects.get(number);
    if (known !== undefined) return known;
    const place = this.#places.get(number);
    if (place === undefined || place === null) return { value: null, raw: undefined };
    if (this.#loading.has(number) || this.#loading.size > mostPending) throw new InvalidPdf('too-deep', `object ${number}`);
    this.#loading.add(number);
    const found =
      'offset' in place
        ? this.#readObject(place.offset, number)
        : { value: this.#unpack(place.stream)[place.index] ?? null, raw: undefined };
    this.#loading.delete(number);
    this.#objects.set(number, found);
    return found;
  }

  #unpack(number: number): readonly PdfValue[] {
    const known = this.#packed.get(number);
    if (known !== undefined) return known;
    if (!this.standsAlone(number)) return damaged(`object ${number}`);
    const { value, raw } = this.object(number);
    if (!isDictionary(value) || raw === undefined) return damaged(`object ${number}`);
    const [count, first] = [this.resolve(value.entries.get('N')), this.resolve(value.entries.get('First'))];
    if (!isCount(count) || !isCount(first) || count > mostObjects) return damaged(`object ${number}`);
    const bytes = this.#decode(value, raw);
    const scanner = new Scanner(bytes);
    const offsets = Array.from({ length: count }, () => {
      scanner.count();
      return scanner.count();
    });
    const values = offsets.map((offset) => {
      scanner.at = first + offset;
      const one = scanner.value();
      this.#spend(scanner.at - first - offset);
      return one;
    });
    this.#packed.set(number, values);
    return values;
  }

  /** What a value is, behind references. */
  resolve(value: PdfValue | undefined): PdfValue {
    let found = value ?? null;
    for (let steps = 0; isReference(found); steps += 1) {
      if (steps > 30) throw new InvalidPdf('too-deep', `object ${found.number}`);
      found = this.object(found.number).value;
    }
    return found;
  }

  /** An entry of a dictionary, behind references; undefined where there is no dictionary. */
  entry(value: PdfValue | undefined, name: string): PdfValue | undefined {
    const dictionary = this.resolve(value);
    return isDictionary(dictionary) ? this.resolve(dictionary.entries.get(name)) : undefined;
  }

  get catalog(): PdfDictionary {
    const root = this.resolve(this.trailer.entries.get('Root'));
    return isDictionary(root) ? root : damaged('Root');
  }

  /** The content of a stream, decoded; undefined for what is no stream. */
  content(value: PdfValue | undefined): Uint8Array | undefined {
    if (!isReference(value)) return undefined;
    const { value: dictionary, raw } = this.object(value.number);
    return isDictionary(dictionary) && raw !== undefined ? this.#decode(dictionary, raw) : undefined;
  }

  #decode(dictionary: PdfDictionary, raw: Uint8Array): Uint8Array {
    const filter = this.resolve(dictionary.entries.get('Filter'));
    const parameters = this.resolve(dictionary.entries.get('DecodeParms'));
    const inList = typeof filter === 'object' && filter !== null && filter.kind === 'array';
    const filters = (inList ? filter.values : filter === null ? [] : [filter]).map((one) => nameOf(this.resolve(one)));
    if (filters.length === 0) return raw;
    if (filters.length > 1 || filters[0] !== 'FlateDecode') throw new InvalidPdf('filter', filters.join(' '));
    const bytes = inflate(raw, mostUnfolded - this.#unfolded);
    this.#unfolded += bytes.length;
    const inner = typeof parameters === 'object' && parameters !== null && parameters.kind === 'array' ? parameters.values[0] : parameters;
    const predictor = this.entry(inner, 'Predictor') ?? 1;
    if (predictor === 1) return bytes;
    const columns = this.entry(inner, 'Columns') ?? 1;
    if (typeof predictor !== 'number' || predictor < 10 || !isCount(columns) || columns === 0 || columns > 10_000)
      throw new InvalidPdf('filter', 'Predictor');
    return unpredict(bytes, columns);
  }
}

/** Undoes the PNG predictors (PNG, 9.2) of rows of one byte for each column. */
function unpredict(bytes: Uint8Array, columns: number): Uint8Array {
  const rows = Math.floor(bytes.length / (columns + 1));
  const out = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    const kind = bytes[row * (columns + 1)] ?? 0;
    if (kind > 4) damaged('predictor');
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column;
      const left = column === 0 ? 0 : (out[at - 1] ?? 0);
      const up = row === 0 ? 0 : (out[at - columns] ?? 0);
      const corner = row === 0 || column === 0 ? 0 : (out[at - columns - 1] ?? 0);
      const guess = left + up - corner;
      const [near, over, across] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
      const paeth = near <= over && near <= across ? left : over <= across ? up : corner;
      const added = [0, left, up, (left + up) >> 1, paeth][kind] ?? 0;
      out[at] = (bytes[row * (columns + 1) + 1 + column] ?? 0) + added;
    }
  }
  return out;
}
