/// What is wrong with the text of a query, and where.
public struct QueryError: Error, Equatable, Sendable {
    /// What is wrong.
    public let fact: Fact
    /// The part of the text that is wrong, in characters; never beyond its end, and empty only in an empty text.
    public let range: Range<Int>

    /// What can be wrong.
    public enum Fact: Equatable, Sendable {
        /// There is no such field.
        case unknownField(String)
        /// A field without a value.
        case missingValue(QueryField)
        /// A value that is no number.
        case notANumber(QueryField, String)
        /// A value that is neither a date nor an age.
        case notAMoment(QueryField, String)
        /// A moment that needs to be told whether before or after it.
        case missingRelation(QueryField)
        /// A word that is none of those that a field knows.
        case unknownChoice(name: String, String, choices: [String])
        /// `sort:` inside parentheses or after a minus.
        case misplacedSort
        /// A second `sort:`.
        case secondSort
        /// A quotation without an end.
        case openQuotation
        /// A parenthesis without a closing one.
        case openParenthesis
        /// A closing parenthesis without an opening one.
        case strayParenthesis
        /// Parentheses around nothing.
        case emptyParentheses
        /// `OR` with nothing on one of its sides.
        case looseOr
        /// A minus before nothing.
        case looseMinus
        /// More than `PromptQuery.mostTerms` terms and values.
        case tooManyTerms
        /// More than `PromptQuery.deepestNesting` parentheses inside each other.
        case tooDeep
        /// More than `PromptQuery.longestText` characters.
        case tooLong
    }
}

extension PromptQuery {
    /// The most terms and values of a query together.
    public static let mostTerms = 200
    /// The most parentheses that may stand inside each other.
    public static let deepestNesting = 20
    /// The most Unicode scalars of a query's text.
    public static let longestText = 4000
}

extension QueryError {
    /// One sentence: what is wrong, and what to write instead.
    public var sentence: String {
        switch fact {
        case .unknownField(let name):
            "There is no field “\(name):”; there are \(Self.fields), and quotes around what is a text."
        case .missingValue(let field): "“\(field.name):” asks for nothing yet; write \(Self.example(field))."
        case .notANumber(let field, let text):
            "“\(text)” is not a number; write \(Self.example(field))."
        case .notAMoment(let field, let text):
            "“\(text)” is neither a date nor an age; write \(Self.example(field))."
        case .missingRelation(let field):
            "“\(field.name):” needs < or > before its value; write \(Self.example(field))."
        case .unknownChoice(let name, let text, let choices):
            "“\(name):” knows no “\(text)”; write one of \(choices.joined(separator: ", "))."
        case .misplacedSort: "“sort:” orders the whole list; write it outside of parentheses and without a minus."
        case .secondSort: "The list can have one order only; leave one “sort:” out."
        case .openQuotation: "This quotation has no end; write another \" behind it."
        case .openParenthesis: "This parenthesis is not closed; write a ) behind what belongs together."
        case .strayParenthesis: "There is no ( for this ); leave it out, or put it into quotes."
        case .emptyParentheses: "There is nothing in these parentheses; write what belongs together, or leave them out."
        case .looseOr: "OR stands between two things; write something on both sides, or “\"OR\"” for the word."
        case .looseMinus:
            "A minus stands right before what is not wanted; write a word behind it, or put it into quotes."
        case .tooManyTerms: "A query has at most \(PromptQuery.mostTerms) terms and values; leave some out."
        case .tooDeep: "At most \(PromptQuery.deepestNesting) parentheses stand inside each other; use fewer."
        case .tooLong: "A query has at most \(PromptQuery.longestText) characters; write less."
        }
    }

    private static let fields = (QueryField.all.map(\.name) + ["is", "sort"]).map { $0 + ":" }.joined(separator: " ")

    private static func example(_ field: QueryField) -> String {
        switch field.kind {
        case .text: "\(field.name):word or \(field.name):\"two words\"" + (field.canBeMissing ? ", or none" : "")
        case .number: "\(field.name):4 or \(field.name):>=4" + (field.canBeMissing ? ", or none" : "")
        case .moment: "\(field.name):2024-01-31 or \(field.name):7d"
        case .age: "\(field.name):<7d or \(field.name):>=2024-01-31"
        case .choice(let words): "\(field.name): and one of \(words.joined(separator: ", "))"
        }
    }
}
