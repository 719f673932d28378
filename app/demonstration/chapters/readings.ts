import type { Readings } from '../../measure/verification/contract.ts';

/** What is wrong with a scale of the story; null: nothing. */
export type Defect = 'aboveTwoThousand' | 'eccentricity' | 'discrimination' | null;

const loads = [100, 2500, 7500, 10000, 15000] as const;
const near = ['2.0', '2.5', '3.0'] as const;
const light = ['1.5', '2.0', '2.5', '3.0', '3.5'] as const;
const heavy = ['1.0', '2.0', '3.5', '1.5', '4.0', '2.5', '3.0'] as const;

/** Small weights to the changeover point, in g: another of a few for each scale and reading, the same at every telling. */
const pick = (weights: readonly string[], scale: number, place: number): string =>
  weights[(scale * 7 + place * 3) % weights.length] ?? '2.5';

/** The readings of a class III scale, Max 15 kg, e = 5 g, in g. Whether it passes is for the procedure to compute. */
export function readingsOf(scale: number, defect: Defect = null): Readings {
  const weighing = loads.map((load, place) => ({
    load: String(load),
    indication: String(load),
    added: pick(load <= 2500 ? light : heavy, scale, place),
  }));
  if (defect === 'aboveTwoThousand') weighing[4] = { load: '15000', indication: '15010', added: '3.5' };
  return {
    appearance: { marks: 'ok', display: 'ok', security: 'ok', seal: 'ok' },
    sheet: { unit: 'g' },
    zero: { load: '0', indication: '0', added: pick(near, scale, 0) },
    repeatability: { load: '12000', rows: [0, 1, 2].map((turn) => ({ indication: '12000', added: pick(light, scale, turn + 5) })) },
    eccentricity: {
      load: '5000',
      rows: [1, 2, 3, 4].map((position) =>
        defect === 'eccentricity' && position === 3
          ? { position: '3', indication: '5005', added: '1.5' }
          : { position: String(position), indication: '5000', added: pick(light, scale, position + 8) },
      ),
    },
    weighing: { rows: weighing },
    discrimination: {
      rows: [100, 7500, 15000].map((load) => ({
        load: String(load),
        before: String(load),
        extra: '7.0',
        after: String(defect === 'discrimination' && load === 7500 ? load : load + 5),
      })),
    },
  };
}

export const environmentOf = (scale: number): Record<string, string> => ({
  temperature: `${18 + (scale % 5)}.${(scale * 3) % 10}`,
  humidity: String(48 + (scale % 13)),
});
