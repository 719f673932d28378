import { z } from 'zod';
import { Day, Instant } from '../../kernel/day.ts';
import { endpoint } from '../../kernel/endpoint.ts';
import { FileId } from '../../kernel/id.ts';
import { listQuery, pageOf } from '../../kernel/page.ts';
import { FindingRule } from '../plan/contract/finding.ts';
import { resolutionNames } from '../plan/rules/settlement.ts';
import { atStakeEndpoints } from './contract/at-stake.ts';
import { denominatorEndpoints } from './contract/denominator.ts';
import { indicatorProblems } from './contract/problems.ts';
import {
  Comparison,
  Indicator,
  IndicatorId,
  IndicatorPage,
  Mode,
  Publication,
  RecordRow,
  RegionCode,
  SnapshotCard,
  SnapshotId,
  SnapshotPage,
  Subject,
  Target,
  Words,
} from './contract/shapes.ts';

const at = {
  asOf: Day.optional().meta({ description: 'the day of the figures; today when left out' }),
  knownAt: Instant.optional().meta({ description: 'what was known then; now when left out' }),
};
const reason = z.string().trim().min(2).max(500);
const documentNumber = z.string().trim().min(2).max(100);
const files = z.array(FileId).max(10).default([]);
const one = z.object({ id: IndicatorId });
const snapshot = z.object({ id: SnapshotId });

export const indicatorEndpoints = {
  ...denominatorEndpoints,
  ...atStakeEndpoints,
  listIndicators: endpoint({
    method: 'GET',
    path: '/plan/indicators',
    permit: 'indicator.read',
    rows: 'shared',
    summary: ['规划的全部指标，由记录推算', 'All indicators of the plan, computed from records'],
    query: z.object(at),
    reply: z.object({
      plan: z.string(),
      title: Words,
      documentNumber: z.string(),
      period: z.object({ from: Day, to: Day }),
      asOf: Day,
      knownAt: Instant,
      published: Mode,
      goals: z.array(z.object({ id: z.string(), clause: z.string(), title: Words })),
      items: z.array(Indicator),
    }),
  }),
  readIndicator: endpoint({
    method: 'GET',
    path: '/plan/indicators/:id',
    permit: 'indicator.read',
    rows: 'shared',
    summary: [
      '一个指标：数值、方法、走势、预测或里程碑、分县情况',
      'One indicator: value, method, course, forecast or milestones, counties',
    ],
    params: one,
    query: z.object(at),
    reply: IndicatorPage,
  }),
  listIndicatorRecords: endpoint({
    method: 'GET',
    path: '/plan/indicators/:id/records',
    permit: 'indicator.read',
    rows: 'shared',
    summary: ['指标背后的记录：计入的与不计入的及其原因', 'The records behind an indicator, what counts and what does not and why'],
    params: one,
    query: z.object({ ...listQuery, ...at, region: RegionCode.optional(), counts: z.enum(['true', 'false']).optional() }),
    reply: pageOf(RecordRow),
  }),
  listTargets: endpoint({
    method: 'GET',
    path: '/plan/targets',
    permit: 'indicator.read',
    rows: 'shared',
    summary: ['目标分解表：各县各年的数与全市目标核对', 'The breakdown of targets by county and year, checked against the city’s'],
    query: z.object({ ...at, indicator: IndicatorId.optional() }),
    reply: z.object({
      asOf: Day,
      knownAt: Instant,
      years: z.array(z.number().int()),
      regions: z.array(z.object({ code: RegionCode, name: Words, mayRecord: z.boolean() })),
      items: z.array(
        z.object({
          id: IndicatorId,
          title: Words,
          unit: Words,
          target: z.number(),
          due: Day,
          additive: z.boolean().meta({ description: 'counts add up over the counties; a share does not' }),
          targets: z.array(Target),
          sums: z.array(
            z.object({ year: z.number().int(), sum: z.number(), target: z.number().nullable(), difference: z.number().nullable() }),
          ),
        }),
      ),
    }),
  }),
  recordTarget: endpoint({
    method: 'POST',
    path: '/plan/indicators/:id/targets',
    permit: 'indicator.target',
    rows: 'own',
    summary: ['登记一县一年的分解目标（文号为据）', 'Record the target of one county and year, with its document number'],
    params: one,
    body: z.object({
      region: RegionCode,
      year: z.number().int().min(2000).max(2100),
      amount: z.number().min(0).max(1_000_000).nullable().meta({ description: 'null takes an earlier one back' }),
      documentNumber,
      files,
      reason,
    }),
    reply: z.object({ id: z.uuid() }),
    problems: [indicatorProblems.otherCounty, indicatorProblems.notShared],
  }),
  listPublications: endpoint({
    method: 'GET',
    path: '/plan/publications',
    permit: 'indicator.read',
    rows: 'shared',
    summary: ['公开状态与历次决定', 'What is published, and every decision on it'],
    reply: z.object({ current: z.array(Publication), history: z.array(Publication), mayDecide: z.boolean() }),
  }),
  decidePublication: endpoint({
    method: 'POST',
    path: '/plan/publications',
    permit: 'indicator.publish',
    rows: 'shared',
    summary: ['决定公开、按快照公开或撤回', 'Publish live, publish a snapshot, or withdraw'],
    body: z.object({
      subject: Subject,
      mode: Mode,
      snapshotId: SnapshotId.nullable().default(null),
      documentNumber: z.string().trim().max(100).nullable().default(null),
      reason,
    }),
    reply: Publication,
    problems: [
      indicatorProblems.snapshotMissing,
      indicatorProblems.notInSnapshots,
      indicatorProblems.notPublished,
      indicatorProblems.published,
    ],
  }),
  listSnapshots: endpoint({
    method: 'GET',
    path: '/plan/snapshots',
    permit: 'indicator.read',
    rows: 'shared',
    summary: ['快照', 'Snapshots'],
    query: z.object(listQuery),
    reply: pageOf(SnapshotCard),
  }),
  takeSnapshot: endpoint({
    method: 'POST',
    path: '/plan/snapshots',
    permit: 'indicator.snapshot',
    rows: 'shared',
    summary: ['冻结某日、按某时所知的全部数值、方法与记录摘要', 'Freeze the figures, methods and record digests of a day'],
    body: z.object({ title: z.string().trim().min(2).max(100), asOf: Day, knownAt: Instant.optional(), reason }),
    reply: SnapshotCard,
    problems: [indicatorProblems.future],
  }),
  readSnapshot: endpoint({
    method: 'GET',
    path: '/plan/snapshots/:id',
    permit: 'indicator.read',
    rows: 'shared',
    summary: ['一份快照', 'One snapshot'],
    params: snapshot,
    reply: SnapshotPage,
  }),
  compareSnapshot: endpoint({
    method: 'GET',
    path: '/plan/snapshots/:id/comparison',
    permit: 'indicator.read',
    rows: 'shared',
    summary: ['重算并与快照比对', 'Recompute and compare with the snapshot'],
    params: snapshot,
    reply: Comparison,
  }),
  readPublicIndicators: endpoint({
    method: 'GET',
    path: '/public/plan/indicators',
    permit: 'public',
    rows: 'shared',
    summary: ['规划指标（数值在公开决定之后显示）', 'The indicators of the plan; values once they are published'],
    reply: z.object({
      items: z.array(
        z.object({
          id: IndicatorId,
          goal: z.object({ id: z.string(), title: z.string(), titleEn: z.string() }),
          clause: z.string(),
          title: z.string(),
          titleEn: z.string(),
          target: z.number(),
          direction: z.enum(['at-least', 'exactly']),
          unit: z.string(),
          unitEn: z.string(),
          due: Day,
          strength: z.enum(['firm', 'strive']),
          value: z.number().nullable(),
          state: Indicator.shape.state,
          method: z.string(),
        }),
      ),
    }),
  }),
  readPublicCapability: endpoint({
    method: 'GET',
    path: '/public/capability',
    permit: 'public',
    rows: 'shared',
    summary: ['能力清单：文件所载，以及公开后的现状', 'The capability lists as printed, and their states once published'],
    query: z.object({ list: z.enum(['basic', 'enhanced']).default('basic'), asOf: Day.optional() }),
    reply: z.object({
      list: z.string(),
      items: z.array(z.object({ id: z.string(), name: z.string() })),
      counties: z.array(
        z.object({
          code: RegionCode,
          name: z.string(),
          printed: z.object({ required: z.number().nullable(), done: z.number().nullable(), open: z.number().nullable() }),
          cells: z.array(
            z.object({
              item: z.string(),
              printed: z.enum(['done', 'open']).nullable(),
              state: z.string().nullable(),
              since: Day.nullable(),
            }),
          ),
        }),
      ),
      city: z.object({
        printed: z.object({ required: z.number().nullable(), done: z.number().nullable(), open: z.number().nullable() }),
      }),
      printedTotal: z.array(z.string()),
    }),
  }),
  readPublicDifferences: endpoint({
    method: 'GET',
    path: '/public/plan/differences',
    permit: 'public',
    rows: 'shared',
    summary: ['文件自身的待核实差异（公开决定之后显示）', 'What does not agree inside the document, once that is published'],
    reply: z.object({
      published: z.boolean(),
      items: z.array(
        z.object({
          id: z.string(),
          rule: FindingRule,
          text: Words,
          place: z.object({ source: Words, row: Words, column: Words }),
          printed: z.string().nullable(),
          aligned: z.string().nullable(),
          recomputed: z.string().nullable(),
          resolution: z.enum(resolutionNames),
          reason: z.string().nullable(),
          documentNumber: z.string().nullable(),
          settledAt: Instant.nullable(),
        }),
      ),
    }),
  }),
};
