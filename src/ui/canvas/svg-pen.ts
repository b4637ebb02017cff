import type { Paint, Pen } from './pen.ts'

interface State {
  fillStyle: Pen['fillStyle']
  strokeStyle: Pen['strokeStyle']
  lineWidth: number
  globalAlpha: number
  font: string
  textAlign: CanvasTextAlign
  textBaseline: CanvasTextBaseline
  dash: readonly number[]
}

const FIRST: State = {
  fillStyle: '#000',
  strokeStyle: '#000',
  lineWidth: 1,
  globalAlpha: 1,
  font: '10px sans-serif',
  textAlign: 'start',
  textBaseline: 'alphabetic',
  dash: [],
}

const ANCHORS: Readonly<Record<CanvasTextAlign, string>> = {
  left: 'start',
  start: 'start',
  center: 'middle',
  right: 'end',
  end: 'end',
}

/** A pen that writes SVG: what is drawn on a canvas can be drawn with it. Colours only, no patterns; it does not clip. */
export class SvgPen implements Pen {
  fillStyle: Pen['fillStyle'] = FIRST.fillStyle
  strokeStyle: Pen['strokeStyle'] = FIRST.strokeStyle
  lineWidth = FIRST.lineWidth
  globalAlpha = FIRST.globalAlpha
  font = FIRST.font
  textAlign: CanvasTextAlign = FIRST.textAlign
  textBaseline: CanvasTextBaseline = FIRST.textBaseline

  private dash: readonly number[] = []
  private path: string[] = []
  private readonly parts: string[] = []
  private readonly saved: State[] = []
  /** Moves everything that is drawn from here on. */
  private shiftX = 0
  private shiftY = 0

  /** `measure`: how wide a text is in a font. */
  constructor(private readonly measure: (text: string, font: string) => TextMetrics) {}

  /** The picture, of so many pixels, on this ground. */
  svg(width: number, height: number, ground: string): string {
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
      `<rect width="${width}" height="${height}" fill="${ground}"/>`,
      ...this.parts,
      '</svg>\n',
    ].join('\n')
  }

  translate(x: number, y: number): void {
    this.shiftX += x
    this.shiftY += y
  }

  save(): void {
    const { fillStyle, strokeStyle, lineWidth, globalAlpha, font, textAlign, textBaseline, dash } = this
    this.saved.push({ fillStyle, strokeStyle, lineWidth, globalAlpha, font, textAlign, textBaseline, dash })
  }

  restore(): void {
    Object.assign(this, this.saved.pop() ?? {})
  }

  beginPath(): void {
    this.path = []
  }

  moveTo(x: number, y: number): void {
    this.path.push(`M${this.at(x, y)}`)
  }

  lineTo(x: number, y: number): void {
    this.path.push(`${this.path.length === 0 ? 'M' : 'L'}${this.at(x, y)}`)
  }

  bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void {
    this.path.push(`C${this.at(ax, ay)} ${this.at(bx, by)} ${this.at(x, y)}`)
  }

  /** Whole circles only. */
  arc(x: number, y: number, radius: number): void {
    const r = number(radius)
    this.path.push(
      `M${this.at(x - radius, y)}A${r} ${r} 0 1 0 ${this.at(x + radius, y)}A${r} ${r} 0 1 0 ${this.at(x - radius, y)}Z`,
    )
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.path.push(`M${this.at(x, y)}h${number(width)}v${number(height)}h${number(-width)}Z`)
  }

  /** One radius for all corners. */
  roundRect(x: number, y: number, width: number, height: number, radii?: unknown): void {
    const r = Math.min(typeof radii === 'number' ? radii : 0, width / 2, height / 2)
    const corner = (dx: number, dy: number) => `a${number(r)} ${number(r)} 0 0 1 ${number(dx)} ${number(dy)}`
    this.path.push(
      `M${this.at(x + r, y)}h${number(width - 2 * r)}${corner(r, r)}v${number(height - 2 * r)}${corner(-r, r)}` +
        `h${number(2 * r - width)}${corner(-r, -r)}v${number(2 * r - height)}${corner(r, -r)}Z`,
    )
  }

  fill(): void {
    this.parts.push(`<path d="${this.path.join('')}" fill="${colour(this.fillStyle)}"${this.alpha()}/>`)
  }

  stroke(): void {
    const dash = this.dash.length === 0 ? '' : ` stroke-dasharray="${this.dash.join(' ')}"`
    this.parts.push(
      `<path d="${this.path.join('')}" fill="none" stroke="${colour(this.strokeStyle)}" stroke-width="${this.lineWidth}"${dash}${this.alpha()}/>`,
    )
  }

  clip(): void {}

  fillRect(x: number, y: number, width: number, height: number): void {
    this.beginPath()
    this.rect(x, y, width, height)
    this.fill()
  }

  clearRect(): void {}

  fillText(text: string, x: number, y: number): void {
    const [, weight = '400', size = '10', family = 'sans-serif'] =
      /^(?:(\d+) )?([\d.]+)px (.*)$/.exec(this.font) ?? []
    const middle = this.textBaseline === 'middle' ? ' dominant-baseline="central"' : ''
    const [px, py] = this.at(x, y).split(' ')
    this.parts.push(
      `<text x="${px}" y="${py}" font-family="${escaped(family)}" font-size="${size}" font-weight="${weight}" ` +
        `text-anchor="${ANCHORS[this.textAlign]}"${middle} fill="${colour(this.fillStyle)}"${this.alpha()}>${escaped(text)}</text>`,
    )
  }

  measureText(text: string): TextMetrics {
    return this.measure(text, this.font)
  }

  setLineDash(dash: Iterable<number>): void {
    this.dash = [...dash]
  }

  private at(x: number, y: number): string {
    return `${number(x + this.shiftX)} ${number(y + this.shiftY)}`
  }

  private alpha(): string {
    return this.globalAlpha === 1 ? '' : ` opacity="${number(this.globalAlpha)}"`
  }
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100)
}

function colour(paint: Paint | CanvasGradient): string {
  return typeof paint === 'string' ? escaped(paint) : 'none'
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
}
