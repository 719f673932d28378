/** Invented people and teams. The same number is the same person: two of them stand in two programmes of different levels. */
export const people = [
  { name: '林观澜', number: 1, level: 'city', programme: 'jianghai', since: '2023-05-12' },
  { name: '林观澜', number: 1, level: 'province', programme: 'jiangsu-231', since: '2024-06-03' },
  { name: '苏砚秋', number: 2, level: 'city', programme: 'jianghai', since: '2023-05-12' },
  { name: '何知衡', number: 3, level: 'city', programme: 'jianghai', since: '2024-05-10' },
  { name: '陆明度', number: 4, level: 'city', programme: 'jianghai', since: '2024-05-10' },
  { name: '陆明度', number: 4, level: 'province', programme: 'jiangsu-231', since: '2025-06-11' },
  { name: '方以则', number: 5, level: 'city', programme: 'jianghai', since: '2025-05-09' },
  { name: '沈量之', number: 6, level: 'province', programme: 'jiangsu-231', since: '2023-11-20' },
  { name: '唐若准', number: 7, level: 'province', programme: 'jiangsu-231', since: '2024-06-03' },
  { name: '季允中', number: 8, level: 'national', programme: 'samr-innovation', since: '2024-10-18' },
] as const;

export const teams = [
  { title: '船舶尺寸智能测量创新团队', leader: '林观澜', field: 'intelligent-measurement' },
  { title: '能源计量创新团队', leader: '苏砚秋', field: 'energy' },
  { title: '生物医学计量创新团队', leader: '沈量之', field: 'biology' },
  { title: '电子信息测试创新团队', leader: '唐若准', field: 'electronics' },
] as const;
