import { Fragment, useEffect, useMemo, useRef, useState } from 'react'
import type { SpaceView } from '../../engine/session/index.ts'
import type { Address } from '../../engine/units.ts'
import { useLab, useLabState } from '../context.ts'
import { address, plural } from '../format.ts'
import { actionFor } from './actions.ts'
import { type GapRow, type GroupRow, type RegionRow, rowsOf, type SpaceRow } from './model.ts'
import { Pages } from './Pages.tsx'
import { aboutWords, residentWords, sizeWords } from './words.ts'

/** All regions as books draw them: high addresses above, sizes told and not drawn. */
export function Picture({ space }: { readonly space: SpaceView }) {
  const rows = useMemo(() => rowsOf(space), [space])
  return (
    <div className="space-picture">
      <Legend />
      <ol className="space-rows" aria-label="Regions, highest address first">
        {rows.map((row) => (
          <Row key={keyOf(row)} space={space} row={row} />
        ))}
      </ol>
    </div>
  )
}

function keyOf(row: SpaceRow): string {
  return row.kind === 'region' ? `region ${row.region.from}` : `${row.kind} ${row.from}`
}

function Legend() {
  const keys = [
    ['own', 'resident'],
    ['zeros', 'read: zeros'],
    ['none', 'untouched'],
    ['own written', 'written now'],
    ['own read', 'read now'],
  ] as const
  return (
    <ul className="legend space-legend" aria-label="What the pages mean">
      {keys.map(([state, name]) => (
        <li key={name}>
          <i className={`cell ${state}`} aria-hidden="true" />
          {name}
        </li>
      ))}
      <li className="order">→ higher addresses</li>
    </ul>
  )
}

function Row({ space, row }: { readonly space: SpaceView; readonly row: SpaceRow }) {
  if (row.kind === 'break') return <Break space={space} />
  if (row.kind === 'gap') return <Gap row={row} />
  return row.kind === 'group' ? <Group space={space} row={row} /> : <Region space={space} row={row} />
}

function Gap({ row: { from, to, leftOut } }: { readonly row: GapRow }) {
  const size = sizeWords(to - from)
  return leftOut > 0 ? (
    <li className="gap-row cut">
      {plural(leftOut, 'more region')} in {size}
    </li>
  ) : (
    <li className="gap-row">{size} not mapped</li>
  )
}

const GROUPS: Readonly<Record<GroupRow['of'], string>> = {
  libraries: 'C library, loader and the kernel’s pages',
  mappings: 'More mappings',
}

function Group({ space, row }: { readonly space: SpaceView; readonly row: GroupRow }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <li className={`region-row group ${row.of}`}>
        <Edges from={row.from} to={row.to} />
        <div className="region-box">
          <button
            type="button"
            className="region-title"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            <b>
              {isOpen ? '▾' : '▸'} {GROUPS[row.of]}
            </b>
          </button>
          <span className="region-facts">
            {plural(row.regions, 'region')}, {sizeWords(row.bytes)}, {plural(row.residentPages, 'page')}{' '}
            resident
            {row.leftOut > 0 && `, and ${plural(row.leftOut, 'region')} that are not told`}
          </span>
        </div>
      </li>
      {isOpen &&
        row.rows.map((each) => (
          <Fragment key={keyOf(each)}>
            <Row space={space} row={each} />
          </Fragment>
        ))}
    </>
  )
}

function Region({ space, row }: { readonly space: SpaceView; readonly row: RegionRow }) {
  const lab = useLab()
  const { region, role, title } = row
  const isLooked = useLabState(
    ({ view: { inspect } }) => inspect !== null && region.from <= inspect && inspect < region.to,
  )
  const here = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isLooked) here.current?.scrollIntoView?.({ block: 'nearest' })
  }, [isLooked])
  const action = actionFor(role)
  return (
    <li ref={here} className={`region-row ${role}`} aria-current={isLooked ? 'location' : undefined}>
      <Edges from={region.from} to={row.isUnderRegion ? null : region.to} />
      <div className="region-box">
        {action === null ? (
          <b className="region-title">{title}</b>
        ) : (
          <button
            type="button"
            className="region-title"
            title={action.name}
            onClick={() => action.run(lab, region.from)}
          >
            <b>{title}</b>
            <span className="sr">. {action.name}</span>
          </button>
        )}
        <span className="mono permissions">{region.permissions}</span>
        <span className="region-facts">
          {sizeWords(region.to - region.from)}, {residentWords(region)}
        </span>
        <span className="region-about">{aboutWords(row)}</span>
        <Pages space={space} row={row} />
        {role === 'stack' && space.stackFloor < region.from && (
          <span className="grows">
            ↓ grows down by itself, to {address(space.stackFloor)} at most (
            {sizeWords(region.from - space.stackFloor)} more)
          </span>
        )}
      </div>
    </li>
  )
}

/** The end of the heap, which brk moves. */
function Break({ space: { programBreak, brkStart } }: { readonly space: SpaceView }) {
  const above = programBreak - brkStart
  return (
    <li className="break-row">
      <b>program break</b> <span className="mono">{address(programBreak)}</span>
      <span className="grows">
        ↑ brk moves it; {above === 0 ? 'it has not moved yet' : `${sizeWords(above)} above its start`}
      </span>
    </li>
  )
}

/** The addresses at which a region ends; `to` is null where the region above it tells that. */
function Edges({ from, to }: { readonly from: Address; readonly to: Address | null }) {
  return (
    <span className="edges mono">
      <span>{to === null ? '' : address(to)}</span>
      <span>{address(from)}</span>
    </span>
  )
}
