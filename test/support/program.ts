import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

export type Finished = { readonly code: number | null; readonly out: string; readonly error: string };

function launch(arguments_: readonly string[], environment: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ['--no-maglev', join(root, 'app/cli.ts'), ...arguments_], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

/** Runs `tongheng …` to its end. */
export function tongheng(arguments_: readonly string[], input = '', environment: Record<string, string> = {}): Promise<Finished> {
  return new Promise((done, failed) => {
    const child = launch(arguments_, environment);
    let [out, error] = ['', ''];
    child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (error += chunk.toString()));
    child.once('error', failed);
    child.once('close', (code) => done({ code, out, error }));
    child.stdin?.end(input);
  });
}

export type Running = {
  readonly child: ChildProcess;
  readonly url: string;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
};

/** Starts the server and waits until it says that it runs. */
export async function startServer(arguments_: readonly string[], environment: Record<string, string> = {}): Promise<Running> {
  const port = await freePort();
  const child = launch(['start', '--lang', 'en', '--port', String(port), ...arguments_], environment);
  let output = '';
  const ended = new Promise<number | null>((done) => child.once('close', done));
  await new Promise<void>((done, failed) => {
    const listen = (chunk: Buffer): void => {
      output += chunk.toString();
      if (output.includes('Press Ctrl-C')) done();
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('close', (code) => failed(new Error(`the server ended with ${code}: ${output}`)));
  });
  return { child, url: `http://127.0.0.1:${port}`, output: () => output, ended };
}

export function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
