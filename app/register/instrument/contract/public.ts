import { z } from 'zod';
import { Day } from '../../../kernel/day.ts';
import { endpoint } from '../../../kernel/endpoint.ts';
import { platformProblems, problems } from '../../../kernel/problem.ts';
import { instrumentKindNames } from '../../catalogue/rules/kinds.ts';
import { instrumentStatusNames } from '../rules/life-cycle.ts';
import { standingNames, validityNames } from '../rules/standing.ts';

export const publicInstrumentProblems = problems('instrument', {
  notACode: {
    kind: 'notFound',
    text: ['这不是本平台的器具编码，或有一位输错', 'This is no instrument code of this platform, or one character is wrong'],
    next: [
      '器具编码共 16 位，末位是校验字符；请对照标签逐位核对',
      'A code has 16 characters, the last checks the others; compare it with the label character by character',
    ],
  },
  notRecorded: {
    kind: 'notFound',
    text: ['本平台没有记录这台器具', 'This platform has no record of this instrument'],
    next: [
      '没有记录不等于没有检定；请查看器具上的检定合格证，或拨打 12315 询问',
      'No record does not mean that it was not verified; look at the verification label, or ask 12315',
    ],
  },
});

/** What anybody may know of an instrument in front of them. Whose it is stays private; the place is named only where it is open to the public. */
const PublicInstrument = z.object({
  code: z.string(),
  kind: z.enum(instrumentKindNames),
  name: z.string(),
  model: z.string(),
  maker: z.string(),
  /** The last characters of the serial number, to be compared with the plate. */
  serialEnd: z.string(),
  region: z.string(),
  place: z.object({ kind: z.string(), name: z.string() }).nullable(),
  status: z.enum(instrumentStatusNames),
  standing: z.enum(standingNames),
  validity: z.enum(validityNames).nullable(),
  verdict: z.enum(['pass', 'fail']).nullable(),
  verifiedOn: Day.nullable(),
  validUntil: Day.nullable(),
  verifiedBy: z.string().nullable(),
  certificateNumber: z.string().nullable(),
  /** platform: a document issued here · reported: what its user says of a certificate of elsewhere · null: nothing is recorded */
  origin: z.enum(['platform', 'reported']).nullable(),
  /** What anybody may know of its life, the newest first: registered, sealed, repaired, verified by whom, scrapped. */
  history: z.array(z.object({ day: Day, event: z.string(), organization: z.string().nullable() })),
  demonstration: z.boolean(),
  today: Day,
});
export type PublicInstrument = z.infer<typeof PublicInstrument>;

export const publicInstrumentEndpoints = {
  lookUpInstrument: endpoint({
    method: 'GET',
    path: '/public/instruments/:code',
    permit: 'public',
    rows: 'shared',
    summary: ['公众扫码查询器具的检定情况', 'Anybody looks up by its code whether an instrument is verified'],
    params: z.object({ code: z.string().max(200) }),
    reply: PublicInstrument,
    problems: [publicInstrumentProblems.notACode, publicInstrumentProblems.notRecorded, platformProblems.limited],
    perMinute: 60,
  }),
};
