import PromptTestSupport

/// Tables that no generation knows, and values that any column may hold, as SQL of the sqlite3 shell.
enum OddTables {
    /// Values that a careless writer spoils.
    static let values = [
        "NULL", "0", "-1", "9223372036854775807", "-9223372036854775808", "0.0", "-0.0", "1.0", "0.1", "-2.5e-310",
        "5e-324",
        "1.7976931348623157e308", "9e999", "-9e999", "123456789.123456789", "1e21", "''", "'it''s'",
        "'); DROP TABLE prompts; --'",
        "'a' || char(10) || 'b'", "'a' || char(13, 10) || '\\r\\n' || char(13)", "'a' || char(13, 10) || 'b'",
        "CAST(x'610062' AS TEXT)", "CAST(x'ff66feed' AS TEXT)", "CAST(x'c080' AS TEXT)", "CAST(x'eda080' AS TEXT)",
        "x''",
        "x'00ff0d0a27'", "'🧪 žluťoučký' || char(8232, 27) || '[31m'", "'12'", "'1e5'", "' '", "'\\u0041\\\"'",
        "char(127, 133)",
    ]

    static let sql: String = {
        let named = """
            CREATE TABLE "odd ""table"" [of] 'mine'" (
                "a;b" , "select", -- a remark; with a semicolon
                c TEXT DEFAULT 'x;y', d REAL CHECK (d > 0), e INTEGER, f NUMERIC, "computed" AS (length(c)), UNIQUE (e)
            );
            CREATE TABLE keyed (k TEXT, n, v, PRIMARY KEY (n DESC, k)) WITHOUT ROWID;
            CREATE TABLE counted (id INTEGER PRIMARY KEY AUTOINCREMENT, v BLOB);
            CREATE TABLE rowidless (rowid TEXT, _rowid_ TEXT, oid TEXT);
            CREATE TABLE strict_one (a INTEGER, b ANY, c BLOB) STRICT;
            CREATE UNIQUE INDEX "odd index" ON "odd ""table"" [of] 'mine'" (e, lower(c)) WHERE e > 0;

            """
        var lines = [named]
        for (number, value) in values.enumerated() {
            lines.append(
                "INSERT INTO \"odd \"\"table\"\" [of] 'mine'\" VALUES (\(value), \(value), \(value), \(value), NULL, \(value));"
            )
            lines.append("INSERT INTO keyed VALUES ('\(number % 5)', \(number), \(value));")
            lines.append("INSERT INTO counted (v) VALUES (\(value));")
            lines.append("INSERT INTO rowidless VALUES (\(value), \(number), NULL);")
            lines.append("INSERT INTO strict_one VALUES (\(number), \(value), NULL);")
        }
        lines.append("DELETE FROM counted WHERE id > 20; DELETE FROM keyed WHERE n % 7 = 0;")
        return lines.joined(separator: "\n")
    }()

    /// More of the same from a seed: numbers with all their bits, and bytes that may be text.
    static func random(seed: UInt64) -> String {
        var random = SampleRandom(seed: seed)
        return (0..<300).map { _ in
            let digits = (0..<Int.random(in: 0..<40, using: &random))
                .map { _ in String(UInt8.random(in: 0...255, using: &random), radix: 16) }
                .map { $0.count == 1 ? "0" + $0 : $0 }.joined()
            let bits = Double(bitPattern: random.next())
            let real = bits.isFinite ? "\(bits)" : "1.5"
            let small = "\(Double.random(in: 0...1, using: &random))"
            return "INSERT INTO counted (v) VALUES (CAST(x'\(digits)' AS TEXT)), (x'\(digits)'), (\(real)), (\(small));"
        }.joined(separator: "\n")
    }
}
