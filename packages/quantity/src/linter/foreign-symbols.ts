/**
 * Symbols and English names of units that are not legal in China, with the legal unit and, where the unit has one size, its exact
 * value (GB 3100–3102-1993; NIST SP 811 appendix B). `when` names the topic without which the word is something else, `unless` the
 * topic in which it is allowed or means something else.
 */
import type { Conversion } from './conversion.ts';
import type { Topic } from './topics.ts';

export type ForeignUnit = Conversion & {
  readonly name: string;
  readonly when?: Topic;
  readonly unless?: Topic;
  /** Its trade uses it openly: advice only. */
  readonly advice?: true;
  readonly family?: 'inch' | 'mercury' | 'flight' | 'carat' | 'font' | 'miles' | 'calorie' | 'yard';
};

type Row = readonly [names: string, to: string, factor?: string | undefined, more?: Partial<ForeignUnit>];

const rows: readonly Row[] = [
  // length
  ['in inch inches Inch Inches INCH INCHES', 'cm', '2.54', { family: 'inch' }],
  ['ft feet foot Ft FT Feet', 'm', '0.3048', { family: 'flight' }],
  ['yd yds yard yards YD Yd YDS', 'm', '0.9144', { family: 'yard' }],
  ['mi mile miles', 'km', '1.609344', { family: 'miles' }],
  ['furlong furlongs', 'm', '201.168'],
  ['Å angstrom angstroms ångström ångströms Angstrom', 'nm', '0.1'],
  ['micron microns Micron Microns', 'μm', '1'],
  // area
  ['acre acres Acre Acres', 'hm²', '0.40468564224'],
  ['sqft SQFT sqft. sf', 'm²', '0.09290304'],
  ['sqm SQM Sqm', 'm²', '1'],
  ['cbm CBM', 'm³', '1'],
  // volume
  ['gal gals gallon gallons Gal GAL Gallon Gallons', 'L'],
  ['pint pints quart quarts', 'L'],
  ['cc CC Cc ccm', 'mL', '1'],
  ['cuft', 'm³', '0.028316846592'],
  ['cfm CFM', 'm³/h'],
  ['gpm GPM', 'L/min'],
  ['bushel bushels', 'L'],
  // mass
  ['lb lbs LB LBS Lb Lbs pound pounds Pound Pounds', 'kg', '0.45359237'],
  ['oz OZ Oz ounce ounces Ounce Ounces ozs', 'g', '28.349523125'],
  ['stone', 'kg', '6.35029318', { when: 'body' }],
  ['carat carats', 'mg', '200', { family: 'carat' }],
  ['kilo kilos', 'kg', '1'],
  ['gm gms gr grs Gr GR GM', 'g', '1'],
  ['mcg MCG', 'μg', '1'],
  ['cwt', 'kg'],
  // force, torque
  ['kgf Kgf KGF kgF', 'N', '9.80665'],
  ['tf', 'kN', '9.80665', { when: 'force' }],
  ['gf', 'mN', '9.80665', { when: 'force' }],
  ['lbf LBF', 'N', '4.4482216152605'],
  ['dyn dyne dynes', 'N', '0.00001'],
  // pressure
  ['kgf/cm² kg/cm² Kgf/cm² KGF/cm² KGF/CM² KG/CM² Kg/cm² Kg/Cm² Kgf/Cm² kgf/CM² kg/CM²', 'kPa', '98.0665'],
  ['kgf/mm²', 'MPa', '9.80665'],
  ['kgf·m kgf.m kgf-m kgfm', 'N·m', '9.80665'],
  ['atm ATM Atm atmosphere atmospheres', 'kPa', '101.325', { unless: 'cash' }],
  ['at', 'kPa', '98.0665', { when: 'pressure' }],
  ['bar Bar BAR', 'MPa', '0.1', { unless: 'tavern' }],
  ['bars', 'MPa', '0.1', { when: 'pressure' }],
  ['mbar Mbar MBAR mbars millibar millibars', 'hPa', '1'],
  ['psi PSI Psi psig psia', 'kPa'],
  ['ksi', 'MPa'],
  ['Torr torr Torrs TORR', 'Pa'],
  ['mmHg mmHG mmhg MMHG MmHg mmHgs cmHg cmhg inHg', 'kPa', undefined, { family: 'mercury' }],
  ['mmH₂O mmH2O mmh2o MMH2O', 'Pa', '9.80665'],
  ['cmH₂O cmH2O cmh2o CMH2O', 'Pa', '98.0665'],
  ['mH₂O mH2O', 'kPa', '9.80665'],
  ['inH₂O inH2O', 'Pa'],
  // energy, power
  ['cal Cal CAL calorie calories Calorie Calories', 'J', undefined, { family: 'calorie' }],
  ['kcal Kcal KCAL kCal KCal kcals kilocalorie kilocalories', 'kJ', undefined, { family: 'calorie' }],
  ['Btu BTU btu BTUs', 'kJ'],
  ['erg ergs', 'J', '0.0000001'],
  ['hp HP Hp bhp BHP horsepower', 'kW', undefined, { unless: 'game' }],
  ['PS ps', 'kW', '0.73549875', { when: 'engine' }],
  ['CV', 'kW', '0.73549875', { when: 'engine' }],
  // time and what is counted in it
  ['sec secs Sec SEC Secs', 's', '1'],
  ['hr hrs Hr Hrs HR HRS HRs', 'h', '1', { unless: 'staff' }],
  ['msec', 'ms', '1'],
  ['μsec usec', 'μs', '1'],
  ['rpm RPM Rpm rpms', 'r/min', '1'],
  ['rps RPS', 'r/s', '1'],
  ['kph KPH Kph kmh KMH Kmh kmph KMPH Kmph', 'km/h', '1'],
  ['mph MPH Mph', 'km/h', '1.609344'],
  ['mpg MPG', 'L/100km'],
  // temperature
  ['°K ℃K °k', 'K', '1'],
  ['F', '℃', '5/9', { offset: '32', when: 'air' }],
  ['℉ °F °f Fahrenheit', '℃', '5/9', { offset: '32' }],
  // fractions
  ['ppm PPM Ppm ppmv ppmw', '×10⁻⁶', '1', { unless: 'printer' }],
  ['ppb PPB Ppb', '×10⁻⁹', '1'],
  ['pphm', '×10⁻⁸', '1'],
  ['ppt PPT', '×10⁻¹²', '1', { when: 'trace' }],
  // electricity and magnetism
  ['amp amps Amp Amps AMP AMPS', 'A', '1', { unless: 'amplifier' }],
  ['Gs gs gauss Gauss GS', 'T', '0.0001', { when: 'magnetism' }],
  ['kGs', 'T', '0.1'],
  ['Oe oersted oersteds kOe', 'A/m'],
  // radiation
  ['Ci curie curies', 'Bq', '37000000000'],
  ['mCi', 'Bq', '37000000'],
  ['μCi uCi', 'Bq', '37000'],
  ['R roentgen roentgens mR', 'C/kg', undefined, { when: 'radiation' }],
  ['rem mrem rems', 'Sv', undefined, { when: 'radiation' }],
  ['rad rads mrad', 'Gy', '0.01', { when: 'radiation' }],
  // viscosity
  ['cP cp CP cps CPS', 'mPa·s', '1', { when: 'viscosity' }],
  ['cSt cst CST', 'mm²/s', '1', { when: 'viscosity' }],
  ['P', 'Pa·s', '0.1', { when: 'viscosity' }],
  // information
  ['bps BPS', 'bit/s', '1'],
  ['kbps Kbps KBPS kBps', 'kbit/s', '1'],
  ['Mbps MBPS mbps', 'Mbit/s', '1'],
  ['Gbps GBPS gbps', 'Gbit/s', '1'],
  ['Tbps', 'Tbit/s', '1'],
  // others
  ['D dpt Dpt dptr diopter diopters dioptre dioptres DPT', 'm⁻¹', '1', { when: 'lens', advice: true }],
  ['mtr mtrs MTR MTRS mts Mtr Mtrs', 'm', '1'],
  ['ltr ltrs LTR Ltr LTRS Ltrs', 'L', '1'],
  ['nit nits', 'cd/m²', '1', { advice: true }],
  ['kts kt', 'kn', '1', { when: 'flight', advice: true }],
  ['G', 'T', '0.0001', { when: 'magnetism' }],
];

export const foreignSymbols: ReadonlyMap<string, ForeignUnit> = new Map(
  rows.flatMap(([names, to, factor, more]) =>
    names.split(' ').map((name): [string, ForeignUnit] => [name, { ...more, name, to, ...(factor === undefined ? {} : { factor }) }]),
  ),
);

/** Names of several words, by their first word; longest first. */
const phraseRows: readonly Row[] = [
  ['square feet|square foot|sq ft|sq. ft.|sq. ft|sq.ft.|sq.ft|Sq Ft|Sq. Ft.|SQ FT', 'm²', '0.09290304'],
  ['square inches|square inch|sq in|sq. in.', 'cm²', '6.4516'],
  ['square yards|square yard|sq yd', 'm²', '0.83612736'],
  ['square miles|square mile|sq mi', 'km²'],
  ['cubic feet|cubic foot|cu ft|cu. ft.', 'm³', '0.028316846592'],
  ['cubic inches|cubic inch|cu in|cu. in.', 'cm³', '16.387064'],
  ['cubic yards|cubic yard', 'm³'],
  ['cubic feet per minute', 'm³/h'],
  ['fluid ounces|fluid ounce|fl oz|fl. oz.|fl. oz|fl.oz.|fl.oz|FL OZ|Fl Oz|FL. OZ.|Fl. Oz.', 'mL'],
  ['troy ounces|troy ounce|troy oz', 'g', '31.1034768'],
  ['pounds per square inch|pound per square inch', 'kPa'],
  ['miles per hour|mile per hour|miles an hour', 'km/h', '1.609344'],
  ['miles per gallon', 'L/100km'],
  ['revolutions per minute|revs per minute', 'r/min', '1'],
  ['degrees Fahrenheit|degree Fahrenheit|deg F|degrees F', '℃', '5/9', { offset: '32' }],
  ['degrees Kelvin|degree Kelvin|degrees kelvin|deg K', 'K', '1'],
  [
    'foot-pounds|foot pounds|foot-pound|ft-lbs|ft-lb|ft lb|ft lbs|ft·lb|ft.lb|ft·lbf|lb-ft|lb·ft|lb ft|lbf·ft|lbf-ft',
    'N·m',
    '1.3558179483314004',
  ],
  ['inches of mercury|inch of mercury', 'kPa', undefined, { family: 'mercury' }],
  [
    'millimetres of mercury|millimeters of mercury|millimetre of mercury|millimeter of mercury|mm Hg|mm HG|mm hg',
    'kPa',
    undefined,
    { family: 'mercury' },
  ],
  ['mmH2O|mmH₂O|MMH2O|mmh2o|mmH20|mm H2O|mm H₂O|mm of water|millimetres of water|millimeters of water', 'Pa', '9.80665'],
  ['cmH2O|cmH₂O|CMH2O|cmh2o|cm H2O|cm H₂O', 'Pa', '98.0665'],
  ['mH2O|mH₂O|m H2O', 'kPa', '9.80665'],
  ['inH2O|inH₂O|in H2O', 'Pa'],
  ['parts per million', '×10⁻⁶', '1', { advice: true }],
  ['parts per billion', '×10⁻⁹', '1', { advice: true }],
  ['metric horsepower|brake horsepower', 'kW'],
  ['short tons|short ton|long tons|long ton', 't'],
  ['bits per second', 'bit/s', '1', { advice: true }],
  ['sq m|sq. m|sq.m|sq. m.|sq.m.', 'm²', '1'],
  ['cu m|cu. m|cu.m', 'm³', '1'],
  ['nautical miles|nautical mile', 'n mile', '1', { unless: 'always' }],
  ['kg force|kilogram-force|kilograms-force|kilogram force', 'N', '9.80665'],
  ['kg f', 'N', '9.80665'],
];

export type Phrase = { readonly text: string; readonly unit: ForeignUnit };

export const foreignPhrases: ReadonlyMap<string, readonly Phrase[]> = (() => {
  const found = new Map<string, Phrase[]>();
  for (const [names, to, factor, more] of phraseRows) {
    for (const text of names.split('|')) {
      const [first = ''] = /^[A-Za-z]+/.exec(text) ?? [];
      const list = found.get(first) ?? [];
      list.push({ text, unit: { ...more, name: text, to, ...(factor === undefined ? {} : { factor }) } });
      found.set(first, list);
    }
  }
  for (const list of found.values()) list.sort((one, other) => other.text.length - one.text.length);
  return found;
})();

/** English numbers in words that may stand before the name of a unit. */
export const numberWords: ReadonlySet<string> = new Set(
  (
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty ' +
    'thirty forty fifty sixty seventy eighty ninety hundred thousand million per each'
  ).split(' '),
);
