import type { Scenario } from '../engine/session/index.ts'
import type { Course, Example } from '../scenarios/example.ts'
import { scenarioFile } from '../share/index.ts'
import { COURSE_VERSION, VERSION_KEY } from './shape.ts'

/** The name that course files end in. */
export const COURSE_EXTENSION = '.course.json'

/** A course as one file: JSON with the version first, every scenario in it, to be read by people too. */
export function courseFile({ id, title, about, chapters, lessons }: Course): string {
  const given = chapters.map(({ title, purpose }, i) => ({
    title,
    purpose,
    lessons: lessons.filter(({ chapter }) => chapter === i + 1).map(givenLesson),
  }))
  return `${JSON.stringify({ [VERSION_KEY]: COURSE_VERSION, id, title, about, chapters: given }, null, 2)}\n`
}

function givenLesson({ chapter: _, scenario, variants, ...lesson }: Example): object {
  return {
    ...lesson,
    scenario: given(scenario),
    variants: variants.map(({ label, scenario: other }) => ({ label, scenario: given(other) })),
  }
}

/** What a scenario file of it holds. */
function given(scenario: Scenario): unknown {
  return JSON.parse(scenarioFile({ scenario, position: { operation: 0, step: 0 }, view: {} }))
}
