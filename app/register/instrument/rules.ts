/** Instruments 计量器具: what they are used for, their states, their code, their nameplate, and what their last verification means. */
export { instrumentKindNames, instrumentKinds, kindOf, type InstrumentKind } from '../catalogue/rules/kinds.ts';
export * from './rules/code.ts';
export * from './rules/export.ts';
export * from './rules/life-cycle.ts';
export * from './rules/nameplate.ts';
export * from './rules/result.ts';
export * from './rules/standing.ts';
export * from './rules/timeline.ts';
export * from './rules/use.ts';
