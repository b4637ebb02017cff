/** How a column is set. */
export type Side = 'left' | 'right'

/** Rows in columns two blanks apart, no blanks at line ends. */
export function* table(rows: readonly (readonly string[])[], sides: readonly Side[]): Iterable<string> {
  const widths = sides.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      sides[column] === 'right' ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
    )
    yield `${cells.join('  ').trimEnd()}\n`
  }
}

/** Text cut at blanks into lines of at most `width` characters. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}
