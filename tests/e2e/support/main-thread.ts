import type { Browser, Page } from 'playwright-core'

/** Something that a page's main thread did in one go, during which it answered nobody. */
export interface Task {
  /** Milliseconds from the beginning of the watch. */
  readonly at: number
  /** Milliseconds of the clock. On a machine that has other things to do, most of it can be waiting for a processor. */
  readonly wall: number
  /** Milliseconds that the processor worked on it. */
  readonly busy: number
}

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly dur?: number
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

/** Watches the main thread of a page while something happens; answers its tasks, the busiest first. */
export async function tasksDuring(
  browser: Browser,
  page: Page,
  happens: () => Promise<void>,
): Promise<Task[]> {
  await browser.startTracing(page, { categories: ['toplevel'] })
  await happens()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString())
  return mainTasks(traceEvents)
}

function mainTasks(events: readonly TraceEvent[]): Task[] {
  const mains = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(threadOf),
  )
  const tasks = events.filter(
    (event) => event.ph === 'X' && event.name.endsWith('RunTask') && mains.has(threadOf(event)),
  )
  const begin = Math.min(...tasks.map(({ ts }) => ts))
  return tasks
    .map(({ ts, dur = 0, tdur = 0 }) => ({ at: (ts - begin) / 1000, wall: dur / 1000, busy: tdur / 1000 }))
    .sort((a, b) => b.busy - a.busy)
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid} ${tid}`
}
