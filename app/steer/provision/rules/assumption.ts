/**
 * What the program starts a scenario with. Every figure here is invented: an assumption 假设 that a person has to confirm, or to replace by a
 * figure with its source, before a plan can be adopted. None of them is a price of anybody.
 */
import { confidences } from '../../../kernel/confidence.ts';
import type { Text } from '../../../kernel/text.ts';
import type { GeneralCosts, ItemCosts } from './scenario.ts';

export const figureConfidences = {
  assumption: ['假设', 'Assumption'],
  L: confidences.L,
  M: confidences.M,
  H: confidences.H,
  confirmed: ['已确认', 'Confirmed'],
} as const satisfies Record<string, Text>;
export type Confidence = keyof typeof figureConfidences;
export const confidenceNames = Object.keys(figureConfidences) as [Confidence, ...Confidence[]];

type Parameter = { readonly text: Text; readonly unit: Text; readonly isWhole?: boolean };
const yuan: Text = ['元', 'yuan'];
const months: Text = ['月', 'months'];
const each: Text = ['台（件）', 'instruments'];

export const itemParameters = {
  build: { text: ['自建：设备购置', 'Building: equipment'], unit: yuan },
  running: { text: ['自建：每年运行', 'Building: a year of running'], unit: yuan },
  authorise: { text: ['授权：一次性投入', 'Authorising: once'], unit: yuan },
  authoriseRunning: { text: ['授权：每年监督', 'Authorising: a year of supervision'], unit: yuan },
  purchaseMonths: { text: ['采购安装', 'Purchase and installation'], unit: months, isWhole: true },
  examinationMonths: { text: ['建标考核', 'Examination'], unit: months, isWhole: true },
  authorisationMonths: { text: ['授权', 'Authorisation'], unit: months, isWhole: true },
  people: { text: ['自建占用人员', 'People that building occupies'], unit: ['人', 'people'], isWhole: true },
  intervalMonths: { text: ['检定周期', 'Verification interval'], unit: months, isWhole: true },
  perTrip: { text: ['每次送检', 'Taken along at once'], unit: each, isWhole: true },
  perVisit: { text: ['流动实验室每次检定', 'Done at one visit'], unit: each, isWhole: true },
  referral: { text: ['委托：每台（件）', 'Referral: each'], unit: yuan },
  sharing: { text: ['共享：每台（件）', 'Sharing: each'], unit: yuan },
} as const satisfies Record<keyof ItemCosts, Parameter>;

export const generalParameters = {
  visit: { text: ['流动实验室每次出行', 'One visit of the mobile laboratory'], unit: yuan },
  waiting: { text: ['未到位每格每月折算', 'A month of a cell not in place'], unit: yuan },
  kilometre: { text: ['群众往返每千米折算', 'A kilometre of the holders’ ways'], unit: yuan },
} as const satisfies Record<keyof GeneralCosts, Parameter>;

export const itemParameterNames = Object.keys(itemParameters) as (keyof ItemCosts)[];
export const generalParameterNames = Object.keys(generalParameters) as (keyof GeneralCosts)[];

const invented: ItemCosts = {
  build: 150_000,
  running: 12_000,
  authorise: 15_000,
  authoriseRunning: 4_000,
  purchaseMonths: 5,
  examinationMonths: 3,
  authorisationMonths: 2,
  people: 1,
  intervalMonths: 12,
  perTrip: 5,
  perVisit: 40,
  referral: 30,
  sharing: 25,
};

/** What is thought to differ from the rest, invented as well. The intervals follow domain notes of the editions where one is given. */
const differing: Readonly<Record<string, Partial<ItemCosts>>> = {
  B1: { build: 60_000, intervalMonths: 12 },
  B2: { build: 200_000, perTrip: 4, perVisit: 30 },
  B3: { build: 180_000, intervalMonths: 6, perTrip: 1, perVisit: 8 },
  B4: { build: 450_000, people: 2, intervalMonths: 24, perTrip: 20 },
  B5: { build: 520_000, people: 2, intervalMonths: 36, perTrip: 20 },
  B7: { intervalMonths: 6 },
  B8: { intervalMonths: 6, perTrip: 20 },
  B9: { build: 120_000, perTrip: 10 },
  B10: { build: 220_000, perTrip: 1, perVisit: 20 },
  B11: { build: 90_000, perTrip: 10 },
  B12: { build: 380_000, people: 2, intervalMonths: 96, perTrip: 50 },
  E8: { build: 420_000, people: 2, intervalMonths: 72, perTrip: 50 },
  B13: { build: 110_000, perTrip: 1, perVisit: 12 },
  E4: { build: 130_000, perTrip: 1, perVisit: 12 },
  E5: { build: 480_000, people: 2, perTrip: 1, perVisit: 6 },
  E9: { build: 350_000, people: 2, intervalMonths: 36, perTrip: 1, perVisit: 15 },
};

export const assumedItem = (item: string): ItemCosts => ({ ...invented, ...differing[item] });
export const assumedGeneral: GeneralCosts = { visit: 1_200, kilometre: 1, waiting: 2_000 };

/**
 * Energy meters: power companies are commonly authorised, and in Jiangsu the grid company verifies them centrally for the province (medium
 * confidence), so that no bench of a county is needed.
 */
export const assumedAuthorisable: readonly string[] = ['B12', 'E8'];

/** Roughly where the seats of the counties and of the city lie, from general knowledge; a place on record takes precedence. */
export const assumedCentres: Readonly<Record<string, { readonly longitude: number; readonly latitude: number }>> = {
  '320600': { longitude: 120.86, latitude: 32.01 },
  '320685': { longitude: 120.46, latitude: 32.53 },
  '320682': { longitude: 120.57, latitude: 32.37 },
  '320623': { longitude: 121.19, latitude: 32.31 },
  '320681': { longitude: 121.66, latitude: 31.81 },
  '320612': { longitude: 121.07, latitude: 32.07 },
  '320614': { longitude: 121.17, latitude: 31.89 },
};
