import type { Row } from './bench.ts'

/** The figures of a bench as a section of a Markdown document. */
export function section(name: string, rows: readonly Row[]): string {
  const lines = rows.map((row) => `| ${[row.what, figure(row.value), row.unit, ratio(row)].join(' | ')} |`)
  return [`## ${name}`, '', '| what | value | unit | ratio |', '|---|---:|---|---|', ...lines].join('\n')
}

/**
 * A results document with the new sections in it. The other sections stay as they are if they were
 * measured under the same head (the same machine), and go if not.
 */
export function merged(old: string, head: string, fresh: ReadonlyMap<string, string>): string {
  const kept = old.startsWith(head) ? sectionsOf(old) : new Map<string, string>()
  const all = [...new Map([...kept, ...fresh])].sort(([a], [b]) => (a < b ? -1 : 1))
  return `${[head, ...all.map(([, text]) => text)].join('\n\n')}\n`
}

function sectionsOf(document: string): Map<string, string> {
  const [, ...parts] = document.split(/^## /m)
  return new Map(parts.map((part) => [part.slice(0, part.indexOf('\n')), `## ${part.trimEnd()}`]))
}

/** Three digits that count, or all of a large number. */
function figure(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-US')
  return String(Number(value.toPrecision(3)))
}

function ratio(row: Row): string {
  return row.ratio === undefined ? '' : `${figure(row.ratio.value)} × ${row.ratio.to}`
}
