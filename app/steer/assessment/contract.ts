import { briefingEndpoints } from './contract/briefing.ts';
import { evaluationEndpoints } from './contract/evaluation.ts';
import { practiceEndpoints } from './contract/practice.ts';

export const assessmentEndpoints = { ...briefingEndpoints, ...evaluationEndpoints, ...practiceEndpoints };
