/// Reads SQL: our own, and what `.dump` of the sqlite3 shell prints of a library. Every other statement is refused by its
/// name, and none is handed to SQLite but those that make a table or an index.
struct SQLDumpReader {
    private typealias Unexpected = DumpValueParser.Unexpected

    let input: DumpInput
    let scratch: ScratchDatabase
    private var isInTransaction = false
    private var isCommitted = false
    /// Whether the shell is past `PRAGMA writable_schema=ON`, where it writes virtual tables down.
    private var isInVirtualBlock = false

    init(_ input: DumpInput, into scratch: ScratchDatabase) {
        self.input = input
        self.scratch = scratch
    }

    /// Reads all of it.
    ///
    /// - Parameter telling: is told before each statement.
    mutating func run(telling: () throws -> Void) throws {
        let reader = StatementReader(input)
        var isAnything = false
        do {
            while try reader.next({ statement in
                try telling()
                try read(statement)
            }) {
                isAnything = true
            }
        } catch let unexpected as Unexpected {
            throw TransferError.refused(path: input.path, line: reader.statementLine, what: unexpected.what).fact
        } catch let problem as ScratchDatabase.Problem {
            throw TransferError.unreadable(path: input.path, line: reader.statementLine, detail: problem.detail).fact
        }
        guard isAnything else { throw TransferError.noLibrary(path: input.path).fact }
        guard isCommitted || !isInTransaction else { throw TransferError.cutOff(path: input.path).fact }
    }

    private mutating func read(_ statement: UnsafeBufferPointer<UInt8>) throws {
        var parser = DumpValueParser(DumpLexer(statement))
        if parser.token == .end { return }
        if isCommitted { throw Unexpected(what: "a statement after COMMIT") }
        if parser.take("insert") { return try insert(&parser) }
        if let made = SchemaStatement(statement) { return try make(made, statement) }
        switch Self.words(statement) {
        case ["pragma", "foreign_keys", "=", "off"], ["pragma", "ignore_check_constraints", "=", "on"],
            ["analyze", "sqlite_schema"], ["analyze", "sqlite_master"]:
            break
        case ["pragma", "writable_schema", "=", "on"] where !isInVirtualBlock: isInVirtualBlock = true
        case ["pragma", "writable_schema", "=", "off"] where isInVirtualBlock: isInVirtualBlock = false
        case ["begin", "transaction"] where !isInTransaction, ["begin"] where !isInTransaction: isInTransaction = true
        case ["commit"] where isInTransaction, ["commit", "transaction"] where isInTransaction: isCommitted = true
        case ["delete", "from", "sqlite_sequence"]: scratch.forgetSequences()
        default: throw Unexpected(what: Self.name(of: statement))
        }
    }

    private func make(_ made: SchemaStatement, _ statement: UnsafeBufferPointer<UInt8>) throws {
        // What stands behind a semicolon would be another statement; a statement that is handed over has none.
        if made.kind == .virtualTable { throw Unexpected(what: "CREATE VIRTUAL TABLE") }
        try scratch.make(made)
    }

    // MARK: INSERT

    private func insert(_ parser: inout DumpValueParser) throws {
        guard parser.take("into") else { throw Unexpected(what: "INSERT OR …") }
        let table = try name(&parser)
        var columns: [String]?
        if parser.take(UInt8(ascii: "(")) {
            var names = [try name(&parser)]
            while parser.take(UInt8(ascii: ",")) { names.append(try name(&parser)) }
            try parser.expect(UInt8(ascii: ")"))
            columns = names
        }
        guard parser.take("values") else {
            guard case .word = parser.token else { throw parser.unexpected() }
            throw Unexpected(what: "INSERT … \(parser.unexpected().what.filter { $0 != "“" && $0 != "”" })")
        }
        repeat {
            var values: [DumpValue] = []
            try parser.expect(UInt8(ascii: "("))
            repeat { values.append(try parser.value()) } while parser.take(UInt8(ascii: ","))
            try parser.expect(UInt8(ascii: ")"))
            try insert(values, into: table, columns)
        } while parser.take(UInt8(ascii: ","))
        guard parser.token == .end else { throw parser.unexpected() }
    }

    private func insert(_ values: [DumpValue], into table: String, _ columns: [String]?) throws {
        switch table.lowercased() {
        case "sqlite_schema", "sqlite_master": try insertVirtualTable(values, columns)
        // Advice for SQLite's planner, which ANALYZE finds again.
        case "sqlite_stat1", "sqlite_stat3", "sqlite_stat4": break
        case "sqlite_sequence":
            guard columns == nil, values.count == 2, case .text(let name) = values[0],
                case .integer(let number) = values[1]
            else { throw Unexpected(what: "an odd line for sqlite_sequence") }
            scratch.setSequence(String(decoding: name, as: UTF8.self), number)
        case let name where name.hasPrefix("sqlite_"): throw Unexpected(what: "INSERT INTO \(name)")
        default: try scratch.insert(values, into: table, columns: columns)
        }
    }

    /// The shell's way to write a virtual table down: it is skipped, for what is in it can be made again.
    private func insertVirtualTable(_ values: [DumpValue], _ columns: [String]?) throws {
        guard isInVirtualBlock, columns == ["type", "name", "tbl_name", "rootpage", "sql"], values.count == 5,
            values[0] == .text(Array("table".utf8)), values[1] == values[2], values[3] == .integer(0),
            case .text(let name) = values[1], case .text(let sql) = values[4],
            let made = SchemaStatement(String(decoding: sql, as: UTF8.self)), made.kind == .virtualTable,
            made.name == String(decoding: name, as: UTF8.self)
        else { throw Unexpected(what: "INSERT INTO sqlite_schema") }
        scratch.skipVirtualTable(made.name)
    }

    private func name(_ parser: inout DumpValueParser) throws -> String {
        defer { parser.advance() }
        switch parser.token {
        case .word(let range): return parser.lexer.bytes.text(range)
        case .name(let range), .string(let range):
            return String(decoding: parser.lexer.bytes.unquoted(range), as: UTF8.self)
        default: throw parser.unexpected()
        }
    }

    // MARK: Names

    /// The words and signs of a short statement, in small letters; of a long one the first.
    private static func words(_ statement: UnsafeBufferPointer<UInt8>) -> [String] {
        var lexer = DumpLexer(statement)
        var words: [String] = []
        while words.count < 6 {
            switch lexer.next() {
            case .word(let range): words.append(statement.text(range.prefix(40)).lowercased())
            case .sign(let byte): words.append(String(UnicodeScalar(byte)))
            case .end: return words
            default: words.append("?")
            }
        }
        return words
    }

    /// What to call a statement that is refused.
    private static func name(of statement: UnsafeBufferPointer<UInt8>) -> String {
        let words = words(statement)
        guard let first = words.first, first.first?.isLetter == true else { return "what is no statement" }
        let hasObject = ["pragma", "create", "drop", "delete", "alter", "with", "replace"].contains(first)
        guard hasObject, let second = words.dropFirst().first, second != "?" else { return first.uppercased() }
        return "\(first) \(second == "temp" ? "temporary" : second)".uppercased()
    }
}
