import { exportFigures, figuresFileName, tellTrouble } from '../../state/index.ts'
import { useLab } from '../context.ts'
import { Popover } from '../parts/Popover.tsx'
import { saveFile } from '../saving.ts'
import { pngOf, svgOf } from './picture.ts'
import type { Sheet } from './sheet.ts'

/** Takes the figures along: the numbers as a table, the charts as a picture. */
export function ExportMenu({ sheet }: { readonly sheet: Sheet }) {
  const lab = useLab()
  const name = (extension: string) => figuresFileName(lab.store.getState().scenario?.title ?? '', extension)
  const savePng = async () => {
    const picture = await pngOf(sheet)
    if (picture !== null) return saveFile(name('png'), picture)
    tellTrouble(lab, 'The picture could not be made', 'This browser does not draw it. SVG works everywhere.')
  }
  const choices = [
    { name: 'CSV', words: 'A line for each operation.', run: () => exportFigures(lab, 'csv') },
    { name: 'JSON', words: 'The same, in columns.', run: () => exportFigures(lab, 'json') },
    { name: 'PNG', words: 'The charts as a picture.', run: savePng },
    {
      name: 'SVG',
      words: 'The charts as a drawing that can be enlarged.',
      run: () => lab.services.download(name('svg'), svgOf(sheet)),
    },
  ]
  return (
    <Popover face="Export" label="Export the figures" className="button small" panelClass="export-panel">
      {(close) => (
        <div className="choices">
          {choices.map((choice) => (
            <button
              key={choice.name}
              type="button"
              className="choice"
              onClick={() => {
                close()
                void choice.run()
              }}
            >
              <b>{choice.name}</b>
              <span>{choice.words}</span>
            </button>
          ))}
        </div>
      )}
    </Popover>
  )
}
