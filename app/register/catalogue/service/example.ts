import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

type Words = [zh: string, en: string];
export type WorkedExample = {
  readonly name: string;
  readonly title: Words;
  readonly origin: string;
  readonly kind: 'initial' | 'subsequent' | 'in-use';
  readonly conclusion: 'pass' | 'fail' | null;
};

type File = {
  readonly title: Words;
  readonly origin: string;
  readonly input: { readonly kind: WorkedExample['kind'] };
  readonly expected: { readonly conclusion: WorkedExample['conclusion'] };
};

const read = new Map<string, WorkedExample[]>();

/** The worked examples in the folder of an edition, by name; the id is one that the registry knows. */
export function examplesOf(id: string): WorkedExample[] {
  const before = read.get(id);
  if (before !== undefined) return before;
  const folder = fileURLToPath(new URL(`../../../../packages/procedures/${id}/examples/`, import.meta.url));
  const found = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file): WorkedExample => {
      const { title, origin, input, expected } = JSON.parse(readFileSync(`${folder}${file}`, 'utf8')) as File;
      return { name: file.replace(/\.json$/, ''), title, origin, kind: input.kind, conclusion: expected.conclusion };
    });
  read.set(id, found);
  return found;
}
