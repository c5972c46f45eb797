import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { ImportRecord } from '@octavo/catalog/contract'
import { Page } from '../desk/Page.tsx'
import { Pages } from '../desk/Pages.tsx'
import { Wrong } from '../desk/Said.tsx'
import { queries, shop } from '../desk/shop.ts'
import { count, momentOf } from '../desk/words.ts'
import { UploadForm } from './UploadForm.tsx'

const shapes: Readonly<Record<ImportRecord['status'], readonly [shape: string, words: string]>> = { running: ['half', 'Running'], stopped: ['', 'Stopped'], completed: ['full', 'Completed'], failed: ['stop', 'Failed'] }

/** Files brought into the catalogue. One that was uploaded runs in the shop, whether somebody looks or not. */
export function ImportsPage() {
  const resume = useMutation({ mutationFn: (importId: string) => shop.operatorResumeImport({ importId }), onSuccess: () => queries.invalidateQueries({ queryKey: ['imports'] }) })
  return (
    <Page title="Imports" note="A file that is uploaded runs in the shop: this page may be closed. It may be packed, by gzip or as a zip.">
      <div className="column">
        <UploadForm done={() => queries.invalidateQueries({ queryKey: ['imports'] })} />
        <section className="block" aria-labelledby="so-far">
          <h2 id="so-far">So far</h2>
          <Wrong error={resume.error} />
          <Pages of={['imports']} every={2000} empty="Nothing has come in yet." ask={(cursor) => shop.operatorListImports(cursor === undefined ? {} : { cursor })}>
            {(imports) => (
              <table className="list">
                <thead><tr><th scope="col">File</th><th scope="col">Stands</th><th scope="col">What became of it</th><th scope="col"><span className="sr">What to do</span></th></tr></thead>
                <tbody>{imports.map((one) => <Row key={one.id} of={one} resume={() => resume.mutate(one.id)} />)}</tbody>
              </table>
            )}
          </Pages>
        </section>
      </div>
    </Page>
  )
}

function Row({ of, resume }: { readonly of: ImportRecord; readonly resume: () => void }) {
  const [shape, words] = shapes[of.status]
  const part = of.sizeBytes === null || of.sizeBytes === 0 ? null : Math.min(100, Math.round((of.position / of.sizeBytes) * 100))
  return (
    <tr>
      <td className="w"><b>{of.file}</b><small>{of.format}, {momentOf(of.startedAt)}</small></td>
      <td>
        <span className={`state ${shape}`}>{words}</span>
        {of.status === 'running' && part !== null && <div className="progress" role="progressbar" aria-label={`${of.file}, read`} aria-valuenow={part} aria-valuemin={0} aria-valuemax={100}><span style={{ width: `${part}%` }} /></div>}
      </td>
      <td className="w">
        {count(of.read, 'record', 'records')}: {of.created} new, {of.updated} changed, {of.unchanged} as they were, {of.rejected} refused
        {of.unknownCodes.length > 0 && <UnknownCodes of={of.unknownCodes} />}
        {of.failure !== null && of.status === 'failed' && <small>{of.failure}</small>}
      </td>
      <td>
        <div className="row">
          {of.rejected > 0 && of.sizeBytes !== null && <a href={`/api/operator/imports/${of.id}/rejects`} download={`${of.id}-rejects.csv`}>What was refused</a>}
          {of.status === 'failed' && of.sizeBytes !== null && <Button size="compact-sm" variant="default" onClick={resume}>Go on</Button>}
        </div>
      </td>
    </tr>
  )
}

/** What the file says by codes that its standard does not have: read all the same, but for these. */
function UnknownCodes({ of }: { readonly of: ImportRecord['unknownCodes'] }) {
  return (
    <details>
      <summary>{count(of.length, 'code', 'codes')} that no list has</summary>
      <ul>{of.map(({ list, element, code, count: records, line, identity }) => <li key={`${element} ${code}`}>{element} <b>{code}</b> (list {list}): {count(records, 'record', 'records')}, first {identity} in line {line}</li>)}</ul>
    </details>
  )
}
