import { useEffect, useState } from 'react'
import { PARTS } from '../../engine/parts.ts'
import { useThemeInForce } from '../context.ts'
import type { Tint } from './model.ts'

/** The custom property of each colour that is not a part's own. */
const LINES: Readonly<Record<Exclude<Tint, (typeof PARTS)[number]>, string>> = {
  live: '--used',
  heap: '--ink-2',
  resident: '--chosen',
  mapped: '--ink-3',
  internal: '--part-rounding',
  external: '--part-holes',
  probes: '--probe',
}

function readTints(): Readonly<Record<Tint, string>> {
  const style = getComputedStyle(document.documentElement)
  const of = (name: string) => style.getPropertyValue(name).trim() || '#888'
  const tints = {} as Record<Tint, string>
  for (const part of PARTS) tints[part] = of(`--part-${part}`)
  for (const [tint, name] of Object.entries(LINES)) tints[tint as Tint] = of(name)
  return tints
}

/** The colours of the charts for the theme in force. */
export function useTints(): Readonly<Record<Tint, string>> {
  const theme = useThemeInForce()
  const [tints, setTints] = useState(readTints)
  // The colours depend on the theme through the style sheet, which is why `theme` must be a dependency.
  useEffect(() => {
    if (theme !== undefined) setTints(readTints())
  }, [theme])
  return tints
}
