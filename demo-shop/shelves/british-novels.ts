/** Novels from the British Isles, from Defoe to Hardy. */
import { classics } from '../press/classic.ts'

export const britishNovels = classics([
  { n: 101, title: 'Bleak House', by: 'Charles Dickens', year: 1853, pages: 960, kind: 'novel',
    keywords: ['Chancery', 'London fog', 'lawyers', 'inheritance'],
    text: `
      A lawsuit about a will has gone on so long that nobody alive can explain it, and it is eating everybody it touches.
      Half the story is told by a voice as large as London, the other half by a careful young woman with a bunch of keys.
      One of the first detectives in English fiction comes in late and sees most of it.` },
  { n: 102, title: 'Great Expectations', by: 'Charles Dickens', year: 1861, pages: 544, kind: 'novel',
    keywords: ['convicts', 'marshes', 'snobbery', 'Miss Havisham'],
    text: `
      A blacksmith’s boy feeds a convict in a churchyard, and years later somebody who will not be named makes a gentleman
      of him. Pip is sure he knows who. It is the best plotted of the novels and the one in which the hero is hardest on
      himself.`, demand: 'last copies' },
  { n: 103, title: 'David Copperfield', by: 'Charles Dickens', year: 1850, pages: 880, kind: 'novel',
    keywords: ['childhood', 'schools', 'Yarmouth', 'Mr Micawber'],
    text: `
      He called it his favourite child, and gave it his own worst memory, a boy sent to work among bottles. Around David
      stand an aunt who hates donkeys, a clerk who writhes, and a debtor who is certain that something will turn up.` },
  { n: 104, title: 'A Tale of Two Cities', by: 'Charles Dickens', year: 1859, pages: 416, kind: 'historical',
    keywords: ['French Revolution', 'Paris', 'sacrifice', 'knitting'],
    text: `
      A doctor comes out of the Bastille after eighteen years and cannot stop making shoes. Two men in London love his
      daughter, and they look alike. The guillotine makes use of the resemblance.` },
  { n: 105, title: 'Oliver Twist', subtitle: 'Or, The Parish Boy’s Progress', by: 'Charles Dickens', year: 1838, pages: 480, kind: 'novel',
    keywords: ['orphans', 'workhouse', 'thieves', 'London'],
    text: `
      A workhouse boy asks for a second bowl of gruel and is advertised at five pounds to anyone who will take him. The road
      from there leads to a kitchen full of silk handkerchiefs. Dickens was twenty-five, angry, and already the best-known
      writer in England.` },
  { n: 106, title: 'Hard Times', by: 'Charles Dickens', year: 1854, pages: 320, kind: 'novel',
    keywords: ['factories', 'schools', 'facts', 'the circus'],
    text: `
      In Coketown children are taught facts, and the definition of a horse begins with its teeth. Then a circus comes to the
      edge of the town. His shortest novel, and the only one that never goes to London.` },
  { n: 107, title: 'Little Dorrit', by: 'Charles Dickens', year: 1857, pages: 896, kind: 'novel',
    keywords: ['debtors’ prison', 'bureaucracy', 'banking', 'the Marshalsea'],
    text: `
      A girl is born in a debtors’ prison and keeps house there for a father who receives visitors like a duke. Outside, the
      Circumlocution Office perfects the art of how not to do it, and a banker is admired by everyone. Few novels know more
      about money and its absence.` },
  { n: 108, title: 'The Pickwick Papers', by: 'Charles Dickens', year: 1837, pages: 816, kind: 'comic',
    keywords: ['coaches', 'inns', 'clubs', 'cricket', 'Sam Weller'],
    text: `
      Four gentlemen of a club travel about the south of England making observations, and are overturned, sued and put in
      the pound. In the fourth number Mr Pickwick takes a servant called Sam Weller, and the printing went from four hundred
      copies to forty thousand.` },
  { n: 109, title: 'A Christmas Carol', by: 'Charles Dickens', year: 1843, pages: 128, kind: 'gothic',
    also: ['short-stories'], keywords: ['Christmas', 'ghosts', 'misers', 'charity'],
    text: `
      A man who thinks Christmas a way of picking pockets has four visitors in one night, the first of them his dead
      partner. He wrote it in six weeks, walking about London after dark, and it sold out before the day itself.` },
  { n: 110, title: 'Sense and Sensibility', by: 'Jane Austen', year: 1811, pages: 384, kind: 'love',
    keywords: ['sisters', 'money', 'Devon', 'secrets'],
    text: `
      Two sisters lose their home to a half-brother, who is talked out of helping them in one perfect chapter. One of them
      hides everything she feels and the other hides nothing, and neither way works. It was signed “By a Lady”, who paid for
      the printing.` },
  { n: 111, title: 'Emma', by: 'Jane Austen', year: 1815, pages: 496, kind: 'love',
    keywords: ['matchmaking', 'villages', 'Highbury', 'self-deception'],
    text: `
      Emma Woodhouse is handsome, clever and rich, and arranges other people’s marriages for something to do. She is wrong
      about every one of them, her own included. On second reading it turns out that the clues were all in plain view.` },
  { n: 112, title: 'Persuasion', by: 'Jane Austen', year: 1817, pages: 272, kind: 'love',
    keywords: ['second chances', 'the navy', 'Bath', 'Lyme Regis'],
    text: `
      Eight years ago Anne Elliot was persuaded to give up a sailor without prospects. Now he is back with twenty-five
      thousand pounds, and she is in the corner, playing the piano while others dance. Her last finished novel, the
      shortest, and the one with the letter.` },
  { n: 113, title: 'Northanger Abbey', by: 'Jane Austen', year: 1817, pages: 256, kind: 'comic',
    also: ['gothic-and-horror'], keywords: ['Gothic novels', 'Bath', 'reading', 'laundry lists'],
    text: `
      Catherine Morland has read a great many novels with dungeons in them and is at last invited to an abbey. What she
      finds in the old chest is worse for her dignity than any skeleton. In between stands the best short defence of novels
      ever put into one.` },
  { n: 114, title: 'Mansfield Park', by: 'Jane Austen', year: 1814, pages: 480, kind: 'novel',
    keywords: ['country houses', 'theatricals', 'poor relations', 'morals'],
    text: `
      A poor cousin grows up in a great house, cold and useful and always in the right. Visitors arrive from London with
      charm and a play to rehearse. Readers have quarrelled about Fanny Price for two hundred years, which is a long life
      for a quiet girl.` },
  { n: 115, title: 'Jane Eyre', subtitle: 'An Autobiography', by: 'Charlotte Brontë', year: 1847, pages: 560, kind: 'love',
    also: ['gothic-and-horror'], keywords: ['governesses', 'Yorkshire', 'fire', 'independence'],
    text: `
      A governess, small, plain and not to be bullied, comes to a house where somebody laughs behind a door on the third
      floor. Her employer asks her opinion and is given it. Everything else in the book follows from her habit of telling
      the truth.` },
  { n: 116, title: 'Villette', by: 'Charlotte Brontë', year: 1853, pages: 608, kind: 'novel',
    keywords: ['teaching', 'Brussels', 'loneliness', 'secrets'],
    text: `
      Lucy Snowe crosses the Channel at night with fifteen pounds and no plan and finds work in a girls’ school. She tells
      us a good deal and keeps back more, including, for some chapters, whom she has recognised. The ending is two endings,
      and you are left to choose.` },
  { n: 117, title: 'The Tenant of Wildfell Hall', by: 'Anne Brontë', year: 1848, pages: 512, kind: 'novel',
    keywords: ['marriage', 'drink', 'painting', 'diaries'],
    text: `
      A young widow with a small son takes an empty hall and will not say where she came from. Her diary, which fills the
      middle of the book, does. When a wife in 1848 shut a door in her husband’s face, the reviews heard it slam.` },
  { n: 118, title: 'Agnes Grey', by: 'Anne Brontë', year: 1847, pages: 240, kind: 'novel',
    keywords: ['governesses', 'clergy', 'cruelty to animals', 'the sea'],
    text: `
      A clergyman’s daughter goes out as a governess and meets, in two houses, children whom nobody has ever refused
      anything. Anne Brontë had held such posts herself and left out nothing. It is a short book with a clear eye and a
      temper kept in hand.` },
  { n: 119, title: 'Vanity Fair', subtitle: 'A Novel without a Hero', by: 'William Makepeace Thackeray', year: 1848, pages: 880, kind: 'satire',
    keywords: ['Waterloo', 'climbing', 'Becky Sharp', 'credit'],
    text: `
      Becky Sharp leaves school by throwing the dictionary out of the carriage window. She has wit, French and no money, and
      she means to live well on nothing a year. Waterloo happens just out of sight, and it is the quiet people who are hurt.` },
  { n: 120, title: 'The Luck of Barry Lyndon', by: 'William Makepeace Thackeray', year: 1844, pages: 368, kind: 'satire',
    keywords: ['Ireland', 'gambling', 'soldiers', 'bragging'],
    text: `
      An Irish adventurer tells how he rose in the world by cards, duels and a countess. He is proud of all of it, and the
      reader comes to dread each new success. A fine example of a man convicting himself in his own words.` },
  { n: 121, title: 'Cranford', by: 'Elizabeth Gaskell', year: 1853, pages: 240, kind: 'comic',
    keywords: ['small towns', 'spinsters', 'economy', 'tea'],
    text: `
      In the first place, Cranford is in possession of the Amazons. A town of ladies with small incomes and strict rules
      meets a captain who talks of being poor in the street, a conjurer, and the failure of a bank. It is funny on every
      page and kind on most.` },
  { n: 122, title: 'North and South', by: 'Elizabeth Gaskell', year: 1855, pages: 496, kind: 'love',
    keywords: ['cotton mills', 'strikes', 'Manchester', 'class'],
    text: `
      A parson’s daughter from the New Forest has to live in a town that makes cotton and smoke. She thinks its mill owners
      no gentlemen and tells one of them so. There is a strike, seen from both sides of the gate.` },
  { n: 123, title: 'Mary Barton', subtitle: 'A Tale of Manchester Life', by: 'Elizabeth Gaskell', year: 1848, pages: 432, kind: 'novel',
    keywords: ['Manchester', 'Chartists', 'murder', 'poverty'],
    text: `
      A mill owner’s son is shot, and the young man accused is the one Mary refused. Her first novel went into the cellars
      of Manchester at a time when few novelists went near the town. The trial chapters run like a train, which is also in
      it.` },
  { n: 124, title: 'Wives and Daughters', by: 'Elizabeth Gaskell', year: 1866, pages: 720, kind: 'family',
    keywords: ['stepmothers', 'doctors', 'naturalists', 'villages'],
    text: `
      A country doctor marries again for his daughter’s sake, and gets a wife with a great deal of small talk and a
      beautiful girl of her own. Gaskell died with a chapter still to write, and nobody is in doubt how it goes.` },
  { n: 125, title: 'Adam Bede', by: 'George Eliot', year: 1859, pages: 560, kind: 'novel',
    keywords: ['carpenters', 'Methodists', 'farms', 'remorse'],
    text: `
      A carpenter loves a dairymaid who loves the squire’s grandson, and a young woman preaches on the green. The dairy, the
      harvest supper and the kitchen of Mrs Poyser are there to the last cream-pan. So is what happens to Hetty on the road.` },
  { n: 126, title: 'The Mill on the Floss', by: 'George Eliot', year: 1860, pages: 576, kind: 'family',
    keywords: ['brothers and sisters', 'rivers', 'aunts', 'education'],
    text: `
      Maggie Tulliver is cleverer than her brother, who is sent to be taught Latin. The four aunts on her mother’s side have
      views about linen, wills and hair. The river has been mentioned from the first page.` },
  { n: 127, title: 'Silas Marner', subtitle: 'The Weaver of Raveloe', by: 'George Eliot', year: 1861, pages: 224, kind: 'novel',
    keywords: ['weaving', 'misers', 'foundlings', 'villages'],
    text: `
      A weaver with a heap of gold and no friends loses the gold. Then on a snowy night he sees something yellow before his
      hearth. It is the shortest of her novels and has the best conversation in any public house in English.` },
  { n: 128, title: 'Daniel Deronda', by: 'George Eliot', year: 1876, pages: 848, kind: 'novel',
    keywords: ['gambling', 'music', 'Judaism', 'marriage'],
    text: `
      It opens at a roulette table, where Gwendolen Harleth is losing and being watched. She makes a marriage she knows to
      be wrong; he finds out who his mother is. The two halves do not sit easily together, and the unease is part of what it
      has to say.` },
  { n: 129, title: 'Doctor Thorne', by: 'Anthony Trollope', year: 1858, pages: 560, kind: 'family',
    keywords: ['inheritance', 'doctors', 'mortgages', 'birth'], series: ['Chronicles of Barsetshire', '3'],
    text: `
      Frank Gresham must marry money, everyone tells him, and he wants to marry Mary Thorne, who has none and a secret
      besides. Only the doctor knows who stands to inherit from a stonemason who drinks. Trollope tells you at once, and it
      does no harm at all.` },
  { n: 130, title: 'Framley Parsonage', by: 'Anthony Trollope', year: 1861, pages: 528, kind: 'novel',
    keywords: ['clergy', 'debt', 'hunting', 'pride'], series: ['Chronicles of Barsetshire', '4'],
    text: `
      A young vicar puts his name to a friend’s bill, as a favour. The friend is a Member of Parliament. Meanwhile Lady
      Lufton is surprised to find that a girl without a penny can refuse her son.` },
  { n: 131, title: 'The Small House at Allington', by: 'Anthony Trollope', year: 1864, pages: 640, kind: 'love',
    keywords: ['jilting', 'clerks', 'constancy', 'villages'], series: ['Chronicles of Barsetshire', '5'],
    text: `
      Lily Dale is engaged to a man of fashion who thinks again at the next house he visits. What he gets instead is described with
      great fairness and no pity. Readers wrote for years begging that Lily should marry the other one.` },
  { n: 132, title: 'The Last Chronicle of Barset', by: 'Anthony Trollope', year: 1867, pages: 848, kind: 'novel', demand: 'new printing',
    keywords: ['clergy', 'accusation', 'pride', 'farewells'], series: ['Chronicles of Barsetshire', '6'],
    text: `
      A poor, proud, learned curate is accused of stealing a cheque for twenty pounds and cannot remember where he got it.
      All of Barsetshire comes back to take a side. Mrs Proudie dies in it because two clergymen at a club were heard
      complaining of her.` },
  { n: 133, title: 'The Way We Live Now', by: 'Anthony Trollope', year: 1875, pages: 816, kind: 'satire',
    keywords: ['finance', 'railways', 'fraud', 'London society'],
    text: `
      Augustus Melmotte arrives in London with a vast fortune that nobody has seen. Shares in a railway are sold, and it is
      thought vulgar to ask where the railway is. It has a hundred chapters and could have been published on Monday.` },
  { n: 134, title: 'Far from the Madding Crowd', by: 'Thomas Hardy', year: 1874, pages: 432, kind: 'love',
    keywords: ['Wessex', 'sheep', 'farming', 'valentines'],
    text: `
      Bathsheba Everdene inherits a farm and means to run it herself. A shepherd, a farmer and a sergeant all wish to marry
      her, and she sends one of them a valentine as a joke. The shepherd is called Oak, and is.` },
  { n: 135, title: 'The Return of the Native', by: 'Thomas Hardy', year: 1878, pages: 448, kind: 'novel',
    keywords: ['Egdon Heath', 'bonfires', 'restlessness', 'furze'],
    text: `
      The first chapter is about a heath, on which nobody appears. Then there are bonfires, a woman who wants to be in
      Paris, and a man who has come home from there on purpose. The heath does not take sides.` },
  { n: 136, title: 'The Mayor of Casterbridge', by: 'Thomas Hardy', year: 1886, pages: 368, kind: 'novel',
    keywords: ['wife-selling', 'corn', 'rivals', 'pride'],
    text: `
      A hay-trusser, drunk on furmity, sells his wife at a fair for five guineas. Eighteen years later he is mayor, sober
      and respected, and she comes up the street to find him. A tragedy in which the whole fault is one man’s temper, and
      you like him.` },
  { n: 137, title: 'Tess of the d’Urbervilles', subtitle: 'A Pure Woman', by: 'Thomas Hardy', year: 1891, pages: 480, kind: 'novel',
    keywords: ['dairymaids', 'Stonehenge', 'hypocrisy', 'Wessex'],
    text: `
      A parson tells a tipsy carter that he is descended from knights, and the carter’s daughter pays for it. The dairy at
      Talbothays is the one summer she is given. Hardy put his opinion on the title page, in three words, and was never
      forgiven for them in some houses.` },
  { n: 138, title: 'Jude the Obscure', by: 'Thomas Hardy', year: 1895, pages: 464, kind: 'novel',
    keywords: ['universities', 'stonemasons', 'marriage', 'ambition'],
    text: `
      A village boy learns Greek on a baker’s cart so as to go to Christminster, and gets there as a mason who mends its
      walls. A bishop said that he had burnt his copy. It was the last novel Hardy wrote; he turned to verse for thirty
      years more.` },
  { n: 139, title: 'New Grub Street', by: 'George Gissing', year: 1891, pages: 544, kind: 'novel',
    keywords: ['writers', 'poverty', 'reviews', 'London'],
    text: `
      Two men live by writing: one has talent and three volumes to fill, the other has a nose for what the public wants.
      Guess who eats. Gissing knew every attic in it, and booksellers have always read it with discomfort.` },
  { n: 140, title: 'The Diary of a Nobody', by: ['George Grossmith', 'Weedon Grossmith'], year: 1892, pages: 176, kind: 'comic',
    keywords: ['Holloway', 'clerks', 'jokes', 'paint'],
    text: `
      Mr Pooter of Brickfield Terrace does not see why, because he does not happen to be a “Somebody”, his diary should not
      be interesting. He paints the bath red, falls down at the ball, and makes one joke a year. By the end you would not
      hear a word against him.` },
  { n: 141, title: 'The Life and Opinions of Tristram Shandy, Gentleman', handle: 'tristram-shandy', by: 'Laurence Sterne', year: 1759, pages: 640, kind: 'comic',
    keywords: ['digressions', 'noses', 'sieges', 'clocks'],
    text: `
      Tristram sets out to tell his life and takes three volumes to be born. There is a black page, a marbled page, and a
      blank one on which you are asked to draw the widow yourself. Uncle Toby rebuilds a siege in the garden, and whistles.` },
  { n: 142, title: 'The History of Tom Jones, a Foundling', handle: 'tom-jones', by: 'Henry Fielding', year: 1749, pages: 896, kind: 'comic',
    keywords: ['foundlings', 'the road', 'inns', 'hypocrisy'],
    text: `
      A baby is found in the bed of a good squire, grows up generous and imprudent, and is turned out to walk to London.
      Everyone in England seems to be on the same road. Each of the eighteen books begins with a chat, and it is a pleasure
      to be talked to.` },
  { n: 143, title: 'Joseph Andrews', by: 'Henry Fielding', year: 1742, pages: 400, kind: 'comic',
    keywords: ['footmen', 'parsons', 'the road', 'parody'],
    text: `
      A handsome footman refuses his mistress and is put out on the road in the company of Parson Adams, who has left his
      sermons at home. It began as a joke at the expense of Richardson’s <em>Pamela</em>. The parson walked in and took the
      book over.` },
  { n: 144, title: 'Pamela', subtitle: 'Or, Virtue Rewarded', by: 'Samuel Richardson', year: 1740, pages: 544, kind: 'novel',
    keywords: ['letters', 'servants', 'virtue', 'marriage'],
    text: `
      A maid of fifteen writes home about her master’s attentions, and goes on writing through locked doors. In one village,
      the story goes, they rang the church bells when she was married. It made a printer of fifty the most talked-of
      novelist in Europe.` },
  { n: 145, title: 'Moll Flanders', by: 'Daniel Defoe', year: 1722, pages: 352, kind: 'adventure',
    keywords: ['Newgate', 'thieves', 'marriages', 'Virginia'],
    text: `
      Born in Newgate, five times a wife, twelve years a thief, eight a transported felon in Virginia: the title page gives
      the whole life away and the book is still a surprise. Moll keeps accounts. She repents at length, and always says what
      the watch was worth.` },
  { n: 146, title: 'A Journal of the Plague Year', by: 'Daniel Defoe', year: 1722, pages: 272, kind: 'historical',
    keywords: ['plague', 'London', '1665', 'statistics'],
    text: `
      A saddler stays in London in 1665 and walks about, looking. He copies the weekly bills of the dead, and notices how
      people lie about them. Defoe was about five at the time, and made a witness so good that historians have had to be
      careful.` },
  { n: 147, title: 'Evelina', by: 'Frances Burney', year: 1778, pages: 448, kind: 'comic',
    keywords: ['letters', 'London', 'embarrassment', 'relations'],
    text: `
      A girl from a parsonage comes to London and does not know the rules of a dance. Her grandmother, when she turns up,
      knows none at all. It came out without a name, and Dr Johnson had whole pages by heart.` },
  { n: 148, title: 'The Vicar of Wakefield', by: 'Oliver Goldsmith', year: 1766, pages: 224, kind: 'comic',
    keywords: ['clergy', 'misfortune', 'families', 'green spectacles'],
    text: `
      Dr Primrose loses his money, his house and for a while his liberty, and keeps his principles and his wife. His son sells
      a horse for a gross of green spectacles. Johnson took the manuscript out for sixty pounds on a day when the landlady
      had sent for the bailiffs.` },
  { n: 149, title: 'Gulliver’s Travels', by: 'Jonathan Swift', year: 1726, pages: 320, kind: 'satire',
    also: ['adventure', 'travel'], keywords: ['Lilliput', 'giants', 'Yahoos', 'voyages'],
    text: `
      Everyone knows the first voyage and the second. In the third there are men extracting sunbeams from cucumbers, and in
      the fourth, horses, after whom Gulliver cannot sit at table with his wife. It has been given to children for three
      centuries, by people who had not got to the end.` },
  { n: 150, title: 'Waverley', subtitle: 'Or, ’Tis Sixty Years Since', by: 'Walter Scott', year: 1814, pages: 528, kind: 'historical',
    keywords: ['Scotland', 'Jacobites', '1745', 'the Highlands'],
    text: `
      An English officer with too many romances in his head goes north on leave in 1745 and finds himself on the other side.
      It was published without a name, and the historical novel begins here. The first chapters are slow; wait for the
      Highlands.` },
])
