import { type KeyboardEvent, type MouseEvent, useMemo, useState } from 'react'
import type { SpaceView } from '../../engine/session/index.ts'
import { PAGE_SIZE } from '../../engine/units.ts'
import { useLab } from '../context.ts'
import { count } from '../format.ts'
import { actionFor } from './actions.ts'
import { type Cell, cellsOf, type RegionRow } from './model.ts'
import { cellWords, pagesWords } from './words.ts'

/** So many cells have room beside the words. */
const FEW = 10

interface Props {
  readonly space: SpaceView
  readonly row: RegionRow
}

/** The pages of a region, lowest first: a cell for each, or a bar where there are very many. */
export function Pages({ space, row }: Props) {
  const { region } = row
  const cells = useMemo(() => cellsOf(space, region), [space, region])
  const isBar = (cells[0]?.to ?? 0) - (cells[0]?.from ?? 0) > PAGE_SIZE || cells.length > 96
  const strip = (
    <span className={`pages ${isBar ? 'long' : cells.length <= FEW ? 'few' : ''}`} aria-hidden="true">
      {cells.map((cell, i) => (
        <CellMark key={cell.from} cell={cell} index={i} title={cellWords(region, cell)} />
      ))}
    </span>
  )
  const action = actionFor(row.role)
  return (
    <>
      {action === null ? strip : <Chooser row={row} cells={cells} strip={strip} />}
      <span className="sr">{pagesWords(space, region)}</span>
    </>
  )
}

interface CellProps {
  readonly cell: Cell
  readonly index: number
  readonly title: string
}

function CellMark({ cell, index, title }: CellProps) {
  const { share, isZeros, isWritten, isRead, isNew } = cell
  const state = share === 0 ? (isZeros ? 'zeros' : 'none') : share === 1 ? 'own' : 'some'
  const marks = [isWritten ? 'written' : isRead ? 'read' : '', isNew ? 'new' : '']
  return (
    <i
      className={['cell', state, ...marks].filter((name) => name !== '').join(' ')}
      data-index={index}
      title={title}
      // A share that is there is seen, however small.
      style={state === 'some' ? { backgroundSize: `100% ${Math.max(12, share * 100)}%` } : undefined}
    />
  )
}

interface ChooserProps {
  readonly row: RegionRow
  readonly cells: readonly Cell[]
  readonly strip: React.ReactNode
}

/** Pages that lead somewhere: a click, or the arrow keys and Enter. */
function Chooser({ row, cells, strip }: ChooserProps) {
  const lab = useLab()
  const [chosen, setChosen] = useState(0)
  const at = Math.min(chosen, cells.length - 1)
  const go = (index: number) => {
    const cell = cells[index]
    if (cell !== undefined) actionFor(row.role)?.run(lab, cell.from)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
    if (event.key === 'Enter') go(at)
    else if (by !== 0) setChosen(Math.max(0, Math.min(cells.length - 1, at + by)))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const onClick = (event: MouseEvent) => {
    const index = (event.target as HTMLElement).dataset['index']
    if (index !== undefined) go(Number(index))
  }
  const cell = cells[at]
  return (
    <span
      className="page-chooser"
      role="slider"
      tabIndex={0}
      aria-label={`Pages of ${row.title.toLowerCase()}. Up and down choose one, Enter goes there.`}
      aria-valuemin={1}
      aria-valuemax={cells.length}
      aria-valuenow={at + 1}
      aria-valuetext={cell === undefined ? '' : cellWords(row.region, cell)}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      {strip}
      <span className="page-told" aria-hidden="true">
        {cell === undefined
          ? ''
          : `${cellWords(row.region, cell)} (${count(at + 1)} of ${count(cells.length)})`}
      </span>
    </span>
  )
}
