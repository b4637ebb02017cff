import { alignOf, sizeOf } from '../../../../../src/engine/workload/c/sema/index.ts'
import type { DataModel } from '../../../../../src/engine/workload/c/source.ts'
import type { CType, RecordDefinition } from '../../../../../src/engine/workload/c/types.ts'
import { type Random, seeded } from '../../../../support/gauntlet.ts'

const PLAIN = [
  'char',
  'short',
  'int',
  'long',
  'long long',
  'float',
  'double',
  'long double',
  'char *',
  '_Bool',
]
const BITS: readonly (readonly [type: string, lp64And32: number])[] = [
  ['char', 8],
  ['unsigned char', 8],
  ['short', 16],
  ['unsigned short', 16],
  ['int', 32],
  ['unsigned', 32],
  ['long', 32],
  ['unsigned long long', 64],
  ['_Bool', 1],
]

/** Specifiers of random structs and unions, always the same; their members are f0, f1 … */
export function randomRecords(count: number): string[] {
  const random = seeded(7)
  return Array.from({ length: count }, () => record(random))
}

function record(random: Random): string {
  const word = random(8) === 0 ? 'union' : 'struct'
  const members = Array.from({ length: 1 + random(7) }, (_, i) => member(random, i))
  const attributes = ['', '', '', '', ' __attribute__((packed))', ' __attribute__((aligned(8)))'][random(6)]!
  return `${word} { char first; ${members.join(' ')} }${attributes}`
}

function member(random: Random, index: number): string {
  const kind = random(10)
  const name = `f${index}`
  if (kind < 5) {
    const [type, width] = BITS[random(BITS.length)]!
    if (random(8) === 0) return `${type} : ${type === '_Bool' ? random(2) : random(width + 1)};`
    return `${type} ${name} : ${1 + random(width)};`
  }
  const type = PLAIN[random(PLAIN.length)]!
  if (kind === 5) return `${type} ${name}[${random(4)}];`
  if (kind === 6) return `struct { char a; ${type} b; } ${name};`
  if (kind === 7) return `${type} ${name} __attribute__((${random(2) === 0 ? 'packed' : 'aligned(16)'}));`
  return `${type} ${name};`
}

/** A C program that prints each record's layout on a line of its own, as `layoutText` has it. */
export function printerOf(records: readonly string[]): string {
  const lines = records.map((text, i) => {
    const fields = [...text.matchAll(/(f\d+)( : )?/g)].map(([, name, colon]) => {
      return colon ? `BITS(R${i}, ${name})` : `PLAIN(R${i}, ${name})`
    })
    return `printf("%zu %zu", sizeof(R${i}), _Alignof(R${i})); ${fields.join('; ')}; puts("");`
  })
  return `#include <stddef.h>
#include <stdio.h>
#include <string.h>
static void bits(const unsigned char *bytes, size_t size) {
  int first = -1, last = -1;
  for (int i = 0; i < (int)size * 8; i++)
    if (bytes[i / 8] >> i % 8 & 1) { if (first < 0) first = i; last = i; }
  printf(" %d:%d", first, last - first + 1);
}
#define PLAIN(type, name) printf(" %zu", offsetof(type, name))
#define BITS(type, name) { type x; memset(&x, 0, sizeof x); x.name = -1; bits((unsigned char *)&x, sizeof x); }
${records.map((text, i) => `typedef ${text} R${i};`).join('\n')}
int main(void) {
  ${lines.join('\n  ')}
}
`
}

/** The definition behind a record's type. */
export function recordOf(type: CType): CType & { definition: RecordDefinition } {
  if (type.kind !== 'record') throw new Error('no record')
  return type
}

/** `size alignment`, then the offset of each member f0, f1 …; of a bit-field `first bit:width`. */
export function layoutText(type: CType & { definition: RecordDefinition }, model: DataModel): string {
  const members = (type.definition.members ?? []).filter(
    (each) => each.name?.startsWith('f') && each.name !== 'first',
  )
  const places = members.map(({ offset, bits }) => {
    return bits ? ` ${offset * 8 + bits.shift}:${bits.width}` : ` ${offset}`
  })
  return `${sizeOf(type, model)} ${alignOf(type, model)}${places.join('')}`
}
