import { useEffect, useState } from 'react'
import { loadPart } from '../../state/index.ts'
import { useLab } from '../context.ts'
import type { Away } from './away.ts'

let loaded: Away | null = null

/** What near and far levels need, fetched as soon as it is wanted; null until it has come. */
export function useAway(isWanted: boolean): Away | null {
  const lab = useLab()
  const [, setCome] = useState(loaded !== null)
  useEffect(() => {
    if (!isWanted || loaded !== null) return
    let isGone = false
    void loadPart(lab, () => import('./away.ts')).then((part) => {
      loaded ??= part
      if (!isGone) setCome(loaded !== null)
    })
    return () => {
      isGone = true
    }
  }, [isWanted, lab])
  return loaded
}
