import { EBADF, EINVAL, mapsText } from '../../../../kernel/index.ts'
import type { Bytes } from '../../../../units.ts'
import { type Descriptor, type HostCall, InputWait } from '../../host.ts'
import { asciiBytes } from '../text/format.ts'

/*
 * Descriptors and the toy files behind them. Files are rows of bytes in WorldState; the names below are answered by the
 * kernel. A call that fails answers minus an error number.
 */

/** Linux's values on x86-64 and i386 (asm-generic/fcntl.h). */
export const O_ACCMODE = 3
export const O_WRONLY = 1
export const O_RDWR = 2
export const O_CREAT = 0o100
export const O_EXCL = 0o200
export const O_TRUNC = 0o1000
export const O_APPEND = 0o2000

const ENOENT = 2
const EACCES = 13
const EEXIST = 17
const EISDIR = 21
const EMFILE = 24
const ESPIPE = 29

/** The process's number: the same in every run. */
export const PROCESS_ID = 4242

const FIRST_DESCRIPTOR = 3
const MOST_DESCRIPTORS = 1024
/** A file may not grow beyond this: a program that writes for ever is stopped by "no space". */
const MOST_FILE_BYTES: Bytes = 1 << 26
const ENOSPC = 28

const MAPS = '/proc/self/maps'

/** What the kernel itself answers for a name: reads from `position`; writes are dropped. */
type Device = (call: HostCall, position: Bytes, most: Bytes) => Uint8Array

const DEVICES: ReadonlyMap<string, Device> = new Map<string, Device>([
  ['/dev/null', () => new Uint8Array(0)],
  ['/dev/zero', (_call, _position, most) => new Uint8Array(most)],
  ['/dev/full', (_call, _position, most) => new Uint8Array(most)],
  ['/dev/urandom', randomBytes],
  ['/dev/random', randomBytes],
  [MAPS, (call, position, most) => asciiBytes(mapsText(call.process)).slice(position, position + most)],
])

/** Bytes of the process's own endless random row, from `position`. */
export function randomBytes(call: HostCall, position: Bytes, most: Bytes): Uint8Array {
  const bytes = new Uint8Array(most)
  let number = -1
  let word: readonly [number, number] = [0, 0]
  for (let i = 0; i < most; i++) {
    const at = position + i
    if (Math.floor(at / 8) !== number) {
      number = Math.floor(at / 8)
      word = call.process.randomWord(`urandom${number}`)
    }
    bytes[i] = word[at % 8 < 4 ? 0 : 1]! >>> (8 * (at % 4))
  }
  return bytes
}

/** The name under which a path is kept: `./a` is `a`, and the process's own number is "self". */
function canonical(path: string): string {
  const name = path.replace(/\/+/g, '/').replace(/^(?:\.\/)+/, '')
  return name.replace(`/proc/${PROCESS_ID}/`, '/proc/self/')
}

/** open(2). */
export function openFile(call: HostCall, path: string, flags: number): number {
  const name = canonical(path)
  const { state } = call
  if (name === '') return -ENOENT
  const isWritten = (flags & O_ACCMODE) !== 0
  if (name === '/' || name === '.' || name.endsWith('/'))
    return isWritten ? -EISDIR : openDescriptor(call, name, flags)
  if (name === MAPS && isWritten) return -EACCES
  if (!DEVICES.has(name)) {
    const exists = state.files.has(name)
    if (exists && (flags & O_CREAT) !== 0 && (flags & O_EXCL) !== 0) return -EEXIST
    if (!exists && (flags & O_CREAT) === 0) return -ENOENT
    // New files can be made in the working directory and in /tmp.
    if (!exists && name.includes('/') && !name.startsWith('/tmp/'))
      return name.startsWith('/') ? -EACCES : -ENOENT
    if (!exists || (isWritten && (flags & O_TRUNC) !== 0)) setFile(call, name, new Uint8Array(0))
  }
  return openDescriptor(call, name, flags)
}

function openDescriptor(call: HostCall, file: string, flags: number): number {
  const { descriptors } = call.state
  const free = descriptors.indexOf(null)
  const index = free < 0 ? descriptors.length : free
  if (index + FIRST_DESCRIPTOR >= MOST_DESCRIPTORS) return -EMFILE
  setDescriptor(call, index, { file, position: 0, flags })
  return index + FIRST_DESCRIPTOR
}

function setDescriptor(call: HostCall, index: number, descriptor: Descriptor | null): void {
  const descriptors = call.state.descriptors.slice()
  descriptors[index] = descriptor
  call.state = { ...call.state, descriptors }
}

/** Puts a file in place, or takes it away with null. */
export function setFile(call: HostCall, name: string, bytes: Uint8Array | null): void {
  const files = new Map(call.state.files)
  if (bytes === null) files.delete(name)
  else files.set(name, bytes)
  call.state = { ...call.state, files }
}

function find(call: HostCall, descriptor: number): Descriptor | null {
  return call.state.descriptors[descriptor - FIRST_DESCRIPTOR] ?? null
}

/** Whether a descriptor stands for the terminal, or what takes its place. */
export function isStandard(descriptor: number): boolean {
  return descriptor >= 0 && descriptor < FIRST_DESCRIPTOR
}

/** close(2). */
export function closeFile(call: HostCall, descriptor: number): number {
  if (isStandard(descriptor)) return 0
  if (find(call, descriptor) === null) return -EBADF
  setDescriptor(call, descriptor - FIRST_DESCRIPTOR, null)
  return 0
}

/** read(2): the bytes, none at the end; or minus an error number. Throws InputWait where a person has to type first. */
export function readFile(call: HostCall, descriptor: number, most: Bytes): Uint8Array | number {
  if (descriptor === 0) return readInput(call, most)
  const open = find(call, descriptor)
  if (open === null || (open.flags & O_ACCMODE) === O_WRONLY) return -EBADF
  if (open.file.endsWith('/') || open.file === '.') return -EISDIR
  const device = DEVICES.get(open.file)
  const bytes =
    device === undefined
      ? (call.state.files.get(open.file) ?? NOTHING).slice(open.position, open.position + most)
      : device(call, open.position, most)
  move(call, descriptor, open, open.position + bytes.length)
  return bytes
}

const NOTHING = new Uint8Array(0)

function move(call: HostCall, descriptor: number, open: Descriptor, position: Bytes): void {
  setDescriptor(call, descriptor - FIRST_DESCRIPTOR, { ...open, position })
}

/** Standard input: a terminal gives one line at a time. */
function readInput(call: HostCall, most: Bytes): Uint8Array {
  const bytes = inputAfter(call, call.state.inputRead, most)
  call.state = { ...call.state, inputRead: call.state.inputRead + bytes.length }
  return bytes
}

/** What read(2) would give of standard input once `from` bytes are read. Throws InputWait when nothing is there yet. */
export function inputAfter(call: HostCall, from: Bytes, most: Bytes): Uint8Array {
  const { input, inputEnds, isTerminal } = call.options
  if (most === 0) return NOTHING
  if (from >= input.length && !inputEnds) throw new InputWait()
  const line = isTerminal ? input.indexOf(10, from) + 1 : 0
  return input.slice(from, Math.min(from + most, line > 0 ? line : input.length))
}

/** Passes over bytes that were looked at already. */
export function skipInput(call: HostCall, descriptor: number, count: Bytes): void {
  const open = find(call, descriptor)
  if (descriptor === 0) call.state = { ...call.state, inputRead: call.state.inputRead + count }
  else if (open !== null) move(call, descriptor, open, open.position + count)
}

/** write(2): the bytes written, or minus an error number. */
export function writeFile(call: HostCall, descriptor: number, bytes: Uint8Array): number {
  if (isStandard(descriptor)) {
    call.write(descriptor === 1 ? 1 : 2, bytes.slice())
    call.state = { ...call.state, written: call.state.written + bytes.length }
    return bytes.length
  }
  const open = find(call, descriptor)
  if (open === null || (open.flags & O_ACCMODE) === 0) return -EBADF
  if (open.file === '/dev/full') return -ENOSPC
  if (DEVICES.has(open.file)) return bytes.length
  const old = call.state.files.get(open.file) ?? NOTHING
  const at = (open.flags & O_APPEND) !== 0 ? old.length : open.position
  const end = at + bytes.length
  if (end > MOST_FILE_BYTES) return -ENOSPC
  const file = new Uint8Array(Math.max(old.length, end))
  file.set(old)
  file.set(bytes, at)
  setFile(call, open.file, file)
  move(call, descriptor, open, end)
  return bytes.length
}

/** lseek(2): the new position, or minus an error number. `whence`: SEEK_SET 0, SEEK_CUR 1, SEEK_END 2. */
export function seekFile(call: HostCall, descriptor: number, offset: number, whence: number): number {
  if (isStandard(descriptor)) return -ESPIPE
  const open = find(call, descriptor)
  if (open === null) return -EBADF
  const starts = [0, open.position, (call.state.files.get(open.file) ?? NOTHING).length]
  const start = starts[whence]
  if (start === undefined || start + offset < 0) return -EINVAL
  move(call, descriptor, open, start + offset)
  return start + offset
}

/** What fstat tells: S_IF bits and permissions, and the size; or minus an error number. */
export function fileFacts(call: HostCall, descriptor: number): { mode: number; size: Bytes } | number {
  if (isStandard(descriptor)) return { mode: call.options.isTerminal ? 0o020620 : 0o010600, size: 0 }
  const open = find(call, descriptor)
  return open === null ? -EBADF : factsOf(call, open.file)
}

function factsOf(call: HostCall, name: string): { mode: number; size: Bytes } {
  if (name === MAPS) return { mode: 0o100444, size: 0 }
  if (DEVICES.has(name)) return { mode: 0o020666, size: 0 }
  const file = call.state.files.get(name)
  return file === undefined ? { mode: 0o040755, size: 4096 } : { mode: 0o100644, size: file.length }
}

/** The same by name, for stat and access. */
export function pathFacts(call: HostCall, path: string): { mode: number; size: Bytes } | number {
  const name = canonical(path)
  const isKnown = name === '/' || name === '.' || DEVICES.has(name) || call.state.files.has(name)
  return isKnown ? factsOf(call, name) : -ENOENT
}

/** unlink(2). */
export function removeFile(call: HostCall, path: string): number {
  const name = canonical(path)
  if (DEVICES.has(name)) return -EACCES
  if (!call.state.files.has(name)) return -ENOENT
  setFile(call, name, null)
  return 0
}

/** rename(2). */
export function renameFile(call: HostCall, from: string, to: string): number {
  const bytes = call.state.files.get(canonical(from))
  if (bytes === undefined) return -ENOENT
  if (DEVICES.has(canonical(to))) return -EACCES
  setFile(call, canonical(from), null)
  setFile(call, canonical(to), bytes)
  return 0
}
