import type { Text } from '../../../kernel/text.ts';

/** 计量法 article 9: the four uses that make verification compulsory for the instruments of the catalogue. */
export const instrumentUses = {
  trade: ['贸易结算', 'Trade'],
  safety: ['安全防护', 'Safety'],
  medical: ['医疗卫生', 'Health care'],
  environment: ['环境监测', 'Environmental monitoring'],
  other: ['其他', 'Other'],
} as const satisfies Record<string, Text>;
export type InstrumentUse = keyof typeof instrumentUses;
export const instrumentUseNames = Object.keys(instrumentUses) as [InstrumentUse, ...InstrumentUse[]];
