/** Hands a table to the browser as CSV: UTF-8 with its mark, so that a Chinese spreadsheet reads it. */
export function saveCsv(name: string, rows: readonly (readonly (string | number | null)[])[]): void {
  const cell = (value: string | number | null): string => {
    const words = value === null ? '' : String(value);
    return /[",\r\n]/.test(words) ? `"${words.replace(/"/g, '""')}"` : words;
  };
  const text = `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
