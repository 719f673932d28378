import type { Bilingual, PlanDocument } from '../../plan/contract/document.ts';
import { cellsOf, distinctRows, readTables } from '../../plan/rules/annex-table.ts';
import { totalRow } from '../../plan/rules/annex-row.ts';

const withoutNumber = (heading: string): string => heading.replace(/^附件\s*\d*/, '').trim();

/** What the capability register needs of a plan's annex: its rows, items and what the document says of every cell. */
export function annexOf(plan: PlanDocument) {
  const indicators = plan.goals.flatMap((goal) => goal.indicators);
  return {
    plan: plan.id,
    documentNumber: plan.documentNumber,
    holdsFrom: plan.issuedOn,
    baseline: plan.baseline,
    lists: readTables(plan).map((read) => {
      const { table } = read;
      const counties = cellsOf(read);
      const heading = plan.sentences.find((sentence) => sentence.id === table.heading);
      const zh = withoutNumber(heading?.text ?? table.id);
      const name: Bilingual = [zh, heading?.textEn ?? zh];
      const total = totalRow(table);
      const setting = indicators.find((each) => each.counting.rule === 'cells' && each.counting.list === table.id);
      return {
        list: table.id,
        name,
        itemsHeader: table.itemsHeader,
        header: table.header,
        total: total === null ? null : total.cells,
        due: setting?.due ?? null,
        items: table.items.map((item) => ({ item: item.id, mark: item.mark, name: [item.name, item.nameEn ?? item.name] as Bilingual })),
        regions: distinctRows(read.rows).flatMap(({ region, figures }) =>
          region === null
            ? []
            : [
                {
                  region: region.code,
                  level: region.level,
                  name: region.name,
                  annexName: region.annexName,
                  ...figures,
                  cells: (counties.find((county) => county.region === region)?.cells ?? []).map(({ item, printed }) => ({
                    item: item.id,
                    printed,
                  })),
                },
              ],
        ),
      };
    }),
  };
}
