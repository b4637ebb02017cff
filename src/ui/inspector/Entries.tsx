import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef } from 'react'
import type { Moment } from '../../engine/session/index.ts'
import { inspect, pointTo } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { bytesInLine, bytesShort, count, plural, shortAddress } from '../format.ts'
import { focusOf, type Verdict, verdictsOf } from '../parts/focus.ts'
import type { ListRow, ListRows } from './listing.ts'

/** Heights of a line in CSS pixels; a finger needs more room. */
const LINE = 30
const LINE_OF_A_PHONE = 40
/** Lines that are kept ready above and below those on the screen. */
const SPARE = 10
/** Lines between the probe and the edge of the list. */
const AROUND_PROBE = 2
const PAGE = 10

interface Props {
  readonly moment: Moment
  readonly listed: ListRows
}

/** The lines of all lists. Only those on the screen are in the page: there may be thousands. */
export function Entries({ moment, listed }: Props) {
  const { rows, rowOf } = listed
  const lab = useLab()
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const pointed = useLabState((state) => state.pointed)
  const inspected = moment.inspected?.chunk
  const verdict = useMemo(() => verdictsOf(moment), [moment])
  const line = useMemo(() => (matchMedia('(max-width: 760px)').matches ? LINE_OF_A_PHONE : LINE), [])
  const lines = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => line,
    overscan: SPARE,
    scrollPaddingStart: AROUND_PROBE * line,
    scrollPaddingEnd: AROUND_PROBE * line,
    initialRect: { width: 300, height: 600 },
    useFlushSync: false,
  })
  const probe = rowOf.get(probeOf(moment) ?? -1)
  useShowRow(lines, probe ?? rowOf.get(inspected ?? -1))
  const active = pointed === null ? undefined : rowOf.get(pointed)
  const isOwn = useShowPointed(lines, active)
  const go = (row: number | undefined) => {
    const entry = row === undefined ? undefined : rows[row]
    if (row === undefined || entry?.kind !== 'entry') return
    lines.scrollToIndex(row)
    pointTo(lab, entry.chunk)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const from = active ?? probe ?? -1
    const to = rowAfterKey(rows, from, event.key)
    if (to !== null) go(to)
    else if (event.key === 'Enter') pick(active ?? null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const point = (row: number | null) => {
    const entry = row === null ? undefined : rows[row]
    isOwn.current = true
    pointTo(lab, entry?.kind === 'entry' ? entry.chunk : null)
  }
  const pick = (row: number | null) => {
    const entry = row === null ? undefined : rows[row]
    if (entry?.kind === 'entry') inspect(lab, entry.chunk)
  }
  return (
    <div
      ref={box}
      role="listbox"
      className="entries"
      tabIndex={0}
      aria-label="Free chunks in search order. Arrow keys walk along, Enter inspects."
      aria-activedescendant={active === undefined ? undefined : `${id}-${active}`}
      onKeyDown={onKeyDown}
      onBlur={() => pointTo(lab, null)}
      onClick={(event) => pick(rowUnder(event.target))}
      onPointerOver={(event) => point(rowUnder(event.target))}
      onPointerLeave={() => point(null)}
    >
      <div style={{ height: lines.getTotalSize() }} className="entries-all">
        {lines.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]!
          const place = { top: start, height: line }
          if (row.kind !== 'entry') {
            return <Between key={index} row={row} place={place} all={listed.entries} />
          }
          return (
            <Entry
              key={index}
              id={`${id}-${index}`}
              at={index}
              row={row}
              place={place}
              verdict={verdict(row.chunk)}
              isPointed={index === active}
              isInspected={row.chunk === inspected}
            />
          )
        })}
      </div>
    </div>
  )
}

/** The chunk that the search is at, or has taken. */
function probeOf(moment: Moment): number | null {
  const focus = focusOf(moment)
  return focus === null || focus.emphasis === 'plain' ? null : focus.chunk
}

type Lines = Virtualizer<HTMLDivElement, Element>

/** Brings a line into view when it becomes another one. */
function useShowRow(lines: Lines, row: number | undefined): void {
  useEffect(() => {
    if (row !== undefined) lines.scrollToIndex(row)
  }, [lines, row])
}

/** The same for what is pointed at elsewhere: what the pointer is on in the list itself is in view. */
function useShowPointed(lines: Lines, row: number | undefined): React.RefObject<boolean> {
  const isOwn = useRef(false)
  useEffect(() => {
    if (row !== undefined && !isOwn.current) lines.scrollToIndex(row)
    isOwn.current = false
  }, [lines, row])
  return isOwn
}

/** The line that an element of the list belongs to; null for none. */
function rowUnder(target: EventTarget): number | null {
  const line = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-row]') : null
  return line === null ? null : Number(line.dataset['row'])
}

/** The entry that a key leads to from a line (-1: none); null if the key means something else. */
export function rowAfterKey(rows: readonly ListRow[], from: number, key: string): number | null {
  const last = rows.length - 1
  switch (key) {
    case 'ArrowDown':
      return entryFrom(rows, from + 1, 1) ?? from
    case 'ArrowUp':
      return entryFrom(rows, from < 0 ? last : from - 1, -1) ?? from
    case 'PageDown':
      return entryFrom(rows, Math.min(last, from + PAGE), 1) ?? entryFrom(rows, last, -1)
    case 'PageUp':
      return entryFrom(rows, Math.max(0, from - PAGE), -1) ?? entryFrom(rows, 0, 1)
    case 'Home':
      return entryFrom(rows, 0, 1)
    case 'End':
      return entryFrom(rows, last, -1)
    default:
      return null
  }
}

/** The first entry from a line on, in a direction; null if there is none. */
function entryFrom(rows: readonly ListRow[], from: number, direction: 1 | -1): number | null {
  for (let i = from; i >= 0 && i < rows.length; i += direction) if (rows[i]!.kind === 'entry') return i
  return null
}

interface Place {
  readonly top: number
  readonly height: number
}

/** A heading, or the end of what is known. Each entry names its list, so that nothing is lost where these are not read. */
function Between({
  row,
  place,
  all,
}: {
  readonly row: Exclude<ListRow, { readonly kind: 'entry' }>
  readonly place: Place
  /** Entries of all lists, which are told above them. */
  readonly all: number
}) {
  if (row.kind === 'group') {
    const chunks = row.count === all ? '' : `${plural(row.count, 'chunk')} · `
    return (
      <div className="list-group" style={place} aria-hidden="true">
        <b>{row.name}</b>
        <span className="list-sum">
          {chunks}
          {bytesShort(row.bytes)}
        </span>
      </div>
    )
  }
  const text = row.kind === 'damage' ? `Damaged here: ${row.text}` : row.text
  return (
    <div
      className={`list-end ${row.kind}`}
      style={place}
      role="option"
      tabIndex={-1}
      aria-selected={false}
      aria-disabled={true}
      title={text}
    >
      {text}
    </div>
  )
}

interface EntryProps {
  readonly id: string
  readonly at: number
  readonly row: Extract<ListRow, { readonly kind: 'entry' }>
  readonly place: Place
  readonly verdict: Verdict
  readonly isPointed: boolean
  readonly isInspected: boolean
}

function Entry({ id, at, row, place, verdict: { note, tone }, isPointed, isInspected }: EntryProps) {
  const classes = ['entry', `says-${tone}`, isPointed ? 'pointed' : '', isInspected ? 'inspected' : '']
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isInspected}
      className={classes.filter((name) => name !== '').join(' ')}
      style={place}
      data-row={at}
    >
      <span className="sr">{row.name}, place </span>
      <span className="entry-place">{count(row.place + 1)}</span>
      <span className="sr">: </span>
      <b>{bytesInLine(row.size)}</b>
      <span className="sr"> at </span>
      <span className="mono">{shortAddress(row.chunk)}</span>
      {note !== '' && <span className="sr">, </span>}
      <span className="entry-note">{note}</span>
    </div>
  )
}
