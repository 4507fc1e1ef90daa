/// What has come of a task, as facts: what shows it decides how.
public struct TaskReport: Equatable, Sendable {
    /// How it ended.
    public enum Outcome: String, Sendable {
        /// All is well.
        case done
        /// It did what it should, and found something that could be better.
        case advice
        /// It did what it should, and found damage.
        case damage
    }

    /// A value with its unit.
    public enum Quantity: Equatable, Sendable {
        case bytes(Int)
        case count(Int)
        case seconds(Double)
        /// Without a unit.
        case number(Double)
        case moment(Timestamp)
        case text(String)
        /// There is none.
        case none

        /// A moment where there is one.
        public init(_ moment: Timestamp?) { self = moment.map(Quantity.moment) ?? .none }

        /// A number where there is one.
        public init(_ number: Double?) { self = number.map(Quantity.number) ?? .none }

        /// A text where there is one.
        public init(_ text: String?) { self = text.map(Quantity.text) ?? .none }
    }

    /// A value under a name of a few words.
    public struct Value: Equatable, Sendable {
        /// In small letters; with underscores it is the key in JSON.
        public let name: String
        /// What it is.
        public let quantity: Quantity

        /// Makes one.
        public init(_ name: String, _ quantity: Quantity) {
            self.name = name
            self.quantity = quantity
        }
    }

    /// A table.
    public struct Table: Equatable, Sendable {
        /// What its rows are, in a few words.
        public let name: String
        /// What its columns are, named as values are.
        public let columns: [String]
        /// As many quantities in each as there are columns.
        public let rows: [[Quantity]]

        /// Makes one.
        public init(_ name: String, columns: [String], rows: [[Quantity]]) {
            self.name = name
            self.columns = columns
            self.rows = rows
        }
    }

    /// How it ended.
    public var outcome: Outcome
    /// The result in one sentence.
    public var headline: String
    /// Single values, in the order in which they are to be read.
    public var values: [Value]
    /// Lists of values.
    public var tables: [Table]
    /// What was found, damage first.
    public var findings: [TaskFinding]

    /// Makes one.
    public init(
        _ headline: String,
        _ outcome: Outcome = .done,
        values: [Value] = [],
        tables: [Table] = [],
        findings: [TaskFinding] = []
    ) {
        self.outcome = outcome
        self.headline = headline
        self.values = values
        self.tables = tables
        self.findings = findings
    }
}
