import type { Paint, Palette } from './pen.ts'

type Stroke = (pen: CanvasRenderingContext2D, side: number) => void

const hatch: Stroke = (pen, side) => {
  pen.lineWidth = 1.2
  pen.beginPath()
  for (const shift of [-side, 0, side]) {
    pen.moveTo(shift, side)
    pen.lineTo(shift + side, 0)
  }
  pen.stroke()
}

const dots: Stroke = (pen, side) => {
  pen.beginPath()
  pen.arc(side / 4, side / 4, 0.9, 0, 2 * Math.PI)
  pen.fill()
}

const cross: Stroke = (pen, side) => {
  pen.globalAlpha = 0.55
  pen.lineWidth = 0.8
  pen.beginPath()
  pen.moveTo(0, 0)
  pen.lineTo(side, side)
  pen.moveTo(side, 0)
  pen.lineTo(0, side)
  pen.stroke()
}

const rule: Stroke = (pen, side) => {
  pen.lineWidth = 1
  pen.beginPath()
  pen.moveTo(0, side / 2)
  pen.lineTo(side, side / 2)
  pen.stroke()
}

/** A tile of `side` CSS pixels, drawn at the screen's own resolution so that it stays sharp. */
function pattern(side: number, ground: string, ink: string, draw: Stroke, pixelRatio: number): Paint {
  const tile = document.createElement('canvas')
  tile.width = tile.height = Math.round(side * pixelRatio)
  const pen = tile.getContext('2d')
  if (pen === null) return ground
  const scale = tile.width / side
  pen.scale(scale, scale)
  pen.fillStyle = ground
  pen.fillRect(0, 0, side, side)
  pen.strokeStyle = pen.fillStyle = ink
  draw(pen, side)
  const made = pen.createPattern(tile, 'repeat')
  made?.setTransform(new DOMMatrix().scale(1 / scale))
  return made ?? ground
}

/** Reads the palette off the custom properties that the style sheet sets for the current theme. */
export function readPalette(element: Element, pixelRatio: number): Palette {
  const style = getComputedStyle(element)
  const of = (name: string) => style.getPropertyValue(name).trim()
  const freeLine = of('--free-line')
  return {
    panel: of('--panel'),
    line: of('--line'),
    ink: of('--ink'),
    ink2: of('--ink-2'),
    ink3: of('--ink-3'),
    accent: of('--accent'),
    used: of('--used'),
    usedSoft: of('--used-soft'),
    tag: of('--meta'),
    freeLine,
    probe: of('--probe'),
    probeInk: of('--probe-ink'),
    chosen: of('--chosen'),
    chosenInk: of('--chosen-ink'),
    bad: of('--bad'),
    written: of('--written'),
    free: pattern(7, of('--free'), freeLine, hatch, pixelRatio),
    top: pattern(8, of('--top'), freeLine, dots, pixelRatio),
    meta: pattern(6, of('--unmapped'), of('--ink-3'), cross, pixelRatio),
    mapped: pattern(5, of('--used-soft'), of('--used'), rule, pixelRatio),
    mono: of('--mono'),
    sans: of('--sans'),
  }
}
