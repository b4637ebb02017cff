/** Operations of the large trace. */
export const MILLION = 1_000_000

/** A trace of a million operations: blocks of many sizes, freed in another order than they were made. */
export function millionTrace(): string {
  const lines = ['0', String(MILLION / 2), String(MILLION), '1']
  let state = 12345
  const live: number[] = []
  for (let id = 0; lines.length < MILLION + 4; ) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    if (live.length > 2000 || (live.length > 0 && state % 100 < 48)) {
      const at = (state >>> 8) % live.length
      lines.push(`f ${live[at]}`)
      live[at] = live[live.length - 1]!
      live.pop()
    } else {
      lines.push(`a ${id} ${16 + ((state >>> 12) % 500)}`)
      live.push(id++)
    }
  }
  return `${lines.join('\n')}\n`
}
