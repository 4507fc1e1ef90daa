import GRDB

/// Lets nothing be written to a file with foreign triggers or views until a person has allowed just those.
///
/// Our own connections fire no trigger. But what is written here is what other programs go on from, whose triggers fire,
/// and who adds to a file should know what else is at work in it.
struct Admission {
    private var allowed: Set<ForeignObject> = []
    /// The layout of the file that has been found to be in order.
    private var checkedVersion: Int?

    mutating func allow(_ objects: [ForeignObject]) { allowed.formUnion(objects) }

    /// - Throws: `StoreError.foreignObjects`, with those that are not allowed.
    mutating func check(_ database: Database, path: String) throws {
        let version = try LibraryLayout.version(database)
        if version == checkedVersion { return }
        let refused = try ForeignObject.all(in: database).filter { !allowed.contains($0) }
        guard refused.isEmpty else { throw StoreError.foreignObjects(path: path, refused) }
        checkedVersion = version
    }
}
