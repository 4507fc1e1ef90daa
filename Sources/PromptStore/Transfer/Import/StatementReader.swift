import CSQLite
import Foundation

/// Takes one statement after the other from a dump: no more of it than a statement is in memory.
final class StatementReader {
    private enum State { case plain, quoted(UInt8), lineComment, blockComment }

    private let input: DumpInput
    /// The line that the next statement is looked for from.
    private var line = 1
    /// How far the search for the end of the statement has come, from its start.
    private var scanned = 0
    private var state = State.plain
    private var triggerEnds = 0

    /// A trigger with more statements in it than this is not looked at to its end.
    private static let mostTriggerStatements = 100

    init(_ input: DumpInput) { self.input = input }

    /// The line at which the statement that is being read begins.
    private(set) var statementLine = 1

    /// Hands over the next statement, without its semicolon; false at the end.
    func next(_ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws -> Bool {
        scanned = 0
        triggerEnds = 0
        state = .plain
        while true {
            if scan(input.unread) { break }
            if input.isAtEnd { return try handOverRest(body) }
            guard input.unread.count <= DumpInput.mostBytes else {
                throw TransferError.unreadable(path: input.path, line: line, detail: "a statement of more than 700 MB")
                    .fact
            }
            try input.fill()
        }
        try handOver(scanned - 1, body)
        return true
    }

    private func handOverRest(_ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws -> Bool {
        var lexer = DumpLexer(input.unread)
        if lexer.next() == .end { return false }
        throw TransferError.cutOff(path: input.path).fact
    }

    private func handOver(_ count: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
        defer { input.skip(count + 1) }
        let statement = UnsafeBufferPointer(rebasing: input.unread[..<count])
        var lexer = DumpLexer(statement)
        lexer.skipBlanks()
        statementLine = line + Self.lines(UnsafeBufferPointer(rebasing: statement[..<lexer.position]))
        let rest = UnsafeBufferPointer(rebasing: statement[lexer.position...])
        defer { line = statementLine + Self.lines(rest) }
        try body(rest)
    }

    /// Looks on for the semicolon that ends the statement; false where more has to be read first.
    private func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        while scanned < bytes.count {
            switch state {
            case .quoted(let quote):
                guard let end = bytes.place(of: quote, from: scanned) else {
                    scanned = bytes.count
                    return false
                }
                // A quote that stands twice ends one text and begins the next, to the same effect.
                scanned = end + 1
                state = .plain
            case .lineComment:
                guard let end = bytes.place(of: 10, from: scanned) else {
                    scanned = bytes.count
                    return false
                }
                scanned = end + 1
                state = .plain
            case .blockComment:
                guard let star = bytes.place(of: UInt8(ascii: "*"), from: scanned), star + 1 < bytes.count else {
                    scanned = bytes.place(of: UInt8(ascii: "*"), from: scanned) ?? bytes.count
                    return false
                }
                scanned = star + 1
                if bytes[scanned] == UInt8(ascii: "/") {
                    scanned += 1
                    state = .plain
                }
            case .plain:
                let byte = bytes[scanned]
                switch byte {
                case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"): state = .quoted(byte)
                case UInt8(ascii: "["): state = .quoted(UInt8(ascii: "]"))
                case UInt8(ascii: "-"), UInt8(ascii: "/"):
                    // What may begin a comment is looked at when what follows is there.
                    guard scanned + 1 < bytes.count else { return false }
                    let pair = (byte, bytes[scanned + 1])
                    if pair == (UInt8(ascii: "-"), UInt8(ascii: "-")) { state = .lineComment }
                    if pair == (UInt8(ascii: "/"), UInt8(ascii: "*")) {
                        state = .blockComment
                        scanned += 1
                    }
                case UInt8(ascii: ";"):
                    scanned += 1
                    if isComplete(UnsafeBufferPointer(rebasing: bytes[..<scanned])) { return true }
                    continue
                default: break
                }
                scanned += 1
            }
        }
        return false
    }

    /// Whether a semicolon ends the statement, and not only one of a trigger's.
    private func isComplete(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard SchemaStatement(bytes)?.kind == .trigger, triggerEnds < Self.mostTriggerStatements else { return true }
        triggerEnds += 1
        return sqlite3_complete(String(decoding: bytes, as: UTF8.self)) != 0
    }

    private static func lines(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var count = 0
        var position = 0
        while let end = bytes.place(of: 10, from: position) {
            count += 1
            position = end + 1
        }
        return count
    }
}
