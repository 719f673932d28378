import { Protocol } from '../../app/measure/comparison/contract/shapes.ts';
import type { Result } from '../../app/measure/comparison/rules/result.ts';

export const commitUntil = '2026-11-20T10:00:00.000Z';
export const revealUntil = '2026-11-27T10:00:00.000Z';

/** A round of two weights between two institutes, as the tests of comparisons open it. */
export const subject = {
  title: 'M1 级 100 g 砝码比对',
  quantity: '质量',
  regulation: null,
  instrumentKind: 'price-computing-scale',
  duty: 'mandatory',
  documentNumber: '测市监计〔2026〕18号',
  aim: '检验各所质量量值的一致程度',
  pilotWay: 'designated',
} as const;

export const protocolBetween = (institute: string, farInstitute: string, more: object = {}) =>
  Protocol.parse({
    artefact: { name: '砝码', model: 'F1 100 g', serials: ['W-07'] },
    route: 'loop',
    legs: [
      { artefact: 'W-07', from: institute, to: farInstitute, plannedOn: '2026-11-04' },
      { artefact: 'W-07', from: farInstitute, to: institute, plannedOn: '2026-11-12' },
    ],
    instructions: '按 JJG 99 测量，读数六次',
    points: [
      { id: 'P1', name: '100 g', unit: 'g', decimals: 4 },
      { id: 'P2', name: '200 g', unit: 'g', decimals: 4, sigma: '0.0010' },
    ],
    method: { reference: 'pilot', scores: ['en', 'zeta'] },
    commitUntil,
    revealUntil,
    commentDays: 10,
    ...more,
  });

export const results = (first: string, second: string): Result[] => [
  { point: 'P1', value: first, unit: 'g', U: '0.0012', k: '2' },
  { point: 'P2', value: second, unit: 'g', U: '0.0020', k: '2' },
];
