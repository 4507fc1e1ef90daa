import GRDB

extension PromptStore {
    /// Reads neighbouring rows of the list.
    ///
    /// - Parameter partial: called now and then with what a search from the start has found so far.
    /// - Throws: `StoreError.cancelled` when `cancellation` was thrown; otherwise what the file's state says.
    public func page(
        _ request: PageRequest,
        cancellation: Cancellation,
        partial: @escaping ([PromptRow]) -> Void = { _ in }
    ) throws(StoreError) -> PromptPage {
        let isByTable = try isListWalkedByTable((request.query.order ?? request.order).key, cancellation: cancellation)
        return try connections.read(.list, cancellation: cancellation) { database in
            try ListWalk(request, isByTable: isByTable, now: now, in: database, partial: partial).page()
        }
    }

    /// Finds out how an order is read. Where nothing of the file has it, what takes its place is made first, in
    /// transactions of its own: cancelling would take back what is made in the one that reads.
    private func isListWalkedByTable(
        _ key: PromptOrder.Key,
        cancellation: Cancellation
    ) throws(StoreError) -> Bool {
        while true {
            switch try connections.read(.list, { try connections.orders.way(for: key, in: $0) }) {
            case .byIndex: return false
            case .byTable: return true
            case .notYet:
                if cancellation.isCancelled { throw .cancelled }
                _ = try connections.read(.list) { try connections.orders.step(key, in: $0) }
            }
        }
    }

    /// Counts the prompts that a query finds.
    public func count(query: PromptQuery, cancellation: Cancellation) throws(StoreError) -> Int {
        try connections.read(.count, cancellation: cancellation) { database in
            let condition = QueryCondition(query, now: now, ratings: try UniformFace.ratings(database))
            guard let holds = condition.sql else {
                return try Int.fetchOne(database.cachedStatement(sql: PageQuery.countAll)) ?? 0
            }
            let rare = try RareRows.find(in: query, database)
            let sql = PageQuery.count(where: holds, among: rare)
            let arguments = condition.arguments + (rare?.arguments ?? [])
            return try Int.fetchOne(database.cachedStatement(sql: sql), arguments: arguments) ?? 0
        }
    }
}

/// One reading of a page: walks along the list's segments, forwards or backwards, until there are enough rows.
private struct ListWalk {
    private let database: Database
    private let request: PageRequest
    private let order: PromptOrder
    private let isByTable: Bool
    private let condition: QueryCondition
    private let rare: RareRows?
    private let partial: ([PromptRow]) -> Void

    init(
        _ request: PageRequest,
        isByTable: Bool,
        now: Double,
        in database: Database,
        partial: @escaping ([PromptRow]) -> Void
    ) throws {
        self.database = database
        self.request = request
        self.isByTable = isByTable
        self.partial = partial
        order = request.query.order ?? request.order
        condition = QueryCondition(request.query, now: now, ratings: try UniformFace.ratings(database))
        rare = try RareRows.find(in: request.query, database)
    }

    func page() throws -> PromptPage {
        switch request.anchor {
        case .start: return try forwards(from: nil, .none)
        case .end: return try backwards(from: nil)
        case .after(let cursor): return try forwards(from: cursor, .tied)
        case .from(let cursor): return try forwards(from: cursor, .tiedFromHere)
        case .before(let cursor): return try backwards(from: cursor)
        case .around(let id):
            guard let cursor = try place(of: id) else { throw StoreError.promptGone(id: id) }
            return try around(cursor)
        case .row(let number):
            guard let cursor = try place(ofRow: number) else { return try backwards(from: nil) }
            return try around(cursor)
        }
    }

    private func around(_ cursor: PromptCursor) throws -> PromptPage {
        let before = try walk(from: cursor, .tied, isBackward: true, limit: request.limit / 2)
        let after = try walk(from: cursor, .tiedFromHere, isBackward: false, limit: request.limit - before.count)
        return PromptPage(
            rows: before.reversed() + after,
            reachesStart: before.count < request.limit / 2,
            reachesEnd: after.count < request.limit - before.count
        )
    }

    private func forwards(from cursor: PromptCursor?, _ comparison: PageQuery.Comparison) throws -> PromptPage {
        let rows = try walk(from: cursor, comparison, isBackward: false, limit: request.limit)
        return PromptPage(rows: rows, reachesStart: cursor == nil, reachesEnd: rows.count < request.limit)
    }

    private func backwards(from cursor: PromptCursor?) throws -> PromptPage {
        let rows = try walk(from: cursor, .tied, isBackward: true, limit: request.limit)
        return PromptPage(
            rows: rows.reversed(),
            reachesStart: rows.count < request.limit,
            reachesEnd: cursor == nil
        )
    }

    private func walk(
        from cursor: PromptCursor?,
        _ comparison: PageQuery.Comparison,
        isBackward: Bool,
        limit: Int
    ) throws -> [PromptRow] {
        var rows: [PromptRow] = []
        var lastPartial = ContinuousClock.now
        for (segment, comparison) in stages(from: cursor, comparison, isBackward: isBackward)
        where rows.count < limit {
            let query = PageQuery(
                order: order,
                segment: segment,
                isBackward: isBackward,
                comparison: comparison,
                condition: condition.sql,
                rare: rare,
                isTextKey: cursor.map(isText) ?? false,
                isByTable: isByTable,
                ratings: condition.ratings
            )
            var arguments = condition.arguments + (rare?.arguments ?? []) + ["limit": limit - rows.count]
            if let cursor, comparison != .none {
                if segment == 0 { arguments += ["key": key(of: cursor)] }
                if comparison != .beyond { arguments += ["tie": cursor.tie] }
            }
            let cursor = try Row.fetchCursor(
                database.cachedStatement(sql: query.sql),
                arguments: arguments
            )
            while let row = try cursor.next() {
                rows.append(try Self.row(row, segment: segment))
                if condition.sql != nil && request.anchor == .start
                    && ContinuousClock.now - lastPartial > .milliseconds(40)
                {
                    lastPartial = .now
                    partial(rows)
                }
            }
        }
        return rows
    }

    /// What a cursor's place is compared by. A cursor remembers what the file holds, so that it means the same
    /// whichever way the list is read.
    private func key(of cursor: PromptCursor) -> DatabaseValue {
        guard isByTable, order.key.isTime else { return cursor.key }
        return DerivedTable.comparable(cursor.key)
    }

    private func isText(_ cursor: PromptCursor) -> Bool { cursor.isText && key(of: cursor) == cursor.key }

    /// What is walked one after the other: the rest of the cursor's key, the rest of its segment, the other segment.
    private func stages(
        from cursor: PromptCursor?,
        _ comparison: PageQuery.Comparison,
        isBackward: Bool
    ) -> [(segment: Int, PageQuery.Comparison)] {
        guard let cursor else { return isBackward ? [(1, .none), (0, .none)] : [(0, .none), (1, .none)] }
        switch (cursor.segment, isBackward) {
        case (0, false): return [(0, comparison), (0, .beyond), (1, .none)]
        case (0, true): return [(0, comparison), (0, .beyond)]
        case (_, false): return [(1, comparison)]
        case (_, true): return [(1, comparison), (0, .none)]
        }
    }

    private func place(of id: String) throws -> PromptCursor? {
        for segment in 0...1 {
            let query = PageQuery(
                order: order,
                segment: segment,
                isBackward: false,
                comparison: .none,
                isByTable: isByTable
            )
            if let row = try Row.fetchOne(database, sql: query.placeSQL, arguments: ["id": id]) {
                return PromptCursor(row, segment: segment)
            }
        }
        return nil
    }

    /// Where the row of a number stands, or the last one where there are not so many; nil where there are none.
    private func place(ofRow number: Int) throws -> PromptCursor? {
        var offset = number
        for segment in 0...1 {
            let query = PageQuery(
                order: order,
                segment: segment,
                isBackward: false,
                comparison: .none,
                condition: condition.sql,
                isByTable: isByTable
            )
            let arguments = condition.arguments + ["offset": offset]
            if let row = try Row.fetchOne(database, sql: query.rowSQL, arguments: arguments) {
                return PromptCursor(row, segment: segment)
            }
            offset -= try Int.fetchOne(database, sql: query.countSQL, arguments: condition.arguments) ?? 0
        }
        return try backwards(from: nil).rows.last?.cursor
    }

    private static func row(_ row: Row, segment: Int) throws -> PromptRow {
        PromptRow(
            id: row.text("id") ?? "",
            title: try row.title("opening"),
            phase: row.text("phase") ?? "",
            score: row.number("score"),
            rating: row.number("rating"),
            facts: PromptRow.Facts(row),
            cursor: PromptCursor(row, segment: segment)
        )
    }
}
