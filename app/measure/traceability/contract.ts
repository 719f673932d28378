import { graphEndpoints } from './contract/graph.ts';

export const traceabilityEndpoints = { ...graphEndpoints };
