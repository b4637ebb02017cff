import type { Scenario } from '../../engine/session/index.ts'

/** What a list tells of a scenario that is kept. */
export interface KeptHead {
  readonly id: string
  readonly title: string
  /** When its content changed last, in milliseconds since 1970. */
  readonly saved: number
  readonly kind: Scenario['source']['kind']
  /** Characters of what is kept, and bytes of the trace beside it. */
  readonly size: number
  /** Counts what was written, so that one tab of the browser notices the work of another. */
  readonly revision: number
  /** Stands for the content: equal contents have equal ones. */
  readonly digest: string
  /** Whether it has text that was typed and not run. */
  readonly unrun: boolean
}

/** What is kept of a scenario: a text (see `contents.ts`), and the bytes of a trace that is no part of it. */
export interface KeptBody {
  readonly text: string
  readonly data: Blob | null
}

/** Room in the browser's storage, in bytes. */
export interface Room {
  readonly used: number
  readonly allowed: number
}

/** There is no room left on the shelf. */
export class ShelfFull extends Error {}

/** Where the browser keeps scenarios between visits. Everything rejects where the browser keeps nothing. */
export interface Shelf {
  /** A name that nothing else has, and the time. */
  stamp(): { readonly id: string; readonly time: number }
  /** All that is kept, in any order. */
  heads(): Promise<readonly KeptHead[]>
  body(id: string): Promise<KeptBody | null>
  /**
   * Writes a scenario unless it was written by somebody else meanwhile: what is there has another revision than
   * `expected`. Answers whether it was written; rejects with ShelfFull where there is no room.
   */
  write(head: KeptHead, body: KeptBody, expected: number): Promise<boolean>
  /** Changes what the list tells, and nothing else. */
  retitle(id: string, title: string): Promise<void>
  remove(id: string): Promise<void>
  /** Null where the browser does not tell. */
  room(): Promise<Room | null>
}

/** A file of scenarios with more characters is not read. */
export const MOST_IMPORTED = 50_000_000

/** What came of reading a file of scenarios. */
export interface Imported {
  readonly added: number
  /** Those that were there already. */
  readonly known: number
  readonly unreadable: number
}

/** The key that a file of scenarios begins with; its value is the version of the form. */
export const COLLECTION_KEY = 'heapLabScenarios'

/** Whether a file holds several scenarios, by how it begins. */
export function isCollection(beginning: string): boolean {
  return /^\s*\{\s*"heapLabScenarios"/.test(beginning)
}
