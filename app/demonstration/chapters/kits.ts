export type Keeper = 'institute' | 'portInstitute' | 'cityInstitute';

/** What an entry of the opening stock is filled with when it becomes a dossier. */
export type Kit = {
  /** Of its certificate. */
  readonly number: string;
  readonly keeper: Keeper;
  readonly quantity: string;
  readonly editions: readonly string[];
  readonly equipment: readonly (readonly [role: string, as: 'main' | 'auxiliary'])[];
  /** Only where the dossier is complete: then it has people and its examination certificate too. */
  readonly range?: { readonly low: string; readonly high: string; readonly unit: string };
  /** Latest record of the temperature of its room: days from the start, lowest and highest. */
  readonly recorded?: readonly [days: number, lowest: string, highest: string];
};

const pressure = { low: '0', high: '40', unit: 'kPa' } as const;
const mass = { low: '1', high: '20000', unit: 'g' } as const;
const fuel = {
  quantity: '容量',
  editions: ['jjg-0443-2023'],
  equipment: [
    ['jjg-0443:metal-measure', 'main'],
    ['jjg-0443:thermometer', 'auxiliary'],
  ],
  range: { low: '20', high: '100', unit: 'L' },
} as const;

/** Complete at the county's institute, with gaps of each kind at the others; what is not complete says in the matrix what it lacks. */
export const kits: readonly Kit[] = [
  { ...fuel, number: '0029', keeper: 'institute', recorded: [-7, '18.5', '22.0'] },
  {
    number: '0050',
    keeper: 'institute',
    quantity: '质量',
    editions: ['jjg-0539-2016', 'jjg-1204-2025'],
    equipment: [['jjg-0539:weights', 'main']],
    range: mass,
    recorded: [-7, '19.4', '21.2'],
  },
  {
    number: '0057',
    keeper: 'institute',
    quantity: '压力',
    editions: ['jjg-0270-2008', 'jjg-0692-2010'],
    equipment: [
      ['jjg-0270:pressure', 'main'],
      ['jjg-0692:pressure', 'main'],
      ['jjg-0692:simulator', 'auxiliary'],
    ],
    range: pressure,
    recorded: [-20, '18.0', '24.1'],
  },
  {
    number: '0052',
    keeper: 'institute',
    quantity: '压力',
    editions: ['jjg-0052-2013'],
    equipment: [['jjg-0052:pressure-standard', 'main']],
    range: { low: '-0.1', high: '60', unit: 'MPa' },
    recorded: [-7, '19.0', '22.5'],
  },
  { number: '0059', keeper: 'institute', quantity: '温度', editions: ['jjg-0111-2019'], equipment: [] },
  {
    number: '0044',
    keeper: 'institute',
    quantity: '电压',
    editions: ['jjg-0543-2008'],
    equipment: [['jjg-0543:generator', 'main']],
    recorded: [-120, '19.5', '22.0'],
  },
  {
    number: '0026',
    keeper: 'portInstitute',
    quantity: '质量',
    editions: ['jjg-0539-2016', 'jjg-1204-2025'],
    equipment: [['jjg-0539:weights', 'main']],
    range: mass,
    recorded: [-7, '17.9', '22.8'],
  },
  { ...fuel, number: '0053', keeper: 'portInstitute', recorded: [-7, '17.5', '23.5'] },
  {
    number: '0033',
    keeper: 'portInstitute',
    quantity: '压力',
    editions: ['jjg-0270-2008', 'jjg-0692-2010'],
    equipment: [['jjg-0270:pressure', 'main']],
    recorded: [-7, '18.2', '23.9'],
  },
  {
    number: '0040',
    keeper: 'portInstitute',
    quantity: '压力',
    editions: ['jjg-0052-2013'],
    equipment: [['jjg-0052:pressure-standard', 'main']],
    recorded: [-7, '18.2', '23.0'],
  },
  {
    number: '0054',
    keeper: 'portInstitute',
    quantity: '体积流量',
    editions: ['jjg-0162-2019'],
    equipment: [['jjg-0162:water-meter-equipment', 'main']],
    recorded: [-7, '18.4', '22.6'],
  },
  {
    number: '0002',
    keeper: 'cityInstitute',
    quantity: '质量',
    editions: ['jjg-0539-2016'],
    equipment: [['jjg-0539:weights', 'main']],
    range: mass,
    recorded: [-7, '19.8', '20.6'],
  },
  { ...fuel, number: '0005', keeper: 'cityInstitute', recorded: [-7, '18.8', '21.9'] },
  {
    number: '0007',
    keeper: 'cityInstitute',
    quantity: '体积流量',
    editions: ['jjg-0577-2012'],
    equipment: [
      ['jjg-0577:gas-meter-equipment', 'main'],
      ['jjg-0577:tightness-tester', 'auxiliary'],
    ],
    recorded: [-7, '19.6', '20.4'],
  },
  {
    number: '0010',
    keeper: 'cityInstitute',
    quantity: '电能',
    editions: ['jjg-0596-2012'],
    equipment: [['jjg-0596:meter-test-equipment', 'main']],
    recorded: [-7, '22.0', '28.5'],
  },
];
