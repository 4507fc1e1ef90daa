/// A statement that reads, under a name, so that each can be listed, prepared and have its plan looked at.
struct NamedQuery: Sendable, CustomStringConvertible {
    let name: String
    let sql: String

    var description: String { name }

    init(_ name: String, _ sql: String) {
        self.name = name
        self.sql = sql
    }

    /// What fills the screen.
    static let browsing =
        PageQuery.named + LineageQueries.named + PromptQueries.named + HistoryQueries.named

    /// What is asked for by the id of one prompt.
    static let naming = PromptNaming.named

    /// What has to look at every prompt, away from what fills the screen.
    static let collecting = IDQueries.named + TagQueries.named

    /// What a change looks up before and after it.
    static let changing = FeedbackRow.named + PhaseMeans.named + Rescoring.named + Journal.named
}
