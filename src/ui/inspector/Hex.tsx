import { type PointerEvent, useState } from 'react'
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
import { fieldAt, gdbText, type HexByte, type HexRow, hexRows } from './hex.ts'

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
                row={row}
                span={inspected.fields[lit]}
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
  readonly row: HexRow
  /** The bytes that are lit. */
  readonly span: { readonly address: number; readonly size: number } | undefined
  readonly isBytes: boolean
}

function Row({ row, span, isBytes }: RowProps) {
  const classOf = ({ address, kind, written, changed }: HexByte) => {
    const isLit = span !== undefined && address >= span.address && address < span.address + span.size
    return `${kind}${written ? ' written' : ''}${changed ? ' changed' : ''}${isLit ? ' is-lit' : ''}`
  }
  return (
    <tr>
      <th scope="row">{shortAddress(row.address)}</th>
      {row.cells.map((cell) => (
        <td key={cell.address - row.address}>
          {!isBytes && <span className="hex-0x">0x</span>}
          {cell.bytes.map((byte) => (
            <span key={byte.address - row.address} data-at={byte.address} className={classOf(byte)}>
              {byte.digits}
            </span>
          ))}
        </td>
      ))}
      {isBytes && (
        <td className="ascii">
          {row.bytes.map((byte) => (
            <span key={byte.address - row.address} data-at={byte.address} className={classOf(byte)}>
              {byte.character}
            </span>
          ))}
        </td>
      )}
    </tr>
  )
}
