import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type DragEvent } from 'react'
import { problemOf } from '@octavo/client'
import type { Product } from '@octavo/catalog/contract'
import { Done, Wrong } from '../desk/Said.tsx'
import { queries, shop } from '../desk/shop.ts'

type Picture = Awaited<ReturnType<typeof shop.operatorListPictures>>['items'][number]

export function ProductPictures({ product }: { readonly product: Product }) {
  const [said, say] = useState<string | null>(null)
  const { id: productId } = product
  const pictures = useQuery({ queryKey: ['pictures', productId], queryFn: async () => (await shop.operatorListPictures({ productId })).items })
  const renew = async (words: string): Promise<void> => { say(words); await queries.invalidateQueries({ queryKey: ['pictures', productId] }) }
  const arrange = useMutation({ mutationFn: (wanted: readonly Picture[]) => shop.operatorArrangePictures({ productId, pictures: wanted.map(({ id, alt }) => ({ id: id ?? '', alt: alt ?? '' })) }), onSuccess: () => renew('Arranged.') })
  const remove = useMutation({ mutationFn: (pictureId: string) => shop.operatorRemovePicture({ productId, pictureId }), onSuccess: () => renew('Taken away.') })
  const all = pictures.data ?? []
  const moved = (at: number, to: number): Picture[] => { const next = [...all]; next.splice(to, 0, ...next.splice(at, 1)); return next }
  return (
    <section className="block" aria-labelledby="product">
      <h2 id="product">{product.title}</h2>
      <Upload productId={productId} done={renew} />
      <Wrong error={pictures.error ?? arrange.error ?? remove.error} />
      <Done words={said} />
      <ul className="pictures">
        {all.map((picture, at) => (
          <li key={picture.id}>
            <figure><img src={picture.url.replace(/\d+\.jpg$/, `${picture.widthsPx?.find((width) => width >= 320) ?? picture.widthPx}.jpg`)} alt={picture.alt ?? ''} width={picture.widthPx} height={picture.heightPx} /></figure>
            <p className="quiet">{at === 0 ? 'The cover' : `Picture ${at + 1}`}, {picture.widthPx} × {picture.heightPx}</p>
            <TextInput label="What it shows" defaultValue={picture.alt ?? ''} maxLength={500} onBlur={({ currentTarget: { value } }) => { if (value !== (picture.alt ?? '')) arrange.mutate(all.map((one) => (one.id === picture.id ? { ...one, alt: value } : one))) }} />
            <div className="row">
              {at > 0 && <Button size="compact-sm" variant="default" onClick={() => arrange.mutate(moved(at, at - 1))}>Earlier</Button>}
              {at < all.length - 1 && <Button size="compact-sm" variant="default" onClick={() => arrange.mutate(moved(at, at + 1))}>Later</Button>}
              <Button size="compact-sm" variant="outline" color="red" onClick={() => remove.mutate(picture.id ?? '')}>Take away</Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** One after the other, as they were chosen or dropped; what is refused is told by its name, and the rest goes on. */
function Upload({ productId, done }: { readonly productId: string; readonly done: (words: string) => Promise<void> }) {
  const [over, setOver] = useState(false)
  const [refused, setRefused] = useState<readonly string[]>([])
  const upload = useMutation({
    mutationFn: async (files: readonly File[]) => {
      const wrong: string[] = []
      for (const file of files) await send(productId, file).catch((error: Error) => wrong.push(`${file.name}: ${error.message}`))
      setRefused(wrong)
      return files.length - wrong.length
    },
    onSuccess: (taken) => (taken > 0 ? done(taken === 1 ? 'One picture is in.' : `${taken} pictures are in.`) : undefined),
  })
  const drop = (event: DragEvent): void => { event.preventDefault(); setOver(false); upload.mutate([...event.dataTransfer.files]) }
  return (
    <>
      <div className={over ? 'drop over' : 'drop'} onDragOver={(event) => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)} onDrop={drop}>
        <label htmlFor="pictures-to-add"><b>Add pictures</b>, or drop them here. JPEG, PNG or WebP, at most 15 MB each.</label>
        <input id="pictures-to-add" type="file" accept="image/jpeg,image/png,image/webp" multiple disabled={upload.isPending} onChange={({ currentTarget }) => { upload.mutate([...currentTarget.files ?? []]); currentTarget.value = '' }} />
        {upload.isPending && <p role="status">Taking them in …</p>}
      </div>
      {refused.length > 0 && <ul className="said wrong" role="alert">{refused.map((words) => <li key={words}>{words}</li>)}</ul>}
    </>
  )
}

async function send(productId: string, file: File): Promise<void> {
  const answer = await fetch(`/api/operator/products/${encodeURIComponent(productId)}/pictures`, { method: 'POST', body: file })
  if (!answer.ok) throw await problemOf(answer)
}
