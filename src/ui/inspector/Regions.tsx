import { useLabState } from '../context.ts'
import { address, bytesShort, plural } from '../format.ts'

/** The regions of the process, highest address first, as in a picture of an address space. */
export function Regions() {
  const regions = useLabState((state) => state.moment?.regions)
  if (regions === undefined) return <p className="aside">Nothing has been run yet.</p>
  return (
    <ol className="regions">
      {[...regions].reverse().map((region) => (
        <li key={region.from} className={region.name === '[heap]' ? 'region heap' : 'region'}>
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
  )
}
