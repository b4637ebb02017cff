import { createContext, useContext, useDeferredValue, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { Moment } from '../engine/session/index.ts'
import type { Lab, LabState } from '../state/index.ts'

/** The running lab, for every view below. */
export const LabContext = createContext<Lab | null>(null)

/** The lab that actions take. Only below a LabContext. */
export function useLab(): Lab {
  const lab = useContext(LabContext)
  if (lab === null) throw new Error('useLab is called outside of a LabContext')
  return lab
}

/** A part of the state; the view is drawn again when that part changes. */
export function useLabState<T>(select: (state: LabState) => T): T {
  return useStore(useLab().store, select)
}

/**
 * The moment on the screen, for what need not be drawn in the same breath as the map and the sentence: a panel at the
 * side, the map in words. Both together would keep a slow machine busy for longer than a hand notices.
 */
export function useUnhurriedMoment(): Moment | null {
  return useDeferredValue(useLabState((state) => state.moment))
}

/** How the page looks: with `forced` the system gives every colour, whatever is chosen here. */
export type ThemeInForce = 'light' | 'dark' | 'contrast' | 'contrast-dark' | 'forced'

/** The theme that is shown: the one chosen, or the system's. High contrast is light or dark as the system is. */
export function useThemeInForce(): ThemeInForce {
  const theme = useLabState((state) => state.theme)
  const dark = useMedia('(prefers-color-scheme: dark)')
  const more = useMedia('(prefers-contrast: more)')
  const forced = useMedia('(forced-colors: active)')
  if (forced) return 'forced'
  if (theme === 'contrast' || (theme === 'system' && more)) return dark ? 'contrast-dark' : 'contrast'
  if (theme === 'system') return dark ? 'dark' : 'light'
  return theme
}

/** Whether nothing may move by itself: the system or the person asked for that. */
export function useCalm(): boolean {
  const motion = useLabState((state) => state.motion)
  return useMedia('(prefers-reduced-motion: reduce)') || !motion
}

/** Whether a media query holds now. */
function useMedia(query: string): boolean {
  const [holds, setHolds] = useState(() => matchMedia(query).matches)
  useEffect(() => {
    const list = matchMedia(query)
    const listen = () => setHolds(list.matches)
    list.addEventListener('change', listen)
    return () => list.removeEventListener('change', listen)
  }, [query])
  return holds
}
