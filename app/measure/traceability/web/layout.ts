import dagre from '@dagrejs/dagre';
import type { Chain, ChainEdge, ChainNode } from '../contract/graph.ts';

const width = 190;
const height = 64;

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

/** Layers from the beginning below to the SI above. */
export function layOut({ nodes, edges }: Pick<Chain, 'nodes' | 'edges'>): Drawing {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: 'BT', nodesep: 24, ranksep: 46, marginx: 8, marginy: 8 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const node of nodes) graph.setNode(keyOf(node), { width, height });
  for (const { lower, upper } of edges) graph.setEdge(keyOf(lower), keyOf(upper));
  dagre.layout(graph);
  const whole = graph.graph();
  return {
    width: whole.width ?? width,
    height: whole.height ?? height,
    placed: nodes.map((node) => {
      const { x, y } = graph.node(keyOf(node));
      return { node, x: x - width / 2, y: y - height / 2 };
    }),
    lines: edges.map((edge) => ({ edge, points: graph.edge(keyOf(edge.lower), keyOf(edge.upper)).points ?? [] })),
  };
}
