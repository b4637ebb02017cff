import { readPalette } from '../canvas/palette.ts'
import { SvgPen } from '../canvas/svg-pen.ts'
import { drawSheet, SHEET_WIDTH, type Sheet, sheetHeight } from './sheet.ts'

/** Pixels of a picture for each of the sheet. */
const RATIO = 2

/** The sheet as a picture of pixels; null where the browser cannot make one. */
export function pngOf(sheet: Sheet): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  const height = sheetHeight(sheet)
  canvas.width = SHEET_WIDTH * RATIO
  canvas.height = height * RATIO
  const pen = canvas.getContext('2d')
  if (pen === null) return Promise.resolve(null)
  const palette = readPalette(document.documentElement, RATIO)
  pen.scale(RATIO, RATIO)
  pen.fillStyle = palette.panel
  pen.fillRect(0, 0, SHEET_WIDTH, height)
  drawSheet(pen, sheet, palette)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}

/** The sheet as SVG. */
export function svgOf(sheet: Sheet): string {
  const ruler = document.createElement('canvas').getContext('2d')
  const palette = readPalette(document.documentElement, 1)
  const pen = new SvgPen((text, font) => {
    if (ruler === null) return { width: text.length * 6 } as TextMetrics
    ruler.font = font
    return ruler.measureText(text)
  })
  drawSheet(pen, sheet, palette)
  return pen.svg(SHEET_WIDTH, sheetHeight(sheet), palette.panel)
}
