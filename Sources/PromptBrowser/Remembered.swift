import PromptStore

/// What the browser keeps of one library until the next time it is opened.
public struct Remembered: Equatable, Sendable {
    /// The prompt that is selected.
    public var selected: String?
    /// The order of the list.
    public var order = PromptOrder(.created)
    /// What the list is narrowed to, as it was typed; empty for all.
    public var search = ""
    /// Percent of the screen added to the list's usual share, -40 to 40.
    public var split = 0
    /// Whether one pane has the whole screen.
    public var isZoomed = false
    /// The pane that has the focus.
    public var focus = Pane.prompts

    /// Everything as it is at the first time.
    public init() {}
}

extension Pane {
    /// What it is called in a file.
    public var name: String { "\(self)" }

    /// The pane of this name; nil where there is none.
    public init?(named name: String) {
        guard let pane = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = pane
    }
}
