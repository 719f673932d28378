import { z } from 'zod';
import { Day, Instant } from '../../kernel/day.ts';
import { endpoint } from '../../kernel/endpoint.ts';
import { id, OrganizationId, PersonId } from '../../kernel/id.ts';
import { listQuery, pageOf } from '../../kernel/page.ts';
import { problems } from '../../kernel/problem.ts';
import { TimelineEvent } from '../../register/event/contract.ts';
import { coverEndpoints } from './contract/cover.ts';
import { activityNames, qualificationKindNames, qualificationStateNames } from './rules.ts';

export const QualificationId = id('qualification');
export type QualificationId = z.infer<typeof QualificationId>;

/** A regulation without its year. */
export const Regulation = z
  .string()
  .regex(/^[a-z]{3}-\d{4}$/)
  .meta({ description: 'a regulation without its year, such as jjg-0539' });

export const qualificationProblems = problems('qualification', {
  notOfTheInstitute: {
    kind: 'invalid',
    text: ['所选人员不是本机构人员', 'This person does not work at the institute'],
    next: ['请选择本机构在职人员', 'Choose a person of the institute'],
  },
  notAnInstitute: {
    kind: 'forbidden',
    text: ['只有检定机构登记检定资格', 'Only a verification institute registers qualifications'],
    next: ['请由检定机构的负责人办理', 'Ask the manager of an institute'],
  },
  ended: {
    kind: 'conflict',
    text: ['该资格已终止或已过期', 'This qualification has ended or lapsed'],
    next: ['请刷新查看当前状态', 'Reload to see its state'],
  },
});

const Qualification = z.object({
  id: QualificationId,
  kind: z.enum(qualificationKindNames),
  institute: z.object({ id: OrganizationId, name: z.string() }),
  holder: z.object({ id: PersonId, name: z.string() }),
  activities: z.array(z.enum(activityNames)),
  /** None: all regulations, in an authorisation to sign. */
  regulations: z.array(Regulation),
  documentNumber: z.string(),
  validFrom: Day,
  validUntil: Day.nullable(),
  state: z.enum(qualificationStateNames),
  ending: z.object({ lastDay: Day, reason: z.string() }).nullable(),
  demonstration: z.boolean(),
  mayEnd: z.boolean(),
});
export type Qualification = z.infer<typeof Qualification>;

const documentNumber = z.string().trim().min(2).max(80).meta({ description: 'number of the certificate or of the institute’s document' });
const params = z.object({ id: QualificationId });

const Ability = z.object({
  person: z.object({ id: PersonId, name: z.string() }),
  activity: z.enum(activityNames),
  /** null: all regulations. */
  regulation: Regulation.nullable(),
  /** How it stands on the day that was asked for; what lapsed is listed too. */
  state: z.enum(qualificationStateNames),
  qualification: QualificationId,
  documentNumber: z.string(),
  until: Day.nullable(),
});

export const qualificationEndpoints = {
  listQualifications: endpoint({
    method: 'GET',
    path: '/qualifications',
    permit: 'qualification.read',
    rows: 'own',
    summary: ['检定项目资格与授权签字', 'Qualifications and authorisations to sign'],
    query: z.object({
      ...listQuery,
      kind: z.enum(qualificationKindNames).optional(),
      activity: z.enum(activityNames).optional(),
      regulation: Regulation.optional(),
      state: z.enum(qualificationStateNames).optional(),
      holder: PersonId.optional(),
      institute: OrganizationId.optional(),
      dueWithin: z.coerce.number().int().min(0).max(3650).optional().meta({ description: 'days: in force and ending within this time' }),
    }),
    reply: pageOf(Qualification),
  }),
  listAbilities: endpoint({
    method: 'GET',
    path: '/qualifications/abilities',
    permit: 'qualification.read',
    rows: 'own',
    summary: ['某日何人可按何规程检定、核验、批准', 'Who may test, check and approve what on a day'],
    query: z.object({ day: Day.optional(), regulation: Regulation.optional(), institute: OrganizationId.optional() }),
    reply: z.object({ day: Day, abilities: z.array(Ability) }),
  }),
  listCandidates: endpoint({
    method: 'GET',
    path: '/qualifications/candidates',
    permit: 'qualification.manage',
    rows: 'own',
    summary: ['本机构可登记资格的人员', 'Persons of the institute who may be registered'],
    reply: z.object({ items: z.array(z.object({ id: PersonId, name: z.string(), roles: z.array(z.string()) })) }),
  }),
  ...coverEndpoints,
  readQualification: endpoint({
    method: 'GET',
    path: '/qualifications/:id',
    permit: 'qualification.read',
    rows: 'own',
    summary: ['一项资格与经过', 'One qualification and its history'],
    params,
    reply: Qualification.extend({ recordedBy: z.string(), recordedAt: Instant, timeline: z.array(TimelineEvent) }),
  }),
  registerQualification: endpoint({
    method: 'POST',
    path: '/qualifications',
    permit: 'qualification.manage',
    rows: 'own',
    summary: ['登记检定项目资格', 'Register a person for regulations'],
    body: z.object({
      holder: PersonId,
      activities: z
        .array(z.enum(['test', 'check']))
        .min(1)
        .max(2),
      regulations: z.array(Regulation).min(1).max(100),
      documentNumber,
      validFrom: Day,
      validUntil: Day.nullable().default(null),
    }),
    reply: Qualification,
    problems: [qualificationProblems.notAnInstitute, qualificationProblems.notOfTheInstitute],
  }),
  authoriseApprover: endpoint({
    method: 'POST',
    path: '/qualifications/authorisations',
    permit: 'qualification.manage',
    rows: 'own',
    summary: ['授权签字人', 'Authorise an approver'],
    body: z.object({
      holder: PersonId,
      /** None: all regulations. */
      regulations: z.array(Regulation).max(100),
      documentNumber,
      validFrom: Day,
      validUntil: Day.nullable().default(null),
    }),
    reply: Qualification,
    problems: [qualificationProblems.notAnInstitute, qualificationProblems.notOfTheInstitute],
  }),
  endQualification: endpoint({
    method: 'POST',
    path: '/qualifications/:id/ending',
    permit: 'qualification.manage',
    rows: 'own',
    summary: ['终止资格并说明理由', 'End a qualification with the reason'],
    params,
    body: z.object({ lastDay: Day, reason: z.string().trim().min(2).max(300) }),
    reply: Qualification,
    problems: [qualificationProblems.ended],
  }),
};
