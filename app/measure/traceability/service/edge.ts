import { inLanguage } from '../../../kernel/text.ts';
import type { Context } from '../../../platform/context.ts';
import { printUse, readOpen } from '../../standard/rules/range-use.ts';
import type { ChainEdge } from '../contract/graph.ts';
import { rangeVerdictOf } from '../rules/edge.ts';
import { actOf, nodeKey, type Edge, type NodeId } from '../rules/graph.ts';
import { ratioOf } from '../rules/ratio.ts';
import { stepOf } from '../rules/scheme.ts';
import { toNode, type Walked } from './graph.ts';
import { standardsOf, type JudgedUse } from './range-use.ts';

function toRange(ctx: Context, use: JudgedUse | undefined): ChainEdge['range'] {
  if (use === undefined) return null;
  const { judged, outside, beyond, open } = printUse(use);
  const words = open.map((entry) => {
    const read = readOpen(entry);
    return read === undefined ? entry : `${inLanguage(read.reason, ctx.language)} ${read.rest}`;
  });
  const notKept = use.isKept
    ? []
    : [inLanguage(['证书没有可计算的原始数据', 'the certificate has no data that can be calculated with'], ctx.language)];
  return {
    verdict: rangeVerdictOf(use),
    standards: standardsOf(use),
    values: outside.length > 0 ? outside : judged,
    open: [...beyond, ...words, ...notKept],
  };
}

/** The levels, the ratio and the use of one step; another institute's papers are not quoted. */
export function judgedEdge(
  ctx: Context,
  walked: Walked,
  { lower, upper, role, isIdentity }: Omit<Edge, 'usedOn'>,
  owns: (node: NodeId) => boolean,
): Pick<ChainEdge, 'step' | 'ratio' | 'range'> {
  const [below, above] = [walked.nodes.get(nodeKey(lower)), walked.nodes.get(nodeKey(upper))];
  const isSeen = owns(lower) && owns(upper);
  const use =
    isSeen && lower.kind === 'certificate' ? walked.uses.find((one) => one.certificateId === lower.id && one.role === role) : undefined;
  const none: ChainEdge['step'] = { verdict: 'unknown', scheme: null, lower: null, upper: null, skipped: [], confidence: 'unknown' };
  if (below === undefined || above === undefined || isIdentity || !isSeen) return { step: none, ratio: null, range: toRange(ctx, use) };
  const act = walked.nodes.get(nodeKey(actOf(lower, walked.edges))) ?? below;
  const step = { lower: toNode(act), upper: toNode(above) };
  const found = stepOf(step);
  return {
    step: { ...found, skipped: [...found.skipped] },
    ratio: step.lower.kind === 'certificate' ? null : (ratioOf(step.lower, step.upper) ?? null),
    range: toRange(ctx, use),
  };
}
