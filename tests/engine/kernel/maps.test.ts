import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type MapsLine, mapsLine, mapsText, Process } from '../../../src/engine/kernel/index.ts'

/** A line as Linux prints it, taken apart. */
function parsed(line: string): MapsLine {
  const found =
    /^([0-9a-f]+)-([0-9a-f]+) ([r-][w-][x-][ps]) ([0-9a-f]+) ([0-9a-f]+:[0-9a-f]+) (\d+) (?: *(\S.*))?$/.exec(
      line,
    )
  if (found === null) throw new Error(`not a line of maps: ${line}`)
  const [, start, end, permissions, offset, device, inode, name] = found
  return {
    start: BigInt(`0x${start}`),
    end: BigInt(`0x${end}`),
    permissions: permissions!,
    offset: Number.parseInt(offset!, 16),
    device: device!,
    inode: Number(inode),
    name: name ?? '',
  }
}

describe('lines of /proc/self/maps', () => {
  test.skipIf(!existsSync('/proc/self/maps'))(
    'are those of the kernel that runs here, letter for letter',
    () => {
      const lines = readFileSync('/proc/self/maps', 'utf8').trimEnd().split('\n')
      expect(lines.length).toBeGreaterThan(10)
      expect(lines.map((line) => mapsLine(parsed(line)))).toEqual(lines)
    },
  )

  test('names begin in column 73, short addresses have 8 digits', () => {
    const heap = { start: 0x1000, end: 0x2000, permissions: 'rw-p', offset: 0, device: '00:00', inode: 0 }
    expect(mapsLine({ ...heap, name: '[heap]' })).toBe(
      `${'00001000-00002000 rw-p 00000000 00:00 0'.padEnd(73)}[heap]`,
    )
    expect(mapsLine({ ...heap, name: '' })).toBe('00001000-00002000 rw-p 00000000 00:00 0 ')
  })

  test('the text of a simulated process has the same form, also with 32 bits', () => {
    for (const layout of ['linux', 'ilp32'] as const) {
      const program = { text: 5000, rodata: 10, data: 10, bss: 9000 }
      const process = new Process({ layout, program })
      process.sbrk(200_000)
      const lines = mapsText(process).trimEnd().split('\n')
      // The blank behind an anonymous region's inode is at the end of its line, so that trimming the text keeps it.
      expect(lines.map((line) => mapsLine(parsed(line)))).toEqual(lines)
      expect(lines.filter((line) => line.endsWith('[heap]'))).toHaveLength(1)
      expect(lines.some((line) => line.endsWith('[vsyscall]'))).toBe(layout === 'linux')
    }
  })

  test('of many regions only so many are told', () => {
    const process = new Process()
    expect(mapsText(process, 3).trimEnd().split('\n')).toHaveLength(3)
    expect(mapsText(process, process.regions.count)).toBe(mapsText(process))
  })
})
