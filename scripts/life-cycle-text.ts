import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..');

type Words = readonly [zh: string, en: string];
export type LifeCycle = {
  readonly slice: string;
  readonly name: string;
  readonly states: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly words: Readonly<Record<string, Words>>;
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function wordsOf(value: unknown): Words | undefined {
  const pair = isRecord(value) ? value['text'] : value;
  return Array.isArray(pair) && pair.length === 2 && pair.every((word) => typeof word === 'string')
    ? (pair as unknown as Words)
    : undefined;
}

/** A table from every state to its actions and from those to states. */
const isLifeCycle = (value: unknown): value is LifeCycle['states'] =>
  isRecord(value) &&
  Object.values(value).every((actions) => isRecord(actions) && Object.values(actions).every((to) => String(to) in value));

function findWords(states: readonly string[], exports: readonly unknown[]): Record<string, Words> | undefined {
  for (const candidate of exports) {
    if (!isRecord(candidate) || !states.every((state) => wordsOf(candidate[state]) !== undefined)) continue;
    return Object.fromEntries(states.map((state) => [state, wordsOf(candidate[state]) ?? ['', '']]));
  }
  return undefined;
}

/** What the rules of every slice export, in the order of their files. */
async function readRules(): Promise<Map<string, [string, unknown][]>> {
  const files = globSync(['app/*/*/rules.ts', 'app/*/*/rules/**/*.ts'], { cwd: root })
    .filter((path) => !path.endsWith('.test.ts'))
    .sort();
  const bySlice = new Map<string, [string, unknown][]>();
  for (const file of files) {
    const module = (await import(pathToFileURL(join(root, file)).href)) as Record<string, unknown>;
    const [, , slice = ''] = file.split('/');
    bySlice.set(slice, [...(bySlice.get(slice) ?? []), ...Object.entries(module)]);
  }
  return bySlice;
}

/** Every closed table of states: exports of rules that are named so and say each state in both languages. */
export async function readStates(): Promise<{ slice: string; state: string; words: Words }[]> {
  return [...(await readRules())].flatMap(([slice, exports]) =>
    exports
      .filter(([name, value]) => /(states|statuses)$/i.test(name) && isRecord(value))
      .flatMap(([, value]) =>
        Object.entries(value as object).flatMap(([state, said]) => {
          const words = wordsOf(said);
          return words === undefined ? [] : [{ slice, state, words }];
        }),
      ),
  );
}

/** Every life-cycle table of the slices: exports of rules that are named so, with the words of their states beside them. */
export async function readLifeCycles(): Promise<LifeCycle[]> {
  return [...(await readRules())].flatMap(([slice, exports]) =>
    exports
      .filter((entry): entry is [string, LifeCycle['states']] => /lifeCycle$/i.test(entry[0]) && isLifeCycle(entry[1]))
      .map(([name, states]) => {
        const words = findWords(
          Object.keys(states),
          exports.map(([, value]) => value),
        );
        if (words === undefined) throw new Error(`${slice}: the states of ${name} have no table of words`);
        return { slice, name, states, words };
      }),
  );
}

function titleOf({ slice, name }: LifeCycle): string {
  const thing = name.replace(/LifeCycle$|^lifeCycle$/, '');
  return thing === '' || thing === slice ? slice : `${slice}: ${thing}`;
}

/** docs/generated/life-cycles.md. */
export function lifeCyclePage(lifeCycles: readonly LifeCycle[]): string {
  const parts = lifeCycles.map((lifeCycle) => {
    const { states, words } = lifeCycle;
    const word = (state: string): string => `${words[state]?.[0] ?? ''} ${state}`;
    const rows = Object.entries(states).map(([state, actions]) => {
      const steps = Object.entries(actions).map(([action, to]) => `${action} → ${word(to)}`);
      return `| ${word(state)} | ${words[state]?.[1] ?? ''} | ${steps.join('<br>') || '–'} |`;
    });
    return [`## ${titleOf(lifeCycle)}`, '', '| state | in English | actions |', '|---|---|---|', ...rows, ''].join('\n');
  });
  return [
    '# Life-cycles 状态与流转',
    '',
    'Printed from the tables in the slices’ rules by `npm run generate`: the same tables decide in the server, show the buttons and name the states.',
    '',
    ...parts,
  ].join('\n');
}
