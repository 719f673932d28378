/**
 * The graph of traceability 溯源图: who was calibrated by what, with what held on the day it was relied upon (JJF 1001, VIM 2.41). A certificate
 * rests on calibrations of the standards that were used, a calibration on the certificate that this platform issued for it or on levels outside,
 * and so on up to a national primary standard or the SI.
 */
import type { Text } from '../../../kernel/text.ts';
import { judgeScheme, type SchemeStep } from './scheme.ts';

export const nodeKinds = {
  certificate: ['证书', 'Certificate of this platform'],
  calibration: ['标准器的溯源', 'Calibration of a standard'],
  reference: ['平台之外的上一级', 'Level outside of the platform'],
} as const satisfies Record<string, Text>;
export type NodeKind = keyof typeof nodeKinds;
export const nodeKindNames = Object.keys(nodeKinds) as [NodeKind, ...NodeKind[]];

export type NodeId = { readonly kind: NodeKind; readonly id: string };
/** @example nodeKey({ kind: 'reference', id: 'a' }) // 'reference:a' */
export const nodeKey = ({ kind, id }: NodeId): string => `${kind}:${id}`;

/** How far above the working instrument a level outside stands; 'si' and 'primary' end a chain. */
export const levels = {
  si: ['SI 单位复现', 'Realisation of an SI unit'],
  primary: ['计量基准', 'National primary standard'],
  'public-standard': ['社会公用计量标准', 'Public measurement standard'],
  'highest-standard': ['最高计量标准', 'Highest measurement standard'],
  laboratory: ['校准实验室', 'Calibration laboratory'],
} as const satisfies Record<string, Text>;
export type Level = keyof typeof levels;
export const levelNames = Object.keys(levels) as [Level, ...Level[]];
const endsChain = (level: Level | null): boolean => level === 'si' || level === 'primary';

/** What is known of a node; days are the city's. */
export type Node = NodeId & {
  readonly number: string;
  readonly issuer: string;
  /** The day from which it may be relied upon. */
  readonly from: string;
  /** The last day that counts; null: none is named. */
  readonly until: string | null;
  /** Revoked or replaced since that day; null: it stands. */
  readonly endedOn: string | null;
  readonly level: Level | null;
  readonly quantity: string | null;
  /** Expanded uncertainty as decimal text with its unit; null: not stated. */
  readonly uncertainty: { readonly value: string; readonly unit: string; readonly k: string | null } | null;
  /** Maximum permissible error, where that is what the certificate states; without sign. */
  readonly limit: { readonly value: string; readonly unit: string } | null;
  /** As the certificate prints it, such as F1 级. */
  readonly accuracyClass: string | null;
  /** Of a calibration what its standard is registered for. */
  readonly roles: readonly string[];
  /** Whether the document is one that states an uncertainty at all: a calibration, not a verification by class. */
  readonly isCalibration: boolean;
};

/** One rests on the other; `usedOn` is the day on which it did. */
export type Edge = {
  readonly lower: NodeId;
  readonly upper: NodeId;
  readonly usedOn: string;
  readonly role: string | null;
  /** The same act under two names: the calibration of a standard, and the certificate that this platform issued for it. */
  readonly isIdentity: boolean;
};

export const findingCodes = {
  'no-standard': ['未登记所用标准器的溯源证书', 'The calibration of a standard that was used is not recorded'],
  'no-level-above': ['未登记上一级', 'The level above is not recorded'],
  'not-valid-then': ['使用当日不在有效期内', 'Not valid on the day it was relied upon'],
  'ended-then': ['使用当日已作废或被代替', 'Revoked or replaced before the day it was relied upon'],
  'no-uncertainty': ['校准未给出测量不确定度', 'A calibration without an uncertainty'],
  'traceable-to-itself': ['溯源到自身', 'Traceable to itself'],
  'level-order': ['与检定系统表的级别次序不符', 'The order of levels is not that of the hierarchy scheme'],
  'level-skipped': ['越过了检定系统表的级别，请核对是否允许', 'Levels of the hierarchy scheme are skipped: see whether that is allowed'],
  'outside-range': ['在标准器测量范围之外使用', 'A standard was used outside its range'],
  'other-quantity': ['上一级是另一种量的标准', 'The level above is a standard of another quantity'],
  'uncertainty-ratio': ['上一级的不确定度不够小', 'The uncertainty of the level above is not small enough'],
  'overlapping-validity': [
    '同一标准器同一日有两个机构的证书，不能断定以哪份为准',
    'Certificates of two issuers of one day: which of them holds cannot be told',
  ],
} as const satisfies Record<string, Text>;
export type FindingCode = keyof typeof findingCodes;
export const findingCodeNames = Object.keys(findingCodes) as [FindingCode, ...FindingCode[]];

export type Finding = { readonly code: FindingCode; readonly node: NodeId; readonly above: NodeId | null; readonly detail: string };

/** A chain is whole when every way up ends at a primary standard or the SI and nothing on it is missing, ended or turned back. */
export type Standing = 'whole' | 'broken' | 'open';
export const standings = {
  whole: ['溯源完整', 'Traceable to the top'],
  open: ['上级未登记完整', 'Levels above not all recorded'],
  broken: ['溯源链有问题', 'The chain is broken'],
} as const satisfies Record<Standing, Text>;
export const standingNames = Object.keys(standings) as [Standing, ...Standing[]];
const breaking: readonly FindingCode[] = [
  'not-valid-then',
  'ended-then',
  'traceable-to-itself',
  'no-standard',
  'other-quantity',
  'level-order',
  'outside-range',
];

/** The nodes that a node is its own ancestor through, each once. */
export function loopsIn(edges: readonly Edge[]): NodeId[] {
  const above = new Map<string, Edge[]>();
  for (const edge of edges) above.set(nodeKey(edge.lower), [...(above.get(nodeKey(edge.lower)) ?? []), edge]);
  const state = new Map<string, 'open' | 'done'>();
  const found = new Map<string, NodeId>();
  const visit = (node: NodeId): void => {
    const key = nodeKey(node);
    if (state.get(key) === 'open') found.set(key, node);
    if (state.has(key)) return;
    state.set(key, 'open');
    for (const { upper } of above.get(key) ?? []) visit(upper);
    state.set(key, 'done');
  };
  for (const { lower } of edges) visit(lower);
  return [...found.values()];
}

/** What a certificate says of a standard is known by the calibration that was recorded from it: class, roles and uncertainty stand there. */
export const actOf = (node: NodeId, edges: readonly Edge[]): NodeId =>
  node.kind === 'certificate'
    ? (edges.find(({ isIdentity, upper }) => isIdentity && nodeKey(upper) === nodeKey(node))?.lower ?? node)
    : node;

function edgeFindings(edge: Edge, upper: Node): Finding[] {
  const { usedOn, lower } = edge;
  const at = { node: lower, above: edge.upper };
  const isOut = upper.from > usedOn || (upper.until !== null && upper.until < usedOn);
  return [
    ...(isOut
      ? [{ code: 'not-valid-then' as const, ...at, detail: `${usedOn}：${upper.number} ${upper.from}～${upper.until ?? ''}` }]
      : []),
    ...(upper.endedOn !== null && upper.endedOn <= usedOn
      ? [{ code: 'ended-then' as const, ...at, detail: `${usedOn}：${upper.number} ${upper.endedOn}` }]
      : []),
  ];
}

/**
 * What is wrong with the chain of a node: `edges` are all above it, `nodes` all that they name and the node itself, `uses` what was found where a
 * certificate used a standard.
 */
export function examineChain(
  start: NodeId,
  nodes: ReadonlyMap<string, Node>,
  edges: readonly Edge[],
  uses: readonly Finding[] = [],
): { standing: Standing; findings: Finding[] } {
  const findings: Finding[] = [...uses];
  const above = new Set(edges.map(({ lower }) => nodeKey(lower)));
  const reached = new Set([nodeKey(start), ...edges.map(({ upper }) => nodeKey(upper))]);
  for (const edge of edges) {
    const upper = nodes.get(nodeKey(edge.upper));
    if (upper !== undefined && !edge.isIdentity) findings.push(...edgeFindings(edge, upper));
  }
  for (const key of reached) {
    const node = nodes.get(key);
    if (node === undefined) continue;
    if (!above.has(key) && !endsChain(node.level))
      findings.push({ code: node.kind === 'certificate' ? 'no-standard' : 'no-level-above', node, above: null, detail: node.number });
    if (node.kind !== 'certificate' && node.isCalibration && node.uncertainty === null && node.level !== 'si')
      findings.push({ code: 'no-uncertainty', node, above: null, detail: node.number });
  }
  for (const node of loopsIn(edges))
    findings.push({ code: 'traceable-to-itself', node, above: null, detail: nodes.get(nodeKey(node))?.number ?? '' });
  const steps = edges.flatMap((edge): SchemeStep[] => {
    const [lower, upper] = [nodes.get(nodeKey(actOf(edge.lower, edges))), nodes.get(nodeKey(edge.upper))];
    return lower === undefined || upper === undefined || edge.isIdentity ? [] : [{ lower, upper }];
  });
  findings.push(...steps.flatMap(judgeScheme));
  const isBroken = findings.some(({ code }) => breaking.includes(code));
  const isOpen = findings.some(({ code }) => code === 'no-level-above');
  return { standing: isBroken ? 'broken' : isOpen ? 'open' : 'whole', findings };
}
