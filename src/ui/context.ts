import { createContext, useContext, useEffect, useState } from 'react'
import { useStore } from 'zustand'
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

const DARK = '(prefers-color-scheme: dark)'

/** The theme that is shown: the one chosen, or the system's. */
export function useThemeInForce(): 'light' | 'dark' {
  const theme = useLabState((state) => state.theme)
  const [systemDark, setSystemDark] = useState(() => matchMedia(DARK).matches)
  useEffect(() => {
    const query = matchMedia(DARK)
    const listen = () => setSystemDark(query.matches)
    query.addEventListener('change', listen)
    return () => query.removeEventListener('change', listen)
  }, [])
  if (theme === 'system') return systemDark ? 'dark' : 'light'
  return theme
}
