import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * A device that holds keys outside of this program (an HSM, a UKey, the service of a licensed authority), reached through a small adapter of the
 * operator's: a program, or an address. One request and one answer in JSON; docs/operations/keys.md describes them. The device never shows a key.
 */
export type KeyDevice = { readonly ask: (request: Readonly<Record<string, unknown>>) => Promise<Readonly<Record<string, unknown>>> };

/** The adapter did not answer, or not in the agreed form; its own words are in `message`. */
export class KeyDeviceFailed extends Error {
  override readonly name = 'KeyDeviceFailed';
}

const patience = 10_000;
const mostBytes = 65_536;

function parse(text: string): Readonly<Record<string, unknown>> {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    throw new KeyDeviceFailed('the answer is not JSON');
  }
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) throw new KeyDeviceFailed('the answer is no object');
  const { error } = answer as Record<string, unknown>;
  if (typeof error === 'string') throw new KeyDeviceFailed(error.slice(0, 200));
  return answer as Record<string, unknown>;
}

/** Starts the program for each request: the request on its standard input, the answer on its standard output. */
function byCommand(program: string): KeyDevice {
  const ask: KeyDevice['ask'] = (request) =>
    new Promise((done, fail) => {
      const child = spawn(program, [], { stdio: ['pipe', 'pipe', 'ignore'], shell: false, timeout: patience });
      let output = '';
      child.stdout.setEncoding('utf8');
      child.stdout.on('data', (piece: string) => {
        output += piece;
        if (output.length > mostBytes) child.kill();
      });
      child.stdin.on('error', () => undefined);
      child.on('error', (error) => fail(new KeyDeviceFailed(`the program does not start: ${error.message}`)));
      child.on('close', (code) => {
        if (code !== 0) return fail(new KeyDeviceFailed(`the program ended with ${String(code ?? 'a signal')}`));
        try {
          done(parse(output));
        } catch (error) {
          fail(error as Error);
        }
      });
      child.stdin.end(JSON.stringify(request));
    });
  return { ask };
}

function byAddress(address: string, tokenFile: string | undefined): KeyDevice {
  return {
    async ask(request) {
      let text;
      try {
        const token = tokenFile === undefined ? undefined : readFileSync(tokenFile, 'utf8').trim();
        const answer = await fetch(address, {
          method: 'POST',
          body: JSON.stringify(request),
          headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
          redirect: 'error',
          signal: AbortSignal.timeout(patience),
        });
        if (!answer.ok) throw new KeyDeviceFailed(`answered ${answer.status}`);
        text = await answer.text();
      } catch (error) {
        if (error instanceof KeyDeviceFailed) throw error;
        throw new KeyDeviceFailed(error instanceof Error ? error.message : String(error));
      }
      if (text.length > mostBytes) throw new KeyDeviceFailed('the answer is too long');
      return parse(text);
    },
  };
}

/** The device of TONGHENG_KEY_DEVICE: the path of a program, or an address (its bearer token in the file TONGHENG_KEY_DEVICE_TOKEN_FILE). */
export function openKeyDevice(environment: Readonly<Record<string, string | undefined>>): KeyDevice | undefined {
  const place = environment['TONGHENG_KEY_DEVICE'];
  if (place === undefined || place === '') return undefined;
  if (!/^https?:/.test(place)) return byCommand(place);
  const file = environment['TONGHENG_KEY_DEVICE_TOKEN_FILE'];
  return byAddress(place, file === '' ? undefined : file);
}
