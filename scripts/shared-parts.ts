import { join } from 'node:path';

/** What the bundler tells of a module; `Rollup.ModuleInfo` in short. */
type Graph = {
  readonly getModuleInfo: (
    id: string,
  ) => { readonly importedIds: readonly string[]; readonly dynamicallyImportedIds: readonly string[] } | null;
};
type NamePart = (id: string, graph: Graph) => string | null;

const publicPage = join(import.meta.dirname, '../index.html');

/** Bytes before they are shortened: what is less, and shared by a few pages only, is fetched with its neighbour. */
const leastOfDesk = 30_000;

/**
 * How what several pages share is cut into files. The workplace is opened each day and kept: its small shared parts are fetched together, some
 * thirty files instead of more than a hundred. The public portal is opened once, on a phone: a page fetches only what it needs, and nothing
 * that only the workplace has.
 */
export function sharedParts() {
  let known: ReadonlySet<string> | undefined;
  const ofPublic = (graph: Graph): ReadonlySet<string> => {
    if (known !== undefined) return known;
    const found = new Set<string>();
    const follow = (id: string): void => {
      if (found.has(id)) return;
      found.add(id);
      const { importedIds = [], dynamicallyImportedIds = [] } = graph.getModuleInfo(id) ?? {};
      for (const next of [...importedIds, ...dynamicallyImportedIds]) follow(next);
    };
    follow(publicPage);
    return (known = found);
  };
  const publicPart: NamePart = (id, graph) => (ofPublic(graph).has(id) ? 'public' : null);
  const deskPart: NamePart = (id, graph) => (ofPublic(graph).has(id) ? null : 'desk');
  const shared = { minShareCount: 2, entriesAware: true };
  return [
    { name: publicPart, priority: 2, ...shared },
    { name: deskPart, priority: 1, ...shared, entriesAwareMergeThreshold: leastOfDesk },
  ];
}
