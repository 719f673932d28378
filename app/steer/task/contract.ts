import { boardEndpoints } from './contract/board.ts';
import { itemEndpoints } from './contract/items.ts';
import { letterEndpoints } from './contract/letters.ts';

export const taskEndpoints = { ...boardEndpoints, ...itemEndpoints, ...letterEndpoints };
