/// One step of the way of a file to the documented layout.
///
/// A step that was released is frozen: what it says, it says in SQL of its own, and it uses no type that describes the
/// layout of today, which will be another one.
struct MigrationStep: Sendable {
    /// Under which it is recorded in the file.
    let name: String
    /// What it does, in a few words for a person.
    let summary: String
    /// Does it. It must do no harm to a file where it has been done, in part or in whole.
    let perform: @Sendable (MigrationStage) throws -> Void
}
