/**
 * Effective capability 有效能力: whether a cell that is in use can really be served on a day. Every precondition is a set of days; the days of
 * a cell are computed from them once, so that the day asked for, the day on which it falls and the forecast are one answer.
 */
import type { Day } from '../../../kernel/day.ts';
import type { Text } from '../../../kernel/text.ts';
import { always, daysWhere, holdsOn, intersection, union, without, type Span, type Spans } from './span.ts';

export const effectiveStates = {
  effective: ['有效', 'Effective'],
  ineffective: ['不能有效开展', 'Not effective'],
  unrecorded: ['未接入记录', 'Not recorded'],
  'not-in-use': ['未在用', 'Not in use'],
} as const satisfies Record<string, Text>;
export type EffectiveState = keyof typeof effectiveStates;
export const effectiveStateNames = Object.keys(effectiveStates) as [EffectiveState, ...EffectiveState[]];

/** Why a cell in use is not effective: a closed list, in the order in which they are looked at. */
export const shortfalls = {
  'not-designated': ['该机构未获本地区此类器具的指定或授权', 'The body is not designated for this kind in this county'],
  'no-edition': ['平台没有当日适用的规程版本', 'The platform has no edition of a procedure for the day'],
  'edition-not-adopted': ['当日适用的规程版本未采用', 'The edition in force is not adopted'],
  'no-tester': ['没有具备资格的检定员', 'Nobody is registered to test'],
  'no-checker': ['没有具备资格的核验员', 'Nobody is registered to check'],
  'same-person': ['检定与核验只有同一人', 'Only one person may both test and check'],
  'no-approver': ['没有检定员以外的授权签字人', 'Nobody but the tester may approve'],
  'no-measurement-standard': ['未登记依据该规程的计量标准', 'No measurement standard for the procedure is recorded'],
  'standard-not-in-force': ['计量标准未考核、封存、撤销或证书失效', 'The measurement standard is not in force'],
  'no-main-equipment': ['计量标准未登记计量标准器', 'The measurement standard has no main standard'],
  'main-equipment-out-of-service': ['计量标准器暂停、停用或未登记至当日', 'A main standard is out of service'],
  'main-equipment-out-of-date': ['计量标准器溯源证书过期', 'The certificate of a main standard has lapsed'],
  'auxiliary-equipment-out-of-date': ['配套设备停用或溯源证书过期', 'Auxiliary equipment is out of service or out of date'],
  'environment-not-recorded': ['没有近期环境条件记录', 'No recent record of the environment'],
  'environment-outside': ['最近一次环境条件超出要求', 'The latest environment was outside the requirements'],
} as const satisfies Record<string, Text>;
export type Shortfall = keyof typeof shortfalls;
export const shortfallNames = Object.keys(shortfalls) as [Shortfall, ...Shortfall[]];

/** What a shortfall leads to: the record that has to be mended. */
export type RecordKind = 'designation' | 'catalogue' | 'qualification' | 'measurement-standard' | 'standard';
export type Reason = {
  readonly reason: Shortfall;
  readonly kind: string;
  readonly regulation: string | null;
  readonly record: { readonly kind: RecordKind; readonly id: string | null; readonly name: string | null };
};

export type Equipment = Span & {
  readonly standardId: string;
  readonly name: string;
  readonly role: 'main' | 'auxiliary';
  readonly inService: Spans;
  readonly inDate: Spans;
};
export type Requirement = Span & { readonly recorded: Spans; readonly within: Spans };
export type MeasurementStandard = {
  readonly id: string;
  readonly name: string;
  readonly valid: Spans;
  readonly procedures: readonly (Span & { readonly regulation: string })[];
  readonly equipment: readonly Equipment[];
  readonly environment: readonly Requirement[];
};
export type Activity = 'test' | 'check' | 'approve';
export type Qualified = Span & {
  readonly personId: string;
  readonly activities: readonly string[];
  /** None: for every regulation. */
  readonly regulations: readonly string[];
};

/** What is recorded of one body. */
export type Body = {
  readonly designations: readonly (Span & { readonly region: string; readonly kind: string })[];
  readonly adoptions: readonly (Span & { readonly edition: string })[];
  readonly people: readonly Qualified[];
  readonly standards: readonly MeasurementStandard[];
};

/** An edition as it applies to a kind of instrument. */
export type Applied = Span & { readonly kind: string; readonly regulation: string; readonly edition: string };

type PeopleDays = {
  readonly testers: Spans;
  readonly checkers: Spans;
  readonly pairs: Spans;
  readonly enough: Spans;
};

const holders = (holding: readonly Qualified[], activity: Activity): Set<string> =>
  new Set(holding.filter(({ activities }) => activities.includes(activity)).map(({ personId }) => personId));

/** Tester and checker are two registered persons, the approver is authorised and never the tester (计量法 第二十条; the verification's own gate). */
export function peopleDays(people: readonly Qualified[], regulation: string): PeopleDays {
  const able = people.filter(({ regulations }) => regulations.length === 0 || regulations.includes(regulation));
  const isAnother = (set: Set<string>, person: string): boolean => set.size > (set.has(person) ? 1 : 0);
  return {
    testers: union(able.filter(({ activities }) => activities.includes('test'))),
    checkers: union(able.filter(({ activities }) => activities.includes('check'))),
    pairs: daysWhere(able, (holding) => [...holders(holding, 'test')].some((tester) => isAnother(holders(holding, 'check'), tester))),
    enough: daysWhere(able, (holding) => {
      const [checkers, approvers] = [holders(holding, 'check'), holders(holding, 'approve')];
      return [...holders(holding, 'test')].some((tester) => isAnother(checkers, tester) && isAnother(approvers, tester));
    }),
  };
}

/** The days on which none of the equipment of a role lacks anything. */
const equipped = (equipment: readonly Equipment[]): Spans =>
  without(always, union(equipment.flatMap((one) => without([one], intersection(one.inService, one.inDate)))));

type StandardDays = { readonly regulation: Spans; readonly all: Spans };
function standardDays(standard: MeasurementStandard, regulation: string): StandardDays {
  const used = union(standard.procedures.filter((one) => one.regulation === regulation));
  const mains = standard.equipment.filter(({ role }) => role === 'main');
  const environment = without(always, union(standard.environment.flatMap((one) => without([one], one.within))));
  const parts = [used, union(mains), equipped(standard.equipment), environment];
  return { regulation: used, all: parts.reduce(intersection, standard.valid) };
}

const keep = <Key, Value>(kept: Map<Key, Value>, key: Key, make: () => Value): Value => {
  const value = kept.get(key) ?? make();
  kept.set(key, value);
  return value;
};

/** Answers for the cells of one body; what many cells ask is computed once. */
export class BodyDays {
  readonly #body: Body;
  readonly #applied: readonly Applied[];
  readonly #people = new Map<string, PeopleDays>();
  readonly #standards = new Map<string, StandardDays>();

  constructor(body: Body, applied: readonly Applied[]) {
    this.#body = body;
    this.#applied = applied;
  }

  get isRecorded(): boolean {
    const { designations, adoptions, people, standards } = this.#body;
    return designations.length + adoptions.length + people.length + standards.length > 0;
  }

  /** The kinds of an item for which the body is designated are its scope; each of them must be served. A kind outside the scope is not missed. */
  effectiveDays(region: string, kinds: readonly string[]): Spans {
    const scopes = kinds.map((kind) => ({ kind, days: this.#scope(region, kind) }));
    const lacking = scopes.flatMap(({ kind, days }) => without(days, this.#served(kind)));
    return without(union(scopes.flatMap(({ days }) => days)), union(lacking));
  }

  kindsOn(region: string, kinds: readonly string[], day: Day): string[] {
    return kinds.filter((kind) => holdsOn(this.#scope(region, kind), day));
  }

  reasonsOn(region: string, kinds: readonly string[], day: Day): Reason[] {
    const scope = this.kindsOn(region, kinds, day);
    if (scope.length === 0)
      return kinds.slice(0, 1).map((kind) => ({
        reason: 'not-designated',
        kind,
        regulation: null,
        record: { kind: 'designation', id: null, name: null },
      }));
    return scope.filter((kind) => !holdsOn(this.#served(kind), day)).flatMap((kind) => this.#lacks(kind, day));
  }

  /** Until when each precondition of an item holds, the soonest first; what does not end is left out. */
  endsAfter(region: string, kinds: readonly string[], day: Day): { readonly precondition: Precondition; readonly day: Day }[] {
    const scope = this.kindsOn(region, kinds, day);
    const days: Record<Precondition, Spans> = {
      scope: union(scope.flatMap((kind) => this.#scope(region, kind))),
      procedure: this.#all(scope, (regulation, kind) => this.#adopted(kind, regulation)),
      people: this.#all(scope, (regulation) => this.#peopleOf(regulation).enough),
      standard: this.#all(scope, (regulation) => this.#anyStandard(regulation, ({ valid }) => valid)),
      equipment: this.#all(scope, (regulation) =>
        this.#anyStandard(regulation, ({ equipment }) =>
          intersection(union(equipment.filter(({ role }) => role === 'main')), equipped(equipment)),
        ),
      ),
      environment: this.#all(scope, (regulation) =>
        this.#anyStandard(regulation, ({ environment }) =>
          without(always, union(environment.flatMap((one) => without([one], one.within)))),
        ),
      ),
    };
    return (Object.keys(days) as Precondition[])
      .flatMap((precondition) => {
        const span = days[precondition].find(({ from, to }) => from <= day && day < to);
        return span === undefined || span.to >= '9999-12-31' ? [] : [{ precondition, day: span.to }];
      })
      .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
  }

  #all(kinds: readonly string[], of: (regulation: string, kind: string) => Spans): Spans {
    return kinds.map((kind) => union(this.#regulations(kind).flatMap((regulation) => of(regulation, kind)))).reduce(intersection, always);
  }

  #scope(region: string, kind: string): Spans {
    return union(this.#body.designations.filter((one) => one.region === region && one.kind === kind));
  }

  #regulations(kind: string): string[] {
    return [...new Set(this.#applied.filter((one) => one.kind === kind).map(({ regulation }) => regulation))].sort();
  }

  #adopted(kind: string, regulation: string): Spans {
    const editions = this.#applied.filter((one) => one.kind === kind && one.regulation === regulation);
    return union(
      editions.flatMap((edition) =>
        intersection([edition], union(this.#body.adoptions.filter((adoption) => adoption.edition === edition.edition))),
      ),
    );
  }

  #peopleOf(regulation: string): PeopleDays {
    return keep(this.#people, regulation, () => peopleDays(this.#body.people, regulation));
  }

  #standardOf(standard: MeasurementStandard, regulation: string): StandardDays {
    return keep(this.#standards, `${standard.id} ${regulation}`, () => standardDays(standard, regulation));
  }

  #anyStandard(regulation: string, of: (standard: MeasurementStandard) => Spans): Spans {
    return union(this.#body.standards.flatMap((standard) => intersection(this.#standardOf(standard, regulation).regulation, of(standard))));
  }

  #served(kind: string): Spans {
    return union(
      this.#regulations(kind).flatMap((regulation) =>
        intersection(
          intersection(this.#adopted(kind, regulation), this.#peopleOf(regulation).enough),
          union(this.#body.standards.flatMap((standard) => this.#standardOf(standard, regulation).all)),
        ),
      ),
    );
  }

  /** What is missing by the way that lacks least; of equals the first by the number of the regulation. */
  #lacks(kind: string, day: Day): Reason[] {
    const inForce = new Set(
      this.#applied.filter((one) => one.kind === kind && one.from <= day && day < one.to).map((one) => one.regulation),
    );
    if (inForce.size === 0) return [{ reason: 'no-edition', kind, regulation: null, record: { kind: 'catalogue', id: null, name: null } }];
    const ways = [...inForce].sort().map((regulation) => this.#lacksBy(kind, regulation, day));
    return ways.reduce((least, way) => (way.length < least.length ? way : least));
  }

  #lacksBy(kind: string, regulation: string, day: Day): Reason[] {
    const reason = (shortfall: Shortfall, record: Reason['record']): Reason => ({ reason: shortfall, kind, regulation, record });
    const people = this.#peopleOf(regulation);
    const edition = this.#applied.find(
      (one) => one.kind === kind && one.regulation === regulation && one.from <= day && day < one.to,
    )?.edition;
    const shortfall = !holdsOn(people.testers, day)
      ? 'no-tester'
      : !holdsOn(people.checkers, day)
        ? 'no-checker'
        : !holdsOn(people.pairs, day)
          ? 'same-person'
          : holdsOn(people.enough, day)
            ? null
            : 'no-approver';
    return [
      ...(holdsOn(this.#adopted(kind, regulation), day)
        ? []
        : [reason('edition-not-adopted', { kind: 'catalogue', id: edition ?? null, name: edition ?? null })]),
      ...(shortfall === null ? [] : [reason(shortfall, { kind: 'qualification', id: null, name: null })]),
      ...this.#standardLacks(regulation, day).map(([name, record]) => reason(name, record)),
    ];
  }

  #standardLacks(regulation: string, day: Day): (readonly [Shortfall, Reason['record']])[] {
    const used = this.#body.standards.filter((one) => holdsOn(this.#standardOf(one, regulation).regulation, day));
    if (used.length === 0) return [['no-measurement-standard', { kind: 'measurement-standard', id: null, name: null }]];
    return used.map((standard) => standardLacks(standard, day)).reduce((least, one) => (one.length < least.length ? one : least));
  }
}

export const preconditions = {
  scope: ['指定或授权', 'Designation'],
  procedure: ['规程采用', 'Procedure adopted'],
  people: ['人员', 'People'],
  standard: ['计量标准', 'Measurement standard'],
  equipment: ['标准器与配套设备', 'Equipment'],
  environment: ['环境条件', 'Environment'],
} as const satisfies Record<string, Text>;
export type Precondition = keyof typeof preconditions;
export const preconditionNames = Object.keys(preconditions) as [Precondition, ...Precondition[]];

function standardLacks(standard: MeasurementStandard, day: Day): (readonly [Shortfall, Reason['record']])[] {
  const own = { kind: 'measurement-standard', id: standard.id, name: standard.name } as const;
  const equipment = standard.equipment.filter((one) => one.from <= day && day < one.to);
  const required = standard.environment.filter((one) => one.from <= day && day < one.to && !holdsOn(one.within, day));
  const bad = equipment.flatMap((one): (readonly [Shortfall, Reason['record']])[] => {
    const record = { kind: 'standard', id: one.standardId, name: one.name } as const;
    const [inService, inDate] = [holdsOn(one.inService, day), holdsOn(one.inDate, day)];
    if (inService && inDate) return [];
    if (one.role === 'auxiliary') return [['auxiliary-equipment-out-of-date', record]];
    return [[inService ? 'main-equipment-out-of-date' : 'main-equipment-out-of-service', record]];
  });
  return [
    ...(holdsOn(standard.valid, day) ? [] : [['standard-not-in-force', own] as const]),
    ...(equipment.some(({ role }) => role === 'main') ? [] : [['no-main-equipment', own] as const]),
    ...bad,
    ...(required.length === 0
      ? []
      : [[required.some((one) => holdsOn(one.recorded, day)) ? 'environment-outside' : 'environment-not-recorded', own] as const]),
  ];
}
