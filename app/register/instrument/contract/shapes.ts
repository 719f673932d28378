import { z } from 'zod';
import { Day, Instant } from '../../../kernel/day.ts';
import { FileId, id, OrganizationId } from '../../../kernel/id.ts';
import { instrumentKindNames, instrumentStatusNames, instrumentUseNames, validityNames } from '../rules.ts';

export const InstrumentId = id('instrument');
export type InstrumentId = z.infer<typeof InstrumentId>;
export const InstrumentKind = z.enum(instrumentKindNames);
export const Region = z
  .string()
  .regex(/^\d{6}$/)
  .meta({ description: 'GB/T 2260 code' });
const Township = z
  .string()
  .regex(/^\d{9}$/)
  .meta({ description: 'nine digits: township, statistical code' });
const Village = z
  .string()
  .regex(/^\d{12}$/)
  .meta({ description: 'twelve digits: village, statistical code' });
export const Parameters = z
  .record(z.string().max(40), z.string().max(60))
  .meta({ description: 'the nameplate by the form of the procedure: texts, a mass with its unit' });

const coordinate = (most: number, what: string) =>
  z
    .string()
    .regex(/^-?\d{1,3}(\.\d{1,6})?$/)
    .refine((text) => Math.abs(Number(text)) <= most, { error: `-${most} … ${most}` })
    .meta({ description: `${what} in degrees, CGCS2000, as decimal text` });

export const text = (most: number) => z.string().trim().min(1).max(most);
export const reason = z.string().trim().min(2).max(200);
const orNull = <Shape extends z.ZodType>(shape: Shape) => shape.nullable().default(null);

/** Where an instrument is used: the county always, township, village and a recorded place where they are known. */
export const whereabouts = {
  township: orNull(Township),
  village: orNull(Village),
  placeId: orNull(z.uuid()).meta({ description: 'a recorded place of use, such as a market' }),
  longitude: orNull(coordinate(180, 'longitude')),
  latitude: orNull(coordinate(90, 'latitude')),
};

/** What describes an instrument, the same when it is registered and when it is corrected; what is left out is blank. */
export const description = {
  name: text(60),
  model: text(60),
  serial: text(60),
  maker: text(100),
  place: text(120),
  use: z.enum(instrumentUseNames),
  parameters: Parameters,
  measuringRange: orNull(text(60)).meta({ description: 'where the form of the kind gives no range' }),
  accuracyClass: orNull(text(60)).meta({ description: 'where the form of the kind gives no class' }),
  typeApproval: orNull(text(60)),
  identificationCode: orNull(text(100)).meta({ description: 'a code by GB/T 36377-2018 that it already bears, as printed' }),
  oldNumber: orNull(text(60)),
  ecqsNumber: orNull(text(60)),
  manufacturedOn: orNull(Day),
  inUseSince: orNull(Day),
  ...whereabouts,
  parentId: orNull(InstrumentId).meta({ description: 'the installation it is part of' }),
  photoId: orNull(FileId).meta({ description: 'photo of the nameplate' }),
};

/** An instrument as the ledger holds it; what it means today is said by standingOf of the rules. */
export const Instrument = z.object({
  id: InstrumentId,
  code: z.string().meta({ description: 'the code for life' }),
  kind: InstrumentKind,
  name: z.string(),
  model: z.string(),
  serial: z.string(),
  maker: z.string(),
  holder: z.object({ id: OrganizationId, name: z.string() }),
  region: Region,
  township: z.string().nullable(),
  townshipName: z.string().nullable(),
  village: z.string().nullable(),
  villageName: z.string().nullable(),
  place: z.string(),
  placeId: z.string().nullable(),
  placeName: z.string().nullable(),
  longitude: z.string().nullable(),
  latitude: z.string().nullable(),
  use: z.enum(instrumentUseNames),
  parameters: Parameters,
  measuringRange: z.string().nullable(),
  accuracyClass: z.string().nullable(),
  typeApproval: z.string().nullable(),
  identificationCode: z.string().nullable(),
  oldNumber: z.string().nullable(),
  ecqsNumber: z.string().nullable(),
  manufacturedOn: Day.nullable(),
  inUseSince: Day.nullable(),
  parentId: InstrumentId.nullable(),
  photoId: z.string().nullable(),
  status: z.enum(instrumentStatusNames),
  validity: z.enum(validityNames).nullable(),
  verdict: z.enum(['pass', 'fail']).nullable(),
  verifiedOn: Day.nullable(),
  certificateNumber: z.string().nullable(),
  verifiedBy: z.string().nullable(),
  dueOn: Day.nullable(),
  resultOrigin: z.enum(['platform', 'reported']).nullable(),
  version: z.number().int(),
  demonstration: z.boolean(),
  recordedAt: Instant,
});
export type Instrument = z.infer<typeof Instrument>;

export const params = z.object({ id: InstrumentId });
/** Batch actions take as many as a page of the list shows. */
export const largestBatch = 200;
export const Batch = z.array(InstrumentId).min(1).max(largestBatch);
