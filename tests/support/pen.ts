import type { Palette, Pen } from '../../src/ui/canvas/pen.ts'

/** A canvas call as it was made: the method, its arguments, and the fill and stroke in force. */
export interface PenCall {
  readonly method: string
  readonly args: readonly unknown[]
  readonly fill: unknown
  readonly stroke: unknown
}

/** A pen that draws nothing and remembers every call. Every letter is 7 pixels wide. */
export function recordingPen(): { readonly pen: Pen; readonly calls: PenCall[] } {
  const calls: PenCall[] = []
  const state: Record<string, unknown> = {}
  const pen = new Proxy(state, {
    get(target, name: string) {
      if (name in target) return target[name]
      return (...args: unknown[]) => {
        calls.push({ method: name, args, fill: target['fillStyle'], stroke: target['strokeStyle'] })
        return name === 'measureText' ? { width: String(args[0]).length * 7 } : undefined
      }
    },
  })
  return { pen: pen as unknown as Pen, calls }
}

/** The words that were written, in order. */
export function wordsIn(calls: readonly PenCall[]): string[] {
  return calls.filter(({ method }) => method === 'fillText').map(({ args }) => String(args[0]))
}

/** A palette whose colours are their own names. */
export const NAMED_PALETTE: Palette = {
  panel: 'panel',
  line: 'line',
  ink: 'ink',
  ink2: 'ink2',
  ink3: 'ink3',
  accent: 'accent',
  used: 'used',
  usedSoft: 'usedSoft',
  tag: 'tag',
  freeLine: 'freeLine',
  probe: 'probe',
  probeInk: 'probeInk',
  chosen: 'chosen',
  chosenInk: 'chosenInk',
  bad: 'bad',
  written: 'written',
  free: 'free',
  top: 'top',
  meta: 'meta',
  mapped: 'mapped',
  mono: 'mono',
  sans: 'sans',
}
