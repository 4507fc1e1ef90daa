import CSQLite
import GRDB

/// Tells SQLite, for each thing that a statement of a dump would do, whether it may.
final class ScratchAuthorizer {
    private enum Phase {
        /// A statement of our own: anything.
        case trusted
        /// One of the dump that makes a table or an index.
        case making
        /// One of our own that adds values to a table of the dump.
        case inserting
    }

    private var phase = Phase.trusted
    /// What was refused of the statement that failed, in words.
    private(set) var refused: String?
    private var steps = 0

    /// Functions that a table may use in its checks, defaults and computed columns: none of them reaches beyond its
    /// arguments.
    private static let functions: Set<String> = [
        "abs", "coalesce", "current_date", "current_time", "current_timestamp", "date", "datetime", "glob", "hex",
        "ifnull",
        "iif", "instr", "json_array_length", "json_extract", "json_type", "json_valid", "julianday", "length", "like",
        "lower",
        "ltrim", "max", "min", "nullif", "quote", "random", "randomblob", "round", "rtrim", "sign", "strftime",
        "substr", "substring", "time",
        "trim", "typeof", "unicode", "unixepoch", "upper", "->", "->>",
    ]

    /// Sets itself before a connection, for as long as that lives.
    func guardConnection(_ connection: OpaquePointer) {
        sqlite3_set_authorizer(
            connection,
            { context, action, first, second, _, _ in
                guard let context else { return SQLITE_DENY }
                let authorizer = Unmanaged<ScratchAuthorizer>.fromOpaque(context).takeUnretainedValue()
                return authorizer.decide(action, first.map { String(cString: $0) }, second.map { String(cString: $0) })
            },
            Unmanaged.passUnretained(self).toOpaque()
        )
        // A statement that makes a table, or adds one row, has few steps; computed columns could have it otherwise.
        sqlite3_progress_handler(
            connection,
            10_000,
            { context in
                guard let context else { return 1 }
                return Unmanaged<ScratchAuthorizer>.fromOpaque(context).takeUnretainedValue().isOverdone() ? 1 : 0
            },
            Unmanaged.passUnretained(self).toOpaque()
        )
    }

    func trusting<Value>(_ body: () throws -> Value) rethrows -> Value { try during(.trusted, body) }

    func making<Value>(_ body: () throws -> Value) rethrows -> Value { try during(.making, body) }

    func inserting<Value>(_ body: () throws -> Value) rethrows -> Value { try during(.inserting, body) }

    private func during<Value>(_ phase: Phase, _ body: () throws -> Value) rethrows -> Value {
        self.phase = phase
        refused = nil
        steps = 0
        defer { self.phase = .trusted }
        return try body()
    }

    private func isOverdone() -> Bool {
        steps += 1
        return phase != .trusted && steps > 100
    }

    private func decide(_ action: Int32, _ first: String?, _ second: String?) -> Int32 {
        let what: String?
        switch phase {
        case .trusted: what = nil
        case .making: what = Self.refusedMaking(action, first, second)
        case .inserting: what = Self.refusedInserting(action, second)
        }
        guard let what else { return SQLITE_OK }
        refused = refused ?? what
        return SQLITE_DENY
    }

    private static func refusedInserting(_ action: Int32, _ second: String?) -> String? {
        switch action {
        case SQLITE_INSERT, SQLITE_READ: nil
        case SQLITE_FUNCTION: functions.contains(second?.lowercased() ?? "") ? nil : "the function \(second ?? "")"
        default: "an INSERT that does more than that"
        }
    }

    private static func refusedMaking(_ action: Int32, _ first: String?, _ second: String?) -> String? {
        switch action {
        case SQLITE_CREATE_TABLE, SQLITE_CREATE_INDEX, SQLITE_REINDEX: nil
        // SQLite's own list of what there is; and the columns that a check or an index is about.
        case SQLITE_INSERT, SQLITE_UPDATE: isSchema(first) ? nil : "CREATE TEMPORARY"
        case SQLITE_READ: nil
        case SQLITE_FUNCTION: functions.contains(second?.lowercased() ?? "") ? nil : "the function \(second ?? "")"
        case SQLITE_SELECT, SQLITE_RECURSIVE: "CREATE … AS SELECT"
        case SQLITE_CREATE_TEMP_TABLE, SQLITE_CREATE_TEMP_INDEX: "CREATE TEMPORARY"
        case SQLITE_CREATE_VTABLE: "CREATE VIRTUAL TABLE"
        default: "what only programs do (action \(action))"
        }
    }

    private static func isSchema(_ table: String?) -> Bool {
        ["sqlite_master", "sqlite_schema", "sqlite_sequence"].contains(table)
    }
}
