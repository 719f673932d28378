import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Something outside of this program (a device for keys, a service of electronic seals), reached through a small adapter of the operator's: a
 * program, or an address. One request and one answer in JSON; docs/operations/keys.md describes them.
 */
export type Adapter = { readonly ask: (request: Readonly<Record<string, unknown>>) => Promise<Readonly<Record<string, unknown>>> };

/** The adapter did not answer, or not in the agreed form; its own words are in `message`. */
export class AdapterFailed extends Error {
  override readonly name = 'AdapterFailed';
}

export type AdapterPlace = {
  /** The path of a program, or an address. */
  readonly place: string;
  /** The file of the bearer token for an address. */
  readonly tokenFile?: string | undefined;
  readonly milliseconds: number;
  /** The longest answer, in bytes. */
  readonly mostBytes: number;
};

function parse(text: string): Readonly<Record<string, unknown>> {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    throw new AdapterFailed('the answer is not JSON');
  }
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) throw new AdapterFailed('the answer is no object');
  const { error } = answer as Record<string, unknown>;
  if (typeof error === 'string') throw new AdapterFailed(error.slice(0, 200));
  return answer as Record<string, unknown>;
}

/** Starts the program for each request: the request on its standard input, the answer on its standard output. */
function byCommand({ place, milliseconds, mostBytes }: AdapterPlace): Adapter {
  const ask: Adapter['ask'] = (request) =>
    new Promise((done, fail) => {
      const child = spawn(place, [], { stdio: ['pipe', 'pipe', 'ignore'], shell: false, timeout: milliseconds });
      const pieces: string[] = [];
      let length = 0;
      child.stdout.setEncoding('utf8');
      child.stdout.on('data', (piece: string) => {
        length += piece.length;
        if (length > mostBytes) child.kill();
        else pieces.push(piece);
      });
      child.stdin.on('error', () => undefined);
      child.on('error', (error) => fail(new AdapterFailed(`the program does not start: ${error.message}`)));
      child.on('close', (code) => {
        if (length > mostBytes) return fail(new AdapterFailed('the answer is too long'));
        if (code !== 0) return fail(new AdapterFailed(`the program ended with ${String(code ?? 'a signal')}`));
        try {
          done(parse(pieces.join('')));
        } catch (error) {
          fail(error as Error);
        }
      });
      child.stdin.end(JSON.stringify(request));
    });
  return { ask };
}

/** Reads no more of an answer than is allowed, so that a strange one does not fill the memory. */
async function textOf(answer: Response, mostBytes: number): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of answer.body ?? []) {
    length += piece.byteLength;
    if (length > mostBytes) throw new AdapterFailed('the answer is too long');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function byAddress({ place, tokenFile, milliseconds, mostBytes }: AdapterPlace): Adapter {
  return {
    async ask(request) {
      try {
        const token = tokenFile === undefined ? undefined : readFileSync(tokenFile, 'utf8').trim();
        const answer = await fetch(place, {
          method: 'POST',
          body: JSON.stringify(request),
          headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
          redirect: 'error',
          signal: AbortSignal.timeout(milliseconds),
        });
        if (!answer.ok) throw new AdapterFailed(`answered ${answer.status}`);
        return parse(await textOf(answer, mostBytes));
      } catch (error) {
        if (error instanceof AdapterFailed) throw error;
        throw new AdapterFailed(error instanceof Error ? error.message : String(error));
      }
    },
  };
}

export const openAdapter = (at: AdapterPlace): Adapter => (/^https?:/.test(at.place) ? byAddress(at) : byCommand(at));

/** What an operator set: undefined where the setting is missing or empty. */
export const setting = (environment: Readonly<Record<string, string | undefined>>, name: string): string | undefined =>
  environment[name] === '' ? undefined : environment[name];
