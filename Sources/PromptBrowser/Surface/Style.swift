/// How a cell looks, by meaning; the terminal decides which colour that is.
public struct Style: Hashable, Sendable {
    /// What a cell means.
    public enum Role: UInt8, CaseIterable, Sendable {
        /// Ordinary text.
        case text
        /// What may be overlooked.
        case muted
        /// A frame that has not the focus.
        case border
        /// The frame that has the focus.
        case focus
        /// A key to press.
        case key
        /// Ratings.
        case star
        /// The phases a prompt goes through.
        case prima, solutio, coagulatio
        /// A good, a middling and a poor value.
        case good, fair, poor
        /// What a search has found.
        case hit
        /// What stands for something that cannot be shown as it is.
        case substitute
        /// Something wrong.
        case error
    }

    /// What a cell has besides its colour; alone enough where there are no colours.
    public struct Attributes: OptionSet, Hashable, Sendable {
        /// The bits.
        public let rawValue: UInt8

        /// Creates a set from its bits.
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Bold.
        public static let bold = Attributes(rawValue: 1)
        /// Dim.
        public static let dim = Attributes(rawValue: 2)
        /// Foreground and background exchanged.
        public static let reverse = Attributes(rawValue: 4)
        /// Underlined.
        public static let underline = Attributes(rawValue: 8)
    }

    /// The meaning.
    public var role: Role
    /// The rest.
    public var attributes: Attributes

    /// Creates a style.
    public init(_ role: Role = .text, _ attributes: Attributes = []) {
        self.role = role
        self.attributes = attributes
    }

    /// The same, bold.
    var bold: Style { Style(role, attributes.union(.bold)) }
}
