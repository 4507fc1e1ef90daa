/// What a list of prompts is narrowed to, and maybe ordered by: the meaning of a text in the query language.
///
/// Terms side by side must all hold, `OR` stands between alternatives and binds less than standing side by side, `-`
/// before a term or a parenthesis turns it round.
public struct PromptQuery: Equatable, Hashable, Sendable {
    /// What must hold of a prompt; nil where everything will do.
    public internal(set) var expression: QueryExpression?
    /// The order that the text asks for, which goes before any other.
    public var order: PromptOrder?

    /// Finds every prompt.
    public static let all = PromptQuery(nil)

    /// Creates a query from its meaning.
    public init(_ expression: QueryExpression?, order: PromptOrder? = nil) {
        self.expression = expression
        self.order = order
    }

    /// Reads a query.
    ///
    /// - Throws: the first thing that is wrong, with its place in the text.
    public init(_ text: String) throws(QueryError) {
        var parser = QueryParser(text)
        self = try parser.parse()
    }

    /// A query for a text as it stands, whatever signs are in it.
    public init(literally text: String) { self.init(text.isEmpty ? nil : .term(.text(text))) }

    /// Whether it finds every prompt.
    public var isEmpty: Bool { expression == nil }
}
