import { Fragment, type PointerEvent, useState } from 'react'
import type { Inspected } from '../../engine/session/index.ts'
import {
  copyText,
  type HexForm,
  type Lab,
  setHexForm,
  shownDifference,
  tellForAWhile,
} from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { count, shortAddress } from '../format.ts'
import { fieldAt, gdbText, type HexByte, type HexRow, hexRows, runsOf } from './hex.ts'

/** In a narrow panel four words are wider than there is room, and nothing inside takes the focus. */
const SCROLLED_BY_KEYS = { tabIndex: 0 } as const
/** Bytes shown before somebody asks for all that there are. */
const BYTES_AT_FIRST = 96

const FORMS: readonly { readonly form: HexForm; readonly name: string; readonly title: string }[] = [
  { form: 'bytes', name: 'bytes', title: 'Byte by byte, by address, with what they are as ASCII' },
  { form: 'giant', name: 'x/gx', title: 'Words of eight bytes, lowest byte last, as gdb prints them' },
  { form: 'word', name: 'x/wx', title: 'Words of four bytes, lowest byte last, as gdb prints them' },
]

interface Props {
  readonly inspected: Inspected
  /** Index of the field whose bytes are lit; -1 for none. */
  readonly lit: number
  readonly onLight: (field: number) => void
}

/** The bytes of a chunk: tags bold, links and payload apart, what this operation wrote underlined. */
export function Hex({ inspected, lit, onLight }: Props) {
  const form = useLabState((state) => state.hexForm)
  const [all, setAll] = useState(false)
  const pinned = useLabState((state) => shownDifference(state)?.bytes ?? null)
  const rows = hexRows(inspected, form, pinned)
  const atFirst = rows.findIndex(({ address }) => address >= inspected.chunk + BYTES_AT_FIRST)
  const shown = all || atFirst < 0 ? rows : rows.slice(0, atFirst)
  const point = (event: PointerEvent<HTMLTableElement>) => {
    const at = (event.target as HTMLElement).dataset['at']
    onLight(at === undefined ? -1 : fieldAt(inspected, Number(at)))
  }
  return (
    <section className="hex-section" aria-label="Bytes">
      <HexHead inspected={inspected} />
      <div className="hex-scroll" {...SCROLLED_BY_KEYS}>
        <table
          className={`hex mono ${form}`}
          aria-label="Bytes of the chunk"
          onPointerOver={point}
          onPointerLeave={() => onLight(-1)}
        >
          <tbody>
            {shown.map((row) => (
              <Row
                key={row.address - inspected.chunk}
                inspected={inspected}
                row={row}
                lit={lit}
                isBytes={form === 'bytes'}
              />
            ))}
          </tbody>
        </table>
      </div>
      {atFirst >= 0 && (
        <button type="button" className="quiet" onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show ${count(inspected.bytes.length - BYTES_AT_FIRST)} more bytes`}
        </button>
      )}
      <p className="hex-key" aria-hidden="true">
        <span className="tag">tag</span> <span className="payload">payload</span>{' '}
        <span className="link">link</span> <span className="written">just written</span>
        {pinned !== null && <span className="changed">not as pinned</span>}
      </p>
    </section>
  )
}

/** How the bytes are written, and a button that copies them so. */
function HexHead({ inspected }: { readonly inspected: Inspected }) {
  const lab = useLab()
  const form = useLabState((state) => state.hexForm)
  return (
    <div className="hex-head">
      <fieldset className="hex-forms">
        <legend className="sr">Bytes written as</legend>
        {FORMS.map(({ form: each, name, title }) => (
          <label key={each} title={title}>
            <input
              type="radio"
              name="hex-form"
              className="sr"
              checked={each === form}
              onChange={() => setHexForm(lab, each)}
            />
            <span className={each === 'bytes' ? 'hex-form' : 'hex-form mono'}>{name}</span>
          </label>
        ))}
      </fieldset>
      <button
        type="button"
        className="quiet"
        title="Copy what gdb would print"
        onClick={() => void copyBytes(lab, gdbText(inspected, form))}
      >
        Copy
      </button>
    </div>
  )
}

async function copyBytes(lab: Lab, text: string): Promise<void> {
  const copied = await copyText(lab, text)
  if (copied) tellForAWhile(lab, 'Copied', 'The bytes are on the clipboard, as gdb prints them.')
  else tellForAWhile(lab, 'Not copied', 'This browser does not let the page use the clipboard.')
}

interface RowProps {
  readonly inspected: Inspected
  readonly row: HexRow
  /** Index of the field whose bytes are lit; -1 for none. */
  readonly lit: number
  readonly isBytes: boolean
}

function Row({ inspected, row, lit, isBytes }: RowProps) {
  const { cells, bytes } = row
  return (
    <tr>
      <th scope="row">{shortAddress(row.address)}</th>
      {isBytes && (
        <td className="digits">
          <Runs inspected={inspected} bytes={bytes} lit={lit} write={({ digits }) => digits} between=" " />
        </td>
      )}
      {!isBytes &&
        cells.map((cell) => (
          <td key={cell.address - row.address}>
            <span className="hex-0x">0x</span>
            <Runs inspected={inspected} bytes={cell.bytes} lit={lit} write={({ digits }) => digits} />
          </td>
        ))}
      {isBytes && (
        <td className="ascii">
          <Runs inspected={inspected} bytes={bytes} lit={lit} write={({ character }) => character} />
        </td>
      )}
    </tr>
  )
}

interface RunsProps {
  readonly inspected: Inspected
  readonly bytes: readonly HexByte[]
  readonly lit: number
  readonly write: (byte: HexByte) => string
  readonly between?: string
}

/** Bytes one after another. Those that look the same are one element: a panel of hundreds is slow to lay out. */
function Runs({ inspected, bytes, lit, write, between = '' }: RunsProps) {
  return runsOf(inspected, bytes).map(({ field, bytes: run }, i) => {
    const { address, kind, written, changed } = run[0]!
    const isLit = field >= 0 && field === lit
    const look = `${kind}${written ? ' written' : ''}${changed ? ' changed' : ''}${isLit ? ' is-lit' : ''}`
    return (
      <Fragment key={address - inspected.chunk}>
        {i > 0 && between}
        <span data-at={address} className={look}>
          {run.map(write).join(between)}
        </span>
      </Fragment>
    )
  })
}
