import ArgumentParser
import PromptStore

extension PromptOrder.Key: ExpressibleByArgument {}

struct Search: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the prompts that a query finds.",
        discussion: """
            A query has words and "phrases" that the text must contain, -what it must not, OR, parentheses, and fields such \
            as phase:solutio, tag:api,web, rating:>=4, since:2024-01-31, changed:<7d, has:history or sort:score. The README \
            lists them all. Ends with status 0 where there are any prompts, and with 1 where there are none.
            """
    )

    /// Rows that are read in one transaction, so that none keeps a log of other programs from being put away for long.
    private static let pageLimit = 100

    @Argument(help: "The query; '' finds all prompts.")
    var query: String

    @OptionGroup var filter: FilterOptions

    @Option(help: ArgumentHelp("The most prompts to list, at least 1.", valueName: "n"))
    var limit = 20

    @Option(
        help: ArgumentHelp(
            "What to list them by, newest or largest first; an order in the query goes first.",
            valueName: "key"
        )
    )
    var sort = PromptOrder.Key.created

    @Flag(help: "List the oldest or smallest first.")
    var reverse = false

    @OptionGroup var output: OutputOptions

    @OptionGroup var library: LibraryOptions

    func validate() throws {
        guard limit >= 1 else { throw ValidationError("A limit is a number from 1 on.") }
    }

    func run() throws {
        let query = try meaning()
        let rows = try find(query, in: library.reading())
        switch output.output {
        case .text: try Output.write(list: rows.map(Self.line))
        case .json: try Output.write(.object(["prompts": .list(rows.map(Self.json))]))
        }
        guard rows.isEmpty else { return }
        throw Failure.refused(
            query.isEmpty
                ? "The library has no prompts."
                : "No prompt matches “\(query.text)”; leave some of it out, or try other words."
        )
    }

    private func meaning() throws -> PromptQuery {
        do throws(QueryError) {
            return try PromptQuery(query).and(filter.query)
        } catch {
            throw Failure(error, in: query)
        }
    }

    private func find(_ query: PromptQuery, in store: PromptStore) throws -> [PromptRow] {
        let order = PromptOrder(sort, isDescending: !reverse)
        _ = try store.prepare(.order((query.order ?? order).key), cancellation: Cancellation())
        var rows: [PromptRow] = []
        var anchor = PageRequest.Anchor.start
        while rows.count < limit {
            let wanted = min(limit - rows.count, Self.pageLimit)
            let request = PageRequest(order: order, query: query, anchor: anchor, limit: wanted)
            let page = try store.page(request, cancellation: Cancellation())
            rows += page.rows
            guard !page.reachesEnd, let last = page.rows.last else { break }
            anchor = .after(last.cursor)
        }
        return rows
    }

    private static func line(_ row: PromptRow) -> String {
        let title = row.title.isEmpty ? "(no text)" : row.title
        return "\(row.id)  \(Output.stars(row.rating))  \(Output.score(row.knownScore))  \(row.phase)  \(title)"
    }

    private static func json(_ row: PromptRow) -> JSON {
        .object([
            "id": .text(row.id), "phase": .text(row.phase), "rating": JSON(row.rating), "score": JSON(row.knownScore),
            "title": .text(row.title),
        ])
    }
}
