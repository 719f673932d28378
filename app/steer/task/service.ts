import type { Service } from '../../platform/context.ts';
import type { taskEndpoints } from './contract.ts';
import { boardService } from './service/board.ts';
import { courseService } from './service/course.ts';
import { itemService } from './service/item.ts';
import { letterService } from './service/letter.ts';

export const taskService: Service<typeof taskEndpoints> = { ...boardService, ...itemService, ...courseService, ...letterService };
