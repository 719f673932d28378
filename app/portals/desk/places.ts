/** The addresses of slices' pages that the first page opens, in one place. */
export const places = {
  indicator: (id: string): string => `/desk/indicators/${id}`,
  publications: '/desk/publications',
  taskItems: (query: string): string => `/desk/task-items${query}`,
  taskItem: (id: string): string => `/desk/task-items/${id}`,
  capability: (query: string): string => `/desk/capability${query}`,
  cellReports: '/desk/capability/reports?status=reported',
  cell: (region: string, item: string): string => `/desk/capability/cells/${region}/${item}`,
  entries: (query: string): string => `/desk/entries${query}`,
  entry: (id: string): string => `/desk/entries/${id}`,
  differences: (query: string): string => `/desk/plan/differences${query}`,
  difference: (id: string): string => `/desk/plan/differences/${id}`,
  plan: '/desk/plan',
} as const;
