import { describe, expect, it } from 'vitest'
import { CATALOG } from '../../../../src/engine/allocators/catalog.ts'
import type { Difference, ListPlace, Moment, Position } from '../../../../src/engine/session/index.ts'
import { Session } from '../../../../src/engine/session/session.ts'
import { generateTrace, traceText } from '../../../../src/engine/workload/index.ts'
import { type Random, seeded } from '../../../support/gauntlet.ts'
import { ran } from '../../../support/scenarios.ts'
import { program } from '../program/support.ts'

const EVERYTHING = 1_000_000
const PAIRS = 6

type ChunkTexts = Map<number, string>

function momentOf(session: Session, position: Position): Moment {
  return session.moment({
    position,
    map: { from: 0, to: 0, limit: EVERYTHING },
    listLimit: EVERYTHING,
    inspect: null,
  })
}

/** The chunks of a moment, each as a text of all that a difference may tell of it. */
function tableOf({ chunks }: Moment): ChunkTexts {
  const table: ChunkTexts = new Map()
  chunks.address.forEach((address, i) => {
    const { size, state, payload, usable } = chunks
    table.set(address, [size[i], state[i], payload[i], usable[i]].join(' '))
  })
  return table
}

/** A table with the told changes made. */
function changed(table: ChunkTexts, { chunks }: Difference): ChunkTexts {
  const made = new Map(table)
  for (const { address, before, after } of chunks.told) {
    const text = (side: typeof before) =>
      side === null ? undefined : [side.size, side.state, side.payload, side.usable].join(' ')
    expect(table.get(address)).toBe(text(before))
    if (after === null) made.delete(address)
    else made.set(address, text(after)!)
  }
  return new Map([...made].sort(([a], [b]) => a - b))
}

/** The free lists of a moment by their numbers. */
function listsOf({ list, listNames }: Moment): number[][] {
  const lists: number[][] = listNames.map(() => [])
  for (const entry of list) lists[entry.list]!.push(entry.chunk)
  return lists
}

/** Free lists with the told changes made: what left and what moved goes out, then all that came is put in its place. */
function relinked(before: readonly number[][], { lists }: Difference): number[][] {
  const gone = new Set(lists.told.filter((change) => change.before !== null).map(({ chunk }) => chunk))
  const made = before.map((list) => list.filter((chunk) => !gone.has(chunk)))
  const comes = lists.told.filter(
    (change): change is typeof change & { after: ListPlace } => change.after !== null,
  )
  comes.sort((a, b) => a.after.place - b.after.place)
  for (const { chunk, after } of comes) made[after.list]!.splice(after.place, 0, chunk)
  return made
}

/** Every law, for moments from each other of one run. */
function holds(session: Session, random: Random): void {
  const { done } = session.info()
  const anywhere = (): Position => ({ operation: random(done), step: random(3) === 0 ? random(6) : 1000 })
  for (let i = 0; i < PAIRS; i++) {
    const [from, to] = [anywhere(), anywhere()]
    const [a, b] = [momentOf(session, from), momentOf(session, to)]
    const there = session.difference({ from, to, limit: EVERYTHING })
    expect([there.from, there.to]).toEqual([a.position, b.position])
    expect(changed(tableOf(a), there)).toEqual(tableOf(b))
    expect(relinked(listsOf(a), there)).toEqual(listsOf(b))
    expect(there.metrics).toEqual({ before: a.metrics, after: b.metrics })
    const back = session.difference({ from: to, to: from, limit: EVERYTHING })
    expect(mirrored(back)).toEqual(counted(there))
    expect(isEmpty(session.difference({ from: to, to, limit: EVERYTHING }))).toBe(true)
    // What is shown afterwards is what was shown before.
    expect(momentOf(session, to).inspected).toEqual(b.inspected)
  }
}

function counted({ chunks, lists, regions, between }: Difference) {
  return { chunks: chunks.counts, lists: lists.counts, regions: regions.total, between }
}

function mirrored(difference: Difference): ReturnType<typeof counted> {
  const { chunks, lists, ...rest } = counted(difference)
  return {
    chunks: { ...chunks, appeared: chunks.vanished, vanished: chunks.appeared },
    lists: { ...lists, added: lists.removed, removed: lists.added },
    ...rest,
  }
}

function isEmpty({ chunks, lists, regions, between, metrics }: Difference): boolean {
  expect(metrics.after).toEqual(metrics.before)
  const counts = [chunks.total, chunks.marks.length, lists.total, regions.total, between.syscalls]
  return counts.concat(between.allocated.blocks, between.freed.bytes).every((count) => count === 0)
}

describe('the difference of two moments', () => {
  it.each(CATALOG.map(({ id }) => id))('made in the first gives the second: %s', (id) => {
    const kinds = id === 'ostep' ? (['ostep'] as const) : (['uniform', 'swiss-cheese'] as const)
    kinds.forEach((kind, seed) => {
      const lines =
        kind === 'ostep'
          ? smallTrace(seeded(seed))
          : traceText(generateTrace(kind, seed, { operations: 100 }))
      holds(ran(lines, { allocator: id }), seeded(seed + 1))
    })
  })

  it('of a C program does so too', () => {
    holds(new Session(program(LIST_OF_NODES)).runAll(), seeded(7))
  })
})

/** Operations that fit into the small heap of the OSTEP homework. */
function smallTrace(random: Random): string[] {
  return Array.from({ length: 80 }, () =>
    random(3) === 0 ? `f ${random(8)}` : `a ${random(8)} ${1 + random(20)}`,
  )
}

const LIST_OF_NODES = `
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
struct node { struct node *next; char name[20]; };
int main(void) {
  struct node *list = NULL;
  for (int i = 0; i < 12; i++) {
    struct node *made = malloc(sizeof *made);
    sprintf(made->name, "node %d", i);
    made->next = list;
    list = made;
  }
  char *large = malloc(200000);
  memset(large, 7, 200000);
  while (list != NULL) {
    struct node *next = list->next;
    printf("%s\\n", list->name);
    free(list);
    list = next;
  }
  free(large);
  return 0;
}
`
