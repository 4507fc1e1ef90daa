/// A statement that makes something, as far as it has to be understood: what, under which name, and where it ends.
struct SchemaStatement: Equatable {
    enum Kind: String { case table, index, view, trigger, virtualTable = "virtual table" }

    let kind: Kind
    let name: String
    /// What an index is on.
    let table: String?
    /// The statement alone, without what stands before it or, after a semicolon, behind it.
    let sql: String

    /// Looks at a statement; nil where it makes nothing of these.
    ///
    /// - Parameter bytes: the statement; of several that are in it, SQLite would run only the first as well.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        var lexer = DumpLexer(bytes)
        lexer.skipBlanks()
        let start = lexer.position
        guard case .word(let create) = lexer.next(), bytes.isWord(create, "create") else { return nil }
        guard let kind = Self.kind(&lexer) else { return nil }
        guard let name = Self.name(&lexer) else { return nil }
        self.kind = kind
        self.name = name
        table = kind == .index ? Self.indexed(lexer) : nil
        let end = Self.end(&lexer, isTrigger: kind == .trigger)
        sql = bytes.text(start..<end)
    }

    init?(_ sql: String) {
        var sql = sql
        guard let found = sql.withUTF8({ SchemaStatement($0) }) else { return nil }
        self = found
    }

    private static func kind(_ lexer: inout DumpLexer) -> Kind? {
        guard case .word(let word) = lexer.next() else { return nil }
        switch lexer.bytes.text(word).lowercased() {
        case "table": return .table
        case "index": return .index
        case "view": return .view
        case "trigger": return .trigger
        case "unique": return kind(&lexer) == .index ? .index : nil
        case "virtual": return kind(&lexer) == .table ? .virtualTable : nil
        // What is temporary is no part of a library.
        default: return nil
        }
    }

    /// The name, past IF NOT EXISTS and the name of the database.
    private static func name(_ lexer: inout DumpLexer) -> String? {
        var token = lexer.next()
        if case .word(let word) = token, lexer.bytes.isWord(word, "if") {
            _ = lexer.next()
            _ = lexer.next()
            token = lexer.next()
        }
        var name = text(token, lexer)
        var ahead = lexer
        if ahead.next() == .sign(UInt8(ascii: ".")) {
            name = text(ahead.next(), ahead)
            lexer = ahead
        }
        return name
    }

    private static func indexed(_ lexer: DumpLexer) -> String? {
        var lexer = lexer
        guard case .word(let on) = lexer.next(), lexer.bytes.isWord(on, "on") else { return nil }
        return text(lexer.next(), lexer)
    }

    private static func text(_ token: DumpLexer.Token, _ lexer: DumpLexer) -> String? {
        switch token {
        case .word(let range): lexer.bytes.text(range)
        case .name(let range), .string(let range): String(decoding: lexer.bytes.unquoted(range), as: UTF8.self)
        default: nil
        }
    }

    /// Where the last token before the semicolon ends; inside a trigger there are more of them.
    private static func end(_ lexer: inout DumpLexer, isTrigger: Bool) -> Int {
        var end = lexer.position
        while true {
            switch lexer.next() {
            case .end, .illegal: return end
            case .sign(UInt8(ascii: ";")) where !isTrigger: return end
            case .sign(UInt8(ascii: ";")):
                var ahead = lexer
                if ahead.next() == .end { return end }
            default: break
            }
            end = lexer.position
        }
    }
}
