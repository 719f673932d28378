import type { Duplex } from 'node:stream';
import type pg from 'pg';

/** What pg hands to a statement of its own kind; its types leave out the messages of COPY. */
type Wire = {
  readonly stream: Duplex;
  query: (sql: string) => void;
  sendCopyFromChunk: (chunk: Buffer) => void;
  endCopyFrom: () => void;
  sendCopyFail: (reason: string) => void;
};

/** Bytes that may wait in memory before the database is asked to pause. */
const enough = 1024 * 1024;

class CopyOut {
  readonly sql: string;
  #wire: Wire | undefined;
  #chunks: Buffer[] = [];
  #bytes = 0;
  #state: 'open' | 'ended' | { readonly error: Error } = 'open';
  #wake: () => void = () => undefined;

  constructor(sql: string) {
    this.sql = sql;
  }
  submit(wire: unknown): void {
    this.#wire = wire as Wire;
    this.#wire.query(this.sql);
  }
  handleCopyData({ chunk }: { chunk: Buffer }): void {
    // The parser uses its buffer again.
    this.#chunks.push(Buffer.from(chunk));
    this.#bytes += chunk.length;
    if (this.#bytes > enough) this.#wire?.stream.pause();
    this.#wake();
  }
  handleCommandComplete(): void {}
  handleReadyForQuery(): void {
    if (this.#state === 'open') this.#state = 'ended';
    this.#wake();
  }
  handleError(error: Error): void {
    this.#state = { error };
    this.#wake();
  }
  async *read(): AsyncGenerator<Buffer> {
    for (;;) {
      if (this.#chunks.length > 0) {
        const chunk = Buffer.concat(this.#chunks);
        this.#chunks = [];
        this.#bytes = 0;
        yield chunk;
      } else if (this.#state === 'open') {
        this.#wire?.stream.resume();
        await new Promise<void>((wake) => (this.#wake = wake));
      } else if (this.#state === 'ended') return;
      else throw this.#state.error;
    }
  }
}

class CopyIn {
  readonly sql: string;
  readonly done: Promise<number>;
  #finish: (rows: number) => void = () => undefined;
  #fail: (error: Error) => void = () => undefined;
  #ready: (wire: Wire) => void = () => undefined;
  readonly wire: Promise<Wire>;
  #rows = 0;

  constructor(sql: string) {
    this.sql = sql;
    this.done = new Promise((finish, fail) => {
      this.#finish = finish;
      this.#fail = fail;
    });
    this.wire = new Promise((ready) => (this.#ready = ready));
  }
  submit(wire: unknown): void {
    (wire as Wire).query(this.sql);
  }
  handleCopyInResponse(wire: unknown): void {
    this.#ready(wire as Wire);
  }
  handleCommandComplete({ text }: { text: string }): void {
    this.#rows = Number(text.replace('COPY ', ''));
  }
  handleReadyForQuery(): void {
    this.#finish(this.#rows);
  }
  handleError(error: Error): void {
    this.#fail(error);
  }
}

/** The rows of `COPY … TO STDOUT` as they come; nothing more is read than is taken. */
export function copyOut(client: pg.Client, sql: string): AsyncGenerator<Buffer> {
  return client.query(new CopyOut(sql)).read();
}

/** Feeds `COPY … FROM STDIN`; answers the number of rows. */
export async function copyIn(client: pg.Client, sql: string, chunks: AsyncIterable<Buffer>): Promise<number> {
  const copy = client.query(new CopyIn(sql));
  copy.done.catch(() => undefined);
  const wire = await Promise.race([copy.wire, copy.done]);
  if (typeof wire === 'number') return wire;
  try {
    for await (const chunk of chunks) {
      wire.sendCopyFromChunk(chunk);
      if (wire.stream.writableNeedDrain) await Promise.race([new Promise((go) => wire.stream.once('drain', go)), copy.done]);
    }
  } catch (error) {
    wire.sendCopyFail('the source ended');
    await copy.done.catch(() => undefined);
    throw error;
  }
  wire.endCopyFrom();
  return copy.done;
}
