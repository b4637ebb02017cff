import { useEffect, useRef } from 'react'
import type { RegionView } from '../../engine/session/index.ts'
import type { Address } from '../../engine/units.ts'
import { setStageTab } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { address, bytesShort, plural } from '../format.ts'

/** The regions of the process, highest address first, as in a picture of an address space. */
export default function Regions() {
  const lab = useLab()
  const regions = useLabState((state) => state.moment?.regions)
  const looked = useLabState((state) => state.view.inspect)
  const here = useRef<HTMLLIElement>(null)
  const lit = looked === null ? undefined : regionAt(regions ?? [], looked)?.from
  useEffect(() => {
    if (lit !== undefined) here.current?.scrollIntoView?.({ block: 'nearest' })
  }, [lit])
  if (regions === undefined) return <p className="aside">Nothing has been run yet.</p>
  return (
    <>
      <p className="regions-more">
        <button type="button" className="quiet" onClick={() => setStageTab(lab, 'space')}>
          See them as a picture or to scale
        </button>
      </p>
      <ol className="regions">
        {[...regions].reverse().map((region) => (
          <li
            key={region.from}
            ref={region.from === lit ? here : null}
            aria-current={region.from === lit ? 'location' : undefined}
            className={region.name === '[heap]' ? 'region heap' : 'region'}
          >
            <b>{region.name === '' ? 'anonymous' : region.name}</b>
            <span className="mono">{region.permissions}</span>
            <span className="mono range">
              {address(region.from)}–{address(region.to)}
            </span>
            <span>
              {bytesShort(region.to - region.from)}, {plural(region.residentPages, 'page')} resident
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}

/** The region that an address lies in, or else the one that ends there: an end is named by the first address behind. */
function regionAt(regions: readonly RegionView[], place: Address): RegionView | undefined {
  return regions.find(({ from, to }) => from <= place && place < to) ?? regions.find(({ to }) => to === place)
}
