/** Books in the language they were written in, each described in it. */
import {
  audiobook, author, ebook, harbour, hardback, illustrator, massMarket, narrator, paperback, used, type Book,
} from '../press/book.ts'

export const otherLanguages: Book[] = [
  {
    number: 20,
    handle: 'les-fleurs-du-mal',
    work: { key: 'work:les-fleurs-du-mal', title: 'Les Fleurs du mal' },
    title: 'Les Fleurs du mal',
    language: 'fr',
    firstPublished: 1857,
    people: [author('Charles Baudelaire', 'Baudelaire, Charles')],
    thema: ['DCF', 'DCA'],
    bisac: ['POE017000'],
    keywords: ['Paris', 'spleen', 'modernité', 'sonnets'],
    categories: ['poetry', 'in-other-languages'],
    readers: [2, 4, 12, 45, 98],
    description: `
      Six de ces poèmes furent condamnés en 1857, et l’auteur à trois cents francs d’amende. On venait de juger Flaubert ; le
      procureur était en train. Les six sont ici, à leur place, et personne ne s’est plaint.

      Le reste se promène dans Paris, l’hiver de préférence : un cygne échappé dans la poussière, une passante qu’on ne reverra
      pas, des chats, des balcons, beaucoup de ciel bas. C’est le livre où la ville entre dans la poésie et n’en ressort plus.
      Commencez par <em>À une passante</em>, quatorze vers, et prenez le suivant demain. Il y en a pour l’année.`,
    editions: [
      paperback({ pages: 256, pence: 1050, onHand: 14, publishedOn: '2023-04-09', others: [
        used('second-folio', 'very_good', 460, 'Fading flowers on the cover, as issued. Text crisp.'),
      ] }),
      hardback({ pages: 280, pence: 1900, onHand: 4, publishedOn: '2023-04-09' }),
      ebook({ pence: 149, publishedOn: '2023-04-09' }),
    ],
  },
  {
    number: 22,
    handle: 'os-lusiadas',
    work: { key: 'work:os-lusiadas', title: 'Os Lusíadas' },
    title: 'Os Lusíadas',
    language: 'pt',
    firstPublished: 1572,
    people: [author('Luís de Camões', 'Camões, Luís de')],
    thema: ['DCA', 'DCF'],
    bisac: ['POE014000', 'POE020000'],
    keywords: ['Vasco da Gama', 'Adamastor', 'epopeia', 'oceano'],
    categories: ['poetry', 'the-sea', 'in-other-languages'],
    readers: [2, 3, 9, 21, 47],
    description: `
      Vasco da Gama procura a Índia e os deuses discutem se o deixam lá chegar. Em dez cantos há tempestades, intrigas, um rei a
      quem é preciso contar toda a história de Portugal, e um gigante de pedra, o Adamastor, que afinal só queria ser amado.

      Diz-se que Camões, náufrago no Mecom, nadou até à praia com o manuscrito fora de água. Não sabemos se é verdade, mas lê-se
      como se fosse. É um poema de quem andou embarcado: conhece o cheiro do escorbuto e o peso da saudade. Esta edição traz
      notas ao fundo da página, discretas, para os deuses e para os ventos.`,
    editions: [
      paperback({ pages: 400, pence: 1150, onHand: 10, publishedOn: '2022-06-10' }),
      hardback({ pages: 424, pence: 1950, onHand: 5, publishedOn: '2022-06-10', others: [harbour(1900, 2)] }),
    ],
  },
  {
    number: 31,
    handle: 'italienische-reise',
    work: { key: 'work:italienische-reise', title: 'Italienische Reise' },
    title: 'Italienische Reise',
    language: 'de',
    firstPublished: 1816,
    people: [author('Johann Wolfgang von Goethe', 'Goethe, Johann Wolfgang von')],
    thema: ['WTLC', 'DNC'],
    bisac: ['TRV010000'],
    keywords: ['Italien', 'Rom', 'Neapel', 'Sizilien', 'Tagebuch'],
    categories: ['travel', 'in-other-languages'],
    readers: [3, 4, 13, 29, 42],
    description: `
      Früh um drei stiehlt sich ein Minister aus Karlsbad, sagt niemandem etwas und reist unter falschem Namen über den Brenner.
      Er ist siebenunddreißig, berühmt und müde. In Verona kauft er sich einen Mantel wie die anderen, damit man ihn in Ruhe
      schauen lässt.

      Er schaut auf alles: Tempel, Wolken, Steine, die Art, wie man in Venedig singt, und ob sich in Palermo nicht doch die
      Urpflanze findet. Sie findet sich nicht. Dafür einer, der wieder arbeiten kann. Das heiterste Buch, das er geschrieben hat,
      und das beste für den Zug nach Süden.`,
    editions: [
      paperback({ pages: 608, pence: 1250, onHand: 9, publishedOn: '2023-09-03', others: [
        used('second-folio', 'good', 480, 'Railway ticket Bozen to Verona left in as a bookmark. Valid once.'),
      ] }),
      audiobook({ minutes: 1120, pence: 1500, publishedOn: '2023-09-03', by: narrator('Anselm Vogt', 'Vogt, Anselm') }),
    ],
  },
  {
    number: 40,
    handle: 'die-verwandlung',
    work: { key: 'work:die-verwandlung', title: 'Die Verwandlung' },
    title: 'Die Verwandlung',
    language: 'de',
    firstPublished: 1915,
    people: [author('Franz Kafka', 'Kafka, Franz')],
    thema: ['FBC', 'FYB'],
    bisac: ['FIC019000', 'FIC004000'],
    keywords: ['Prag', 'Familie', 'Ungeziefer', 'Arbeit'],
    categories: ['short-stories', 'classics', 'in-other-languages'],
    readers: [6, 8, 24, 83, 151],
    description: `
      Ein Handlungsreisender erwacht als Ungeziefer und überlegt zuerst, welchen Zug er noch bekommt. Das ist der ganze Kafka in
      einem Satz, und der Satz ist komisch. Wenn er Freunden vorlas, soll er selbst so gelacht haben, dass er absetzen musste.

      Dann kommt der Prokurist, dann der Vater mit dem Apfel, und das Lachen wird leiser. Wie groß das Tier ist und wie es genau
      aussieht, steht nirgends; der Verleger durfte es auf keinen Fall zeichnen lassen. Wir haben uns auf dem Umschlag daran
      gehalten. Gut sechzig Seiten, ein Abend, lange Nachwirkung.`,
    editions: [
      paperback({ pages: 96, pence: 650, onHand: 25, publishedOn: '2024-06-03', others: [
        used('second-folio', 'good', 220, 'Woke up with a bent corner. Otherwise unchanged.'),
      ] }),
      hardback({ pages: 112, pence: 1350, onHand: 8, publishedOn: '2024-06-03' }),
      ebook({ pence: 99, publishedOn: '2024-06-03' }),
      audiobook({ minutes: 135, pence: 500, publishedOn: '2024-06-03', by: narrator('Anselm Vogt', 'Vogt, Anselm') }),
    ],
  },
  {
    number: 41,
    handle: 'prestuplenie-i-nakazanie',
    work: { key: 'work:prestuplenie-i-nakazanie', title: 'Преступление и наказание' },
    title: 'Преступление и наказание',
    language: 'ru',
    firstPublished: 1866,
    people: [author('Фёдор Достоевский', 'Достоевский, Фёдор')],
    thema: ['FBC'],
    bisac: ['FIC025000', 'FIC004000'],
    keywords: ['Петербург', 'Раскольников', 'вина', 'совесть'],
    categories: ['classics', 'in-other-languages'],
    readers: [3, 5, 11, 38, 102],
    description: `
      Жаркое лето, каморка под самой крышей, студент с теорией и без денег. Теория касается людей необыкновенных; проверить её он
      решает топором. Преступление занимает первую часть. Остальные пять и эпилог заняты наказанием, и полиции в нём почти нет.

      Следователь Порфирий Петрович никуда не спешит, много извиняется и всё время возвращается от двери. Это страшная книга, в
      которой удивительно много смешного: поминки, хозяйки, пьяные чиновники. Читать её лучше не подряд, а с остановками у окна.
      Издание без сокращений, с картой улиц вокруг Сенной.`,
    editions: [
      paperback({ pages: 608, pence: 1200, onHand: 8, publishedOn: '2022-11-11' }),
      ebook({ pence: 199, publishedOn: '2022-11-11' }),
    ],
  },
  {
    number: 42,
    handle: 'don-quijote-de-la-mancha',
    work: { key: 'work:don-quijote', title: 'Don Quijote de la Mancha' },
    title: 'Don Quijote de la Mancha',
    language: 'es',
    firstPublished: 1605,
    people: [author('Miguel de Cervantes Saavedra', 'Cervantes Saavedra, Miguel de')],
    thema: ['FBC', 'FUP'],
    bisac: ['FIC052000', 'FIC004000'],
    keywords: ['caballería', 'La Mancha', 'Sancho Panza', 'Rocinante'],
    categories: ['classics', 'adventure', 'in-other-languages'],
    readers: [3, 4, 9, 34, 108],
    description: `
      Un hidalgo de unos cincuenta años lee hasta que se le seca el cerebro, limpia las armas de sus bisabuelos y sale a arreglar
      el mundo. Un vecino lo acompaña por una ínsula. Los molinos llegan en el capítulo octavo; quedan ciento dieciocho.

      Empieza como burla y acaba en la mejor amistad que se ha escrito. En la segunda parte todos han leído la primera, y eso no
      ayuda a nadie. Las dos partes van aquí completas, con la ortografía al día y las notas al pie, pocas. Advertimos, como
      libreros, que trata de lo que pasa por leer demasiado.`,
    editions: [
      paperback({ pages: 1152, pence: 1450, onHand: 11, publishedOn: '2022-04-23', others: [
        used('second-folio', 'acceptable', 550, 'Battle-worn. Spine taped like a helmet visor, and holding.'),
      ] }),
      hardback({ pages: 1184, pence: 2900, onHand: 3, publishedOn: '2022-04-23', sizeMm: [156, 234] }),
      audiobook({ minutes: 2350, pence: 1900, publishedOn: '2023', by: narrator('Tomás Arrieta', 'Arrieta, Tomás') }),
    ],
  },
  {
    number: 43,
    handle: 'madame-bovary-fr',
    work: { key: 'work:madame-bovary', title: 'Madame Bovary' },
    title: 'Madame Bovary',
    subtitle: 'Mœurs de province',
    language: 'fr',
    firstPublished: 1857,
    people: [author('Gustave Flaubert', 'Flaubert, Gustave')],
    thema: ['FBC'],
    bisac: ['FIC019000', 'FIC004000'],
    keywords: ['Normandie', 'mariage', 'adultère', 'dettes'],
    categories: ['classics', 'in-other-languages'],
    readers: [4, 7, 15, 41, 76],
    description: `
      La femme d’un officier de santé a lu des romans et voudrait qu’il lui en arrive un. Il lui en arrive deux, puis les billets
      à ordre. Flaubert y mit cinq ans, à raison d’une page par semaine, et fut poursuivi pour le résultat.

      Relisez les comices agricoles : une déclaration d’amour et le prix du meilleur fumier, à voix haute, une ligne sur deux.
      Personne n’est admiré, personne n’est tout à fait condamné, pas même le pharmacien, qui finit décoré. C’est la plus triste
      des comédies de ce rayon, et le meilleur argument contre le crédit.`,
    editions: [
      paperback({ pages: 464, pence: 950, onHand: 12, publishedOn: '2023-12-12' }),
      massMarket({ pages: 512, pence: 590, onHand: 0, publishedOn: '2019-05', others: [
        used('harbour-books', 'good', 260, 'School copy. Margins say “symbole ?” eleven times.'),
      ] }),
      ebook({ pence: 149, publishedOn: '2023-12-12' }),
    ],
  },
  {
    number: 44,
    handle: 'botchan-ja',
    work: { key: 'work:botchan', title: '坊っちゃん' },
    title: '坊っちゃん',
    language: 'ja',
    firstPublished: 1906,
    people: [author('夏目漱石')],
    thema: ['FU', 'FBC'],
    bisac: ['FIC016000', 'FIC004000'],
    keywords: ['松山', '教師', '清', '江戸っ子'],
    categories: ['classics', 'in-other-languages'],
    readers: [1, 2, 7, 24, 41],
    description: `
      親譲りの無鉄砲で子供の時から損ばかりしている。この一行で主人公はもう出来上がっていて、あとは四国の中学校へ数学を教えに行くだけである。着いたその日に同僚全員へ渾名をつける。赤シャツ、山嵐、うらなり、野だいこ、どれも当たっている。

      天麩羅蕎麦を四杯食べれば翌朝は黒板に書いてある。笑って読めるが、底には清という婆さんがいて、この人だけが坊っちゃんを立派だと思っている。短い本なので一晩で足りる。二度目は清のところだけ読む人が多い。`,
    editions: [
      massMarket({ pages: 208, pence: 790, onHand: 9, publishedOn: '2021-01-05', imprint: 'oritatami', sizeMm: [105, 148] }),
      ebook({ pence: 299, publishedOn: '2021-01-05' }),
    ],
  },
  {
    number: 45,
    handle: 'le-tour-du-monde-en-quatre-vingts-jours',
    work: { key: 'work:le-tour-du-monde', title: 'Le Tour du monde en quatre-vingts jours' },
    title: 'Le Tour du monde en quatre-vingts jours',
    language: 'fr',
    firstPublished: 1872,
    people: [author('Jules Verne', 'Verne, Jules')],
    series: { name: 'Voyages extraordinaires', position: '11' },
    thema: ['FJ', 'FBC'],
    bisac: ['FIC002000', 'FIC004000'],
    keywords: ['chemins de fer', 'paquebots', 'pari', 'Passepartout'],
    categories: ['adventure', 'travel', 'in-other-languages'],
    readers: [2, 5, 14, 37, 58],
    description: `
      Phileas Fogg renvoie son domestique pour une eau à barbe trop froide de deux degrés, en engage un autre, et parie le soir
      même la moitié de sa fortune qu’il fera le tour du monde en quatre-vingts jours. Il emporte un sac et un indicateur des
      chemins de fer. Un inspecteur prend le bateau suivant.

      C’est le plus beau roman jamais écrit sur les correspondances. Il y a l’éléphant, mais pas le ballon : le ballon, c’est le
      cinéma. La dernière page est une petite opération de calcul qu’on s’en veut de ne pas avoir faite.`,
    editions: [
      paperback({ pages: 304, pence: 850, onHand: 13, publishedOn: '2023-10-02' }),
      hardback({ pages: 328, pence: 2100, onHand: 2, publishedOn: '2023-10-02', sizeMm: [170, 240] }),
      audiobook({ minutes: 450, pence: 950, publishedOn: '2023-10-02', by: narrator('Hélène Marchetti', 'Marchetti, Hélène') }),
    ],
  },
  {
    number: 46,
    handle: 'la-divina-commedia',
    work: { key: 'work:divina-commedia', title: 'La Divina Commedia' },
    title: 'La Divina Commedia',
    language: 'it',
    firstPublished: 1472,
    people: [author('Dante Alighieri', 'Alighieri, Dante')],
    thema: ['DCA', 'DCF'],
    bisac: ['POE014000', 'POE019000'],
    keywords: ['Inferno', 'Purgatorio', 'Paradiso', 'Virgilio', 'Beatrice'],
    categories: ['poetry', 'classics', 'in-other-languages'],
    readers: [1, 2, 8, 25, 90],
    description: `
      A metà della vita un uomo si perde in un bosco. Un poeta morto da tredici secoli si offre di riportarlo fuori, ma la strada
      passa da sotto. Si scende per nove cerchi, si risale una montagna, e poi, con una guida migliore, si va dove le parole
      finiscono.

      A scuola ci si ferma quasi sempre all’Inferno. Andate avanti: il Purgatorio è il regno più umano, con l’alba, i canti e
      vecchi amici che chiedono notizie. Le tre cantiche sono in un solo volume, con note brevi in fondo alla pagina e nessuna
      interrogazione.`,
    editions: [
      paperback({ pages: 736, pence: 1350, onHand: 9, publishedOn: '2021-03-25', others: [
        used('second-folio', 'very_good', 620, 'Notes in pencil as far as Limbo, then mercy.'),
      ] }),
      hardback({ pages: 768, pence: 2700, onHand: 6, publishedOn: '2021-03-25', sizeMm: [156, 234] }),
    ],
  },
  {
    number: 47,
    handle: 'also-sprach-zarathustra',
    work: { key: 'work:zarathustra', title: 'Also sprach Zarathustra' },
    title: 'Also sprach Zarathustra: Ein Buch für Alle und Keinen',
    language: 'de',
    firstPublished: 1883,
    people: [author('Friedrich Nietzsche', 'Nietzsche, Friedrich')],
    thema: ['QDHR'],
    bisac: ['PHI006000'],
    keywords: ['ewige Wiederkunft', 'Gebirge', 'Aphorismen'],
    categories: ['philosophy', 'in-other-languages'],
    readers: [8, 7, 14, 26, 59],
    description: `
      Ein Einsiedler kommt nach zehn Jahren vom Berg, um den Menschen etwas Wichtiges zu sagen. Sie warten auf einen Seiltänzer.
      Er sagt es ihnen trotzdem, vier Teile lang, begleitet von einem Adler und einer Schlange.

      Vom vierten Teil ließ der Verfasser vierzig Stück drucken und fand kaum sieben Leser dafür. Heute zitieren ihn viele, die
      ihn nicht gelesen haben; das war ihm beim Schreiben schon klar. Laut gelesen ist es Musik, leise gelesen manchmal ein
      Witz, und beides ist Absicht. Wer nur zehn Minuten hat, nehme die drei Verwandlungen.`,
    editions: [
      paperback({ pages: 352, pence: 990, onHand: 12, publishedOn: '2022-08-25' }),
      hardback({ pages: 376, pence: 1850, onHand: 0, publishedOn: '2022-08-25' }),
      ebook({ pence: 99, publishedOn: '2022-08-25' }),
    ],
  },
  {
    number: 48,
    handle: 'le-avventure-di-pinocchio',
    work: { key: 'work:pinocchio', title: 'Le avventure di Pinocchio' },
    title: 'Le avventure di Pinocchio: storia di un burattino',
    language: 'it',
    firstPublished: 1883,
    people: [author('Carlo Collodi', 'Collodi, Carlo'), illustrator('Enrico Mazzanti', 'Mazzanti, Enrico')],
    thema: ['YFA', 'YFJ'],
    bisac: ['JUV007000', 'JUV037000'],
    keywords: ['burattini', 'bugie', 'Toscana', 'scuola'],
    categories: ['children', 'adventure', 'in-other-languages'],
    readers: [1, 3, 12, 31, 74],
    description: `
      C’era una volta un re, diranno subito i piccoli lettori. No: c’era una volta un pezzo di legno, e si lamentava. In quattro
      capitoli il burattino è già scappato, ha fatto arrestare suo padre e ha tirato un martello al grillo che voleva soltanto
      aiutarlo.

      Il vero Pinocchio ha più fame, meno educazione e più spirito di quello del cinema. Il naso cresce di rado. Doveva finire
      impiccato alla Quercia grande, ma i bambini scrissero al giornale. I disegni sono quelli di Mazzanti, il primo che lo vide
      in faccia.`,
    editions: [
      paperback({ pages: 224, pence: 650, onHand: 18, publishedOn: '2023-07-07', others: [harbour(650, 4)] }),
      hardback({ pages: 248, pence: 1400, onHand: 8, publishedOn: '2023-07-07' }),
      audiobook({ minutes: 300, pence: 750, publishedOn: '2023-07-07', by: narrator('Caterina Fosco', 'Fosco, Caterina') }),
    ],
  },
  {
    number: 49,
    handle: 'kinder-und-hausmaerchen',
    work: { key: 'work:kinder-und-hausmaerchen', title: 'Kinder- und Hausmärchen' },
    title: 'Kinder- und Hausmärchen',
    language: 'de',
    firstPublished: 1812,
    people: [author('Jacob Grimm', 'Grimm, Jacob'), author('Wilhelm Grimm', 'Grimm, Wilhelm')],
    thema: ['FN', 'YFJ', 'FYB'],
    bisac: ['FIC010000', 'JUV012030'],
    keywords: ['Märchen', 'Wald', 'Wölfe', 'Stiefmütter', 'Hessen'],
    categories: ['short-stories', 'children', 'in-other-languages'],
    readers: [1, 2, 10, 40, 116],
    description: `
      Zwei Bibliothekare in Kassel schrieben auf, was man ihnen erzählte: Nachbarinnen, eine Schneiderswitwe, eine Familie mit
      einer ausgezeichneten Kinderfrau. Der Wald beginnt gleich hinterm Haus. Auf das jüngste Kind ist zu achten, und zu alten
      Frauen am Brunnen ist man besser höflich.

      Alle zweihundert stehen hier, die berühmten zwanzig und die übrigen, in denen Mäuschen, Vögelchen und Bratwurst einen
      Haushalt führen. Es endet, wie man denkt. Nichts ist gemildert. Wer Kindern vorliest, liest besser zwei Seiten voraus.`,
    editions: [
      paperback({ pages: 880, pence: 1290, onHand: 16, publishedOn: '2023-12-06', others: [
        used('second-folio', 'like_new', 700, 'Unread. Kept on a high shelf, away from spindles.'),
      ] }),
      hardback({ pages: 912, pence: 2500, onHand: 10, publishedOn: '2023-12-06', sizeMm: [156, 234] }),
      audiobook({ minutes: 1680, pence: 1700, publishedOn: '2024-11-28', by: narrator('Greta Lindqvist', 'Lindqvist, Greta') }),
    ],
  },
]
