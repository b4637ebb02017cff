/** What drawing needs of a canvas context. Small, so that a test can record the calls. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'bezierCurveTo'
  | 'arc'
  | 'roundRect'
  | 'rect'
  | 'fill'
  | 'stroke'
  | 'clip'
  | 'save'
  | 'restore'
  | 'fillRect'
  | 'clearRect'
  | 'fillText'
  | 'measureText'
  | 'setLineDash'
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'globalAlpha'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
>

/** A colour, or a pattern that tells a state apart without colour. */
export type Paint = string | CanvasPattern

/** The colours of the page, as the canvas needs them. */
export interface Palette {
  readonly panel: string
  readonly line: string
  readonly ink: string
  readonly ink2: string
  readonly ink3: string
  readonly accent: string
  readonly used: string
  readonly usedSoft: string
  readonly tag: string
  readonly freeLine: string
  readonly probe: string
  readonly probeInk: string
  readonly chosen: string
  readonly chosenInk: string
  readonly bad: string
  readonly written: string
  /** Hatched: free. */
  readonly free: Paint
  /** Dotted: the top chunk. */
  readonly top: Paint
  /** Crossed: what the allocator keeps for itself. */
  readonly meta: Paint
  /** Ruled: a chunk with a mapping of its own. */
  readonly mapped: Paint
  readonly mono: string
  readonly sans: string
}

/** Width and height in CSS pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}
