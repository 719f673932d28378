/** What one file may hold. Beyond it the file is refused before it is read to its end, so that memory stays bounded. */
export type Limits = {
  readonly rows: number;
  readonly columns: number;
  readonly cellCharacters: number;
  /** Of all parts of a workbook together, uncompressed. */
  readonly bytes: number;
  /** Uncompressed to compressed; deflate itself ends at 1032. */
  readonly ratio: number;
  /** Distinct texts of a workbook, in characters. */
  readonly sharedCharacters: number;
};

export const limits: Limits = {
  rows: 200_000,
  columns: 60,
  cellCharacters: 2_000,
  bytes: 512 * 1024 * 1024,
  ratio: 200,
  sharedCharacters: 60_000_000,
};

export const largestUploadBytes = 64 * 1024 * 1024;
