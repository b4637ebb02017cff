import { useState } from 'react'
import type { Inspected } from '../../engine/session/index.ts'
import { count, shortAddress } from '../format.ts'
import { hexRows } from './model.ts'

const ROWS_AT_FIRST = 12

/** The bytes of a chunk: tags bold, links and payload apart, what this operation wrote underlined. */
export function Hex({ inspected }: { readonly inspected: Inspected }) {
  const [all, setAll] = useState(false)
  const rows = hexRows(inspected)
  const shown = all ? rows : rows.slice(0, ROWS_AT_FIRST)
  return (
    <>
      <table className="hex mono" aria-label="Bytes of the chunk">
        <tbody>
          {shown.map((row) => (
            <tr key={row.address}>
              <th scope="row">{shortAddress(row.address)}</th>
              {row.bytes.map((byte) => (
                <td key={byte.address} className={`${byte.kind}${byte.written ? ' written' : ''}`}>
                  {byte.text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > ROWS_AT_FIRST && (
        <button type="button" className="quiet" onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show ${count(inspected.bytes.length - ROWS_AT_FIRST * 8)} more bytes`}
        </button>
      )}
      <p className="hex-key" aria-hidden="true">
        <span className="tag">tag</span> <span className="payload">payload</span>{' '}
        <span className="link">link</span> <span className="written">just written</span>
      </p>
    </>
  )
}
