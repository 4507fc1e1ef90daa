import Foundation
import GRDB

/// What a file holds about a prompt beyond what is documented: in columns of the prompt itself, and in rows of other
/// tables that name it. Whatever some program has noted can be read, even where nothing is known of its meaning.
enum FurtherFields {
    /// The most rows that are read of a table; the first ones.
    private static let mostRows = 20
    /// The most bytes that are read of a value.
    private static let longestValue = 4000

    /// The columns of prompts, and of all tables in which a prompt is looked up along an index.
    ///
    /// Tables whose rows are shown elsewhere in full are left out, and ours.
    private static let layout = """
        SELECT t.name AS name, c.name AS column, (c.name LIKE '%prompt\\_id' ESCAPE '\\' AND EXISTS (
            SELECT 1 FROM pragma_index_list(t.name, 'main') i JOIN pragma_index_info(i.name, 'main') k
            WHERE k.seqno = 0 AND k.name = c.name AND NOT i.partial)) AS is_reference
        FROM main.sqlite_schema t JOIN pragma_table_info(t.name, 'main') c
        WHERE t.type = 'table' AND t.name NOT LIKE 'pa\\_%' ESCAPE '\\' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
          AND t.sql NOT LIKE 'CREATE VIRTUAL%'
          AND t.name NOT IN ('user_feedback', 'user_interactions', 'enhancement_history', 'learning_patterns')
        ORDER BY t.name <> 'prompts', t.name, c.cid
        """

    private struct Table {
        let name: String
        var columns: [String] = []
        var references: [String] = []
    }

    /// Reads them; nothing for a prompt of a file that is as documented.
    static func read(
        _ id: String,
        in database: Database
    ) throws -> (columns: [PromptDetail.Field], rows: [PromptDetail.FurtherRow]) {
        var found: (columns: [PromptDetail.Field], rows: [PromptDetail.FurtherRow]) = ([], [])
        for table in try tables(in: database) {
            let unknown = table.columns.filter { !LibrarySchema.columns(of: table.name).contains($0) }
            if unknown.isEmpty { continue }
            if table.name == "prompts" {
                found.columns = try rows(of: table.name, unknown, where: "id", id, in: database).flatMap { $0 }
                continue
            }
            for reference in table.references {
                let columns = table.columns.filter { $0 != reference && $0 != "id" }
                let rows = try rows(of: table.name, columns, where: reference, id, in: database)
                found.rows += rows.map { .init(table: table.name, fields: $0) }
            }
        }
        return found
    }

    private static func tables(in database: Database) throws -> [Table] {
        var tables: [Table] = []
        for row in try Row.fetchAll(database.cachedStatement(sql: layout)) {
            let name: String = row["name"]
            if tables.last?.name != name { tables.append(Table(name: name)) }
            tables[tables.count - 1].columns.append(row["column"])
            if row["is_reference"] { tables[tables.count - 1].references.append(row["column"]) }
        }
        return tables
    }

    /// The values that there are in rows of a table, each under the name of its column.
    private static func rows(
        of table: String,
        _ columns: [String],
        where reference: String,
        _ id: String,
        in database: Database
    ) throws -> [[PromptDetail.Field]] {
        let values = columns.map { column in
            let name = column.quotedName
            return "CASE WHEN typeof(\(name)) IN ('text', 'blob') THEN substr(CAST(\(name) AS BLOB), 1, "
                + "\(longestValue)) ELSE \(name) END"
        }
        let sql = """
            SELECT \(values.joined(separator: ", ")) FROM main.\(table.quotedName)
            WHERE \(reference.quotedName) = ? LIMIT \(mostRows + 1)
            """
        let rows = try Row.fetchAll(database, sql: sql, arguments: [id])
        let read = rows.prefix(mostRows).map { row in
            zip(columns, row.databaseValues).compactMap { column, value in
                text(value, of: column).map { PromptDetail.Field(name: column, value: $0) }
            }
        }
        return read + (rows.count > mostRows ? [[.init(name: "more", value: "rows than are shown")]] : [])
    }

    private static func text(_ value: DatabaseValue, of column: String) -> String? {
        func number(_ value: Double, _ plain: String) -> String {
            // Moments that are stored as numbers say little to a person.
            column.hasSuffix("_at") && value > 0 ? Timestamp(number: value).stored : plain
        }
        return switch value.storage {
        case .null: nil
        case .int64(let integer): number(Double(integer), String(integer))
        case .double(let real): number(real, "\(real)")
        case .string(let text): text
        case .blob(let bytes):
            String(decoding: bytes, as: UTF8.self) + (bytes.count == longestValue ? "…" : "")
        }
    }
}
