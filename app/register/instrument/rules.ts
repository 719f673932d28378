/** Instruments 计量器具: kinds, uses and states as closed lists, and what a nameplate must say for its kind. */
import type { InputError } from '@tongheng/procedures/calculation';
import type { Group } from '@tongheng/procedures/form';
import { findProcedure } from '@tongheng/procedures/registry';
import type { Text } from '../../kernel/text.ts';

type Kind = {
  readonly text: Text;
  readonly procedure: string;
  readonly item: { readonly list: 'basic' | 'enhanced'; readonly number: number };
};

/** Each kind with the procedure whose form describes its nameplate, and the item of the plan's annex it belongs to. */
export const instrumentKinds = {
  'price-computing-scale': {
    text: ['电子计价秤', 'Price-computing scale'],
    procedure: 'jjg-0539-2016',
    item: { list: 'basic', number: 2 },
  },
  'digital-indicating-scale': {
    text: ['其他数字指示秤', 'Other digital indicating scale'],
    procedure: 'jjg-0539-2016',
    item: { list: 'basic', number: 2 },
  },
} as const satisfies Record<string, Kind>;
export type InstrumentKind = keyof typeof instrumentKinds;
export const instrumentKindNames = Object.keys(instrumentKinds) as [InstrumentKind, ...InstrumentKind[]];

/** 计量法 article 9: the four uses that make verification compulsory for the instruments of the catalogue. */
export const instrumentUses = {
  trade: ['贸易结算', 'Trade'],
  safety: ['安全防护', 'Safety'],
  medical: ['医疗卫生', 'Health care'],
  environment: ['环境监测', 'Environmental monitoring'],
  other: ['其他', 'Other'],
} as const satisfies Record<string, Text>;
export type InstrumentUse = keyof typeof instrumentUses;
export const instrumentUseNames = Object.keys(instrumentUses) as [InstrumentUse, ...InstrumentUse[]];

export const instrumentStates = {
  'in-use': ['在用', 'In use'],
  scrapped: ['已报废', 'Scrapped'],
} as const satisfies Record<string, Text>;
export type InstrumentStatus = keyof typeof instrumentStates;
export const instrumentStatusNames = Object.keys(instrumentStates) as [InstrumentStatus, ...InstrumentStatus[]];

export type InstrumentAction = 'change' | 'move' | 'scrap';
export const instrumentLifeCycle = {
  'in-use': { change: 'in-use', move: 'in-use', scrap: 'scrapped' },
  scrapped: {},
} as const satisfies Record<InstrumentStatus, Partial<Record<InstrumentAction, InstrumentStatus>>>;

type Caller = { readonly organizationId: string; readonly permits: ReadonlySet<string> };

/** The holder keeps its ledger; the institute that recorded an instrument for a holder may correct it. */
export function allowedInstrumentActions(
  instrument: { readonly status: InstrumentStatus; readonly holderId: string; readonly registrarId: string },
  caller: Caller,
): InstrumentAction[] {
  const own = [instrument.holderId, instrument.registrarId].includes(caller.organizationId);
  if (!own || !caller.permits.has('instrument.change')) return [];
  return Object.keys(instrumentLifeCycle[instrument.status]) as InstrumentAction[];
}

export type Parameters = Readonly<Record<string, string>>;

/** The nameplate of a kind as a form. */
export function nameplateForm(kind: InstrumentKind): Group {
  const procedure = findProcedure(instrumentKinds[kind].procedure);
  if (procedure === undefined) throw new RangeError(`no procedure for ${kind}`);
  return procedure.edition.form.instrument;
}

/** What is wrong with a nameplate, by the procedure of its kind; paths are names of the form's fields. */
export function nameplateErrors(kind: InstrumentKind, parameters: Parameters): InputError[] {
  const known = new Set(nameplateForm(kind).fields.map(({ id }) => id));
  const strangers = Object.keys(parameters).filter((name) => !known.has(name));
  const calculation = findProcedure(instrumentKinds[kind].procedure)?.calculate({
    kind: 'initial',
    instrument: parameters,
    environment: {},
    readings: {},
  });
  return [
    ...strangers.map((path): InputError => ({ path, reason: 'unknown', text: ['没有这个参数', 'there is no such parameter'] })),
    ...(calculation?.errors ?? [])
      .filter(({ path }) => path.startsWith('instrument.'))
      .map((error) => ({ ...error, path: error.path.slice('instrument.'.length) })),
  ];
}

/** A nameplate in one line. @example nameplateLine({ max: '15 kg', e: '5 g', class: 'III' }) // 'Max 15 kg, e = 5 g, III' */
export const nameplateLine = (parameters: Parameters): string =>
  [
    parameters['max'] === undefined ? '' : `Max ${parameters['max']}`,
    parameters['e'] === undefined ? '' : `e = ${parameters['e']}`,
    parameters['class'] ?? '',
  ]
    .filter((part) => part !== '')
    .join(', ');
