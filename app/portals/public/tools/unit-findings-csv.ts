import { rules } from '@tongheng/quantity/linter/rules';
import { confidences } from '../../../kernel/confidence.ts';
import { inLanguage, type Language } from '../../../kernel/text.ts';
import { csvText } from './csv-text.ts';
import type { Found } from './unit-marks.ts';
import { severities } from './unit-states.ts';
import { texts } from './units-text.ts';

/** The findings as a table for a spreadsheet, in the language of the page. */
export function findingsCsv(found: readonly Found[], language: Language): string {
  const text = texts[language];
  const head = [
    text.number,
    text.line,
    text.column,
    text.found,
    text.severity,
    text.rule,
    text.ruleTitle,
    text.suggestion,
    text.message,
    text.source,
    text.clause,
    text.confidence,
    text.compared,
  ];
  const rows = found.map(({ number, finding: { line, column, text: written, severity, rule, suggestion, message, source } }) => [
    String(number),
    String(line),
    String(column),
    written,
    inLanguage(severities[severity].text, language),
    rule,
    inLanguage(rules[rule].title, language),
    suggestion,
    inLanguage(message, language),
    source.document,
    source.clause,
    inLanguage(confidences[source.confidence], language),
    source.confirmed ? text.confirmed : text.notConfirmed,
  ]);
  return csvText([head, ...rows]);
}
