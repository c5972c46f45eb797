import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Wrong } from './Said.tsx'

interface Listed<Item> { readonly items: readonly Item[]; readonly nextCursor: string | null }

interface Props<Item> {
  /** What makes this list another than that. */
  readonly of: readonly unknown[]
  readonly ask: (cursor: string | undefined) => Promise<Listed<Item>>
  readonly empty: string
  /** Asked again so often, milliseconds. */
  readonly every?: number | false
  readonly children: (items: readonly Item[]) => ReactNode
}

/** A list page by page, by its cursor. */
export function Pages<Item>({ of, ask, empty, every = false, children }: Props<Item>) {
  const list = useInfiniteQuery({
    queryKey: of, queryFn: ({ pageParam }) => ask(pageParam), initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }: Listed<Item>) => nextCursor ?? undefined, refetchInterval: every,
  })
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      <Wrong error={list.error} />
      {list.isPending && <p className="quiet">Looking …</p>}
      {list.data && (items.length === 0 ? <p className="empty">{empty}</p> : <div className="scroll">{children(items)}</div>)}
      {list.hasNextPage && <div className="more"><Button variant="default" loading={list.isFetchingNextPage} onClick={() => { void list.fetchNextPage() }}>More</Button></div>}
    </>
  )
}
