import PromptStore

/// Writes a comment. What has been typed is kept until it is saved, also over Esc.
struct CommentOverlay: Equatable, Sendable {
    let promptID: String
    /// The comment of this run that is edited, by its row; nil where one is written.
    let editedID: Int64?
    let heading: String
    var field: TextField

    init(promptID: String, editing editedID: Int64? = nil, heading: String, draft: String) {
        self.promptID = promptID
        self.editedID = editedID
        self.heading = heading
        field = TextField(draft, limit: PromptStore.longestComment)
    }

    /// What is asked for.
    var change: Change {
        guard let editedID else { return .comment(promptID: promptID, text: field.text) }
        return .editComment(id: editedID, promptID: promptID, text: field.text)
    }

    /// Under what the words are kept until they are saved.
    var draftName: String { editedID.map { "\(promptID) #\($0)" } ?? promptID }

    func draw(on surface: inout Surface, in area: Rect) {
        let width = min(76, area.width)
        let count = field.lineCount(width: width - 4, atMost: 200)
        let height = min(max(3, count + 1), max(3, area.height - 4))
        let rect = area.centred(width: width, height: height + 3)
        surface.clear(rect)
        surface.frame(rect, style: Style(.focus))
        surface.write(
            editedID == nil ? " Comment " : " Edit the comment ",
            x: rect.x + 2,
            y: rect.y,
            width: width - 4,
            style: Style(.focus, .bold)
        )
        surface.write(
            "on “\(heading)”",
            x: rect.x + 2,
            y: rect.y + 1,
            width: width - 4,
            style: Style(.muted)
        )
        field.drawWrapped(on: &surface, in: Rect(x: rect.x + 2, y: rect.y + 2, width: width - 4, height: height))
        surface.write(
            " Enter saves · Esc keeps it for later ",
            x: rect.x + 2,
            y: rect.y + rect.height - 1,
            width: width - 4,
            style: Style(.muted)
        )
    }
}
