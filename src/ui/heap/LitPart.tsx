import { useEffect, useRef } from 'react'
import { allocatorOf, inspect, lightUp } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { count, plural } from '../format.ts'
import { partName } from '../part-words.ts'

/** Which part of the heap is lit up on the map, with the way to its chunks and to put the light out. */
export function LitPart() {
  const lab = useLab()
  const lit = useLabState((state) => state.lit)
  const part = useLabState((state) => state.moment?.part ?? null)
  const ownMalloc = useLabState((state) => state.info?.program?.hasOwnMalloc ?? false)
  const factory = useLabState((state) => allocatorOf(state)?.factory ?? '')
  const inspected = useLabState((state) => state.view.inspect)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // What was pressed to come here is gone with its view.
    if (lit !== null && document.activeElement === document.body) box.current?.focus()
  }, [lit])
  if (lit === null) return null
  const found = part?.part === lit ? part : null
  const show = (next: number | undefined) => {
    if (next !== undefined) inspect(lab, next)
  }
  const at = inspected ?? -1
  return (
    <div ref={box} className="lit" role="status" tabIndex={-1}>
      <span className={`part-swatch ${lit}`} aria-hidden="true" />
      <p>
        Lit up: <b>{partName(lit, factory, ownMalloc)}</b>
        {found !== null &&
          `, ${count(found.bytes)} bytes in ${plural(found.count, 'chunk')}${found.isWhole ? '' : ' of the first 100,000'}`}
      </p>
      {found !== null && found.address.length > 0 && (
        <>
          <button
            type="button"
            className="button small"
            onClick={() => show(found.address.findLast((address) => address < at) ?? found.address.at(-1))}
          >
            Previous
          </button>
          <button
            type="button"
            className="button small"
            onClick={() => show(found.address.find((address) => address > at) ?? found.address[0])}
          >
            Next
          </button>
        </>
      )}
      <button type="button" className="button small" onClick={() => lightUp(lab, null)}>
        Put out
      </button>
    </div>
  )
}
