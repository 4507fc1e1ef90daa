import Foundation
import GRDB
import Testing

@testable import PromptStore

/// SQLite lets any column hold anything: what is read is as it is, and nothing falls over it.
struct HostileValueTests {
    /// What each column is made to hold, as SQL, each once in every column.
    private static let values = [
        "NULL", "0", "-7", "9", "1.7", "-1e300", "9e999", "9223372036854775807", "''", "'foo'", "'31 foo'", "x''",
        "x'00ff80'", "CAST(x'66ff6f' AS TEXT)", "CAST(x'610062' AS TEXT)", "'2025-13-45 99:99'",
        "replace(hex(zeroblob(2000)), '00', 'é')",
    ]

    private let library: ScratchLibrary
    private let store: PromptStore

    init() throws {
        library = try ScratchLibrary()
        store = try library.store()
    }

    private func detail(_ columns: String) throws -> PromptDetail {
        try library.addPrompt("a")
        try library.execute("UPDATE prompts SET \(columns)")
        return try store.dossier(of: "a").detail
    }

    private func page(_ key: PromptOrder.Key = .created, _ anchor: PageRequest.Anchor = .start) throws -> PromptPage {
        let request = PageRequest(order: PromptOrder(key, isDescending: false), anchor: anchor, limit: 100)
        return try store.page(request, cancellation: Cancellation())
    }

    /// A prompt for each column, with the value in that column of its own row or of a row that belongs to it.
    private func fill(with value: String) throws -> [String] {
        var ids: [String] = []
        try library.sql { database in
            try database.execute(sql: "PRAGMA ignore_check_constraints = ON")
            for (table, columns) in LibrarySchema.columns where table != "learning_patterns" {
                for column in columns where column != "id" && column != "prompt_id" {
                    let id = "\(table).\(column)"
                    ids.append(id)
                    try ScratchLibrary.addPrompt(id, in: database)
                    if table != "prompts" {
                        let required = ["generation_model", "updated_content"].filter(columns.contains)
                        try database.execute(
                            sql: """
                                INSERT INTO \(table) (\((["prompt_id"] + required).joined(separator: ", ")))
                                VALUES (\((["?"] + required.map { _ in "'text'" }).joined(separator: ", ")))
                                """,
                            arguments: [id]
                        )
                    }
                    try database.execute(
                        sql:
                            "UPDATE OR IGNORE \(table) SET \(column) = \(value) WHERE \(table == "prompts" ? "id" : "prompt_id") = ?",
                        arguments: [id]
                    )
                }
            }
            try database.execute(sql: "PRAGMA ignore_check_constraints = OFF")
        }
        return ids
    }

    @Test(arguments: values)
    func anyValueInAnyColumnIsReadAndChangedAround(value: String) throws {
        let ids = try fill(with: value)
        for key in PromptOrder.Key.allCases {
            let rows = try page(key).rows
            #expect(rows.map(\.id).sorted() == ids.sorted())
            for (index, row) in rows.enumerated() {
                #expect(try page(key, .from(row.cursor)).rows == Array(rows.dropFirst(index)), "\(row.id)")
            }
        }
        for id in ids {
            let detail = try store.dossier(of: id).detail
            #expect(try !store.lineage(of: id, extent: 1, cancellation: Cancellation()).rows.isEmpty)
            let score = try #require(try store.make(.rate(promptID: id, rating: 4)).score.number)
            #expect((0...1).contains(score), "\(id)")
            _ = try store.make(.undo)
            // Where a run speaks for the prompt, the score that follows from it stays.
            guard id.hasPrefix("prompts") else { continue }
            #expect(try store.dossier(of: id).detail == detail, "\(id)")
        }
    }

    @Test func numbersBeyondTheirRangeAreShownAsTheyAre() throws {
        let detail = try detail(
            "effectiveness_score = 1.7, usage_count = -3, embedding_dimensions = -1, embedding = 'x'"
        )
        #expect(detail.score == .number(1.7))
        #expect(detail.usageCount == .number(-3))
        #expect(detail.embedding == .init(bytes: 1, model: nil, dimensions: .number(-1)))
    }

    @Test func whatIsNoNumberIsShownAsTheTextItIs() throws {
        let detail = try detail("effectiveness_score = 'good', usage_count = x'6d616e79'")
        #expect(detail.score == .text("good"))
        #expect(detail.usageCount == .text("many"))
        let row = try #require(try page().rows.first)
        #expect(row.score == .text("good"))
        #expect(row.knownScore == .text("good"))
    }

    @Test func aRatingOfNineIsShownAndDoesNotCount() throws {
        try library.addPrompt("a")
        try library.sql { database in
            try database.execute(sql: "PRAGMA ignore_check_constraints = ON")
            try database.execute(sql: "INSERT INTO user_feedback (prompt_id, rating) VALUES ('a', 9)")
        }
        #expect(try page().rows.first?.rating == .number(9))
        let dossier = try store.dossier(of: "a")
        #expect(dossier.feedback.map(\.rating) == [.number(9)])
        #expect(dossier.metrics.ratingCount == 0)
    }

    @Test func bytesThatAreNoTextAreReplacedAndTheRestIsKept() throws {
        let detail = try detail(
            """
            content = x'48ff69', phase = CAST(x'66ff6f' AS TEXT), tags = x'61ff', model = 7,
            provider = CAST(x'c3' AS TEXT), persona = 1.5
            """
        )
        #expect(detail.content == "H\u{FFFD}i" && detail.contentBytes == 3)
        #expect(detail.phase == "f\u{FFFD}o" && detail.tags == "a\u{FFFD}")
        #expect(detail.provider == "\u{FFFD}" && detail.model == "7" && detail.persona == "1.5")
        #expect(try page().rows.first?.title == "H\u{FFFD}i")
    }

    @Test func textGoesOnAfterANUL() throws {
        let detail = try detail(
            "content = CAST(x'610062' AS TEXT), phase = CAST(x'610062' AS TEXT), tags = CAST(x'610062' AS TEXT)"
        )
        #expect(detail.content == "a\0b" && detail.contentBytes == 3)
        #expect(detail.phase == "a\0b" && detail.tags == "a\0b")
        #expect(try page().rows.first?.phase == "a\0b")
    }

    /// Keys that differ only behind a NUL or in bytes that are no text.
    @Test(arguments: [PromptOrder.Key.created, .usage])
    func keysThatAreNoProperTextArePagedLikeOthers(key: PromptOrder.Key) throws {
        let keys = ["x'61'", "x'6100'", "x'610062'", "x'61ff'", "x'61ffff'", "x'61efbfbd'", "x'62'"]
        for (index, bytes) in keys.enumerated() {
            try library.addPrompt("p\(index)")
            try library.execute(
                "UPDATE prompts SET created_at = CAST(\(bytes) AS TEXT), usage_count = CAST(\(bytes) AS TEXT) WHERE id = ?",
                ["p\(index)"]
            )
        }
        let all = try page(key).rows
        #expect(all.map(\.id) == ["p0", "p1", "p2", "p5", "p3", "p4", "p6"])
        for (index, row) in all.enumerated() {
            #expect(try page(key, .after(row.cursor)).rows == Array(all.dropFirst(index + 1)))
            #expect(try page(key, .before(row.cursor)).rows == Array(all.prefix(index)))
            #expect(try page(key, .from(row.cursor)).rows == Array(all.dropFirst(index)))
        }
    }

    @Test func aTextOfFiveMegabytesIsReadInPart() throws {
        let text = String(repeating: "é", count: 2_500_000)
        try library.addPrompt("a", ["content": text])
        let detail = try store.dossier(of: "a").detail
        #expect(detail.contentBytes == 5_000_000)
        #expect(detail.content.utf8.count == PromptDetail.longestText)
        #expect(try page().rows.first?.title.utf8.count == 400)
    }

    @Test func datesThatAreNoneHaveTheirTextOnly() throws {
        let detail = try detail("created_at = 'yesterday', updated_at = 1752055872")
        #expect(detail.createdAt == Timestamp(text: "yesterday"))
        #expect(detail.createdAt?.seconds == nil)
        #expect(detail.updatedAt?.stored == "2025-07-09 10:11:12")
    }
}
