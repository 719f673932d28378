/**
 * The archive of named results: one JSON document, UTF-8. What a version means never changes, and every version is read for ever; a new one
 * gets a number, a reader of its own beside the others, and a file in archives/ that a test opens.
 *
 * Version 1, `"format": "tongheng-uncertain/1"`:
 * - `influences`: elementary quantities `{"id", "value", "u", "dof", "label", "unit"}`, sorted by id. `dof` is null where u is exact;
 *   `label` and `unit` are left out where there is none. Every member of a group that is mentioned stands here, also those that no result uses.
 * - `groups`: correlated influences, `{"kind": "given", "members", "correlation"}` for stated coefficients or `{"kind": "simultaneous",
 *   "readings": n, "members", "correlation"}` for readings taken together. `members` are identifiers in rising order; `correlation` is the
 *   lower triangle below the diagonal, row by row: [[r21], [r31, r32], …]. An influence is in one group at most.
 * - `results`: `{"id", "value", "label", "unit", "influences", "results"}`, sorted by id: derivatives [id, ∂/∂id] with respect to all
 *   elementary influences, and with respect to all named results that it was computed from, directly or through others. The latter
 *   stand among the results too; nothing depends on itself.
 * - `saved`: identifiers of the results that were asked for, in rising order; the others are there as their intermediates.
 *
 * The standard uncertainty of a result is √(Σ cᵢcⱼuᵢuⱼrᵢⱼ) (JCGM 100 5.2.2). Numbers are JSON numbers with the fewest digits that read
 * back as the same IEEE 754 double, −0 and subnormal ones included; NaN and Infinity do not occur. Identifiers are in order of UTF-16
 * code units. Unknown fields are refused.
 */

export const formatName = 'tongheng-uncertain';

/** Longer texts are refused, by the writer as well: 10 million UTF-16 code units. */
export const longestArchive = 10_000_000;
