import GRDB

/// A trigger or a view in a library that neither this program nor a known generation of the tool has made: other
/// programs that write to the file set it off, whatever it does.
public struct ForeignObject: Hashable, Sendable {
    /// What it is.
    public enum Kind: String, Sendable { case trigger, view }

    /// What it is.
    public let kind: Kind
    /// Its name in the file.
    public let name: String
    /// What sets a trigger off, such as `after insert on prompts`; empty for a view.
    public let event: String
    /// The statement that has made it: another one is another object, whatever its name.
    let sql: String

    /// Creates it.
    public init(kind: Kind, name: String, event: String = "", sql: String = "") {
        self.kind = kind
        self.name = name
        self.event = event
        self.sql = sql
    }

    private init?(_ row: Row) {
        guard let kind = Kind(rawValue: row[0] ?? "") else { return nil }
        let sql: String = row[2] ?? ""
        let definition = ObjectDefinition(sql)
        if definition.isKnown { return nil }
        self.init(kind: kind, name: row[1] ?? "", event: kind == .trigger ? definition.event : "", sql: sql)
    }

    /// `trigger “wipe” (after insert on prompts)`.
    public var title: String {
        // Either may be as long as its maker liked.
        "\(kind.rawValue) “\(name.prefix(60))”" + (event.isEmpty ? "" : " (\(event.prefix(100)))")
    }

    /// Those of a file.
    static func all(in database: Database) throws -> [ForeignObject] {
        try Row.fetchAll(database, sql: query.sql).compactMap(ForeignObject.init)
    }

    static let query = NamedQuery(
        "triggers and views",
        "SELECT type, name, sql FROM main.sqlite_schema WHERE type IN ('trigger', 'view') ORDER BY rowid"
    )
}
