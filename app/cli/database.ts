import type { Command } from './command.ts';

export const databaseCommands: readonly Command[] = [];
