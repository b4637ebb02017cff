import type { Address } from '../../units.ts'
import type { LocalInfo } from '../../workload/c/image.ts'
import type { Access, FrameView, ProgramView, VariableView } from '../views.ts'
import type { Frame } from './frames.ts'
import type { ProgramMachine } from './machine.ts'
import { pointerAt, type Reading, viewOf } from './values.ts'

/** Frames, and variables of a frame, that are told. */
const MOST_FRAMES = 50
const MOST_VARIABLES = 200

/** A program at the moment at which its machine stands, as a debugger shows it. */
export function programView(
  machine: ProgramMachine,
  operation: number,
  accesses: readonly Access[],
): ProgramView {
  const reading = readingOf(
    machine,
    accesses.filter(({ write }) => write),
  )
  const statement = machine.statementAt(operation)
  return {
    at: machine.statements.span(statement),
    stack: shownFrames(machine.frames())
      .slice(0, MOST_FRAMES)
      .map((frame, i) => frameView(machine, reading, i === 0 ? frameAt(machine, frame, statement) : frame)),
    globals: machine.globals
      .filter(({ isString, isLibrary, name }) => !isString && !isLibrary && name !== '')
      .slice(0, MOST_VARIABLES)
      .map((global) =>
        viewOf(
          reading,
          global.owner === null ? global.name : `${global.owner}: ${global.name}`,
          global.type,
          global.address,
        ),
      ),
    output: machine.output.upTo(machine.world.written),
    inputRead: machine.world.inputRead,
    calls: machine.row,
  }
}

/** Those of the person's own functions, and of the library's that these have called, without what lies behind them. */
function shownFrames(frames: readonly Frame[]): Frame[] {
  return frames.filter(({ function: { isLibrary, name } }, i) => {
    const caller = frames[i + 1]
    return !isLibrary || (caller?.function.isLibrary === false && !name.startsWith('_'))
  })
}

/** The innermost frame at the statement of the moment, if that is one of its function: it may have returned, or called. */
function frameAt({ program }: ProgramMachine, frame: Frame, statement: number): Frame {
  const info = program.lines[statement]
  const isItsOwn = info !== undefined && program.functions[info.function] === frame.function
  return isItsOwn ? { ...frame, statement } : frame
}

function frameView(machine: ProgramMachine, reading: Reading, frame: Frame): FrameView {
  const { function: info, fp, statement } = frame
  // A function that has just been called is at no statement yet.
  const { file, line } = statement < 0 ? info : machine.statements.span(statement)
  const shown = info.isLibrary ? [] : visible(info.locals, line)
  return {
    function: info.name,
    file: info.isLibrary ? '' : file,
    line: info.isLibrary ? 0 : line,
    address: fp,
    variables: shown.slice(0, MOST_VARIABLES).map((local) => localView(reading, local, fp)),
  }
}

/** Those that a name means on this line; of several with one name, the innermost. */
function visible(locals: readonly LocalInfo[], line: number): LocalInfo[] {
  const byName = new Map<string, LocalInfo>()
  for (const local of locals) {
    if (local.name === '' || line < local.fromLine || line > local.toLine) continue
    byName.set(local.name, local)
  }
  return [...byName.values()]
}

function localView(reading: Reading, local: LocalInfo, fp: Address): VariableView {
  const address = fp + local.offset
  return viewOf(
    reading,
    local.name,
    local.type,
    local.isVariableLength || local.isIndirect === true ? pointerAt(reading, address) : address,
  )
}

function readingOf(machine: ProgramMachine, written: readonly Access[]): Reading {
  const { process, program, vm } = machine
  const names = new Map(
    program.functions.filter(({ entry }) => entry >= 0).map(({ entry, name }) => [vm.addressOf(entry), name]),
  )
  return {
    process,
    model: program.model,
    functionAt: (address) => names.get(address) ?? null,
    isChanged: (address, size) =>
      written.some((each) => each.address < address + size && each.address + each.size > address),
  }
}
