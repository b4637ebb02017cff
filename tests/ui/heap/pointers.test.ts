import { describe, expect, it } from 'vitest'
import { pointersOf, tagText } from '../../../src/ui/heap/pointers.ts'
import { drawScene, sceneOf } from '../../../src/ui/heap/scene.ts'
import { momentOf } from '../../support/heap-picture.ts'
import { NAMED_PALETTE, recordingPen, wordsIn } from '../../support/pen.ts'
import { lineSpan, variable, viewAt } from '../../support/program-lab.ts'

const at = lineSpan('a.c', 'x;', 1)
const pointer = (name: string, target: number) => variable(name, 'char *', '', { target })

function momentWith(variables: ReturnType<typeof variable>[], globals: typeof variables = []) {
  const main = { function: 'main', file: 'a.c', line: 1, address: 1, variables }
  const library = { function: 'memcpy', file: '', line: 0, address: 0, variables: [] }
  return momentOf('[64](64)<256>', { program: viewAt(at, { stack: [library, main], globals }) })
}

describe('pointers into the heap', () => {
  it('are those of the innermost frame of the program and of the globals, by target', () => {
    const moment = momentWith([pointer('q', 0x1050), pointer('p', 0x1008)], [pointer('head', 0x1008)])
    expect(pointersOf(moment)).toEqual([
      { target: 0x1008, names: ['p', 'head'] },
      { target: 0x1050, names: ['q'] },
    ])
  })

  it('lie in arrays and structures too, but are not followed', () => {
    const parts = [variable('[0]', 'char *', '', { target: 0x1008, parts: [pointer('x', 0x1010)] })]
    const array = variable('p', 'char *[1]', '', { parts })
    const list = variable('list', 'struct list', '', { parts: [pointer('first', 0x1010)] })
    expect(pointersOf(momentWith([array, list])).map(tagText)).toEqual(['p[0]', 'list.first'])
  })

  it('leave out what points elsewhere', () => {
    expect(pointersOf(momentWith([pointer('stack', 0x7000), pointer('none', 0)]))).toEqual([])
  })

  it('are drawn as tags: so many names on one, and none over another', () => {
    const many = ['a', 'b', 'c', 'd', 'e'].map((name) => pointer(name, 0x1008))
    const { pen, calls } = recordingPen()
    const size = { width: 800, height: 600 }
    const close = pointer('a_rather_long_name', 0x100a)
    drawScene(pen, sceneOf(momentWith([...many, close]), size, 0, 128), size, NAMED_PALETTE)
    const words = wordsIn(calls)
    expect(words).toContain('a, b, c +2')
    expect(words).not.toContain('a_rather_long_name')
  })
})
