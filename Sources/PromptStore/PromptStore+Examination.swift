extension PromptStore {
    /// Looks at what is in the file beside its tables.
    public func examination() throws(StoreError) -> Examination {
        try connections.read(.dossier) {
            Examination(
                foreignObjects: try ForeignObject.all(in: $0),
                hasPendingChanges: hasPendingChanges,
                concerns: FileConcern.all(of: path)
            )
        }
    }

    /// Lets changes go ahead although the file has these; until then each throws `StoreError.foreignObjects`.
    public func allow(_ objects: [ForeignObject]) {
        connections.allow(objects)
        maintenance.allow(objects)
    }
}
