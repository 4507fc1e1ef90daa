import CSQLite
import GRDB
import Testing

@testable import PromptStore

/// A page costs the same number of SQLite's steps wherever it is, whatever the keys around it.
struct PageCostTests {
    private static let count = 5000

    private let library: ScratchLibrary

    init() throws {
        library = try ScratchLibrary()
        try library.sql { database in
            for number in 0..<Self.count {
                try ScratchLibrary.addPrompt(
                    "p\(number)",
                    [
                        "created_at": Timestamp.text(seconds: 1_700_000_000 + number),
                        "updated_at": number < 2500 ? Timestamp.text(seconds: 1_700_000_000 + number) : nil,
                        "effectiveness_score": Double(number % 3) / 2,
                    ],
                    in: database
                )
                try database.execute(
                    sql: "INSERT INTO user_feedback (prompt_id, rating) VALUES (?, ?)",
                    arguments: ["p\(number)", number % 5 + 1]
                )
            }
            try database.execute(sql: "DELETE FROM user_feedback WHERE id % 2 = 0")
        }
    }

    /// Steps of SQLite's machine that one statement takes for ten rows from a place.
    private func steps(_ query: PageQuery, from place: Row, in database: Database) throws -> Int {
        let statement = try database.makeStatement(sql: query.sql)
        var arguments: StatementArguments = ["limit": 10]
        if query.segment == 0 { arguments += ["key": place["sort_key"] as DatabaseValue] }
        if query.comparison != .beyond { arguments += ["tie": place["tie"] as Int64] }
        _ = try Row.fetchAll(statement, arguments: arguments)
        return Int(sqlite3_stmt_status(statement.sqliteStatement, SQLITE_STMTSTATUS_VM_STEP, 1))
    }

    @Test(arguments: PageTests.orders)
    func aPageInTheMiddleCostsNoMoreThanTheFirst(order: PromptOrder) throws {
        try library.sql { database in
            for segment in 0...1 {
                var query = PageQuery(
                    order: order,
                    segment: segment,
                    isBackward: false,
                    comparison: .none
                )
                let rows = try Row.fetchAll(database, sql: query.sql, arguments: ["limit": Self.count])
                guard rows.count > 100 else { continue }
                for place in [rows.count / 10, rows.count / 2, rows.count * 9 / 10] {
                    for comparison in [PageQuery.Comparison.tied, .tiedFromHere, .beyond]
                    where segment == 0 || comparison != .beyond {
                        for isBackward in [true, false] {
                            query.comparison = comparison
                            query.isBackward = isBackward
                            query.isTextKey = rows[place]["is_text"]
                            let steps = try steps(query, from: rows[place], in: database)
                            #expect(steps < 3000, "\(order) \(segment) \(place) \(comparison) \(isBackward)")
                        }
                    }
                }
            }
        }
    }
}
