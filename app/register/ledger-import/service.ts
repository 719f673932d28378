export { ledgerImportService } from './service/import.ts';
