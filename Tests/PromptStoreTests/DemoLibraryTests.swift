import Testing

@testable import PromptStore

/// The generator of the demo library.
struct DemoLibraryTests {
    private static let now = 1_760_000_000
    private let library = DemoLibrary(now: Self.now)

    private var byID: [String: DemoLibrary.Prompt] {
        Dictionary(uniqueKeysWithValues: library.prompts.map { ($0.id, $0) })
    }

    /// Steps to the root; nil in a loop.
    private func depth(of prompt: DemoLibrary.Prompt, in prompts: [String: DemoLibrary.Prompt]) -> Int? {
        var steps = 0
        var current = prompt
        while let parent = current.parentID.flatMap({ prompts[$0] }) {
            steps += 1
            current = parent
            if steps > prompts.count { return nil }
        }
        return steps
    }

    @Test func sameSeedAndMomentGiveTheSameLibrary() {
        #expect(DemoLibrary(now: Self.now) == library)
        #expect(DemoLibrary(seed: 7, now: Self.now) != library)
        #expect(DemoLibrary(seed: 7, now: Self.now) == DemoLibrary(seed: 7, now: Self.now))
    }

    @Test func anotherMomentOnlyShiftsTheTimes() {
        let later = DemoLibrary(now: Self.now + 12_345)
        #expect(later.prompts.map(\.id) == library.prompts.map(\.id))
        #expect(later.prompts.map(\.content) == library.prompts.map(\.content))
        #expect(later.prompts.map { $0.createdAt - 12_345 } == library.prompts.map(\.createdAt))
        #expect(later.feedback.map { $0.createdAt - 12_345 } == library.feedback.map(\.createdAt))
    }

    @Test func promptsAreManyAndNoTwoAlike() {
        #expect((380...420).contains(library.prompts.count))
        #expect(Set(library.prompts.map(\.id)).count == library.prompts.count)
        #expect(Set(library.prompts.map(\.content)).count == library.prompts.count)
        #expect(library.prompts.allSatisfy { !$0.content.isEmpty })
        #expect(library.prompts.filter { $0.content.count > 2500 }.count >= 2)
        #expect(library.prompts.filter { $0.content.count < 40 }.count >= 5)
    }

    @Test func columnsHoldWhatIsDocumented() {
        #expect(Set(library.prompts.map(\.phase)) == ["prima-materia", "solutio", "coagulatio"])
        #expect(Set(library.prompts.map(\.persona)) == ["code", "writing", "analysis", "generic"])
        #expect(Set(library.prompts.map(\.provider)) == ["anthropic", "openai", "google", "ollama", "openrouter"])
        for prompt in library.prompts {
            #expect(prompt.id.count == 36 && prompt.id == prompt.id.lowercased())
            #expect(prompt.usageCount >= 0)
            #expect(!prompt.tags.contains("{"))
        }
        #expect(library.prompts.filter { $0.usageCount == 0 }.count > 60)
        #expect((1...20).contains(library.prompts.filter { $0.usageCount > 100 }.count))
        #expect(DemoTopic.groups.flatMap(\.topics).count >= 45)
        #expect(Set(DemoTopic.groups.flatMap(\.topics).map(\.title)).count == 48)
    }

    @Test func timesLieInTheLast18Months() throws {
        let times = library.prompts.map(\.createdAt)
        #expect(times == times.sorted())
        let oldest = try #require(times.first)
        let newest = try #require(times.last)
        #expect(oldest > Self.now - 547 * 86_400)
        #expect((60...900).contains(Self.now - newest))
        #expect(times.filter { $0 > Self.now - 86_400 }.count >= 5)
        #expect(library.prompts.allSatisfy { ($0.createdAt...Self.now).contains($0.updatedAt) })
    }

    @Test func familiesHaveEveryShape() throws {
        let prompts = byID
        let depths = library.prompts.map { depth(of: $0, in: prompts) }
        #expect(depths.filter { $0 == nil }.count == 2)
        #expect(depths.filter { $0 == 6 }.count >= 3)
        #expect(depths.compactMap(\.self).max() == 6)
        let children = Dictionary(grouping: library.prompts.compactMap(\.parentID), by: \.self).mapValues(\.count)
        #expect(try #require(children.values.max()) >= 25)
        let variants = library.prompts.filter { $0.variantOf != nil }
        #expect((25...40).contains(variants.count))
        #expect(variants.contains { $0.parentID == nil } && variants.contains { $0.parentID != nil })
        let orphans = library.prompts.filter { prompt in prompt.parentID.map { prompts[$0] == nil } ?? false }
        #expect(orphans.count == 1)
        let loop = library.prompts.filter { prompt in
            prompt.parentID.flatMap { prompts[$0]?.parentID } == prompt.id
        }
        #expect(loop.count == 2)
        for prompt in library.prompts where !loop.contains(prompt) {
            guard let parent = prompt.parentID.flatMap({ prompts[$0] }) else { continue }
            #expect(parent.createdAt < prompt.createdAt)
        }
    }

    @Test func everythingElseBelongsToAPrompt() {
        let prompts = byID
        #expect(library.prompts.compactMap(\.variantOf).allSatisfy { prompts[$0] != nil })
        let moments =
            library.generations.map { ($0.promptID, $0.createdAt) }
            + library.metrics.map { ($0.promptID, $0.createdAt) }
            + library.enhancements.map { ($0.promptID, $0.createdAt) }
            + library.feedback.map { ($0.promptID, $0.createdAt) }
        for (id, moment) in moments {
            guard let prompt = prompts[id] else {
                Issue.record("No prompt \(id)")
                continue
            }
            #expect((prompt.createdAt...Self.now).contains(moment))
        }
        for (id, versions) in Dictionary(grouping: library.enhancements, by: \.promptID) {
            #expect(versions.first?.updateReason == "original")
            #expect(versions.last?.updatedContent == prompts[id]?.content)
            #expect(Set(versions.map(\.updatedContent)).count == versions.count)
        }
        #expect(Set(library.generations.map(\.promptID)).count == library.generations.count)
        #expect(library.patterns.count == 15)
        #expect(library.patterns.allSatisfy { (0...1).contains($0.confidenceScore) && $0.updatedAt <= Self.now })
    }

    @Test func sharesAreAsInLife() {
        let count = Double(library.prompts.count)
        let rated = Set(library.feedback.filter { $0.rating != nil }.map(\.promptID))
        #expect((0.5...0.6).contains(Double(rated.count) / count))
        #expect((0.53...0.68).contains(Double(Set(library.metrics.map(\.promptID)).count) / count))
        #expect((0.86...0.95).contains(Double(library.generations.count) / count))
        #expect((0.64...0.78).contains(Double(library.prompts.filter { $0.embedding != nil }.count) / count))
        let histories = Dictionary(grouping: library.enhancements, by: \.promptID).values.map(\.count)
        #expect((65...95).contains(histories.count))
        #expect(histories.allSatisfy { (2...7).contains($0) })
        #expect(library.prompts.allSatisfy { rated.contains($0.id) || !$0.isScored })
        let runs = Dictionary(grouping: library.metrics, by: \.promptID).values.map(\.count)
        #expect(runs.allSatisfy { (1...40).contains($0) })
    }

    @Test func ratingsGoFromOneToFive() {
        let ratings = library.feedback.compactMap(\.rating) + library.metrics.compactMap(\.userRating)
        #expect(Set(ratings) == [1, 2, 3, 4, 5])
        for (_, entries) in Dictionary(grouping: library.feedback, by: \.promptID) {
            #expect(entries.filter { $0.rating != nil }.count <= 9)
            #expect(Set(entries.map(\.sessionID)).count == entries.count)
        }
        let comments = library.feedback.filter { $0.feedbackText != nil }
        #expect((0.25...0.45).contains(Double(comments.count) / Double(library.feedback.count)))
        #expect(comments.contains { $0.rating == nil })
        #expect(library.metrics.allSatisfy { (300...15_000).contains($0.responseTimeMs) })
        #expect(library.metrics.allSatisfy { (0...1).contains($0.successRate) })
    }

    @Test func embeddingsHaveLengthOneAndFamiliesAreNear() {
        let vectors = byID.compactMapValues { $0.embedding.map(Self.floats) }
        var near: [Float] = []
        for prompt in library.prompts {
            guard let vector = vectors[prompt.id] else { continue }
            #expect(vector.count == 64 && prompt.embeddingDimensions == 64)
            #expect(abs(Self.product(vector, vector) - 1) < 0.0001)
            guard prompt.content != DemoText.loop.0, prompt.content != DemoText.loop.1 else { continue }
            if let parent = prompt.parentID.flatMap({ vectors[$0] }) { near.append(Self.product(vector, parent)) }
        }
        #expect(near.count > 100)
        #expect(near.allSatisfy { $0 > 0.8 })
    }

    @Test func theNewestPromptIsWorthAScreenshot() throws {
        let prompts = byID
        let newest = try #require(library.prompts.last)
        #expect(newest.phase == "coagulatio")
        #expect(try #require(depth(of: newest, in: prompts)) >= 3)
        #expect(library.prompts.filter { $0.parentID == newest.parentID }.count >= 3)
        #expect(library.prompts.filter { $0.variantOf == newest.id }.count >= 2)
        #expect(library.feedback.contains { $0.promptID == newest.id && $0.feedbackText != nil })
        #expect(library.metrics.filter { $0.promptID == newest.id }.count >= 20)
        let screen = library.prompts.suffix(12)
        #expect(Set(screen.map(\.phase)).count == 3)
        #expect(screen.allSatisfy { Self.now - $0.createdAt < 86_400 })
        #expect(screen.filter { $0.parentID != nil }.count >= 7)
        #expect(screen.filter(\.isScored).count >= 10)
    }

    @Test func oddWritingIsSpreadOverTime() throws {
        let odd = Set(DemoText.odd.map(\.text))
        #expect(odd.count >= 15)
        let places = library.prompts.indices.filter { odd.contains(library.prompts[$0].content) }
        #expect(places.count == odd.count)
        #expect(places.filter { $0 >= library.prompts.count - 20 }.count >= 2)
        #expect(try #require(places.first) < library.prompts.count / 4)
        #expect(odd.contains { $0.contains("\u{1B}[") })
        let longest = odd.flatMap { $0.split(whereSeparator: \.isWhitespace) }.map(\.utf8.count).max()
        #expect(longest == 500)
    }

    private static func floats(_ bytes: [UInt8]) -> [Float] {
        stride(from: 0, to: bytes.count - 3, by: 4).map { start in
            Float(bitPattern: (0..<4).reduce(0) { $0 | UInt32(bytes[start + $1]) << (8 * UInt32($1)) })
        }
    }

    private static func product(_ first: [Float], _ second: [Float]) -> Float {
        zip(first, second).reduce(0) { $0 + $1.0 * $1.1 }
    }
}
