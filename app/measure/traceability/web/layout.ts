import type { Chain, ChainEdge, ChainNode } from '../contract/graph.ts';

const width = 190;
const height = 64;
const [across, upwards, margin] = [24, 46, 8];

export type Placed = { readonly node: ChainNode; readonly x: number; readonly y: number };
export type Line = { readonly edge: ChainEdge; readonly points: readonly { readonly x: number; readonly y: number }[] };
export type Drawing = {
  readonly width: number;
  readonly height: number;
  readonly placed: readonly Placed[];
  readonly lines: readonly Line[];
};

export const box = { width, height };
export const keyOf = ({ kind, id }: { readonly kind: string; readonly id: string }): string => `${kind}:${id}`;

/** The row of each node: above everything that rests on it. A loop has no such rows; its nodes stay where they were first reached. */
function rowsOf({ nodes, edges }: Pick<Chain, 'nodes' | 'edges'>): Map<string, number> {
  const first = new Map(nodes.map((node) => [keyOf(node), node.height]));
  const row = new Map(first);
  for (let pass = 0; pass <= nodes.length; pass += 1) {
    let isMoved = false;
    for (const { lower, upper } of edges) {
      const above = (row.get(keyOf(lower)) ?? 0) + 1;
      if ((row.get(keyOf(upper)) ?? 0) >= above) continue;
      row.set(keyOf(upper), above);
      isMoved = true;
    }
    if (!isMoved) return row;
  }
  return first;
}

/** Rows from the beginning below to the SI above; in each row a node stands over the middle of what rests on it. */
export function layOut({ nodes, edges }: Pick<Chain, 'nodes' | 'edges'>): Drawing {
  const row = rowsOf({ nodes, edges });
  const top = Math.max(0, ...row.values());
  const rows: ChainNode[][] = Array.from({ length: top + 1 }, (_, index) => nodes.filter((node) => row.get(keyOf(node)) === index));
  const place = new Map<string, number>();
  for (const own of rows) {
    const middle = (node: ChainNode): number => {
      const below = edges.flatMap(({ lower, upper }) => (keyOf(upper) === keyOf(node) ? [place.get(keyOf(lower)) ?? 0] : []));
      return below.length === 0 ? 0 : below.reduce((sum, one) => sum + one, 0) / below.length;
    };
    const ordered = own.map((node) => ({ node, at: middle(node) })).sort((a, b) => a.at - b.at);
    ordered.forEach(({ node }, index) => place.set(keyOf(node), index - (ordered.length - 1) / 2));
  }
  const widest = Math.max(1, ...rows.map((own) => own.length));
  const whole = widest * (width + across) - across + 2 * margin;
  const centre = (key: string): { x: number; y: number } => ({
    x: whole / 2 + (place.get(key) ?? 0) * (width + across),
    y: margin + (top - (row.get(key) ?? 0)) * (height + upwards) + height / 2,
  });
  return {
    width: whole,
    height: (top + 1) * (height + upwards) - upwards + 2 * margin,
    placed: nodes.map((node) => {
      const { x, y } = centre(keyOf(node));
      return { node, x: x - width / 2, y: y - height / 2 };
    }),
    lines: edges.map((edge) => {
      const [from, to] = [centre(keyOf(edge.lower)), centre(keyOf(edge.upper))];
      return {
        edge,
        points: [
          { x: from.x, y: from.y - height / 2 },
          { x: to.x, y: to.y + height / 2 },
        ],
      };
    }),
  };
}
