/** What a third party finds out from the export of a round alone: whether results are those that were sealed, and the scores follow. */
import type { Text } from '../../../kernel/text.ts';
import { commitmentOf, contentFormat, digestOfAll, type SealedContent } from './commitment.ts';
import { evaluateRound, type Exclusion, type Laboratory, type Outcome } from './evaluate.ts';
import { instantOf } from './instant.ts';
import type { Method } from './method.ts';
import type { Point } from './result.ts';

export const exportFormat = 'tongheng-comparison/1';

export type ExportedRound = {
  readonly format: typeof exportFormat;
  readonly comparison: string;
  readonly title: string;
  readonly points: readonly Point[];
  readonly method: Method;
  readonly commitUntil: string;
  readonly revealUntil: string;
  /** Number of the pilot laboratory. */
  readonly pilot: number;
  readonly participants: readonly { readonly code: number; readonly participant: string }[];
  readonly commitments: readonly {
    readonly participant: string;
    readonly number: number;
    readonly digest: string;
    readonly at: string;
    readonly keeping: 'own' | 'entrusted';
  }[];
  /** Of all commitments together, as it was recorded when the time was over. */
  readonly commitmentsDigest: string;
  readonly reveals: readonly { readonly content: SealedContent; readonly at: string }[];
  readonly exclusions: readonly Exclusion[];
  /** null: the round is not evaluated yet. */
  readonly outcome: Outcome | null;
};

export const findings = {
  'commitments-changed': ['承诺清单与截止时记录的摘要不符', 'the list of commitments is not that of the deadline'],
  'committed-late': ['承诺晚于截止时间', 'a commitment after the deadline'],
  'commitment-twice': ['两个实验室的承诺相同', 'two laboratories have the same commitment'],
  'revealed-early': ['揭示早于提交截止', 'revealed before the deadline'],
  'revealed-late': ['揭示晚于揭示期限', 'revealed after the time for it'],
  'revealed-twice': ['同一实验室揭示两次', 'a laboratory revealed twice'],
  'no-commitment': ['揭示了结果但没有承诺', 'results without a commitment'],
  'other-round': ['揭示的内容属于其他比对', 'what was revealed belongs to another round'],
  'nonce-short': ['随机数不是 32 字节', 'the nonce has not 32 bytes'],
  mismatch: ['揭示的结果与承诺的摘要不符', 'what was revealed is not what was committed'],
  'number-unknown': ['编号没有对应的实验室', 'a number that no laboratory has'],
  'scores-differ': ['重新计算的参考值或比分数不同', 'reference values or scores come out differently'],
} as const satisfies Record<string, Text>;
export type FindingKind = keyof typeof findings;
export type Finding = { readonly kind: FindingKind; readonly code: number | null; readonly place: string };

export type Verification = {
  readonly ok: boolean;
  readonly participants: readonly { readonly code: number; readonly state: 'revealed' | 'unrevealed' | 'missed' | 'refused' }[];
  readonly findings: readonly Finding[];
  /** null: nothing was evaluated, so that there is nothing to compare. */
  readonly scoresAgree: boolean | null;
};

/** Beyond the last digits in which programs differ that add in another order. */
const tolerance = 1e-9;
const isNear = (one: string, other: string): boolean => {
  const [a, b] = [Number(one), Number(other)];
  return one === other || (Number.isFinite(a) && Number.isFinite(b) && Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b)));
};

/** Paths at which two values of one form differ; decimals may differ in their last digits. */
export function differences(one: unknown, other: unknown, place = ''): string[] {
  if (typeof one === 'string' && typeof other === 'string' && /^-?\d+(\.\d+)?$/.test(one)) return isNear(one, other) ? [] : [place];
  if (one === null || other === null || typeof one !== 'object' || typeof other !== 'object') return one === other ? [] : [place];
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return names.flatMap((name) =>
    differences((one as Record<string, unknown>)[name], (other as Record<string, unknown>)[name], place === '' ? name : `${place}.${name}`),
  );
}

type Reveal = ExportedRound['reveals'][number];

function faultsOfReveal(round: ExportedRound, { content, at }: Reveal): FindingKind[] {
  const committed = round.commitments.filter(({ participant }) => participant === content.participant);
  const last = committed.reduce<(typeof committed)[number] | undefined>(
    (most, one) => (most === undefined || one.number > most.number ? one : most),
    undefined,
  );
  const [instant, from, until] = [at, round.commitUntil, round.revealUntil].map(instantOf);
  return [
    ...(content.comparison === round.comparison && content.format === contentFormat ? [] : (['other-round'] as const)),
    ...(/^[0-9a-f]{64}$/.test(content.nonce) ? [] : (['nonce-short'] as const)),
    ...(last === undefined ? (['no-commitment'] as const) : last.digest === commitmentOf(content) ? [] : (['mismatch'] as const)),
    ...((instant ?? 0) < (from ?? 0) ? (['revealed-early'] as const) : []),
    // What was entrusted is revealed by the platform, also where it was away at the deadline: the laboratory could not hold it back.
    ...((instant ?? 0) > (until ?? 0) && last?.keeping !== 'entrusted' ? (['revealed-late'] as const) : []),
  ];
}

function faultsOfCommitments(round: ExportedRound, codeOf: (participant: string) => number | null): Finding[] {
  const found: Finding[] = [];
  if (digestOfAll(round.commitments) !== round.commitmentsDigest)
    found.push({ kind: 'commitments-changed', code: null, place: 'commitmentsDigest' });
  round.commitments.forEach(({ participant, digest, at }, index) => {
    const [code, place] = [codeOf(participant), `commitments.${index}`];
    if (code === null) found.push({ kind: 'number-unknown', code, place });
    if (instantOf(at) > instantOf(round.commitUntil)) found.push({ kind: 'committed-late', code, place });
    if (round.commitments.some((one, other) => other < index && one.digest === digest))
      found.push({ kind: 'commitment-twice', code, place });
  });
  return found;
}

/** Everything is computed anew; what does not agree is named with its place in the export. */
export function verifyRound(round: ExportedRound): Verification {
  const codeOf = (participant: string): number | null => round.participants.find((one) => one.participant === participant)?.code ?? null;
  const found = faultsOfCommitments(round, codeOf);
  const trusted = new Map<string, SealedContent>();
  round.reveals.forEach((reveal, index) => {
    const { participant } = reveal.content;
    const [code, place] = [codeOf(participant), `reveals.${index}`];
    const faults = faultsOfReveal(round, reveal);
    if (code === null) faults.push('number-unknown');
    if (round.reveals.findIndex((one) => one.content.participant === participant) < index) faults.push('revealed-twice');
    else if (faults.length === 0) trusted.set(participant, reveal.content);
    found.push(...faults.map((kind) => ({ kind, code, place })));
  });
  const laboratories = round.participants.map(({ code, participant }): Laboratory => {
    const content = trusted.get(participant);
    if (content !== undefined) return { code, results: content.results, state: 'revealed' };
    return { code, results: null, state: round.commitments.some((one) => one.participant === participant) ? 'unrevealed' : 'missed' };
  });
  const places =
    round.outcome === null
      ? null
      : differences(round.outcome, evaluateRound(round.points, round.method, laboratories, round.pilot, round.exclusions), 'outcome');
  found.push(...(places ?? []).map((place): Finding => ({ kind: 'scores-differ', code: null, place })));
  return {
    ok: found.length === 0,
    participants: laboratories.map(({ code, state }) => ({
      code,
      state: state !== 'revealed' && round.reveals.some(({ content }) => codeOf(content.participant) === code) ? 'refused' : state,
    })),
    findings: found,
    scoresAgree: places === null ? null : places.length === 0,
  };
}
