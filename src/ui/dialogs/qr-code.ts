import encodeQR from 'qr'

/** Light modules around the code, without which readers do not find it (ISO/IEC 18004, 9.1). */
const QUIET_ZONE = 4
/** Pixels of a picture at least, along a side: enough for a slide. */
const LEAST_PIXELS = 1000

/** A code as it is drawn: modules along a side, the quiet zone included, and the dark ones as a path. */
export interface Code {
  readonly size: number
  readonly path: string
}

/** The code of a link, its dark modules as a rectangle for each run in a row. */
export function codeOf(url: string): Code {
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

/** A code as the text of an SVG file. */
export function codeSvg({ size, path }: Code): string {
  const pixels = size * pixelsOfModule(size)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels}" height="${pixels}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>\n`
}

/** A code as a picture of pixels, a whole number of them for each module; null where the browser cannot make one. */
export function codePng({ size, path }: Code): Promise<Blob | null> {
  const scale = pixelsOfModule(size)
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = size * scale
  const pen = canvas.getContext('2d')
  if (pen === null) return Promise.resolve(null)
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.scale(scale, scale)
  pen.fillStyle = '#000'
  pen.fill(new Path2D(path))
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}

function pixelsOfModule(size: number): number {
  return Math.ceil(LEAST_PIXELS / size)
}
