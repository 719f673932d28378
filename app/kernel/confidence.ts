import type { Text } from './text.ts';

/** How sure a statement about a regulation or a figure is that nobody has compared with its official text: certain, probable, weak. */
export const confidenceDegrees = {
  H: ['高', 'high'],
  M: ['中', 'medium'],
  L: ['低', 'low'],
} as const satisfies Record<string, Text>;
export type Confidence = keyof typeof confidenceDegrees;

/** The degree with its noun, as it stands behind a source. */
export const confidences = {
  H: ['可信度高', 'confidence high'],
  M: ['可信度中', 'confidence medium'],
  L: ['可信度低', 'confidence low'],
} as const satisfies Record<Confidence, Text>;
