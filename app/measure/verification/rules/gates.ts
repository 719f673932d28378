/**
 * What must hold before a record is submitted, checked and approved. Each gate looks at facts and says what it found; nobody opens a
 * gate by hand. Grounds: 计量检定印、证管理办法 (signatures), JJF 1069 (persons, standards, environment), method confirmation.
 */
import type { Text } from '../../../kernel/text.ts';
import type { Purpose } from './purpose.ts';
import type { RangeFindings } from './range-gate.ts';
import type { StandardFindings } from './standard-gate.ts';

export const gates = {
  'instrument-recorded': ['器具在台账中，且与记录一致', 'The instrument is in the ledger as the record says'],
  'institute-designated': ['检定机构已被指定', 'The institute is designated'],
  'edition-adopted': ['规程版本已由本机构采用，数据一致', 'The edition is adopted by the institute, its data unchanged'],
  'edition-in-force': ['检定日期在规程适用期内', 'The edition is in force on the day of the test'],
  'readings-complete': ['必检项目和读数齐全', 'All mandatory items and readings are present'],
  'environment-within': ['环境条件在规程限内', 'The environment is inside the limits of the edition'],
  'standards-present': ['规程要求的标准器齐全', 'Every standard that the edition asks for is there'],
  'standards-in-service': ['标准器检定当日在用', 'The standards were in service on the day of the test'],
  'standards-in-date': ['标准器检定当日在有效期内', 'The standards were in date on the day of the test'],
  'standards-good-enough': ['标准器准确度满足要求', 'The standards are good enough'],
  'standards-in-range': ['标准器在其测量范围内使用', 'The standards were used within their ranges'],
  'tester-qualified': ['检定员检定当日具有该项目资格', 'The tester was registered for the procedure on the day of the test'],
  'two-on-site': ['现场加施、拆除印证有两人在场', 'Two persons were there when seals were applied or removed on site'],
  'photos-unchanged': ['照片与记录所载摘要一致', 'The photos are those whose digests the record states'],
  'result-recomputed': ['重新计算的结果与记录相同', 'Computed again, the result is the same'],
  'uncertainty-stated': ['所列测得值均已声明测量不确定度', 'Every stated value has its uncertainty'],
  'checker-not-tester': ['核验员不是检定员', 'The checker is not the tester'],
  'checker-qualified': ['核验员核验当日具有该项目资格', 'The checker was registered for the procedure on the day of the check'],
  'network-checked': ['已完成联网核查', 'The network check is done'],
  'approver-not-tester': ['批准人不是检定员', 'The approver is not the tester'],
  'approver-not-checker': [
    '批准人不是核验员（本机构另有规定的除外）',
    'The approver is not the checker, unless the institute’s rule allows it',
  ],
  'approver-authorised': ['批准人批准当日获授权签字', 'The approver is authorised to sign on the day of the approval'],
} as const satisfies Record<string, Text>;
export type GateName = keyof typeof gates;
export const gateNames = Object.keys(gates) as [GateName, ...GateName[]];

/** A step and the gates that have to be open for it; an approval asks for all of them again. */
export type Phase = 'submission' | 'check' | 'approval';
const onlyLater: Readonly<Partial<Record<GateName, Phase>>> = {
  'result-recomputed': 'check',
  'uncertainty-stated': 'check',
  'checker-not-tester': 'check',
  'checker-qualified': 'check',
  'network-checked': 'approval',
  'approver-not-tester': 'approval',
  'approver-not-checker': 'approval',
  'approver-authorised': 'approval',
};
const rank: Record<Phase, number> = { submission: 0, check: 1, approval: 2 };
export const isAskedFor = (gate: GateName, phase: Phase): boolean => rank[onlyLater[gate] ?? 'submission'] <= rank[phase];

/** A client may have an instrument calibrated where it likes: no designation is asked for, nor the national platform's check. */
const onlyVerification: readonly GateName[] = ['institute-designated', 'network-checked'];
const isAskedOf = (gate: GateName, purpose: Purpose): boolean =>
  purpose === 'calibration' ? !onlyVerification.includes(gate) : gate !== 'uncertainty-stated';

export type Found = Readonly<Record<string, string | boolean | null | readonly string[]>>;
/** pending: the person is not known yet, so that the gate is neither open nor closed. */
export type Gate = { readonly gate: GateName; readonly passed: boolean; readonly pending: boolean; readonly found: Found };

export type Ability = {
  readonly holds: boolean;
  readonly documentNumber: string | null;
  readonly from: string | null;
  readonly until: string | null;
};

export type Facts = {
  readonly purpose: Purpose;
  readonly testedOn: string;
  readonly persons: {
    readonly tester: string;
    readonly checker: string | null;
    readonly approver: string | null;
    readonly approverMayCheck: boolean;
  };
  /** null: the person is not known yet. */
  readonly abilities: { readonly tester: Ability; readonly checker: Ability | null; readonly approver: Ability | null };
  readonly instrument: { readonly recorded: boolean; readonly status: string | null; readonly unchanged: boolean };
  readonly designation: {
    readonly institute: string;
    readonly designated: string | null;
    readonly documentNumber: string | null;
    readonly from: string | null;
    readonly to: string | null;
  };
  readonly adoption: {
    readonly holds: boolean;
    readonly adoption: string | null;
    readonly number: string;
    readonly adoptedDigest: string | null;
    readonly presentDigest: string;
    readonly contentDigest: string | null;
    readonly adoptedAt: string | null;
    readonly demonstration: boolean;
    /** Limits that the edition does not know and nobody entered. */
    readonly unknownLimits: readonly string[];
    /** The entered values are those that the record was computed with. */
    readonly limitsUnchanged: boolean;
  };
  /** `inForce`: the editions that hold for this kind of instrument on the day. */
  readonly edition: { readonly used: string; readonly inForce: readonly string[] };
  readonly result: {
    readonly missing: readonly string[];
    /** Items that do not apply to this instrument, so that no check stands for them. */
    readonly without: readonly string[];
    readonly stored: string | null;
    readonly recomputed: string;
    readonly recordIntact: boolean;
  };
  readonly environment: { readonly outside: readonly string[] };
  readonly standards: StandardFindings;
  readonly ranges: RangeFindings;
  readonly onSite: { readonly sealed: boolean; readonly outdoors: boolean; readonly secondPerson: string | null };
  readonly photos: { readonly changed: readonly string[] };
  /** Of a calibration: how many values are stated, each with its U. */
  readonly uncertainty: { readonly stated: readonly string[]; readonly basis: string | null };
  readonly network: { readonly state: 'not-needed' | 'awaiting' | 'done'; readonly conclusion: string | null };
};

const ability = (one: Ability): Found => ({ document: one.documentNumber, from: one.from, until: one.until });

/** Every gate of a step with what it found; the step may be taken when none is closed or pending. */
export function judgeGates(facts: Facts, phase: Phase): Gate[] {
  const { testedOn, persons, abilities, instrument, designation, adoption, edition, result, environment, standards } = facts;
  const { onSite, photos, network } = facts;
  const { tester, checker, approver, approverMayCheck } = persons;
  const { from, to } = designation;
  const all: Gate[] = [];
  const gate = (name: GateName, passed: boolean, found: Found, pending = false): void => {
    if (isAskedFor(name, phase) && isAskedOf(name, facts.purpose)) all.push({ gate: name, passed: passed && !pending, pending, found });
  };
  gate('instrument-recorded', instrument.recorded && instrument.status === 'in-use' && instrument.unchanged, instrument);
  gate(
    'institute-designated',
    designation.designated === designation.institute && from !== null && from <= testedOn && (to === null || testedOn <= to),
    designation,
  );
  gate('edition-adopted', adoption.holds && adoption.unknownLimits.length === 0 && adoption.limitsUnchanged, adoption);
  gate('edition-in-force', edition.inForce.includes(edition.used), { ...edition, testedOn });
  gate('readings-complete', result.missing.length === 0, { missing: result.missing, without: result.without });
  gate('environment-within', environment.outside.length === 0, environment);
  gate('standards-present', standards.vacant.length === 0, { chosen: standards.chosen, vacant: standards.vacant });
  gate('standards-in-service', standards.outOfService.length === 0, { outOfService: standards.outOfService, testedOn });
  gate('standards-in-date', standards.outOfDate.length === 0, { outOfDate: standards.outOfDate, testedOn });
  gate('standards-good-enough', standards.insufficient.length + standards.unsaid.length === 0, {
    compared: standards.compared,
    stated: standards.stated,
    insufficient: standards.insufficient,
    unsaid: standards.unsaid,
  });
  gate('standards-in-range', facts.ranges.outside.length + facts.ranges.beyond.length === 0, facts.ranges);
  gate('tester-qualified', abilities.tester.holds, { ...ability(abilities.tester), testedOn });
  gate('two-on-site', !onSite.sealed || !onSite.outdoors || (onSite.secondPerson !== null && onSite.secondPerson !== tester), onSite);
  gate('photos-unchanged', photos.changed.length === 0, photos);
  gate('result-recomputed', result.stored !== null && result.stored === result.recomputed && result.recordIntact, {
    stored: result.stored,
    recomputed: result.recomputed,
    recordIntact: result.recordIntact,
  });
  gate('uncertainty-stated', facts.uncertainty.stated.length > 0, facts.uncertainty);
  gate('checker-not-tester', checker !== tester, { tester, checker }, checker === null);
  gate('checker-qualified', abilities.checker?.holds ?? false, ability(abilities.checker ?? none), checker === null);
  gate('network-checked', network.state !== 'awaiting' || network.conclusion === 'fail', network);
  gate('approver-not-tester', approver !== tester, { tester, approver }, approver === null);
  gate('approver-not-checker', approverMayCheck || approver !== checker, { checker, approver, approverMayCheck }, approver === null);
  gate('approver-authorised', abilities.approver?.holds ?? false, ability(abilities.approver ?? none), approver === null);
  return all;
}

const none: Ability = { holds: false, documentNumber: null, from: null, until: null };

export const isClosed = ({ passed, pending }: Gate): boolean => !passed && !pending;
