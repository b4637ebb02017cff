import { describe, expect, it } from 'vitest'
import type { FigureColumns } from '../../../src/engine/session/index.ts'
import { SvgPen } from '../../../src/ui/canvas/svg-pen.ts'
import { bandAt, drawChart, stackedTops } from '../../../src/ui/figures/draw.ts'
import { frameOf, label, operationAt, scaleOf, xOf } from '../../../src/ui/figures/frame.ts'
import { type Chart, chartsOf, pointOf, stretchOf, type Tint } from '../../../src/ui/figures/model.ts'
import { drawSheet, type Sheet, sheetHeight } from '../../../src/ui/figures/sheet.ts'
import { NAMED_PALETTE, recordingPen, wordsIn } from '../../support/pen.ts'
import { ran } from '../../support/scenarios.ts'

const SIZE = { width: 476, height: 216 }
/** Every colour is its own name. */
const TINTS = new Proxy({}, { get: (_, name) => String(name) }) as Readonly<Record<Tint, string>>

function figures(buckets = 100): FigureColumns {
  return ran(['a 0 100', 'a 1 50', 'f 0', 'a 2 40', 'f 1'], { allocator: 'first-fit' }).figures(0, 5, buckets)
}

function drawn(chart: Chart, reading = -1) {
  const { pen, calls } = recordingPen()
  drawChart(pen, { chart, total: 5, now: 2, reading, tints: TINTS }, SIZE, NAMED_PALETTE)
  return calls
}

describe('the charts of a run', () => {
  const [parts, bytes, fragmentation, probes] = chartsOf(figures(), 'classroom', false)

  it('show where each byte goes, all bytes of the heap together', () => {
    const tops = stackedTops(parts!.rows)
    expect([...tops.at(-1)!]).toEqual([...figures().metrics.footprint])
    expect(parts!.rows.map(({ name }) => name)).toContain('split remainder')
  })

  it('show the figures of each operation', () => {
    expect([...bytes!.rows[0]!.values]).toEqual([100, 150, 50, 90, 40])
    expect(fragmentation!.rows[1]!.values.every((share) => share >= 0 && share <= 1)).toBe(true)
    expect([...probes!.rows[0]!.values]).toEqual([...figures().metrics.probes])
  })

  it('show of a program with its own malloc only what is known', () => {
    const own = chartsOf(figures(), 'classroom', true)
    expect(own.map(({ id }) => id)).toEqual(['parts', 'bytes'])
    expect(own[0]!.rows.map(({ name }) => name)).toEqual(['requested', "the program's own"])
  })

  it('call what bump never uses again by its name', () => {
    expect(chartsOf(figures(), 'bump', false)[0]!.rows.at(-1)!.name).toBe('lost')
  })

  it('stand at the same places as the timeline: the first operation at one end, the last at the other', () => {
    const frame = frameOf(SIZE)
    expect([xOf(frame, 5, 0), xOf(frame, 5, 4)]).toEqual([frame.left, frame.right])
    for (let operation = 0; operation < 5; operation++) {
      expect(operationAt(frame, 5, xOf(frame, 5, operation))).toBe(operation)
    }
    expect(operationAt(frame, 5, -100)).toBe(0)
    expect(xOf(frame, 1, 0)).toBe((frame.left + frame.right) / 2)
  })

  it('have a grid of round numbers, powers of two for bytes', () => {
    const grid = (chart: Chart) => scaleOf(chart, frameOf(SIZE)).grid.map(({ text }) => text)
    expect(grid({ ...parts!, most: 4096 })).toEqual(['0 B', '1,024 B', '2,048 B', '3,072 B', '4,096 B'])
    expect(grid({ ...probes!, most: 37 })).toEqual(['0', '10', '20', '30'])
    expect(grid(fragmentation!)).toEqual(['0 %', '50 %', '100 %'])
    expect(grid({ ...bytes!, most: 2 ** 20 })).toEqual(['16 B', '256 B', '4,096 B', '64.0 KiB', '1.0 MiB'])
    expect(label('share', 0.1234)).toBe('12.3 %')
  })

  it('of a long run stand for several operations each', () => {
    const thinned = figures(2)
    expect([0, 2, 3, 4].map((operation) => pointOf(thinned, operation))).toEqual([0, 0, 1, 1])
    expect(pointOf(thinned, 5)).toBe(-1)
    expect(stretchOf(thinned, 1)).toEqual([3, 4])
    expect(stretchOf(figures(), 3)).toEqual([3, 3])
  })
})

describe('a drawn chart', () => {
  const [parts, bytes, , probes] = chartsOf(figures(), 'classroom', false)

  it('fills a band for each part that has bytes, and names those with room', () => {
    const fills = drawn(parts!).filter(({ method }) => method === 'fill')
    const bands = fills.map(({ fill }) => fill)
    expect(bands).toEqual(expect.arrayContaining(['requested', 'tags', 'rounding', 'holes']))
    expect(bands).not.toContain('remainder')
    expect(wordsIn(drawn(parts!))).toContain('requested')
  })

  it('is level while an operation lasts, so that no state is shown that never was', () => {
    const lines = drawn(bytes!).filter(({ method, stroke }) => method === 'lineTo' && stroke === 'live')
    for (let i = 0; i < lines.length; i += 2) expect(lines[i]!.args[1]).toBe(lines[i + 1]!.args[1])
  })

  it('marks the operation on the screen, and what is read', () => {
    const frame = frameOf(SIZE)
    const strokes = (calls: ReturnType<typeof drawn>, colour: string) =>
      calls
        .filter(({ method, stroke }) => method === 'moveTo' && stroke === colour)
        .map(({ args }) => args[0])
    expect(strokes(drawn(bytes!), 'accent')).toEqual([xOf(frame, 5, 2)])
    expect(strokes(drawn(bytes!), 'ink2')).toEqual([])
    expect(strokes(drawn(bytes!, 3), 'ink2')).toEqual([xOf(frame, 5, 3)])
    expect(drawn(bytes!, 3).filter(({ method }) => method === 'arc')).toHaveLength(4)
  })

  it('has a bar for each operation that probed', () => {
    const bars = drawn(probes!).filter(({ method }) => method === 'fillRect')
    expect(bars).toHaveLength([...figures().metrics.probes].filter((count) => count > 0).length)
  })

  it('knows the band at a place', () => {
    const scale = scaleOf(parts!, frameOf(SIZE))
    expect(bandAt(parts!, SIZE, 1, scale.y(10))?.tint).toBe('requested')
    expect(bandAt(parts!, SIZE, 1, scale.y(155))?.tint).toBe('tags')
    expect(bandAt(parts!, SIZE, 1, 0)).toBeNull()
    expect(bandAt(bytes!, SIZE, 1, scale.y(10))).toBeNull()
  })

  it('draws nothing but its grid before anything has run', () => {
    const [empty] = chartsOf(ran([]).figures(0, 0, 10), 'classroom', false)
    expect(drawn(empty!).some(({ method }) => method === 'fill')).toBe(false)
  })
})

describe('the sheet', () => {
  it('is drawn with a pen that writes SVG, with title, charts and colours', () => {
    const sheet: Sheet = {
      title: 'Holes & "walls"',
      subtitle: 'First fit',
      charts: chartsOf(figures(), 'classroom', false),
      histograms: [],
      total: 5,
      now: 2,
      tints: TINTS,
    }
    const pen = new SvgPen((text) => ({ width: text.length * 7 }) as TextMetrics)
    drawSheet(pen, sheet, NAMED_PALETTE)
    const svg = pen.svg(1000, sheetHeight(sheet), 'panel')
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="1000"/)
    expect(svg).toContain('Holes &amp; &quot;walls&quot;')
    expect(svg).toContain('>Where each byte goes<')
    expect(svg).toContain('fill="holes"')
    expect(svg).not.toMatch(/NaN|undefined/)
  })
})
