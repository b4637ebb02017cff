import { useEffect, useMemo } from 'react'
import type { LineBytes } from '../../engine/session/index.ts'
import { loadLineBytes } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'

/** What the lines of a file ('' for a trace) have allocated and freed up to the moment on the screen, by line. */
export function useLineBytes(file: string): ReadonlyMap<number, LineBytes> {
  const lab = useLab()
  const all = useLabState((state) => state.lineBytes)
  const moment = useLabState((state) => state.moment)
  const source = useLabState((state) => state.source)
  useEffect(() => {
    // Another moment, or other lines of a trace.
    if (moment !== null || source !== null) void loadLineBytes(lab)
  }, [lab, moment, source])
  return useMemo(
    () => new Map(all.filter((each) => each.file === file && each.line > 0).map((each) => [each.line, each])),
    [all, file],
  )
}
