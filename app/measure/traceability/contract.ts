import { foundPointEndpoints } from './contract/found-points.ts';
import { graphEndpoints } from './contract/graph.ts';
import { impactEndpoints } from './contract/impact.ts';

export const traceabilityEndpoints = { ...graphEndpoints, ...impactEndpoints, ...foundPointEndpoints };
