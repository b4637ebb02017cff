import { SCENARIO_EXTENSION } from '../../share/index.ts'
import { readBreakpoints } from '../breakpoints.ts'
import {
  automaticTitle,
  type Contents,
  contentsText,
  digestOf,
  readContents,
  unrunOf,
} from '../kept/contents.ts'
import {
  COLLECTION_KEY,
  type Imported,
  isCollection,
  type KeptBody,
  type KeptHead,
  type Shelf,
  ShelfFull,
} from '../kept/shelf.ts'
import type { KeptRef } from '../kept/work.ts'
import type { Lab } from '../lab.ts'
import { savedNow } from '../saved.ts'
import { exampleOf } from '../selectors.ts'
import type { LabState } from '../store.ts'
import { loadCourse } from './course.ts'
import { saveSession } from './remember.ts'
import { tellForAWhile, tellTrouble } from './screen.ts'
import { openSaved } from './share.ts'

/** A trace beside a scenario is kept up to this size. */
const MOST_DATA = 50_000_000

/** What the keeper of a lab remembers. */
interface Keeper {
  /** The last thing that is being done: one thing is done after another. */
  turn: Promise<unknown>
  /** Where works of this visit stand on the shelf, by their keys. */
  readonly refs: Map<number, KeptRef>
  /** Whether it was said that nothing can be kept, or that there is no room. */
  told: 'full' | 'unkept' | null
}

const keepers = new WeakMap<Lab, Keeper>()

function keeperOf(lab: Lab): Keeper {
  const known = keepers.get(lab)
  if (known !== undefined) return known
  const made: Keeper = { turn: Promise.resolve(), refs: new Map(), told: null }
  keepers.set(lab, made)
  return made
}

/** Does something on the shelf when everything before is done. Null, and a word about it, where that fails. */
function inTurn<T>(lab: Lab, act: (shelf: Shelf) => Promise<T>): Promise<T | null> {
  const keeper = keeperOf(lab)
  const { shelf } = lab.services
  const turn = keeper.turn.then(async () => {
    if (shelf === null) return null
    try {
      const done = await act(await shelf())
      keeper.told = null
      return done
    } catch (error) {
      tell(lab, keeper, error)
      return null
    }
  })
  keeper.turn = turn
  return turn
}

/** Says once that nothing can be kept, or that there is no room. */
function tell(lab: Lab, keeper: Keeper, error: unknown): void {
  const told = error instanceof ShelfFull ? 'full' : 'unkept'
  if (keeper.told === told) return
  keeper.told = told
  if (told === 'full') {
    const advice =
      'Delete some under “My scenarios”, or save them as a file first. What is open goes on as it is.'
    tellTrouble(lab, 'There is no room left for your scenarios', advice)
  } else {
    lab.store.setState({ kept: 'unkept' })
    tellForAWhile(lab, 'Nothing is kept', 'This browser keeps no scenarios of this page between visits.')
  }
}

/**
 * Keeps what a state holds, if that is the person's own and has changed; of what is left, the moment on the screen as
 * well. Answers whether nothing of it can be lost now.
 */
export async function keep(lab: Lab, state: LabState, when: 'goes on' | 'is left'): Promise<boolean> {
  return (await inTurn(lab, (shelf) => put(lab, shelf, state, when === 'is left'))) === true
}

async function put(lab: Lab, shelf: Shelf, state: LabState, leaving: boolean): Promise<boolean> {
  const { refs } = keeperOf(lab)
  const { key } = state.work
  const ref = refs.get(key) ?? state.work.kept
  const own = await ownContents(lab, state, ref)
  if (own === 'lesson') return true
  if (own === null) return false
  const { contents, data, breakpoints } = own
  const digest = digestOf(contents.saved, contents, breakpoints)
  const isChanged = ref?.digest !== digest
  if (!isChanged && !leaving) return true
  const twin = ref === null ? (await shelf.heads()).find((head) => head.digest === digest) : undefined
  if (twin !== undefined) return note(lab, key, twin)
  const { id, time } = shelf.stamp()
  const before = ref === null ? undefined : (await shelf.heads()).find((head) => head.id === ref.id)
  // What was deleted is not put back because it is left.
  if (!isChanged && before?.revision !== ref!.revision) return true
  const body = { text: contentsText(contents), data }
  const head: KeptHead = {
    id: ref?.id ?? id,
    title: before?.title ?? ref?.title ?? automaticTitle(contents.saved.scenario),
    saved: isChanged ? time : before!.saved,
    kind: contents.saved.scenario.source.kind,
    size: body.text.length + (data?.size ?? 0),
    revision: (ref?.revision ?? 0) + Number(isChanged),
    digest,
    unrun: contents.draft !== null || contents.fileDraft !== null,
  }
  if (await shelf.write(head, body, ref?.revision ?? 0)) return note(lab, key, head)
  // Another tab has gone on with it: this one's is a work beside it.
  const beside = { ...head, id, title: besideTitle(head.title), revision: 1 }
  await shelf.write(beside, body, 0)
  return note(lab, key, beside)
}

/** What is to be kept of a state; `lesson` if it is a lesson as it stands, null if it is too large. */
async function ownContents(lab: Lab, state: LabState, ref: KeptRef | null) {
  await loadCourse(lab)
  const { course } = lab.store.getState()
  const { scenario, data, breakpoints, work } = state
  const saved = savedNow(state)
  if (saved === null || scenario === null) return 'lesson'
  const unrun = unrunOf(state)
  const lesson = exampleOf({ ...state, course })
  const isTyped = unrun.draft !== null || unrun.fileDraft !== null
  if (lesson !== undefined && !isTyped && ref === null) return 'lesson'
  if ((data?.size ?? 0) > MOST_DATA) return null
  const contents: Contents = { saved, lesson: lesson?.id ?? work.lesson, ...unrun }
  return { contents, data, breakpoints }
}

function note(lab: Lab, key: number, { id, title, revision, digest }: KeptHead): true {
  const kept = { id, title, revision, digest }
  keeperOf(lab).refs.set(key, kept)
  const { work } = lab.store.getState()
  if (work.key === key) {
    lab.store.setState({ work: { ...work, kept } })
    // A reload finds its work by this.
    saveSession(lab)
  }
  if (lab.store.getState().kept !== null) void relist(lab).catch(() => {})
  return true
}

/** `A program`, `A program (2)`, `A program (3)`. */
function besideTitle(title: string): string {
  const [, name = title, number = '1'] = /^(.*) \((\d+)\)$/.exec(title) ?? []
  return `${name} (${Number(number) + 1})`
}

/** Fetches the list of what is kept. */
export async function list(lab: Lab): Promise<void> {
  if (lab.services.shelf === null) lab.store.setState({ kept: 'unkept' })
  // A list that cannot be shown says so itself.
  else await inTurn(lab, () => relist(lab).catch(() => lab.store.setState({ kept: 'unkept' })))
}

async function relist(lab: Lab): Promise<void> {
  const shelf = await lab.services.shelf?.()
  if (shelf === undefined) return
  const heads = [...(await shelf.heads())].sort((a, b) => b.saved - a.saved)
  const room = await shelf.room().catch(() => null)
  lab.store.setState({ kept: { heads, room } })
}

/** Opens what is kept under an id, with what was typed in it and not run. */
export async function open(lab: Lab, id: string): Promise<void> {
  const found = await inTurn(lab, async (shelf) => ({
    head: (await shelf.heads()).find((head) => head.id === id),
    body: await shelf.body(id),
  }))
  if (found === null) return
  const { head, body } = found
  const read = body === null ? null : readContents(body.text)
  if (head === undefined || body === null || read?.ok !== true) {
    const reason = read?.ok === false ? read.reason : 'It was deleted, perhaps in another tab of the browser.'
    return tellTrouble(lab, 'This scenario cannot be opened', reason)
  }
  const { saved, lesson, draft, fileDraft, draftBreakpoints } = read.value
  const { title, revision, digest } = head
  const scenario = { ...saved.scenario, title }
  lab.store.setState({ dialog: null })
  const opened = openSaved(
    lab,
    { ...saved, scenario },
    {
      data: body.data,
      work: { lesson, kept: { id, title, revision, digest } },
    },
  )
  const typed = draft !== null || fileDraft !== null
  if (typed)
    lab.store.setState({ draft, fileDraft, draftBreakpoints, editing: fileDraft === null ? 'trace' : 'c' })
  await opened
}

/** Gives what is kept another name. */
export async function rename(lab: Lab, id: string, title: string): Promise<void> {
  await inTurn(lab, async (shelf) => {
    await shelf.retitle(id, title)
    const { work, scenario } = lab.store.getState()
    if (work.kept?.id === id && scenario !== null) {
      const kept = { ...work.kept, title }
      keeperOf(lab).refs.set(work.key, kept)
      lab.store.setState({ work: { ...work, kept }, scenario: { ...scenario, title } })
    }
    await relist(lab)
  })
}

/** Makes a copy, which stands beside it. */
export async function duplicate(lab: Lab, id: string): Promise<void> {
  await inTurn(lab, async (shelf) => {
    const heads = await shelf.heads()
    const head = heads.find((each) => each.id === id)
    const body = await shelf.body(id)
    if (head === undefined || body === null) return
    const { id: copy, time } = shelf.stamp()
    await shelf.write(
      { ...head, id: copy, title: freeTitle(heads, head.title), saved: time, revision: 1 },
      body,
      0,
    )
    await relist(lab)
  })
}

function freeTitle(heads: readonly KeptHead[], title: string): string {
  const next = besideTitle(title)
  return heads.some((head) => head.title === next) ? freeTitle(heads, next) : next
}

/** Takes something off the shelf. The answer puts it back. */
export async function remove(lab: Lab, id: string): Promise<(() => Promise<void>) | null> {
  const gone = await inTurn(lab, async (shelf) => {
    const head = (await shelf.heads()).find((each) => each.id === id)
    const body = await shelf.body(id)
    if (head === undefined || body === null) return null
    await shelf.remove(id)
    await relist(lab)
    return { head, body }
  })
  if (gone === null) return null
  return async () => {
    await inTurn(lab, async (shelf) => {
      await shelf.write(gone.head, gone.body, 0)
      await relist(lab)
    })
  }
}

const FILE_VERSION = 1

/** Offers all that is kept as one file. Answers how many traces are too large to be part of it. */
export async function exportAll(lab: Lab): Promise<number> {
  const left = await inTurn(lab, async (shelf) => {
    const heads = await shelf.heads()
    const carried = heads.filter(({ kind }) => kind !== 'file')
    const scenarios = await Promise.all(
      carried.map(async ({ id, title, saved }) => ({
        title,
        saved,
        text: (await shelf.body(id))?.text ?? '',
      })),
    )
    const text = JSON.stringify({ [COLLECTION_KEY]: FILE_VERSION, scenarios }, null, 1)
    lab.services.download(`my-scenarios${SCENARIO_EXTENSION}`, text)
    return heads.length - carried.length
  })
  return left ?? 0
}

/** Puts the scenarios of such a file beside those that are kept; null if it is none. */
export async function importAll(lab: Lab, text: string): Promise<Imported | null> {
  const entries = entriesOf(text)
  if (entries === null) return null
  return inTurn(lab, async (shelf) => {
    // Of two copies with names of their own, both are wanted.
    const keyOf = ({ digest, title }: KeptHead) => `${digest} ${title}`
    const there = new Set((await shelf.heads()).map(keyOf))
    let [added, known, unreadable] = [0, 0, 0]
    for (const entry of entries) {
      const made = headOf(shelf, entry)
      if (made === null) unreadable++
      else if (there.has(keyOf(made.head))) known++
      else {
        await shelf.write(made.head, made.body, 0)
        there.add(keyOf(made.head))
        added++
      }
    }
    await relist(lab)
    return { added, known, unreadable }
  })
}

function entriesOf(text: string): readonly unknown[] | null {
  if (!isCollection(text)) return null
  try {
    const { scenarios } = JSON.parse(text) as { readonly scenarios?: unknown }
    return Array.isArray(scenarios) ? scenarios : null
  } catch {
    return null
  }
}

function headOf(shelf: Shelf, entry: unknown): { readonly head: KeptHead; readonly body: KeptBody } | null {
  const { title, saved, text } = { ...(entry as Readonly<Record<string, unknown>> | null) }
  const read = typeof text === 'string' ? readContents(text) : null
  if (read?.ok !== true || read.value.saved.scenario.source.kind === 'file') return null
  const { id, time } = shelf.stamp()
  const contents = read.value
  const { scenario } = contents.saved
  const head: KeptHead = {
    id,
    title: typeof title === 'string' && title.trim() !== '' ? title.slice(0, 200) : automaticTitle(scenario),
    saved: typeof saved === 'number' && saved > 0 && saved <= time ? saved : time,
    kind: scenario.source.kind,
    size: contentsText(contents).length,
    revision: 1,
    digest: digestOf(contents.saved, contents, stopsOf(contents)),
    unrun: contents.draft !== null || contents.fileDraft !== null,
  }
  return { head, body: { text: contentsText(contents), data: null } }
}

function stopsOf({ saved }: Contents): unknown {
  const { scenario, view } = saved
  return scenario.source.kind === 'c' ? readBreakpoints(view['breakpoints'], scenario.source.files) : []
}
