/**
 * Searches of the demo's shoppers. By handle: 3 is what is looked for, 2 as good as it to some, 1 beside it. `stood` is the nDCG@10 that
 * each had when it was last looked at: what search does now is measured against it.
 */
export interface JudgedDemo { readonly query: string; readonly stood: number; readonly wanted: Readonly<Record<string, number>> }

const all = (grade: number, ...handles: readonly string[]): Record<string, number> => Object.fromEntries(handles.map((handle) => [handle, grade]))

export const judgedDemo: readonly JudgedDemo[] = [
  { query: 'whaling', stood: 0.92, wanted: { ...all(3, 'moby-dick'), ...all(1, 'jigsaw-map-of-whales', 'two-years-before-the-mast', 'lp-sea-shanties') } },
  { query: 'melvile', stood: 1, wanted: all(3, 'moby-dick') },
  { query: 'vampires', stood: 1, wanted: all(3, 'dracula', 'carmilla') },
  { query: 'detective baker street', stood: 1, wanted: { ...all(3, 'the-adventures-of-sherlock-holmes', 'a-study-in-scarlet', 'the-sign-of-the-four', 'the-memoirs-of-sherlock-holmes', 'the-return-of-sherlock-holmes'), ...all(2, 'the-hound-of-the-baskervilles') } },
  { query: 'sherlok holmes', stood: 1, wanted: { ...all(3, 'the-adventures-of-sherlock-holmes', 'the-memoirs-of-sherlock-holmes', 'the-return-of-sherlock-holmes'), ...all(2, 'the-hound-of-the-baskervilles', 'a-study-in-scarlet', 'the-sign-of-the-four') } },
  { query: 'stoicism', stood: 1, wanted: all(3, 'meditations', 'the-enchiridion') },
  { query: 'time travel', stood: 0.851, wanted: { ...all(3, 'the-time-machine', 'a-connecticut-yankee-in-king-arthurs-court'), ...all(1, 'looking-backward') } },
  { query: 'pirates', stood: 1, wanted: all(3, 'treasure-island', 'peter-and-wendy') },
  { query: 'utopia', stood: 1, wanted: { ...all(3, 'utopia'), ...all(2, 'erewhon', 'news-from-nowhere', 'looking-backward') } },
  { query: 'fairy tales', stood: 0.986, wanted: { ...all(3, 'grimms-household-tales', 'andersens-fairy-tales'), ...all(2, 'the-happy-prince-and-other-tales'), ...all(1, 'kinder-und-hausmaerchen') } },
  { query: 'slavery', stood: 0.763, wanted: { ...all(3, 'narrative-of-the-life-of-frederick-douglass', 'incidents-in-the-life-of-a-slave-girl', 'the-interesting-narrative', 'uncle-toms-cabin'), ...all(1, 'adventures-of-huckleberry-finn') } },
  { query: 'reading lamp', stood: 1, wanted: { ...all(3, 'clamp-lamp-lark'), ...all(2, 'floor-lamp-stork', 'clip-light-moth', 'bankers-lamp', 'bedside-wall-lamp'), ...all(1, 'rechargeable-lantern') } },
  { query: 'chess', stood: 1, wanted: { ...all(3, 'chess-set-club', 'travel-chess'), ...all(1, 'through-the-looking-glass') } },
  { query: 'notebook', stood: 0.985, wanted: { ...all(3, 'quire-notebook-a5', 'quire-notebook-pocket', 'field-notebook-waterproof'), ...all(2, 'commonplace-book', 'sketchbook-landscape'), ...all(1, 'reading-log', 'music-manuscript-book') } },
  { query: 'ghost stories', stood: 0.979, wanted: { ...all(3, 'ghost-stories-of-an-antiquary'), ...all(2, 'the-turn-of-the-screw', 'a-christmas-carol', 'strange-stories-from-a-chinese-studio') } },
  { query: 'dostoevsky', stood: 1, wanted: all(3, 'crime-and-punishment', 'the-brothers-karamazov', 'the-idiot', 'notes-from-underground') },
  { query: 'pride and prejudise', stood: 1, wanted: all(3, 'pride-and-prejudice') },
  { query: 'wuthering hights', stood: 1, wanted: all(3, 'wuthering-heights') },
  { query: 'sailing alone', stood: 0.943, wanted: { ...all(3, 'sailing-alone-around-the-world'), ...all(1, 'the-riddle-of-the-sands', 'two-years-before-the-mast') } },
  { query: 'cookery recipes', stood: 1, wanted: { ...all(3, 'the-book-of-household-management', 'modern-cookery-for-private-families'), ...all(1, 'the-physiology-of-taste') } },
  { query: 'evolution', stood: 0.878, wanted: { ...all(3, 'on-the-origin-of-species', 'the-descent-of-man'), ...all(2, 'the-voyage-of-the-beagle'), ...all(1, 'the-time-machine', 'the-water-babies') } },
  { query: 'book about bees', stood: 1, wanted: all(3, 'the-life-of-the-bee') },
  { query: 'garden', stood: 0.998, wanted: { ...all(3, 'wood-and-garden', 'elizabeth-and-her-german-garden', 'the-secret-garden'), ...all(1, 'a-childs-garden-of-verses') } },
  { query: 'orphans', stood: 0.946, wanted: { ...all(3, 'oliver-twist', 'anne-of-green-gables'), ...all(1, 'jane-eyre', 'great-expectations') } },
  { query: 'governess', stood: 0.892, wanted: { ...all(3, 'jane-eyre', 'the-turn-of-the-screw'), ...all(1, 'vanity-fair') } },
  { query: 'submarine', stood: 0.76, wanted: { ...all(3, 'twenty-thousand-leagues-under-the-seas'), ...all(2, 'vingt-mille-lieues-sous-les-mers') } },
  { query: 'dinosaurs', stood: 1, wanted: all(3, 'the-lost-world') },
  { query: 'martians', stood: 0.76, wanted: { ...all(3, 'the-war-of-the-worlds'), ...all(2, 'a-princess-of-mars') } },
  { query: 'fountain pen', stood: 1, wanted: { ...all(3, 'fountain-pen-heron', 'fountain-pen-brass'), ...all(1, 'ink-six-colours', 'ink-oak-gall') } },
  { query: 'piano music', stood: 0.727, wanted: { ...all(3, 'lp-goldberg-variations', 'lp-chopin-nocturnes', 'lp-debussy-preludes', 'lp-satie', 'lp-joplin-rags'), ...all(1, 'lp-clara-schumann') } },
  { query: 'kafka', stood: 1, wanted: all(3, 'die-verwandlung', 'der-process') },
  { query: 'faust', stood: 1, wanted: { ...all(3, 'faust'), ...all(2, 'doctor-faustus') } },
  { query: 'plague london', stood: 1, wanted: { ...all(3, 'a-journal-of-the-plague-year'), ...all(2, 'the-diary-of-samuel-pepys') } },
  { query: 'four sisters', stood: 0.51, wanted: { ...all(3, 'little-women'), ...all(1, 'pride-and-prejudice', 'sense-and-sensibility') } },
  { query: 'jigsaw for children', stood: 0.84, wanted: { ...all(3, 'jigsaw-peter-rabbit-garden'), ...all(2, 'jigsaw-map-of-whales', 'jigsaw-bookshop-window') } },
  { query: 'french revolution', stood: 0.996, wanted: { ...all(3, 'the-french-revolution', 'a-tale-of-two-cities'), ...all(1, 'rights-of-man') } },
  { query: 'jane austen', stood: 1, wanted: all(3, 'pride-and-prejudice', 'sense-and-sensibility', 'emma', 'persuasion', 'northanger-abbey', 'mansfield-park') },
  { query: 'märchen', stood: 0.47, wanted: { ...all(3, 'kinder-und-hausmaerchen'), ...all(1, 'grimms-household-tales') } },
]
