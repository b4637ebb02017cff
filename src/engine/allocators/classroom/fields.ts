import { bytesText } from '../../format.ts'
import type { Address, Bytes } from '../../units.ts'
import type { Field } from '../allocator.ts'
import { decodedWord, flagBit, linkAt, sizeBits, unusedBits } from '../bits.ts'
import { isUsed, MAPPED_BIT, nextLink, PREVIOUS_USED_BIT, previousLink, sizeOf } from './layout.ts'
import type { HeapView } from './view.ts'

/** The words of a chunk, sentinel or mapping, decoded for the inspector. */
export function decodeFields(view: HeapView, chunk: Address): readonly Field[] {
  const { layout, start, end } = view
  if (chunk === end && layout.sentinels) return [tagField(view, 'Epilogue', chunk)]
  if (chunk >= start && chunk < end) return chunkFields(view, chunk)
  if (layout.sentinels && chunk === start - layout.prologue) return tagPair(view, chunk, layout.prologue)
  return view.memory.allows(chunk, 'read') && chunk >= view.process.programBreak
    ? mappingFields(view, chunk)
    : []
}

function chunkFields(view: HeapView, chunk: Address): Field[] {
  const { layout } = view
  const tag = view.tagAt(chunk)
  const links = layout.linked && !isUsed(tag)
  const fields = [tagField(view, 'Header', chunk)]
  if (links) fields.push(linkField(view, 'Next', nextLink(layout, chunk)))
  if (links) fields.push(linkField(view, 'Previous', previousLink(layout, chunk)))
  const footer = chunk + sizeOf(tag) - layout.tag
  const hasFooter = layout.footersAlways || !isUsed(tag)
  if (hasFooter && footer > chunk && footer < view.end) fields.push(tagField(view, 'Footer', footer))
  return fields
}

function tagPair(view: HeapView, chunk: Address, size: Bytes): Field[] {
  const header = tagField(view, 'Prologue', chunk)
  if (!view.layout.footersAlways) return [header]
  return [header, tagField(view, 'Footer', chunk + size - view.layout.tag)]
}

function mappingFields(view: HeapView, mapping: Address): Field[] {
  return [
    linkField(view, 'Next mapping', mapping),
    linkField(view, 'Previous mapping', mapping + 8),
    tagField(view, 'Header', mapping + view.layout.mappedOffset - view.layout.tag),
  ]
}

function tagField(view: HeapView, label: string, address: Address): Field {
  // The flags come from the low half: a size that makes no sense may be too large for its last bits to be told.
  const tag = view.memory.peek32(address)
  const parts = [bytesText(sizeOf(view.tagAt(address))), isUsed(tag) ? 'in use' : 'free']
  const hasPreviousBit = !view.layout.footersAlways && label !== 'Footer' && (tag & MAPPED_BIT) === 0
  if (hasPreviousBit) parts.push((tag & PREVIOUS_USED_BIT) !== 0 ? 'previous in use' : 'previous free')
  if ((tag & MAPPED_BIT) !== 0) parts.push('mapped')
  const size = view.layout.tag
  const word = decodedWord(view.memory, address, size, [
    sizeBits(3, 8 * size - 1),
    flagBit(2, 'mapped'),
    hasPreviousBit ? flagBit(1, 'before', 'in use', 'free') : unusedBits(1, 1),
    flagBit(0, 'in use'),
  ])
  return { label, address, size, value: parts.join(', '), ...word }
}

function linkField(view: HeapView, label: string, address: Address): Field {
  const target = linkAt(view.memory, address)
  return { label, address, size: 8, value: target === '0x0' ? 'none' : target }
}
