import Foundation
import GRDB

/// How much room a library file takes, and how much of it is unused.
struct FileRoom {
    let pageBytes: Int
    let pages: Int
    let freePages: Int
    let logBytes: Int

    /// All pages of the database, wherever they are yet.
    var bytes: Int { pages * pageBytes }

    /// What a report says of it.
    var values: [TaskReport.Value] {
        [
            .init("size", .bytes(bytes)), .init("free pages", .count(freePages)),
            .init("free bytes", .bytes(freePages * pageBytes)), .init("log size", .bytes(logBytes)),
        ]
    }

    /// The length of a file, without opening it; 0 where there is none.
    static func bytes(of path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }

    /// Whether there is anything of this name, be it a link to nothing.
    static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }
}

extension FileRoom {
    init(_ database: Database, path: String) throws {
        pageBytes = try Int.fetchOne(database, sql: "PRAGMA main.page_size") ?? 0
        pages = try Int.fetchOne(database, sql: "PRAGMA main.page_count") ?? 0
        freePages = try Int.fetchOne(database, sql: "PRAGMA main.freelist_count") ?? 0
        logBytes = Self.bytes(of: path + "-wal")
    }
}
