/** Where a source is changed, in one part of the page. */
export { ProgramEditor } from './code/ProgramEditor.tsx'
export { Editor } from './Editor.tsx'
