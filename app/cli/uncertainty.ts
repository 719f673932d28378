import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { uncertaintyCommand } from '@tongheng/uncertainty/command';
import { loadEngine } from '@tongheng/uncertainty/monte-carlo/engine';
import { RemoteHand, type Reply } from '@tongheng/uncertainty/monte-carlo/remote-hand';
import { crewOfOne, type Crew } from '@tongheng/uncertainty/monte-carlo/run';
import type { Model } from '@tongheng/uncertainty/model/model';
import { inLanguage } from '../kernel/text.ts';
import type { Call, Command } from './command.ts';
import { fileCommand } from './file-command.ts';

/** Fewer trials are done before further threads have started. */
const worthThreads = 5_000_000;

/** One hand for each core, in threads of their own; `close` ends them. */
async function crewOfThreads(count: number): Promise<{ readonly crew: Crew; readonly close: () => Promise<void> }> {
  const threads = Array.from({ length: count }, () => new Worker(new URL('uncertainty-thread.ts', import.meta.url)));
  const hands = threads.map((thread) => {
    const hand = new RemoteHand((question) => thread.postMessage(question));
    thread.on('message', (reply: Reply) => hand.receive(reply));
    thread.on('error', (error) => hand.fail(error instanceof Error ? error : new Error(String(error))));
    return hand;
  });
  const close = async (): Promise<void> => {
    await Promise.all(threads.map((thread) => thread.terminate()));
  };
  return { crew: { engine: await loadEngine(), hands }, close };
}

/** Says on standard error how far a long run has come, where a person watches. */
function watch({ io, language }: Call): { readonly progress: (done: number, of: number) => void; readonly end: () => void } {
  const started = performance.now();
  let [last, shown] = [started, false];
  return {
    progress(done, of) {
      const now = performance.now();
      if (!process.stderr.isTTY || now - started < 2000 || now - last < 200) return;
      [last, shown] = [now, true];
      const share = ((100 * done) / of).toFixed(0);
      process.stderr.write(`\r${inLanguage([`蒙特卡洛：${share} %`, `Monte Carlo: ${share} %`], language)}`);
    },
    end() {
      if (shown) io.error('');
    },
  };
}

export const uncertaintyCommands: readonly Command[] = [
  fileCommand(
    'uncertainty',
    ['按 GUM 与蒙特卡洛法评定测量模型的不确定度', 'evaluate a measurement model by the GUM and by Monte Carlo'],
    async (input, call) => {
      const { progress, end } = watch(call);
      let close: (() => Promise<void>) | undefined;
      const crewOf = async ({ monteCarlo }: Model): Promise<Crew> => {
        const cores = availableParallelism();
        if (cores < 2 || typeof monteCarlo?.trials !== 'number' || monteCarlo.trials < worthThreads) return crewOfOne(await loadEngine());
        const threads = await crewOfThreads(cores);
        close = threads.close;
        return threads.crew;
      };
      try {
        return await uncertaintyCommand(input, crewOf, { progress, withSensitivity: call.values['sensitivity'] === true });
      } finally {
        end();
        await close?.();
      }
    },
    {
      sensitivity: {
        type: 'boolean',
        text: ['逐个输入量单独变化的灵敏度（JCGM 101 附录 B）', 'also the sensitivity to each input varied alone (JCGM 101 annex B)'],
      },
    },
  ),
];
