import PromptBrowser

/// How a person wants the terminal to be used.
public struct TerminalWishes: Equatable, Sendable {
    /// Whether to draw with ASCII only, whatever the locale.
    public var isASCII = false
    /// Whether to be told what the mouse does.
    public var usesMouse = false
    /// The looks of things, where the environment does not forbid colours.
    public var palette = Palette()

    /// As it is by default.
    public init() {}
}
