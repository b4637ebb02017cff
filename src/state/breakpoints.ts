import type { Breakpoint, ProgramFile } from './store.ts'

/** The breakpoints with this line's taken away, or added if it has none; in the order of files and lines. */
export function toggled(breakpoints: readonly Breakpoint[], file: string, line: number): Breakpoint[] {
  const others = breakpoints.filter((each) => each.file !== file || each.line !== line)
  if (others.length < breakpoints.length) return others
  return [...others, { file, line }].sort((a, b) =>
    a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1,
  )
}

/** The breakpoints with this one set, or taken away. */
export function withStop(
  breakpoints: readonly Breakpoint[],
  stop: Breakpoint,
  isSet: boolean,
): readonly Breakpoint[] {
  const has = breakpoints.some(({ file, line }) => file === stop.file && line === stop.line)
  return has === isSet ? breakpoints : toggled(breakpoints, stop.file, stop.line)
}

/**
 * Where a line of a text is after the text was changed. Lines above the change stay, lines below it move with it;
 * 0 for one that was taken out.
 */
export function movedLine(before: string, after: string, line: number): number {
  if (before === after) return line
  const old = before.split('\n')
  const now = after.split('\n')
  const shorter = Math.min(old.length, now.length)
  let same = 0
  while (same < shorter && old[same] === now[same]) same++
  if (line <= same) return line
  let tail = 0
  while (tail < shorter - same && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++
  if (line > old.length - tail) return line + now.length - old.length
  return line <= now.length - tail ? line : 0
}

/** The breakpoints after the files were changed; those whose line or file is gone are left out. */
export function movedBreakpoints(
  breakpoints: readonly Breakpoint[],
  before: readonly ProgramFile[],
  after: readonly ProgramFile[],
): Breakpoint[] {
  return breakpoints.flatMap(({ file, line }) => {
    const old = before.find(({ name }) => name === file)
    const now = after.find(({ name }) => name === file)
    if (old === undefined || now === undefined) return []
    const moved = movedLine(old.text, now.text, line)
    return moved === 0 ? [] : [{ file, line: moved }]
  })
}

/** Breakpoints as a short text for links: `0:12 1:3`, files by their number. */
export function breakpointsText(breakpoints: readonly Breakpoint[], files: readonly ProgramFile[]): string {
  return breakpoints
    .map(({ file, line }) => ({ at: files.findIndex(({ name }) => name === file), line }))
    .filter(({ at }) => at >= 0)
    .map(({ at, line }) => `${at}:${line}`)
    .join(' ')
}

/** What `breakpointsText` wrote; parts that make no sense are left out. */
export function readBreakpoints(text: unknown, files: readonly ProgramFile[]): Breakpoint[] {
  if (typeof text !== 'string') return []
  return text.split(' ').flatMap((part) => {
    const [, at, line] = /^(\d+):([1-9]\d{0,6})$/.exec(part) ?? []
    const file = files[Number(at)]
    return file === undefined || line === undefined ? [] : [{ file: file.name, line: Number(line) }]
  })
}
