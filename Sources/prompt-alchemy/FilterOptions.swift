import ArgumentParser
import PromptStore

/// Conditions beside a query, all of which must hold.
struct FilterOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Only of this phase.", valueName: "phase"))
    var phase: String?

    @Option(help: ArgumentHelp("Only for this provider.", valueName: "provider"))
    var provider: String?

    @Option(help: ArgumentHelp("Only for this model.", valueName: "model"))
    var model: String?

    @Option(help: ArgumentHelp("Only with this persona.", valueName: "persona"))
    var persona: String?

    @Option(help: ArgumentHelp("Only with all of these tags, with commas between.", valueName: "tags"))
    var tags: String?

    @Option(
        help: ArgumentHelp("Only created at or after a date, as 2024-01-31, or an age, as 7d; UTC.", valueName: "date")
    )
    var since: QueryMoment?

    @Option(help: ArgumentHelp("Only created before a date or an age.", valueName: "date"))
    var before: QueryMoment?

    /// The same as a query.
    var query: PromptQuery {
        let texts: [(QueryField, String?)] = [
            (.phase, phase), (.provider, provider), (.model, model), (.persona, persona),
        ]
        let tags =
            tags?.split(separator: ",").map { $0.trimmingPrefix { $0.isWhitespace } }.filter { !$0.isEmpty } ?? []
        let moments: [(QueryField, QueryMoment?)] = [(.since, since), (.before, before)]
        let terms: [QueryTerm] =
            texts.compactMap { field, text in text.map { .field(field, [$0.isEmpty ? .none : .text($0)]) } }
            + tags.map { .field(.tag, [.text(String($0))]) }
            + moments.compactMap { field, moment in moment.map { .field(field, [.moment(.equal, $0)]) } }
        return terms.reduce(.all) { $0.and(PromptQuery(.term($1))) }
    }
}

extension QueryMoment: ExpressibleByArgument {
    /// Reads a date or an age.
    public init?(argument: String) { self.init(argument) }
}
