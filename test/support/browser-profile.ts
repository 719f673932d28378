import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type BrowserContext } from 'playwright-core';
import { browserCommand } from './browser.ts';

/** A browser with a profile on the disk: it can be killed like a phone whose battery is out, and started again on what is left. */
export type Profile = {
  /** Starts the browser on the profile. */
  readonly start: () => Promise<BrowserContext>;
  /** Ends the process of the browser without a word. */
  readonly kill: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export async function openProfile(): Promise<Profile> {
  const folder = await mkdtemp(join(tmpdir(), 'tongheng-profile-'));
  const { path, args, env } = await browserCommand();
  let running: ChildProcess | undefined;
  const kill = async (): Promise<void> => {
    const ending = running;
    running = undefined;
    if (ending === undefined || ending.exitCode !== null) return;
    const gone = once(ending, 'exit');
    // The browser and the processes it has started: none of them may write a last word.
    if (ending.pid !== undefined) process.kill(-ending.pid, 'SIGKILL');
    await gone;
  };
  return {
    async start() {
      const child = spawn(
        path,
        [...args, '--headless', '--remote-debugging-port=0', `--user-data-dir=${folder}`, '--lang=zh-CN', 'about:blank'],
        {
          env,
          detached: true,
          stdio: ['ignore', 'ignore', 'pipe'],
        },
      );
      running = child;
      const address = await new Promise<string>((resolve, reject) => {
        child.once('exit', () => reject(new Error('the browser did not start')));
        createInterface({ input: child.stderr }).on('line', (line) => {
          const found = /ws:\/\/\S+/.exec(line)?.[0];
          if (found !== undefined) resolve(found);
        });
      });
      const browser = await chromium.connectOverCDP(address);
      const [context] = browser.contexts();
      if (context === undefined) throw new Error('the browser has no context');
      return context;
    },
    kill,
    async close() {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
