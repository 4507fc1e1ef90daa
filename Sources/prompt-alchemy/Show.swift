import ArgumentParser
import Foundation
import PromptStore

struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print a prompt.",
        discussion: "On a terminal its fields come first. In a pipe it is the text alone, exactly as it is stored."
    )

    @Argument(help: "The prompt's id, or as much of its beginning as no other id has.")
    var id: String

    @OptionGroup var output: OutputOptions

    @OptionGroup var library: LibraryOptions

    func run() throws {
        let store = try library.reading()
        let id = try store.promptID(beginningWith: id)
        let text = try store.text(of: id)
        switch output.output {
        case .json: try Output.write(Self.json(try store.dossier(of: id), String(decoding: text, as: UTF8.self)))
        case .text where Output.isTerminal:
            let lines = String(decoding: text, as: UTF8.self).split(
                omittingEmptySubsequences: false,
                whereSeparator: \.isNewline
            )
            try Output.write(lines: Self.fields(try store.dossier(of: id)) + [""] + lines.map(String.init))
        case .text: try Output.write(text)
        }
    }

    private static func fields(_ dossier: PromptDossier) -> [String] {
        let detail = dossier.detail
        let fields = [
            ("id", detail.id), ("phase", detail.phase), ("model", "\(detail.provider) / \(detail.model)"),
            ("persona", detail.persona), ("tags", detail.tags.map { _ in detail.tagList.joined(separator: ", ") }),
            ("score", Output.score(dossier.metrics.score)),
            ("created", detail.createdAt?.stored), ("parent", detail.parentID), ("variant of", detail.variantOf),
        ]
        return fields.compactMap { name, value in
            value.map { name.padding(toLength: 12, withPad: " ", startingAt: 0) + $0 }
        }
    }

    private static func json(_ dossier: PromptDossier, _ text: String) -> JSON {
        let detail = dossier.detail
        return .object([
            "content": .text(text), "context": JSON(detail.context), "created_at": JSON(detail.createdAt),
            "embedding": detail.embedding.map(json) ?? .null, "feedback": .list(dossier.feedback.map(json)),
            "further": .object(Dictionary(detail.further.map { ($0.name, .text($0.value)) }) { first, _ in first }),
            "further_rows": .list(detail.furtherRows.map(json)),
            "id": .text(detail.id), "metrics": json(dossier.metrics), "model": .text(detail.model),
            "parent_id": JSON(detail.parentID), "persona": JSON(detail.persona), "phase": .text(detail.phase),
            "provider": .text(detail.provider), "score": JSON(dossier.metrics.score),
            "tags": detail.tags == nil ? .null : .list(detail.tagList.map(JSON.text)),
            "updated_at": JSON(detail.updatedAt),
            "usage_count": JSON(detail.usageCount), "variant_of": JSON(detail.variantOf),
            "versions": .number(Double(detail.versionCount)),
        ])
    }

    private static func json(_ row: PromptDetail.FurtherRow) -> JSON {
        let values = Dictionary(row.fields.map { ($0.name, JSON.text($0.value)) }) { first, _ in first }
        return .object(["table": .text(row.table), "values": .object(values)])
    }

    private static func json(_ embedding: PromptDetail.Embedding) -> JSON {
        .object([
            "bytes": .number(Double(embedding.bytes)), "dimensions": JSON(embedding.dimensions),
            "model": JSON(embedding.model),
        ])
    }

    private static func json(_ metrics: MetricsSummary) -> JSON {
        .object([
            "mean_rating": JSON(metrics.meanRating), "mean_tokens": JSON(metrics.meanTokens),
            "median_response_ms": JSON(metrics.responseTime(percentile: 0.5)),
            "ratings": .list(metrics.histogram.map { .number(Double($0)) }), "runs": .number(Double(metrics.runs)),
            "success_rate": JSON(metrics.successRate),
        ])
    }

    private static func json(_ entry: FeedbackEntry) -> JSON {
        .object([
            "created_at": JSON(entry.createdAt), "rating": JSON(entry.rating),
            "source": .text(entry.source == .metrics ? "metrics" : "user_feedback"), "text": JSON(entry.text),
        ])
    }
}
