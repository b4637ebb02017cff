import { type ComponentType, type ReactNode, useEffect, useRef, useState } from 'react'
import { loadPart } from '../../state/index.ts'
import { useLab } from '../context.ts'

/** What a view needs to take back a wish that cannot be met, if it has one. */
interface Closable {
  readonly onClose?: () => void
}

/**
 * A view that is loaded when it is shown first, by `load`, and found in what was loaded, by `pick`; until then `waiting` stands in its place. Where it cannot be had, a
 * message says so, a view that can be closed is closed, and it is asked for again the next time: the page goes on,
 * which it would not with a part that fails for good.
 */
export function later<M, P extends object>(
  load: () => Promise<M>,
  pick: (part: M) => ComponentType<P>,
  waiting: ReactNode | ((props: P) => ReactNode) = null,
): ComponentType<P> {
  let View: ComponentType<P> | null = null
  return function Later(props: P) {
    const lab = useLab()
    const [, setLoaded] = useState(View !== null)
    const { onClose }: Closable = props
    const close = useRef(onClose)
    close.current = onClose
    useEffect(() => {
      if (View !== null) return
      let isGone = false
      void loadPart(lab, load).then((part) => {
        if (part !== null) View = pick(part)
        if (isGone) return
        if (part === null) close.current?.()
        else setLoaded(true)
      })
      return () => {
        isGone = true
      }
    }, [lab])
    if (View !== null) return <View {...props} />
    return typeof waiting === 'function' ? waiting(props) : waiting
  }
}
