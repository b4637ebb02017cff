import encodeQR from 'qr'
import { useMemo } from 'react'

/** Light modules around the code, without which readers do not find it (ISO/IEC 18004, 9.1). */
const QUIET_ZONE = 4

/** A link as a QR code: always dark on white, because not every reader takes the reverse. */
export function QrCode({ url }: { readonly url: string }) {
  const { size, path } = useMemo(() => drawn(url), [url])
  return (
    <svg
      className="qr"
      role="img"
      aria-label="QR code of the link"
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}

/** The dark modules as a path, a rectangle for each run in a row. */
function drawn(url: string): { readonly size: number; readonly path: string } {
  // A screen is clean: the weakest correction gives the largest modules.
  const rows = encodeQR(url, 'raw', { ecc: 'low', encoding: 'byte', border: QUIET_ZONE })
  const runs = rows.flatMap((row, y) =>
    runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`),
  )
  return { size: rows.length, path: runs.join('') }
}

/** Where dark modules stand in a row: first one and number of each run. */
function runsOf(row: readonly boolean[]): [from: number, length: number][] {
  const runs: [number, number][] = []
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue
    const from = x
    while (row[x + 1]) x++
    runs.push([from, x - from + 1])
  }
  return runs
}
