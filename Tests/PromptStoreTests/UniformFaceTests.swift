import PromptStore
import PromptTestSupport
import Testing

/// The same prompts, stored in the way of every generation, are the same to whoever reads them.
struct UniformFaceTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    /// Every generation with a few seeds.
    static let cases = Generation.allCases.flatMap { generation in [1, 2, 3].map { (generation, UInt64($0)) } }

    private func store(
        _ sample: SampleLibrary,
        in generation: Generation,
        times: SampleTimes = .own
    ) throws -> PromptStore {
        let path = directory.file("prompts.db")
        try sample.store(in: generation, at: path, times: times)
        return try PromptStore(path: path, isReadOnly: true, clock: { ScratchLibrary.now })
    }

    private func page(
        _ store: PromptStore,
        _ order: PromptOrder,
        _ anchor: PageRequest.Anchor,
        search: String = "",
        limit: Int
    ) throws -> PromptPage {
        let request = PageRequest(order: order, query: PromptQuery(literally: search), anchor: anchor, limit: limit)
        return try store.page(request, cancellation: Cancellation())
    }

    @Test(arguments: cases, SampleTimes.allCases)
    func theListHasTheSameOrderForwardsAndBackwards(of: (Generation, UInt64), times: SampleTimes) throws {
        let (generation, seed) = of
        let sample = SampleLibrary(seed: seed, count: 60)
        let store = try store(sample, in: generation, times: times)
        for key in PromptOrder.Key.allCases {
            for isDescending in [true, false] {
                let order = PromptOrder(key, isDescending: isDescending)
                let expected = sample.sorted(order, in: generation).map { sample.prompts[$0].id }
                var found = try page(store, order, .start, limit: 7)
                var ids = found.rows.map(\.id)
                while let last = found.rows.last, !found.reachesEnd {
                    found = try page(store, order, .after(last.cursor), limit: 7)
                    ids += found.rows.map(\.id)
                }
                #expect(ids == expected, "\(order)")
                found = try page(store, order, .end, limit: 7)
                ids = found.rows.map(\.id)
                while let first = found.rows.first, !found.reachesStart {
                    found = try page(store, order, .before(first.cursor), limit: 7)
                    ids = found.rows.map(\.id) + ids
                }
                #expect(ids == expected, "\(order), backwards")
            }
        }
    }

    @Test(arguments: cases)
    func aSearchFindsAndCountsTheSame(generation: Generation, seed: UInt64) throws {
        let sample = SampleLibrary(seed: seed, count: 60)
        let store = try store(sample, in: generation)
        let order = PromptOrder(.created)
        for search in ["", "sql 100 %", "日本語", "nowhere"] {
            let expected = sample.sorted(order, in: generation).map { sample.prompts[$0] }.filter {
                search.isEmpty || $0.content.lowercased().contains(search)
            }
            let found = try page(store, order, .start, search: search, limit: 100)
            #expect(found.rows.map(\.id) == expected.map(\.id))
            #expect(found.rows.map(\.phase) == expected.map(\.phase))
            #expect(
                try store.count(query: PromptQuery(literally: search), cancellation: Cancellation()) == expected.count
            )
        }
    }

    @Test(arguments: cases)
    func everyFieldHasTheSameValue(generation: Generation, seed: UInt64) throws {
        let sample = SampleLibrary(seed: seed, count: 40)
        let store = try store(sample, in: generation)
        for (number, prompt) in sample.prompts.enumerated() {
            let dossier = try store.dossier(of: prompt.id)
            let detail = dossier.detail
            #expect(detail.content == prompt.content && detail.phase == prompt.phase)
            #expect(detail.provider == prompt.provider && detail.model == prompt.model)
            #expect(detail.tagList == prompt.tags)
            #expect(detail.createdAt?.seconds == Double(prompt.createdAt))
            #expect(detail.updatedAt?.seconds == Double(prompt.updatedAt))
            #expect(detail.parentID == (generation.hasParents ? prompt.parent.map { sample.prompts[$0].id } : nil))
            #expect(detail.variantOf == nil && detail.score.unlessZero == .none)
            if generation.hasUsage {
                #expect(detail.persona == prompt.persona)
                #expect(detail.usageCount == .number(Double(prompt.usageCount)))
            }
            let hasEmbedding = generation.hasRuns && !prompt.embedding.isEmpty
            #expect(detail.embedding?.bytes == (hasEmbedding ? prompt.embedding.count * 4 : nil))
            #expect(detail.versionCount == (generation.hasHistory && prompt.parent != nil ? 1 : 0))
            let ratings = generation.hasRatings ? sample.ratings.filter { $0.prompt == number } : []
            let newestFirst = ratings.sorted { $0.madeAt > $1.madeAt }
            #expect(dossier.feedback.map(\.rating) == newestFirst.map { .number(Double($0.rating)) })
            #expect(dossier.feedback.map(\.createdAt?.seconds) == newestFirst.map { Double($0.madeAt) })
            #expect(dossier.metrics.ratingCount == ratings.count)
            let runs = generation.hasRuns ? sample.runs.filter { $0.prompt == number } : []
            #expect(dossier.metrics.runs == runs.count)
            #expect(dossier.metrics.responseTimes == runs.map { Double($0.milliseconds) })
            let history = try store.history(of: prompt.id, cancellation: Cancellation())
            let earlier = prompt.parent.map { [sample.prompts[$0].content] } ?? []
            #expect(history.versions.map(\.content) == [prompt.content] + (generation.hasHistory ? earlier : []))
        }
    }

    @Test(arguments: cases)
    func aFamilyIsTheSame(generation: Generation, seed: UInt64) throws {
        let sample = SampleLibrary(seed: seed, count: 60)
        let store = try store(sample, in: generation)
        for prompt in sample.prompts {
            let lineage = try store.lineage(of: prompt.id, extent: 1, cancellation: Cancellation())
            let path = lineage.rows.filter(\.isOnPath).compactMap { row in
                if case .prompt(let prompt) = row.content { prompt.id } else { nil }
            }
            var expected = [prompt.id]
            var parent = generation.hasParents ? prompt.parent : nil
            while let number = parent {
                expected.insert(sample.prompts[number].id, at: 0)
                parent = sample.prompts[number].parent
            }
            #expect(path == expected)
        }
    }
}

extension SampleLibrary {
    /// The numbers of the prompts in the order that the list ought to have, as far as the generation holds its key.
    func sorted(_ order: PromptOrder, in generation: Generation) -> [Int] {
        func key(_ number: Int) -> (value: Int, tie: Int)? {
            let prompt = prompts[number]
            switch order.key {
            case .created: return (prompt.createdAt, number)
            case .updated: return (prompt.updatedAt, number)
            case .score: return generation == .documented ? (0, number) : nil
            case .usage: return generation.hasUsage ? (prompt.usageCount, number) : nil
            case .rating:
                guard generation.hasRatings else { return nil }
                let newest = ratings.enumerated().filter { $0.element.prompt == number }.max {
                    $0.element.madeAt < $1.element.madeAt
                }
                return newest.map { ($0.element.rating, $0.offset) }
            }
        }
        let keyed = prompts.indices.map { (number: $0, key: key($0)) }
        let valued = keyed.compactMap { item in item.key.map { (item.number, $0) } }.sorted {
            order.isDescending ? $0.1 > $1.1 : $0.1 < $1.1
        }
        let unvalued = keyed.filter { $0.key == nil }.map(\.number)
        return valued.map(\.0) + (order.isDescending ? unvalued.reversed() : unvalued)
    }
}
