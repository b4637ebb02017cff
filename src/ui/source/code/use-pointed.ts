import { type RefObject, useCallback, useEffect, useState } from 'react'
import type { Pointed } from './PointedAt.tsx'

/** Milliseconds that the pointer rests on a name before its value is shown, and for which it may leave it. */
const REST_MS = 250
const LEAVE_MS = 300

/**
 * What the pointer rests on in the text within `host`, whose names have `data-column` and whose lines have `data-line`;
 * null when it has left, and while the text is scrolled.
 */
export function usePointed(host: RefObject<HTMLElement | null>) {
  const [pointed, setPointed] = useState<Pointed | null>(null)
  const close = useCallback(() => setPointed(null), [])
  useEffect(() => {
    const element = host.current
    let timer = 0
    const soon = (next: Pointed | null, milliseconds: number) => {
      clearTimeout(timer)
      timer = window.setTimeout(() => setPointed(next), milliseconds)
    }
    const over = ({ target, pointerType }: PointerEvent) => {
      const at = target as Element
      if (at.closest('.line-card') !== null) return clearTimeout(timer)
      const here = pointedAt(at)
      // A finger does not rest on anything: it has tapped.
      soon(here, here === null ? LEAVE_MS : pointerType === 'touch' ? 0 : REST_MS)
    }
    const leave = () => soon(null, LEAVE_MS)
    const scroll = () => soon(null, 0)
    element?.addEventListener('pointerover', over)
    element?.addEventListener('pointerleave', leave)
    element?.addEventListener('scroll', scroll, true)
    return () => {
      clearTimeout(timer)
      element?.removeEventListener('pointerover', over)
      element?.removeEventListener('pointerleave', leave)
      element?.removeEventListener('scroll', scroll, true)
    }
  }, [host])
  return { pointed, close }
}

function pointedAt(element: Element): Pointed | null {
  const name = element.closest<HTMLElement>('[data-column]')
  const row = name?.closest<HTMLElement>('[data-line]')
  if (name == null || row == null) return null
  const column = name.dataset['column'] ?? ''
  const { left, top, bottom } = name.getBoundingClientRect()
  return {
    line: Number(row.dataset['line']),
    column: column === '' ? null : Number(column),
    box: { left, top, bottom },
  }
}
