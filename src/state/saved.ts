import { isLevel } from '../engine/map-levels.ts'
import type { Position } from '../engine/session/index.ts'
import type { Read, Saved } from '../share/index.ts'
import { breakpointsText } from './breakpoints.ts'
import { rivalsText } from './compare-text.ts'
import { pinText, readPin } from './pin-text.ts'
import { namedTabs } from './saved-tabs.ts'
import type { LabState, View } from './store.ts'

/** What a link does besides showing a moment. */
export interface LinkChoices {
  /** Whether it asks before operations. */
  readonly asks: boolean
  /** Whether it shows the page to an audience. */
  readonly presents: boolean
}

/** What a link says of the moment on the screen, or a scenario file; null while nothing is open. */
export function savedNow(
  state: LabState,
  { asks, presents }: LinkChoices = { asks: state.predict !== null, presents: false },
): Saved | null {
  const { scenario, position, moment, view, breakpoints, comparison, pinned } = state
  if (scenario === null) return null
  const { mapFrom, bytesPerRow, inspect } = view
  const files = scenario.source.kind === 'c' ? scenario.source.files : []
  const stops = breakpointsText(breakpoints, files)
  const rivals = rivalsText((comparison?.rivals ?? []).map(({ allocator }) => allocator))
  return {
    scenario,
    // What is on the screen, not what has been asked for and is on its way.
    position: moment?.position ?? position,
    view: {
      bytesPerRow,
      ...(mapFrom === 0 ? {} : { mapFrom }),
      ...(inspect === null ? {} : { inspect }),
      ...(stops === '' ? {} : { breakpoints: stops }),
      ...(rivals === '' ? {} : { compare: rivals }),
      ...(asks ? { predict: true } : {}),
      ...(presents ? { present: true } : {}),
      ...(pinned === null ? {} : { pin: pinText(pinned) }),
      ...namedTabs(state, scenario),
    },
  }
}

/** What was read, but for what cannot be run here: a scenario that was saved without the bytes of its trace. */
export function runnable(read: Read): Read {
  if (!read.ok || read.value.scenario.source.kind !== 'file') return read
  const { name } = read.value.scenario.source
  return {
    ok: false,
    problem: 'invalid',
    reason: `The trace ${name} was too large to be part of it: open that file itself.`,
  }
}

/** The view of a link: what is missing or makes no sense stays as it is at first. */
export function viewOf({ view }: Saved): Partial<View> {
  const { mapFrom, bytesPerRow, inspect } = view
  return {
    ...(isAddress(mapFrom) ? { mapFrom } : {}),
    ...(isLevel(bytesPerRow) ? { bytesPerRow } : {}),
    ...(isAddress(inspect) ? { inspect } : {}),
  }
}

/** Whether a link asks before operations. */
export function asksIn({ view }: Saved): boolean {
  return view['predict'] === true
}

/** Whether a link opens before an audience. */
export function presentsIn({ view }: Saved): boolean {
  return view['present'] === true
}

/** The moment that a link has pinned; null if there is none. */
export function pinIn({ view }: Saved): Position | null {
  return readPin(view['pin'])
}

function isAddress(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 48
}
