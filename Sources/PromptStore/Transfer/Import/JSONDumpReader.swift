/// Reads the JSON that an export writes; docs/transfer.md describes it.
struct JSONDumpReader {
    private typealias Unexpected = JSONReader.Unexpected

    let input: DumpInput
    let scratch: ScratchDatabase

    /// Reads all of it.
    ///
    /// - Parameter telling: is told before each row is added.
    func run(telling: () throws -> Void) throws {
        var reader = JSONReader(input)
        do {
            try read(&reader, telling)
            try reader.end()
        } catch let unexpected as JSONReader.Unexpected {
            throw TransferError.unreadable(path: input.path, line: reader.line, detail: unexpected.detail).fact
        } catch let unexpected as DumpValueParser.Unexpected {
            throw TransferError.refused(path: input.path, line: reader.line, what: unexpected.what).fact
        } catch let problem as ScratchDatabase.Problem {
            throw TransferError.unreadable(path: input.path, line: reader.line, detail: problem.detail).fact
        }
    }

    private func read(_ reader: inout JSONReader, _ telling: () throws -> Void) throws {
        var isOurs = false
        try reader.object { reader, key in
            if key != "format" && !isOurs { throw Unexpected(detail: "it does not begin with the format of an export") }
            switch key {
            case "format":
                guard try reader.text() == JSONWriter.format else {
                    throw Unexpected(detail: "it is of another format")
                }
                isOurs = true
            case "version":
                guard try reader.integer() == JSONWriter.version else {
                    throw Unexpected(detail: "it is of a newer version")
                }
            case "since": _ = try reader.text()
            case "absent_parents": try reader.list { _ = try $0.text() }
            case "tables": try reader.list { try table(&$0, telling) }
            case "sequences": try reader.object { scratch.setSequence($1, try $0.integer()) }
            case "indexes": try reader.list { try make(.index, try $0.text()) }
            case "views": try reader.list { try make(.view, try $0.text()) }
            case "triggers": try reader.list { try make(.trigger, try $0.text()) }
            default: throw Unexpected(detail: "“\(key.prefix(40))”, which no export has")
            }
        }
    }

    private func table(_ reader: inout JSONReader, _ telling: () throws -> Void) throws {
        var name: String?
        var isMade = false
        try reader.object { reader, key in
            switch key {
            case "name": name = try reader.text()
            case "sql":
                try make(.table, try reader.text(), named: name)
                isMade = true
            case "rows":
                guard let name, isMade else { throw Unexpected(detail: "rows before the name and sql of their table") }
                try reader.list { try row(&$0, of: name, telling) }
            default: throw Unexpected(detail: "“\(key.prefix(40))” of a table, which no export has")
            }
        }
    }

    private func row(_ reader: inout JSONReader, of table: String, _ telling: () throws -> Void) throws {
        var columns: [String] = []
        var values: [DumpValue] = []
        try reader.object { reader, key in
            columns.append(key)
            values.append(try reader.value())
        }
        guard !columns.isEmpty else { throw Unexpected(detail: "a row without values") }
        try telling()
        try scratch.insert(values, into: table, columns: columns)
    }

    /// Makes what a statement makes, where it makes what stands there and nothing else.
    private func make(_ kind: SchemaStatement.Kind, _ sql: String, named name: String? = nil) throws {
        guard let made = SchemaStatement(sql), made.kind == kind, name == nil || name == made.name else {
            throw DumpValueParser.Unexpected(what: "a statement in the place of one that makes a \(kind.rawValue)")
        }
        guard made.sql.utf8.count == sql.utf8.count else {
            throw DumpValueParser.Unexpected(what: "more than one statement that makes a \(kind.rawValue)")
        }
        try scratch.make(made)
    }
}
