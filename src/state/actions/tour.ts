import { firstLook } from '../../scenarios/first-look.ts'
import type { Opening } from '../../scenarios/index.ts'
import type { Lab } from '../lab.ts'
import { exampleOf } from '../selectors.ts'
import type { PhoneTab } from '../store.ts'
import { stopComparing } from './compare.ts'
import { openLesson, setCourse, visit } from './course.ts'
import { keepCourse } from './course-keep.ts'
import { seek } from './navigate.ts'
import { findOpening, openScenario } from './open.ts'
import { pause, playUntil } from './play.ts'
import { isCalm, stopEditing } from './screen.ts'

/** A part of the page that the tour points at. */
export type TourPart = 'line' | 'map' | 'sentence' | 'timeline' | 'choosing'

/** A step of the tour: what it points at, what it says, and the moment of the first lesson that it is about. */
export interface TourStop {
  readonly part: TourPart
  readonly text: string
  readonly open: Opening
  /** The panel of a phone on which the part is. */
  readonly phoneTab: PhoneTab
}

/** Just before the moment of the lesson: the chunk that the tour speaks of first is not cut yet. */
const WHOLE: Opening = { ...firstLook.open, step: 'choose' }

/** The tour, in order. */
export const TOUR: readonly TourStop[] = [
  {
    part: 'line',
    text: 'This program asks for memory and gives it back. The marked line runs now.',
    open: WHOLE,
    phoneTab: 'source',
  },
  {
    part: 'map',
    text: 'This is its heap, byte by byte. The first 128 bytes are free: they were a.',
    open: WHOLE,
    phoneTab: 'heap',
  },
  {
    part: 'sentence',
    text: 'Every step is told in one sentence. Here 64 of the 128 bytes are needed, so the chunk is cut in two.',
    open: firstLook.open,
    phoneTab: 'heap',
  },
  {
    part: 'timeline',
    text: 'The arrow keys go forwards and back, also inside one malloc.',
    open: firstLook.open,
    phoneTab: 'heap',
  },
  {
    part: 'choosing',
    text: 'Choose another allocator and the same program runs again. Share gives a link to this very step.',
    open: firstLook.open,
    phoneTab: 'heap',
  },
]

/**
 * What a first visit sees: the first lesson runs by itself until shortly before its moment, and then the tour begins.
 * For a person who wants no motion it begins at once.
 */
export async function introduce(lab: Lab): Promise<void> {
  visit(lab, firstLook)
  await openScenario(lab, firstLook.scenario)
  const goal = await findOpening(lab, WHOLE).catch(() => null)
  if (goal === null) return
  if (isCalm(lab)) return goToStop(lab, 1)
  setCourse(lab, { tour: 0 })
  const arrived = () => {
    const { operation, step } = lab.store.getState().position
    return operation > goal.operation || (operation === goal.operation && step >= goal.step)
  }
  playUntil(lab, arrived, () => void goToStop(lab, 1))
}

/** Begins the tour, whatever is open. */
export async function startTour(lab: Lab): Promise<void> {
  stopEditing(lab)
  stopComparing(lab)
  lab.store.setState({ dialog: null })
  if (exampleOf(lab.store.getState())?.id !== firstLook.id) await openLesson(lab, firstLook)
  await goToStop(lab, 1)
}

/** Goes to a step of the tour, from 1; behind the last one it ends. */
export async function goToStop(lab: Lab, number: number): Promise<void> {
  const stop = TOUR[number - 1]
  if (stop === undefined) return endTour(lab)
  pause(lab)
  setCourse(lab, { tour: number })
  lab.store.setState({ phoneTab: stop.phoneTab, sourceTab: 'program' })
  const position = await findOpening(lab, stop.open).catch(() => null)
  if (position !== null && lab.store.getState().course.tour === number) seek(lab, position)
}

/** Ends the tour, or declines it: it does not come by itself again. */
export function endTour(lab: Lab): void {
  setCourse(lab, { tour: null, tourSeen: true })
  keepCourse(lab)
}
